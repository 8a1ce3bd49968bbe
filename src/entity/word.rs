//! What the tagger knows of a word by itself, worked out once for each different word of an article.

use super::hash;
use super::intern::Interner;
use super::lists::Lists;
use crate::text::{Case, Document, TokenKind};

/// A different word of an article. All fields but `case` are hashes or bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The word as it is written.
    pub(crate) exact: u64,
    /// In lower case; digits as `0`, and marks that mean the same as one.
    pub(crate) lower: u64,
    /// A number for `lower`, small and dense.
    pub(crate) lower_id: u32,
    /// The pattern of capitals, small letters, digits and marks.
    pub(crate) shape: u64,
    /// The first 1 to 4 characters, in lower case.
    pub(crate) prefixes: [u64; 4],
    /// The last 1 to 4 characters, in lower case.
    pub(crate) suffixes: [u64; 4],
    /// The name lists that hold it as a name of one word.
    pub(crate) lists: u32,
    /// Its cluster, 0 for none.
    pub(crate) cluster: u16,
    /// How its letters are cased.
    pub(crate) case: Case,
    /// What the token is made of.
    pub(crate) kind: TokenKind,
    /// Whether it can stand inside a name in small letters: `of`, `de`, `al`, a hyphen.
    pub(crate) joins: bool,
    /// Whether it is one that can begin a name in small letters: `de`, `al`.
    pub(crate) particle: bool,
    /// Whether it is a word of grammar, whose capital at the head of a sentence says nothing.
    pub(crate) grammatical: bool,
}

/// The different words of an article, and which of them each token is.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) words: Vec<Word>,
    /// For each token the index of its word.
    pub(crate) of_token: Vec<u32>,
    exact: Interner,
    lower: Interner,
}

/// Small words and marks that stand inside names.
const JOINERS: &[&str] = &[
    "&", "'", "-", "abu", "al", "and", "at", "ben", "bin", "bint", "d'", "da", "das", "de", "del", "della", "den",
    "der", "des", "di", "do", "dos", "du", "e", "el", "et", "for", "ibn", "in", "la", "las", "le", "les", "los", "of",
    "on", "ter", "the", "to", "und", "van", "von", "y", "zu", "–", "’",
];

/// Of those, the ones that can begin a name.
const PARTICLES: &[&str] = &[
    "abu", "al", "ben", "bin", "bint", "d'", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn",
    "la", "le", "ter", "van", "von", "zu",
];

/// Words of grammar, in lower case.
const GRAMMATICAL: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "against",
    "all",
    "almost",
    "also",
    "although",
    "am",
    "among",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "before",
    "both",
    "but",
    "by",
    "can",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "each",
    "earlier",
    "either",
    "even",
    "every",
    "few",
    "for",
    "from",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "i'm",
    "i've",
    "if",
    "in",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "just",
    "last",
    "later",
    "like",
    "many",
    "may",
    "meanwhile",
    "more",
    "most",
    "much",
    "my",
    "neither",
    "never",
    "no",
    "nobody",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "perhaps",
    "several",
    "she",
    "should",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "two",
    "under",
    "unless",
    "until",
    "up",
    "upon",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "without",
    "would",
    "yes",
    "yet",
    "you",
    "your",
];

impl Words {
    /// Reads on up to token `end`.
    pub(crate) fn extend(&mut self, document: &Document<'_>, end: usize, lists: &Lists) {
        let mut buffer = Buffer::default();
        for index in self.of_token.len()..end {
            let token = document.tokens()[index];
            let text = document.word(index);
            let exact = hash::mix(hash::bytes(text.as_bytes()), token.kind as u64);
            let (id, new) = self.exact.intern(exact);
            if new {
                let mut word = buffer.word(text, exact, token.kind, token.case, lists);
                word.lower_id = self.lower.intern(word.lower).0;
                self.words.push(word);
            }
            self.of_token.push(id);
        }
    }

    /// How many words there are when case does not count.
    pub(crate) fn lower_count(&self) -> usize {
        self.lower.len()
    }

    /// The word of a token.
    #[inline]
    pub(crate) fn at(&self, token: usize) -> &Word {
        &self.words[self.of_token[token] as usize]
    }
}

/// Buffers kept from word to word.
#[derive(Default)]
struct Buffer {
    lower: String,
    shape: Vec<u8>,
}

impl Buffer {
    fn word(&mut self, text: &str, exact: u64, kind: TokenKind, case: Case, lists: &Lists) -> Word {
        normalize(text, &mut self.lower);
        shape(text, &mut self.shape);
        // A link is one word, whatever it says.
        let lower_text: &str = if kind == TokenKind::Link { "\u{1}link" } else { &self.lower };
        let lower = hash::bytes(lower_text.as_bytes());
        let lettered = matches!(kind, TokenKind::Word | TokenKind::Number);
        let affixes = |backwards: bool| {
            let mut hashes = [0; 4];
            if lettered {
                let length = lower_text.chars().count();
                for (n, hash) in hashes.iter_mut().enumerate().take(length) {
                    let part = if backwards { tail(lower_text, n + 1) } else { head(lower_text, n + 1) };
                    *hash = hash::bytes(part.as_bytes());
                }
            }
            hashes
        };
        Word {
            exact,
            lower,
            lower_id: 0,
            shape: hash::bytes(&self.shape),
            prefixes: affixes(false),
            suffixes: affixes(true),
            lists: if matches!(kind, TokenKind::Clitic | TokenKind::Link) { 0 } else { lists.of_word(lower) },
            cluster: lists.cluster_of(lower),
            case,
            kind,
            joins: JOINERS.binary_search(&text).is_ok(),
            particle: PARTICLES.binary_search(&text).is_ok(),
            grammatical: GRAMMATICAL.binary_search(&lower_text).is_ok(),
        }
    }
}

/// Lower case, digits as `0`, one form for each kind of quotation mark, dash and apostrophe.
pub(crate) fn normalize(text: &str, out: &mut String) {
    out.clear();
    match text {
        "“" | "”" | "„" | "«" | "»" | "``" | "''" | "‟" => return out.push('"'),
        "–" | "—" | "--" | "―" => return out.push('—'),
        _ => {}
    }
    for c in text.chars() {
        match c {
            '0'..='9' => out.push('0'),
            'a'..='z' => out.push(c),
            '’' | '‘' | '`' => out.push('\''),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// `X` for capitals, `x` for small letters, `0` for digits, anything else as it is; at most two of a kind in a row.
fn shape(text: &str, out: &mut Vec<u8>) {
    out.clear();
    for c in text.chars() {
        let class = match c {
            '0'..='9' => b'0',
            _ if c.is_uppercase() => b'X',
            _ if c.is_alphabetic() => b'x',
            '’' | '‘' => b'\'',
            _ if c.is_ascii() => c as u8,
            _ => b'?',
        };
        let n = out.len();
        if n < 2 || out[n - 1] != class || out[n - 2] != class {
            out.push(class);
        }
        if out.len() == 12 {
            return;
        }
    }
}

fn head(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(at, _)| &text[..at])
}

fn tail(text: &str, characters: usize) -> &str {
    text.char_indices().rev().nth(characters - 1).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_tables_are_sorted() {
        assert!(JOINERS.is_sorted());
        assert!(PARTICLES.is_sorted());
        assert!(GRAMMATICAL.is_sorted());
    }

    #[test]
    fn affixes_follow_characters() {
        assert_eq!((head("éàü", 2), tail("éàü", 2)), ("éà", "àü"));
        assert_eq!((head("ab", 4), tail("ab", 4)), ("ab", "ab"));
    }
}
