//! Whether a sentence looks back or ahead from a date in it: `opened on Friday`, `will open on Friday`.

use std::ops::Range;

use crate::text::{Document, TokenKind};

/// The direction in which a date lies from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How many tokens before and behind a date are looked at.
const REACH: (usize, usize) = (14, 10);

/// Words that make what follows or precedes lie ahead.
const AHEAD: &[&str] = &[
    "'ll",
    "beginning",
    "begins",
    "can",
    "can't",
    "cannot",
    "can’t",
    "closes",
    "departs",
    "due",
    "ends",
    "expected",
    "expires",
    "faces",
    "goes",
    "hosts",
    "kicks",
    "leaves",
    "likely",
    "meets",
    "might",
    "must",
    "opens",
    "planned",
    "plays",
    "reconvenes",
    "resumes",
    "returns",
    "scheduled",
    "shall",
    "should",
    "slated",
    "starting",
    "starts",
    "upcoming",
    "visits",
    "votes",
    "will",
    "won't",
    "won’t",
    "works",
    "would",
    "’ll",
];

/// Past forms that do not end in `ed`, and what else looks back.
const BACK: &[&str] = &[
    "ago",
    "arose",
    "beat",
    "became",
    "began",
    "bit",
    "blew",
    "bore",
    "born",
    "bought",
    "broke",
    "brought",
    "built",
    "burst",
    "came",
    "cast",
    "caught",
    "chose",
    "cut",
    "dealt",
    "did",
    "drew",
    "drove",
    "fed",
    "fell",
    "felt",
    "fled",
    "flew",
    "forgot",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "had",
    "heard",
    "held",
    "hid",
    "hit",
    "hung",
    "kept",
    "killed",
    "knew",
    "laid",
    "led",
    "left",
    "lent",
    "lit",
    "lost",
    "made",
    "meant",
    "met",
    "overtook",
    "paid",
    "put",
    "quit",
    "ran",
    "rang",
    "read",
    "rode",
    "rose",
    "said",
    "sang",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "shut",
    "slept",
    "slid",
    "sold",
    "sought",
    "spent",
    "split",
    "spoke",
    "spread",
    "stole",
    "stood",
    "struck",
    "stuck",
    "swam",
    "swept",
    "swore",
    "swung",
    "taken",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "tore",
    "understood",
    "was",
    "went",
    "wept",
    "were",
    "when",
    "withdrew",
    "woke",
    "won",
    "wore",
    "wrote",
];

/// What makes the plain verb behind `to` lie ahead.
const INTENT: &[&str] = &[
    "about",
    "aims",
    "are",
    "be",
    "due",
    "expected",
    "expects",
    "going",
    "has",
    "have",
    "hopes",
    "intends",
    "is",
    "likely",
    "needs",
    "plans",
    "poised",
    "ready",
    "scheduled",
    "set",
    "slated",
    "unlikely",
    "vowed",
    "want",
    "wants",
];

/// Reads the tense around the tokens of a date.
pub(super) fn around(document: &Document<'_>, tokens: Range<usize>) -> Tense {
    let sentence = sentence_of(document, tokens.start);
    let floor = sentence.start.max(tokens.start.saturating_sub(REACH.0));
    let ceiling = sentence.end.min(tokens.end + REACH.1);
    let before = tokens.start.checked_sub(1).filter(|before| *before >= sentence.start);
    let preposition = before.map_or("", |at| document.word(at));
    let leading = before.is_some_and(|at| at == sentence.start);
    match preposition {
        "since" | "Since" => return Tense::Past,
        "for" => return Tense::Future,
        "by" | "until" | "till" | "before" | "By" | "Until" | "Before" => {
            let limit = if leading { tokens.end..ceiling } else { floor..tokens.start };
            return deadline(document, limit, leading, preposition);
        }
        _ => {}
    }
    for at in (floor..tokens.start).rev() {
        if is_border(document.word(at)) {
            break;
        }
        match tense_of(document, at, floor) {
            Tense::Past if is_announced(document, at, tokens.start) => return Tense::Future,
            Tense::Unknown => {}
            tense => return tense,
        }
    }
    ahead_of(document, tokens.end..ceiling)
}

/// The tense of the first verb behind a date.
fn ahead_of(document: &Document<'_>, tokens: Range<usize>) -> Tense {
    tokens
        .clone()
        .take_while(|at| !is_border(document.word(*at)) || *at == tokens.start)
        .map(|at| tense_of(document, at, tokens.start))
        .find(|tense| *tense != Tense::Unknown)
        .unwrap_or(Tense::Unknown)
}

