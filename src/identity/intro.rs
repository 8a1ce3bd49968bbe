//! Other names that the article itself introduces: `Joint Chiefs of Staff (JCS)`, `Typhoon Haiyan, called Yolanda`.

use std::ops::Range;

use super::names::Names;
use super::sets::Sets;
use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{EntityType, Mention};

/// The most tokens between the introducing words and either name.
const REACH: usize = 8;

/// Unites each name with the other name that the article introduces for it.
pub(super) async fn unite(
    document: &Document<'_>,
    mentions: &[Mention],
    names: &Names,
    nodes: &[u32],
    sets: &mut Sets,
    pace: &Pace,
) {
    for at in 1..mentions.len() {
        pace.spend(MENTION).await;
        let other = &mentions[at];
        if !other.kind.is_named() {
            continue;
        }
        // A name of another kind may stand in between: `the Kyrgyz agency known as the GKNB`.
        let Some(first) = (at.saturating_sub(3)..at).rev().find(|first| mentions[*first].kind == other.kind) else {
            continue;
        };
        let words = Introduction {
            document,
            kind: other.kind,
            is_acronym: names.forms()[nodes[at] as usize].acronym,
            of_several_words: names.words(nodes[first]).len() > 1,
            between: document.tokens_in(mentions[first].span).end..document.tokens_in(other.span).start,
            after: document.tokens_in(other.span).end,
        };
        if words.is_parenthesis(first + 1 == at) || words.is_phrase() {
            sets.unite(nodes[first], nodes[at]);
        }
    }
}

/// A name, another of the same kind, and the words between them.
struct Introduction<'d> {
    document: &'d Document<'d>,
    kind: EntityType,
    is_acronym: bool,
    of_several_words: bool,
    between: Range<usize>,
    after: usize,
}

impl Introduction<'_> {
    fn word(&self, token: usize) -> &str {
        if token < self.document.tokens().len() { self.document.word(token) } else { "" }
    }

    /// `Ceylon Petroleum Corporation (CPC)`, `the refugee agency, UNHCR,` and `the rescue agency, or Basarnas`.
    fn is_parenthesis(&self, adjacent: bool) -> bool {
        if !adjacent || matches!(self.kind, EntityType::Person | EntityType::Group) {
            return false;
        }
        let mut between = self.between.clone();
        if between.clone().next_back().is_some_and(|last| matches!(self.word(last), "the" | "“" | "\"" | "‘")) {
            between.end -= 1;
        }
        let first = self.word(between.start);
        match between.len() {
            1 if first == "(" => {
                matches!(self.word(self.after), ")" | "," | ";" | "”" | "\"" | "’")
                    && (self.kind != EntityType::Place || self.is_acronym)
            }
            1 if first == "," => {
                self.is_acronym
                    && self.of_several_words
                    && self.kind == EntityType::Organization
                    && self.word(self.after) == ","
                    && !matches!(self.word(self.after + 1), "and" | "or")
            }
            1 => first == "or" && self.is_acronym && self.of_several_words,
            2 => {
                matches!(first, "," | "(")
                    && self.word(between.start + 1) == "or"
                    && self.of_several_words
                    && matches!(self.kind, EntityType::Organization | EntityType::Product | EntityType::Law)
            }
            _ => false,
        }
    }

    /// `known to fans as`, `, nicknamed`, `(formerly`, `, also written as`.
    fn is_phrase(&self) -> bool {
        if self.between.len() > 3 * REACH {
            return false;
        }
        for (near, token) in self.between.clone().rev().enumerate() {
            let word = self.word(token);
            if matches!(word, "." | "!" | "?" | ";") || near > REACH {
                return false;
            }
            let before = if token > self.between.start { self.word(token - 1) } else { "" };
            let is_marked = matches!(
                before,
                "," | "("
                    | "also"
                    | "is"
                    | "was"
                    | "now"
                    | "once"
                    | "then"
                    | "better"
                    | "locally"
                    | "widely"
                    | "simply"
                    | "sometimes"
                    | "officially"
                    | "popularly"
                    | "commonly"
                    | "previously"
                    | "affectionately"
            );
            let found = match word {
                "known" | "Known" => near > 0 && self.follows(token, "as"),
                "written" | "spelled" | "spelt" | "rendered" | "transliterated" => {
                    is_marked && (self.follows(token, "as") || token + 1 == self.between.end)
                }
                "called" | "dubbed" | "nicknamed" | "renamed" => is_marked && near < 4,
                "formerly" | "previously" | "alias" | "aka" | "a.k.a." | "né" | "née" => near < 4,
                _ => false,
            };
            if found {
                return token - self.between.start <= 2 * REACH;
            }
        }
        false
    }

    /// Whether a word stands between a token and the second name.
    fn follows(&self, token: usize, word: &str) -> bool {
        (token + 1..self.between.end).any(|later| self.word(later) == word)
    }
}
