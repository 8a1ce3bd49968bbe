//! Other names that the article itself introduces: `Joint Chiefs of Staff (JCS)`, `Typhoon Haiyan, called Yolanda`.

use super::names::Names;
use super::sets::Sets;
use crate::text::Document;
use crate::{EntityType, Mention};

/// The most tokens that may stand between a name and the other one.
const REACH: usize = 8;

/// Words that introduce another name, in small letters and sorted.
const INTRODUCERS: &[&str] = &[
    "aka",
    "alias",
    "born",
    "called",
    "dubbed",
    "formerly",
    "initials",
    "known",
    "named",
    "nicknamed",
    "nee",
    "né",
    "née",
    "renamed",
    "spelled",
    "spelt",
    "styled",
    "transliterated",
    "written",
];

/// Unites each name with the other name that follows as its introduction.
pub(super) fn unite(document: &Document<'_>, mentions: &[Mention], names: &Names, nodes: &[u32], sets: &mut Sets) {
    for (at, pair) in mentions.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let between = document.tokens_in(first.span).end..document.tokens_in(second.span).start;
        if first.kind != second.kind || !first.kind.is_named() || between.is_empty() || between.len() > REACH {
            continue;
        }
        let after = document.tokens_in(second.span).end;
        let parenthetical = document.word(between.start) == "("
            && between.len() == 1
            && after < document.tokens().len()
            && matches!(document.word(after), ")" | "," | ";")
            && first.kind != EntityType::Person
            && (first.kind != EntityType::Place || names.forms()[nodes[at + 1] as usize].acronym);
        if parenthetical || introduces(document, between) {
            sets.unite(nodes[at], nodes[at + 1]);
        }
    }
}

/// Whether the words between two names say that the second is another name of the first.
fn introduces(document: &Document<'_>, between: std::ops::Range<usize>) -> bool {
    let mut found = false;
    for token in between {
        let word = document.word(token);
        match word {
            "," | "(" | "“" | "\"" | "‘" | "'" | "«" | ":" => continue,
            _ => {}
        }
        let lower = word.to_lowercase();
        if INTRODUCERS.binary_search(&lower.as_str()).is_ok() {
            found = true;
        } else if !matches!(
            lower.as_str(),
            "also"
                | "or"
                | "as"
                | "locally"
                | "better"
                | "simply"
                | "by"
                | "its"
                | "the"
                | "is"
                | "which"
                | "who"
                | "now"
                | "once"
                | "then"
                | "widely"
                | "sometimes"
                | "popularly"
                | "commonly"
                | "was"
                | "whose"
                | "real"
                | "name"
                | "nickname"
                | "acronym"
                | "initials"
                | "in"
                | "short"
                | "for"
                | "to"
                | "fans"
                | "his"
                | "her"
                | "previously"
                | "officially"
                | "previous"
        ) {
            return false;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn introducers_are_sorted() {
        assert!(super::INTRODUCERS.is_sorted());
    }
}
