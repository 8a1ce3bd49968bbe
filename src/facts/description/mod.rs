//! Who or what something is, in the article's own words: `melon grower from Paju`.
//!
//! Four forms are read: a phrase between commas behind the name (`Oh Se-bok, 63, a melon grower from Paju,`), one before
//! it (`Paju’s deputy mayor, Nam Gi-tae,`), a role right before the name (`Finance Minister Ana Ruiz`), and a sentence
//! that says so (`Oh Se-bok is the head of`). A phrase counts only if its noun tells what people, bodies or places are:
//! none is better than a wrong one.

mod nouns;

use std::ops::Range;

use crate::pace::{MENTION, Pace};
use crate::text::{Document, TokenKind};
use crate::{Entity, EntityType, Mention};

/// How many mentions of an entity are looked at: who somebody is stands near the start.
const MENTIONS: u8 = 12;
/// The longest description, in tokens.
const LONGEST: usize = 16;

/// How good a form of description is, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// One word before the name, or one that only the article's reader understands.
    Title,
    Copula,
    Role,
    Before,
    Behind,
}

/// Fills [`Entity::description`] from the article.
pub(super) async fn describe(document: &Document<'_>, mentions: &[Mention], entities: &mut [Entity], pace: &Pace) {
    let mut seen = vec![0_u8; entities.len()];
    let mut best: Vec<Option<(Form, Range<usize>)>> = vec![None; entities.len()];
    for (at, mention) in mentions.iter().enumerate() {
        let describable = matches!(mention.kind, EntityType::Person | EntityType::Organization | EntityType::Place);
        if !describable || seen[mention.entity] == MENTIONS {
            continue;
        }
        seen[mention.entity] += 1;
        pace.spend(4 * MENTION).await;
        let phrase = Phrase::around(document, mentions, at);
        for (form, tokens) in phrase.descriptions() {
            let found = &mut best[mention.entity];
            if found.as_ref().is_none_or(|(known, _)| *known < form) {
                *found = Some((form, tokens));
            }
        }
    }
    for (entity, found) in entities.iter_mut().zip(best) {
        entity.description = found.map(|(_, tokens)| words(document, tokens));
    }
}