/// `is announced on Friday`, `is to be awarded on Saturday`: the participle stands right before the date.
fn is_announced(document: &Document<'_>, participle: usize, date: usize) -> bool {
    date - participle <= 2 && participle > 0 && matches!(document.word(participle - 1), "is" | "are" | "be" | "being")
}

/// What a deadline is: ahead, unless the verb lies behind (`had failed by noon`, `ran until Friday`).
fn deadline(document: &Document<'_>, tokens: Range<usize>, leading: bool, preposition: &str) -> Tense {
    let verdict = |at: usize| match document.word(at) {
        "had" | "was" | "were" => Some(Tense::Past),
        "to" => Some(Tense::Future),
        word if AHEAD.binary_search(&word).is_ok() => Some(Tense::Future),
        word if BACK.binary_search(&word).is_ok() && !matches!(word, "said" | "told" | "set" | "put") => {
            Some(Tense::Past)
        }
        word if leading && word.len() > 3 && word.ends_with("ed") => Some(Tense::Past),
        _ => None,
    };
    // `failed by noon`, but `paused until February`.
    let last = tokens.end.checked_sub(2).filter(|last| *last >= tokens.start && !leading);
    if preposition == "by" && last.is_some_and(|at| document.word(at).ends_with("ed")) {
        return Tense::Past;
    }
    let found = if leading { tokens.clone().find_map(verdict) } else { tokens.clone().rev().find_map(verdict) };
    found.unwrap_or(Tense::Future)
}

fn sentence_of(document: &Document<'_>, token: usize) -> Range<usize> {
    let sentences = document.sentences();
    let at = sentences.partition_point(|sentence| sentence.tokens().end <= token);
    sentences.get(at).map_or(token..token, |sentence| sentence.tokens())
}

fn is_border(word: &str) -> bool {
    matches!(word, ";" | ":" | "“" | "”" | "\"" | "(" | ")" | "—" | "--")
}

fn tense_of(document: &Document<'_>, at: usize, floor: usize) -> Tense {
    let token = document.tokens()[at];
    let word = document.word(at);
    if token.kind == TokenKind::Mark {
        return Tense::Unknown;
    }
    let before = if at > floor { document.word(at - 1) } else { "" };
    // `to vote on Friday`, but not `to Paris on Friday`.
    if before == "to"
        && at > floor + 1
        && !token.is_capitalized()
        && INTENT.binary_search(&document.word(at - 2)).is_ok()
    {
        return Tense::Future;
    }
    if AHEAD.binary_search(&word).is_ok() {
        // `31 votes`, `its returns`
        let noun = word.ends_with('s')
            && (document.tokens().get(at.wrapping_sub(1)).is_some_and(|token| token.kind == TokenKind::Number)
                || matches!(before, "the" | "of" | "its" | "their" | "his" | "her" | "by" | "to" | "in"));
        // `had planned`, `was expected`
        if word.ends_with("ed") && matches!(before, "had" | "was" | "were") {
            return Tense::Past;
        }
        return if noun { Tense::Unknown } else { Tense::Future };
    }
    if matches!(word, "is" | "are" | "'re" | "’re") {
        return Tense::Future;
    }
    let regular = word.len() > 3 && word.ends_with("ed") && !token.is_capitalized();
    match regular || BACK.binary_search(&word).is_ok() {
        // `would be taken`
        true if before == "be" => Tense::Future,
        true => Tense::Past,
        false => Tense::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tense(text: &str, date: &str) -> Tense {
        let document = Document::new(text);
        let start = text.find(date).expect("stands in the text");
        around(&document, document.tokens_in(crate::Span::new(start, start + date.len())))
    }

    #[test]
    fn lists_are_sorted() {
        assert!(AHEAD.is_sorted() && BACK.is_sorted() && INTENT.is_sorted());
    }

    #[test]
    fn verbs_decide() {
        assert_eq!(tense("The bridge will open on Friday.", "Friday"), Tense::Future);
        assert_eq!(tense("The bridge opened on Friday.", "Friday"), Tense::Past);
        assert_eq!(tense("On Friday the court will rule.", "Friday"), Tense::Future);
        assert_eq!(tense("She said on Friday that it would rain.", "Friday"), Tense::Past);
        assert_eq!(tense("He is to speak on Friday.", "Friday"), Tense::Future);
        assert_eq!(tense("Half of them had failed by Friday.", "Friday"), Tense::Past);
        assert_eq!(tense("It should be done by Friday.", "Friday"), Tense::Future);
    }
}
