//! Where sentences end.

use super::{Case, Sentence, Token, TokenKind};

/// Words that seldom stand capitalized inside a sentence: behind an abbreviation they begin a new one.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "Despite",
    "During",
    "Earlier",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Last",
    "Many",
    "Meanwhile",
    "Most",
    "No",
    "Nobody",
    "On",
    "One",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

/// Appends the sentences of the paragraph whose tokens run from `first` to the last one.
pub(super) fn cut(text: &str, tokens: &[Token], first: usize, sentences: &mut Vec<Sentence>) {
    let word = |i: usize| &text[tokens[i].span().range()];
    let glued = |i: usize| i > first && tokens[i - 1].span().end == tokens[i].span().start;
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let token = tokens[at];
        let ends = match token.kind {
            TokenKind::Mark => word(at).starts_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।']),
            _ => token.abbreviation,
        };
        at += 1;
        if !ends {
            continue;
        }
        // Closing marks belong to the sentence; a straight mark closes when it is glued to what stands before it.
        while at < tokens.len() && glued(at) && closes(word(at)) {
            at += 1;
        }
        if at == tokens.len() || glued(at) && !opens(word(at)) {
            continue;
        }
        let mut next = at;
        while next < tokens.len() && tokens[next].kind == TokenKind::Mark && opens(word(next)) {
            next += 1;
        }
        let goes_on = match tokens.get(next) {
            None => false,
            Some(follower) if token.abbreviation => {
                STARTERS.binary_search(&word(next)).is_err() || !may_end(word(at - 1), *follower)
            }
            Some(follower) => {
                follower.case == Case::Lower || matches!(word(next), "," | ";" | ":" | "—" | "–" | "-" | ")" | "]")
            }
        };
        if !goes_on {
            sentences.push(Sentence { first: start as u32, end: at as u32 });
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(Sentence { first: start as u32, end: tokens.len() as u32 });
    }
}

/// Whether a sentence can end with this abbreviation: not with a title or an initial, which need a name behind them.
fn may_end(abbreviation: &str, follower: Token) -> bool {
    const NEED_A_NAME: &[&str] = &[
        "Adm.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Det.", "Dr.", "Fr.", "Ft.", "Gen.", "Gov.", "Hon.", "Lt.",
        "Maj.", "Messrs.", "Mme.", "Mr.", "Mrs.", "Ms.", "Mt.", "No.", "Pfc.", "Pres.", "Prof.", "Pvt.", "Rep.",
        "Reps.", "Rev.", "Sen.", "Sens.", "Sgt.", "St.", "Ste.", "Supt.", "vs.",
    ];
    let initial = abbreviation.chars().count() == 2;
    follower.is_capitalized() && !initial && NEED_A_NAME.binary_search(&abbreviation).is_err()
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | "''" | "»" | ")" | "]" | "›")
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "``" | "`" | "«" | "(" | "[" | "„" | "‹")
}

#[cfg(test)]
mod tests {
    #[test]
    fn starters_are_sorted() {
        assert!(super::STARTERS.is_sorted());
    }
}
