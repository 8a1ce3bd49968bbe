//! The little grammar that reading a noun phrase needs, by closed lists of words.

/// What a word does in a phrase, as far as a list can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// `the`, `this`: what follows is known already.
    Definite,
    /// `a`, `one`, `two`, `some`: what follows is new.
    Indefinite,
    /// `his`, `its`: what follows belongs to somebody known.
    Possessive,
    /// `of`, `at`: ends what stands in front of a noun.
    Preposition,
    /// `who`, `and`, `is` and other words that are no part of a simple phrase.
    Break,
    /// Anything else.
    Content,
}

/// What a word does in a phrase, however it is cased.
pub(super) fn part(word: &str) -> Part {
    let mut letters = [0; LONGEST];
    // Longer words, and those with other letters than English has, are in none of the lists.
    let Some(lower) = lower(word, &mut letters) else { return Part::Content };
    match lower {
        "the" | "this" | "that" | "these" | "those" | "both" | "el" => Part::Definite,
        "a" | "an" | "one" | "two" | "three" | "four" | "five" | "some" | "several" | "many" | "most" | "few"
        | "no" | "another" | "any" | "each" | "every" | "all" | "other" | "others" | "more" => Part::Indefinite,
        "his" | "her" | "its" | "their" | "my" | "our" | "your" | "whose" => Part::Possessive,
        "of" | "at" | "in" | "on" | "for" | "with" | "from" | "by" | "to" | "near" | "inside" | "outside" | "among"
        | "against" | "under" | "over" | "behind" | "beside" | "across" | "into" | "between" | "about" | "after"
        | "before" | "during" | "through" | "along" | "around" | "without" | "within" | "toward" | "towards"
        | "like" | "since" | "until" | "upon" | "aboard" | "de" => Part::Preposition,
        "who" | "which" | "whom" | "and" | "or" | "but" | "is" | "was" | "are" | "were" | "be" | "been" | "has"
        | "had" | "have" | "said" | "says" | "say" | "told" | "asked" | "added" | "wrote" | "whereas" | "when"
        | "while" | "where" | "as" | "if" | "because" | "though" | "although" | "then" | "not" | "he" | "she"
        | "it" | "they" | "we" | "i" | "you" | "him" | "them" | "me" | "us" | "there" | "so" | "than" | "also"
        | "will" | "would" | "could" | "may" | "might" | "must" | "should" | "did" | "does" | "do" | "later"
        | "yet" | "replied" | "called" | "according" | "including" => Part::Break,
        _ => Part::Content,
    }
}

/// No word of the lists is longer.
const LONGEST: usize = 9;

/// A short ASCII word in small letters.
fn lower<'b>(word: &str, letters: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    let letters = letters.get_mut(..word.len())?;
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    std::str::from_utf8(letters).ok().filter(|letters| letters.is_ascii())
}

/// Whether a noun in small letters stands for what somebody says or publishes.
pub(super) fn is_spoken(noun: &str) -> bool {
    matches!(
        noun,
        "account"
            | "advice"
            | "answer"
            | "answers"
            | "data"
            | "documents"
            | "email"
            | "estimate"
            | "estimates"
            | "figures"
            | "filings"
            | "message"
            | "records"
            | "reply"
            | "response"
            | "results"
            | "statistics"
            | "testimony"
            | "tweets"
            | "verdict"
            | "view"
            | "words"
    ) || sort(noun) == Sort::Document
}

/// Whether a noun in small letters stands for several.
pub(super) fn is_plural(noun: &str) -> bool {
    matches!(noun, "people" | "men" | "women" | "children" | "police" | "police-officers")
        || noun.len() > 3
            && noun.ends_with('s')
            && !noun.ends_with("ss")
            && !noun.ends_with("us")
            && !noun.ends_with("is")
        || noun.len() > 5 && noun.ends_with("men")
}

/// What sort of thing a noun in small letters stands for, where it can speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A company, and what companies are called by what they do.
    Company,
    /// An office, a court, a club, a party: a body with members.
    Body,
    /// A report, a statement, a verdict.
    Document,
    /// Anything else; most often a person.
    Other,
}

/// The sort of a noun in small letters.
pub(super) fn sort(noun: &str) -> Sort {
    match noun {
        "company" | "firm" | "maker" | "carrier" | "airline" | "retailer" | "bank" | "chain" | "manufacturer"
        | "carmaker" | "automaker" | "producer" | "operator" | "developer" | "supplier" | "lender" | "insurer"
        | "startup" | "start-up" | "brewer" | "miner" | "refiner" | "utility" | "conglomerate" | "business"
        | "corporation" | "shipbuilder" | "drugmaker" | "chipmaker" | "subsidiary" | "brand" | "contractor" => {
            Sort::Company
        }
        "agency" | "body" | "organization" | "organisation" | "regulator" | "watchdog" | "commission" | "authority"
        | "department" | "panel" | "board" | "council" | "office" | "bureau" | "ministry" | "court" | "tribunal"
        | "union" | "federation" | "association" | "party" | "movement" | "charity" | "group" | "team" | "club"
        | "side" | "newspaper" | "paper" | "broadcaster" | "university" | "school" | "hospital" | "museum"
        | "committee" | "institute" | "foundation" | "fund" | "navy" | "army" | "military" | "force" | "government"
        | "administration" | "coalition" | "alliance" | "institution" | "academy" | "college" | "league"
        | "network" | "nonprofit" | "cooperative" | "trust" | "secretariat" | "embassy" | "parliament" | "senate"
        | "assembly" | "magazine" | "station" | "journal" | "website" | "outlet" | "city" | "county" | "country"
        | "state" | "town" | "province" | "syndicate" | "campaign" | "organisers" | "organizers" | "chamber"
        | "front" => Sort::Body,
        "report" | "statement" | "study" | "survey" | "letter" | "document" | "ruling" | "verdict" | "filing"
        | "complaint" | "indictment" | "lawsuit" | "memo" | "notice" | "leaflet" | "circular" | "note" | "entry"
        | "bill" | "poll" | "summary" | "inquiry" | "review" | "investigation" | "post" | "tweet" | "audit"
        | "petition" | "order" | "decision" | "judgment" | "judgement" | "communique" | "communiqué" => Sort::Document,
        _ => Sort::Other,
    }
}
