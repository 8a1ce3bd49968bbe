//! What the whole article says of a word: how it is written elsewhere, and beside what.
//!
//! A surname comes to stand alone, a headline has capitals everywhere, a sentence begins with one; the same word in the
//! middle of another sentence tells which capital means a name.

use std::ops::Range;

use super::lists::List;
use super::word::{Word, Words};
use crate::text::{Case, Document, TokenKind};

/// Counts over one article for one word, whatever its case.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// In small letters.
    pub(crate) small: u16,
    /// With a capital that neither a sentence's head nor a headline explains.
    pub(crate) capital: u16,
    /// Behind a person's title.
    pub(crate) titled: u16,
    /// Behind a given name.
    pub(crate) after_given: u16,
    /// As the first word of a longer run of capitalized words.
    pub(crate) first: u16,
    /// As the last word of one.
    pub(crate) last: u16,
    /// In a run with a word such as `Ministry` or `Bank`.
    pub(crate) in_organization: u16,
    /// Behind `in`, `at`, `from`, `near`.
    pub(crate) located: u16,
    /// Behind `the`.
    pub(crate) the: u16,
    /// Before a small word: as a name stands that does something.
    pub(crate) acts: u16,
    /// In brackets behind a run of words with these initials.
    pub(crate) acronym: u16,
}

impl Evidence {
    /// All counts as one small number: none, once, or more often.
    pub(crate) fn signature(&self) -> u64 {
        let counts = [self.titled, self.after_given, self.in_organization, self.located, self.the, self.acronym];
        let person = counts.iter().fold(0, |signature, &count| signature * 2 + u64::from(count.min(1)));
        let case = u64::from(bucket(self.small)) * 4 + u64::from(bucket(self.capital));
        let runs = u64::from(self.first.min(1)) * 2 + u64::from(self.last.min(1));
        (person << 8) | (case << 2) | runs
    }
}

/// 0, 1, 2 for two to four, 3 for more.
pub(crate) fn bucket(count: u16) -> u8 {
    match count {
        0 | 1 => count as u8,
        2..=4 => 2,
        _ => 3,
    }
}

/// How a sentence is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// Capitals where they mean something.
    Prose,
    /// A headline: most words begin with one.
    Headline,
    /// Capitals only.
    Capitals,
}

/// How a sentence is set, by the share of its words that have capitals.
pub(crate) fn setting(words: &Words, tokens: Range<usize>) -> Setting {
    let (mut small, mut title, mut upper) = (0, 0, 0);
    for word in tokens.map(|token| words.at(token)) {
        match word.case {
            Case::Lower if !word.joins && !word.grammatical => small += 1,
            Case::Title | Case::Mixed => title += 1,
            Case::Upper => upper += 1,
            _ => {}
        }
    }
    if upper > 2 && upper > 3 * (small + title) {
        Setting::Capitals
    } else if title + upper > 3 && title + upper > 3 * small {
        Setting::Headline
    } else {
        Setting::Prose
    }
}

/// The evidence for each word of an article.
#[derive(Debug, Default)]
pub(crate) struct Evidences {
    /// By [`Word::lower_id`].
    counts: Vec<Evidence>,
}

impl Evidences {
    /// The evidence for a word.
    #[inline]
    pub(crate) fn of(&self, word: &Word) -> &Evidence {
        &self.counts[word.lower_id as usize]
    }

    /// Takes in the sentences with these indices; all their words must be known.
    pub(crate) fn extend(&mut self, document: &Document<'_>, words: &Words, sentences: Range<usize>) {
        self.counts.resize(words.lower_count(), Evidence::default());
        for sentence in &document.sentences()[sentences] {
            self.sentence(document, words, sentence.tokens());
        }
    }

    fn sentence(&mut self, document: &Document<'_>, words: &Words, tokens: Range<usize>) {
        let prose = setting(words, tokens.clone()) == Setting::Prose;
        let mut at = tokens.start;
        while at < tokens.end {
            let word = words.at(at);
            if word.case == Case::Lower {
                let small = &mut self.counts[word.lower_id as usize].small;
                *small = small.saturating_add(1);
            }
            if !prose || !is_capitalized(word) || (at == tokens.start && word.grammatical) {
                at += 1;
                continue;
            }
            let end = (at..tokens.end).find(|&i| !is_capitalized(words.at(i))).unwrap_or(tokens.end);
            self.run(document, words, tokens.clone(), at..end);
            at = end;
        }
    }

    /// A run of capitalized words in prose.
    fn run(&mut self, document: &Document<'_>, words: &Words, sentence: Range<usize>, run: Range<usize>) {
        let before = (run.start > sentence.start).then(|| words.at(run.start - 1));
        let before_text = if run.start > sentence.start { document.word(run.start - 1) } else { "" };
        let institution = run.clone().any(|i| words.at(i).lists & 1 << List::OrganizationWord as u32 != 0);
        for i in run.clone() {
            let word = words.at(i);
            let previous = if i > run.start { Some(words.at(i - 1)) } else { before };
            let held = |word: Option<&Word>, list: List| word.is_some_and(|word| word.lists & 1 << list as u32 != 0);
            let counts = &mut self.counts[word.lower_id as usize];
            let mut count = |holds: bool, field: fn(&mut Evidence) -> &mut u16| {
                if holds {
                    let count = field(counts);
                    *count = count.saturating_add(1);
                }
            };
            count(i > sentence.start && !opens(document, i - 1), |e| &mut e.capital);
            count(held(previous, List::Title), |e| &mut e.titled);
            count(i > run.start && held(previous, List::GivenName), |e| &mut e.after_given);
            count(i == run.start && run.len() > 1, |e| &mut e.first);
            count(i + 1 == run.end && run.len() > 1, |e| &mut e.last);
            count(institution && run.len() > 1, |e| &mut e.in_organization);
            count(i == run.start && matches!(before_text, "in" | "at" | "from" | "near"), |e| &mut e.located);
            count(i == run.start && matches!(before_text, "the" | "The"), |e| &mut e.the);
            count(i + 1 == run.end && run.end < sentence.end && words.at(run.end).case == Case::Lower, |e| &mut e.acts);
        }
        if run.len() == 1 && words.at(run.start).case == Case::Upper && before_text == "(" {
            let name = document.word(run.start);
            if spells(document, sentence.start..run.start - 1, name) {
                let counts = &mut self.counts[words.at(run.start).lower_id as usize];
                counts.acronym = counts.acronym.saturating_add(1);
            }
        }
    }
}

/// Whether a word begins with a capital or holds one.
fn is_capitalized(word: &Word) -> bool {
    matches!(word.case, Case::Title | Case::Upper | Case::Mixed) && word.kind == TokenKind::Word
}

/// Whether a token is a mark behind which a new sentence may begin.
fn opens(document: &Document<'_>, token: usize) -> bool {
    matches!(document.word(token), "\"" | "“" | "‘" | "``" | "«" | "„" | ":" | "'" | "•" | "-" | "—")
}

/// Whether the capitals at the end of `tokens` are the letters of an acronym.
fn spells(document: &Document<'_>, tokens: Range<usize>, acronym: &str) -> bool {
    let mut letters = acronym.chars().rev().filter(|c| c.is_alphanumeric()).peekable();
    for token in tokens.rev().take(12) {
        let Some(&wanted) = letters.peek() else { return true };
        if document.word(token).starts_with(wanted) {
            letters.next();
        } else if document.tokens()[token].case != Case::Lower && document.tokens()[token].kind == TokenKind::Word {
            return false;
        }
    }
    letters.peek().is_none()
}