/// The words of a description, on one line.
fn words(document: &Document<'_>, tokens: Range<usize>) -> String {
    let text = document.slice(document.cover(tokens));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A mention and the sentence around it.
struct Phrase<'d, 't> {
    document: &'d Document<'t>,
    mentions: &'d [Mention],
    /// The number of the mention.
    at: usize,
    kind: EntityType,
    name: Range<usize>,
    sentence: Range<usize>,
}

impl<'d, 't> Phrase<'d, 't> {
    fn around(document: &'d Document<'t>, mentions: &'d [Mention], at: usize) -> Self {
        let name = document.tokens_in(mentions[at].span);
        let sentences = document.sentences();
        let sentence = sentences.partition_point(|sentence| sentence.tokens().end <= name.start);
        let sentence = sentences.get(sentence).map_or(name.clone(), |sentence| sentence.tokens());
        Self { document, mentions, at, kind: mentions[at].kind, name, sentence }
    }

    fn descriptions(&self) -> impl Iterator<Item = (Form, Range<usize>)> {
        let behind = self.behind().map(|tokens| (Form::Behind, tokens));
        let before = self.before().map(|tokens| (Form::Before, tokens));
        let copula = self.copula().map(|tokens| (Form::Copula, tokens));
        let role = self.role().map(|tokens| (if tokens.len() > 1 { Form::Role } else { Form::Title }, tokens));
        [behind, before, role, copula].into_iter().flatten()
    }

    fn word(&self, at: usize) -> &'d str {
        if self.sentence.contains(&at) { self.document.word(at) } else { "" }
    }

    fn is_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens()[at].kind == TokenKind::Word
    }

    fn is_capitalized(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens()[at].is_capitalized()
    }

    fn tells(&self, at: usize) -> bool {
        self.is_word(at) && nouns::tells(self.kind, self.word(at))
    }

    /// The token behind the name, its clitic or bracketed short form, and an age between commas.
    fn behind_name(&self) -> usize {
        let mut at = self.name.end;
        // `Joint Chiefs of Staff (JCS), …`
        if self.word(at) == "(" && (at + 1..at + 4).any(|at| self.word(at) == ")") {
            while self.word(at) != ")" {
                at += 1;
            }
            at += 1;
        }
        let age = self.word(at) == "," && self.word(at + 1).parse::<u8>().is_ok_and(|age| age > 5);
        if age && self.word(at + 2) == "," { at + 2 } else { at }
    }

    /// `Oh Se-bok, 63, a melon grower from Paju,`
    fn behind(&self) -> Option<Range<usize>> {
        let comma = self.behind_name();
        if self.word(comma) != "," {
            return None;
        }
        let mut start = comma + 1;
        // `, who is the mayor of`
        if self.word(start) == "who" || self.word(start) == "which" {
            if !matches!(self.word(start + 1), "is" | "was") {
                return None;
            }
            start += 2;
        }
        let end = self.end_of_phrase(start)?;
        // `In Paju, the region’s grid operator, Nokta, said` speaks of the name behind it.
        let next = self.mentions.get(self.at + 1..).unwrap_or_default().iter().take(4);
        let of_the_next = self.word(end) == ","
            && next.map(|after| self.document.tokens_in(after.span).start).any(|first| first == end + 1);
        self.checked(start..end).filter(|_| !of_the_next)
    }

    /// `Paju’s deputy mayor, Nam Gi-tae,`: back from the comma to where the phrase begins.
    fn before(&self) -> Option<Range<usize>> {
        let comma = self.name.start.checked_sub(1).filter(|at| self.word(*at) == ",")?;
        // The name must stand between commas, or end the sentence: `In the city of the mayor, Ana Ruiz left` does not.
        let closes = matches!(self.word(self.name.end), "," | "." | ";" | ":" | "?" | "!")
            || self.word(self.name.end).is_empty()
            || matches!(self.word(self.name.end), "said" | "told" | "says");
        if !closes || self.kind != EntityType::Person {
            return None;
        }
        let floor = self.sentence.start.max(comma.saturating_sub(LONGEST));
        let mut start = comma;
        let mut begun = false;
        while start > floor && !begun {
            let at = start - 1;
            let word = self.word(at);
            match word {
                "the" | "The" | "a" | "A" | "an" | "An" => begun = true,
                "its" | "his" | "her" | "their" | "my" | "our" | "Its" | "His" | "Her" | "Their" => return None,
                "and" | "or" | "who" | "which" | "that" | "said" | "told" | "by" | "to" | "with" | "from" | "at" => {
                    break;
                }
                "'s" | "’s" => {
                    // The possessor is a name of one or more words.
                    start = self.mention_ending(at)?;
                    begun = true;
                    continue;
                }
                _ if !self.is_word(at) && !self.is_inner_mark(at) => break,
                _ => {}
            }
            start = at;
        }
        if !begun {
            return None;
        }
        self.checked(start..comma)
    }

    /// The first token of the mention that ends before a token.
    fn mention_ending(&self, end: usize) -> Option<usize> {
        let before = self.mentions[..self.at].last()?;
        let tokens = self.document.tokens_in(before.span);
        // The clitic may be within the mention.
        (tokens.end == end || tokens.end == end + 1).then_some(tokens.start)
    }

    /// A role right before the name: `Finance Minister Ana Ruiz`, `former state prosecutor Ana Ruiz`.
    fn role(&self) -> Option<Range<usize>> {
        if self.kind != EntityType::Person {
            return None;
        }
        let last = self.name.start.checked_sub(1).filter(|at| *at >= self.sentence.start)?;
        let floor = self.sentence.start.max(self.name.start.saturating_sub(8));
        let mut start = self.name.start;
        // `Secretary of State Ana Ruiz`
        let office = last
            .checked_sub(2)
            .filter(|at| self.word(last - 1) == "of" && self.is_capitalized(last) && self.tells(*at));
        if let Some(office) = office.filter(|at| *at >= floor) {
            start = office;
        } else if self.tells(last) {
            start = last;
        }
        if start == self.name.start {
            return None;
        }
        while start > floor {
            let at = start - 1;
            let word = self.word(at);
            let hyphen =
                word == "-" && at > floor && !self.document.space_before(at) && !self.document.space_before(start);
            let known = nouns::stands_before(word) || self.tells(at);
            let name = self.is_capitalized(at) && self.is_word(at) && !self.is_function_word(at) && !self.is_person(at);
            if !(hyphen || (self.is_word(at) && (known || name))) {
                break;
            }
            start = at;
        }
        let start = self.whole_name(start);
        // `Father`, `son`: whose, it does not say.
        let bare = start + 1 == self.name.start && nouns::is_relative(self.word(start));
        (start < self.name.start && !bare).then_some(start..self.name.start)
    }

    /// Where the name begins that a token is within, if it is a country's, a people's or a body's.
    fn whole_name(&self, at: usize) -> usize {
        let inside = self.mentions[..self.at]
            .iter()
            .rev()
            .take(3)
            .map(|before| self.document.tokens_in(before.span))
            .find(|tokens| tokens.contains(&at));
        inside.map_or(at, |tokens| tokens.start.max(self.sentence.start))
    }

    /// Words that are capitalized only because a sentence begins with them.
    fn is_function_word(&self, at: usize) -> bool {
        let word = self.word(at);
        let begins = at == self.sentence.start || !self.is_word(at - 1);
        matches!(word, "The" | "A" | "An")
            || (begins
                && (word.ends_with("ly")
                    || word.ends_with("ing")
                    || matches!(
                        word,
                        "After"
                            | "Although"
                            | "And"
                            | "As"
                            | "At"
                            | "Because"
                            | "Before"
                            | "But"
                            | "By"
                            | "During"
                            | "For"
                            | "From"
                            | "He"
                            | "Her"
                            | "His"
                            | "However"
                            | "If"
                            | "In"
                            | "Its"
                            | "Like"
                            | "Meanwhile"
                            | "On"
                            | "Our"
                            | "She"
                            | "Since"
                            | "So"
                            | "That"
                            | "Their"
                            | "Then"
                            | "They"
                            | "This"
                            | "Though"
                            | "Through"
                            | "To"
                            | "Under"
                            | "Until"
                            | "We"
                            | "What"
                            | "When"
                            | "Where"
                            | "While"
                            | "Why"
                            | "With"
                            | "Yet"
                            | "Both"
                            | "Even"
                            | "Only"
                            | "Said"
                            | "Asked"
                            | "Here"
                            | "How"
                            | "Is"
                            | "It"
                    )))
    }

    /// Whether a token is part of another person's name.
    fn is_person(&self, at: usize) -> bool {
        self.mentions[..self.at].last().is_some_and(|before| {
            before.kind == EntityType::Person && self.document.tokens_in(before.span).contains(&at)
        })
    }

    /// `Oh Se-bok is the head of the village.`
    fn copula(&self) -> Option<Range<usize>> {
        let verb = self.name.end;
        if !matches!(self.word(verb), "is" | "was") || !matches!(self.word(verb + 1), "a" | "an" | "the") {
            return None;
        }
        // `The mother of Ana Ruiz is a teacher`
        let subject =
            self.name.start == self.sentence.start || matches!(self.word(self.name.start - 1), "," | "“" | "\"");
        let end = self.end_of_phrase(verb + 1)?;
        self.checked(verb + 1..end).filter(|_| subject)
    }

    /// Where a phrase ends: at a comma, at the sentence's end, at `who`. A quotation mark or a verb spoils it.
    fn end_of_phrase(&self, start: usize) -> Option<usize> {
        for at in start..self.sentence.end {
            if at - start > LONGEST {
                return None;
            }
            match self.word(at) {
                "," | "." | ";" | ":" | "—" | "–" | "--" | "?" | "!" | ")" => return Some(at),
                "who" | "whose" | "which" | "where" | "when" => return Some(at),
                "(" => return Some(at),
                "is" | "was" | "are" | "were" | "has" | "had" | "have" | "said" | "says" | "told" | "will"
                | "would" | "could" | "can" | "did" | "does" | "do" | "he" | "she" | "they" | "it" | "I" | "we"
                | "added" | "wrote" | "asked" | "“" | "”" | "\"" | "``" | "''" => return None,
                _ => {}
            }
        }
        Some(self.sentence.end)
    }

    fn is_inner_mark(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "‐" | "‑" | "&" | "/" | "." | "'")
            && at > self.sentence.start
            && !self.document.space_before(at)
    }

    /// The phrase without its article, if its noun tells what this is.
    fn checked(&self, mut tokens: Range<usize>) -> Option<Range<usize>> {
        let article = matches!(self.word(tokens.start), "a" | "an" | "the" | "The" | "A" | "An");
        if article {
            tokens.start += 1;
        }
        if tokens.is_empty()
            || tokens.len() > LONGEST
            || matches!(self.word(tokens.start), "then" | "and" | "or" | "but")
        {
            return None;
        }
        // Up to the first preposition, the last word is the noun: `deputy head of the water board`. What stands before
        // it belongs to a simple phrase; another article or pronoun would be that of a clause (`thanked his mother`).
        let mut head = tokens.start;
        for at in tokens.clone() {
            match self.word(at) {
                "of" | "for" | "at" | "in" | "from" | "to" | "with" | "on" | "by" | "near" | "based" | "since"
                | "under" | "between" | "and" | "or" | "about" => break,
                "a" | "an" | "the" | "his" | "her" | "its" | "their" | "my" | "our" | "your" | "this" | "that"
                | "also" | "then" | "but" | "not" | "last" | "next" | "after" | "before" | "now" | "still" => {
                    return None;
                }
                _ => head = at,
            }
        }
        // Without an article the phrase must begin like one: `chief executive of the port`, `London mayor`.
        if !article && !self.opens_a_phrase(tokens.start) {
            return None;
        }
        // `a former deputy ambassador`: the noun; `one of the founders` has none that the lists know.
        if !self.tells(head) {
            return None;
        }
        // `, the Ministry of Health,` of an enumeration names something else.
        let names_itself =
            self.is_capitalized(head) && (self.kind != EntityType::Person || (tokens.len() == 1 && !article));
        // One word says too little of bodies and places, and of people if it only tells whose they are.
        let bare = tokens.len() == 1 && (self.kind != EntityType::Person || nouns::is_relative(self.word(head)));
        (!names_itself && !bare).then_some(tokens)
    }

    fn opens_a_phrase(&self, at: usize) -> bool {
        nouns::stands_before(self.word(at)) || self.tells(at) || self.is_capitalized(at) || self.is_inner_mark(at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use crate::pace;

    fn describe(document: &Document<'_>, mentions: &[Mention], entities: &mut [Entity]) {
        pace::finish(super::describe(document, mentions, entities, &Pace::unhurried()));
    }

    /// The description of the first of the names, whose kinds are given by letters.
    fn described(text: &str, names: &[(&str, char)]) -> Option<String> {
        let document = Document::new(text);
        let kind = |letter| match letter {
            'o' => EntityType::Organization,
            'l' => EntityType::Place,
            _ => EntityType::Person,
        };
        let mut mentions: Vec<Mention> = names
            .iter()
            .enumerate()
            .map(|(entity, (name, letter))| {
                let start = text.find(name).expect("stands in the text");
                Mention { span: Span::new(start, start + name.len()), kind: kind(*letter), entity, score: 1.0 }
            })
            .collect();
        mentions.sort_by_key(|mention| mention.span);
        let mut entities: Vec<Entity> = names
            .iter()
            .enumerate()
            .map(|(id, (name, letter))| Entity {
                id,
                kind: kind(*letter),
                name: (*name).to_owned(),
                aliases: Vec::new(),
                description: None,
                wikidata: None,
                url: None,
                value: None,
            })
            .collect();
        describe(&document, &mentions, &mut entities);
        entities.swap_remove(0).description
    }

    fn person(text: &str) -> Option<String> {
        described(
            text,
            &[("Ines Okafor", 'p'), ("Tarkwa", 'l')].map(|name| name)[..if text.contains("Tarkwa") { 2 } else { 1 }],
        )
    }

    #[test]
    fn phrases_behind_the_name() {
        for (text, description) in [
            ("“It is late,” said Ines Okafor, 63, a plum grower from Tarkwa.", "plum grower from Tarkwa"),
            ("Ines Okafor, a former deputy head of the water board, left.", "former deputy head of the water board"),
            ("Ines Okafor, chief executive of the port, said no.", "chief executive of the port"),
            ("Ines Okafor, who is the town’s mayor, laughed.", "town’s mayor"),
            ("Ines Okafor (63), a teacher who moved here, laughed.", "teacher"),
        ] {
            assert_eq!(person(text).as_deref(), Some(description), "{text}");
        }
    }

    #[test]
    fn phrases_and_roles_before_the_name() {
        for (text, description) in [
            ("Tarkwa’s deputy mayor, Ines Okafor, told the council.", "Tarkwa’s deputy mayor"),
            ("The bridge was opened by the foreign minister, Ines Okafor.", "foreign minister"),
            ("The plan pleased Finance Minister Ines Okafor on Friday.", "Finance Minister"),
            ("A court freed former state prosecutor Ines Okafor.", "former state prosecutor"),
            ("It was signed by Secretary of State Ines Okafor.", "Secretary of State"),
            ("Vice-president Ines Okafor left.", "Vice-president"),
            ("Finance Minister Ines Okafor left.", "Finance Minister"),
            ("Speaking first, Mayor Ines Okafor left.", "Mayor"),
            ("In a letter, the Tarkwa mayor Ines Okafor said no.", "Tarkwa mayor"),
            ("Ines Okafor is the head of the village.", "head of the village"),
        ] {
            assert_eq!(person(text).as_deref(), Some(description), "{text}");
        }
    }

    #[test]
    fn the_fullest_form_wins() {
        let text = "Mayor Ines Okafor left. Ines Okafor, a retired bridge engineer, is 70.";
        let document = Document::new(text);
        let second = text.rfind("Ines Okafor").expect("stands there");
        let mention =
            |start| Mention { span: Span::new(start, start + 11), kind: EntityType::Person, entity: 0, score: 1.0 };
        let mut entities = pace::finish(crate::identity::resolve(
            &document,
            &mut [mention(6)],
            &mut [],
            &crate::identity::Measures::built_in(),
            &Pace::unhurried(),
        ));
        describe(&document, &[mention(6), mention(second)], &mut entities);
        assert_eq!(entities[0].description.as_deref(), Some("retired bridge engineer"));
    }

    #[test]
    fn bodies_and_places() {
        let body = described("Nokta, a privately owned bus company, raised fares.", &[("Nokta", 'o')]);
        assert_eq!(body.as_deref(), Some("privately owned bus company"));
        let place = described("They met in Tarkwa, a mining town in the west.", &[("Tarkwa", 'l')]);
        assert_eq!(place.as_deref(), Some("mining town in the west"));
    }

    #[test]
    fn a_phrase_between_two_names_is_the_second_ones() {
        let text = "In Tarkwa, the region’s largest town, Ines Okafor, the mayor, laughed.";
        assert_eq!(described(text, &[("Tarkwa", 'l'), ("Ines Okafor", 'p')]), None);
        assert_eq!(described(text, &[("Ines Okafor", 'p'), ("Tarkwa", 'l')]).as_deref(), Some("mayor"));
    }

    #[test]
    fn no_description_is_better_than_a_wrong_one() {
        for text in [
            "Ines Okafor, the court heard, had left.",
            "Ines Okafor, the bridge and the river were gone.",
            "Ines Okafor, however, said no.",
            "Ines Okafor thanked Sister Awa and left. Ines Okafor, his mother, left.",
            "They named it for Ines Okafor, after the founder, and left.",
            "The farm belongs to Ines Okafor, thanked the mayor, and left.",
            "Brother Ines Okafor left.",
            "The mother of Ines Okafor is a teacher.",
            "In the year of the mayor, Ines Okafor left.",
            "Its coordinator, Ines Okafor, wrote back.",
            "Ines Okafor, “a liar”, he said, left.",
        ] {
            assert_eq!(person(text), None, "{text}");
        }
    }
}
