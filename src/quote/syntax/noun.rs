//! Noun phrases, and which of them is the subject of a verb.

use std::ops::Range;

use super::{REACH, Subject, View};
use crate::quote::lexicon::{class::*, form};
use crate::text::TokenKind;

impl View<'_> {
    /// The noun phrase that begins at `start`: the first token behind it.
    pub(in crate::quote) fn phrase_end(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        if at < end && self.is(at, PRONOUN | OBJECT) && !self.is(at, DETERMINER) {
            return at + 1;
        }
        while at < end && at < start + REACH {
            let gerund = at > start + 1
                && at + 1 < end
                && self.at(at).in_form(form::ING)
                && self.is(start, DETERMINER)
                && !self.is_nominal(at + 1)
                && !self.is(at + 1, PRONOUN | OBJECT);
            let nominal = self.marked(at).is_none() && (self.is_nominal(at) || gerund);
            // A second article begins another phrase.
            let fresh = at > start
                && self.is(at, DETERMINER | POSSESSIVE)
                && !self.is(at - 1, DETERMINER)
                && self.kind(at - 1) != TokenKind::Number;
            if !nominal || fresh {
                break;
            }
            at += 1;
        }
        at
    }

    /// The phrase at `start` with the `of` phrases that hang on it.
    pub(in crate::quote) fn phrase_end_with_of(&self, start: usize, end: usize) -> usize {
        let mut at = self.phrase_end(start, end);
        while at > start && at + 1 < end && self.at(at).in_form(form::OF) {
            let next = self.phrase_end(at + 1, end);
            if next == at + 1 {
                break;
            }
            at = next;
        }
        at
    }

    /// The subject that stands before a verb group at `end`, no further left than `first`.
    pub(in crate::quote) fn subject_before(&self, first: usize, end: usize) -> Option<Subject> {
        let mut end = end;
        let mut relative = false;
        // `the senator on Tuesday dismissed`
        let whole = end;
        while end > first && self.is(end - 1, TIME) {
            end -= 1;
            while end > first
                && (self.is(end - 1, PREPOSITION) || matches!(self.word(end - 1), "this" | "last" | "earlier" | "late"))
            {
                end -= 1;
            }
        }
        if end == first {
            end = whole;
        }
        if end > first && self.is(end - 1, RELATIVE) {
            relative = true;
            let pronoun = end - 1;
            end = pronoun;
            if end > first && (self.is_comma(end - 1) || self.is(end - 1, CONJUNCTION)) {
                end -= 1;
            }
            if end == first {
                return Some(Subject { words: pronoun..pronoun + 1, start: pronoun, relative });
            }
        }
        if end == first {
            return None;
        }
        if self.is(end - 1, PRONOUN) && self.kind(end - 1) == TokenKind::Word {
            return Some(Subject { words: end - 1..end, start: end - 1, relative });
        }
        if self.is_mark(end - 1, &[")"]) {
            let open = (first.max(end.saturating_sub(16))..end).rev().find(|at| self.is_mark(*at, &["("]))?;
            let inner = self.subject_before(first, open)?;
            return Some(Subject { relative: relative || inner.relative, ..inner });
        }
        if self.is_comma(end - 1) || self.is_dash(end - 1) {
            let mut found = self.first_subject(self.clause_start(first, end - 1), end - 1)?;
            // `The engineer whose name is on the drawings, Şükran Yıldız, testified`
            let low = found.words.end.max(end.saturating_sub(10));
            let name = (low..end - 1).rev().find(|at| self.is_comma(*at)).map(|comma| comma + 1..end - 1);
            if let Some(name) = name.filter(|name| !name.is_empty() && name.clone().all(|at| self.is_name(at))) {
                found.words.end = name.end;
            }
            return Some(Subject { relative, ..found });
        }
        let start = self.phrase_start(first, end);
        // `the man who runs the shop said`, `a director who would not be named said`
        let verb_before =
            start > first && (self.is(start - 1, VERB) || start == end) && self.kind(start - 1) == TokenKind::Word
                || start < end && self.is(start.saturating_sub(1).max(first), PREPOSITION);
        if verb_before && !relative {
            let low = first.max(start.saturating_sub(16));
            let pronoun = (low..start)
                .rev()
                .take_while(|at| !self.is_comma(*at) || self.is(*at + 1, RELATIVE))
                .find(|at| self.is(*at, RELATIVE) && *at > first && !self.is(*at, SUBORDINATOR | THAT | POSSESSIVE));
            if let Some(pronoun) = pronoun {
                let edge = if self.is_comma(pronoun - 1) { pronoun - 1 } else { pronoun };
                let head = self.phrase_start(first, edge);
                if head < edge {
                    return Some(Subject { words: self.head(head, edge), start: head, relative });
                }
            }
        }
        if start == end {
            return None;
        }
        Some(Subject { words: self.head(start, end), start, relative })
    }

    /// The owner before a possessive `'s` at `clitic`.
    pub(in crate::quote) fn possessor(&self, first: usize, clitic: usize) -> Range<usize> {
        let mut start = clitic;
        while start > first && clitic - start < 8 && self.marked(start - 1).is_none() && self.is_nominal(start - 1) {
            start -= 1;
        }
        start..clitic
    }

    /// The first token of the phrase that ends at `end`, with the nouns that it hangs on (`a spokesman for the army`).
    pub(in crate::quote) fn phrase_start(&self, first: usize, end: usize) -> usize {
        let low = first.max(end.saturating_sub(REACH));
        let mut start = end;
        while start > low {
            let before = start - 1;
            let word = self.at(before);
            if self.marked(before).is_some() {
                break;
            }
            let linked = start < end
                && before > low
                && (self.is_nominal(before - 1)
                    || self.is(before - 1, PEOPLE) && !self.is(before - 1, RELATIVE)
                    || self.is_indefinite(before - 1)
                    // `people briefed on the talks`
                    || word.is(PREPOSITION)
                        && before > low + 1
                        && self.at(before - 1).in_form(form::PARTICIPLE)
                        && !self.is(before - 1, SAY)
                        && (self.is_nominal(before - 2) || self.is(before - 2, PEOPLE) && !self.is(before - 2, RELATIVE)));
            if self.is_nominal(before) || word.is(PEOPLE) && word.is(DETERMINER) {
                // An article begins a phrase; only a preposition or a noun behind can lengthen it.
                start = before;
            } else if start < end && self.is_indefinite(before) {
                start = before;
                break;
            } else if linked
                && (word.is(PREPOSITION) && !self.is(start, TIME)
                    || self.is_mark(before, &["&"])
                    || word.is(CONJUNCTION) && matches!(self.word(before), "and" | "or")
                    || word.in_form(form::ING | form::PARTICIPLE) && !word.is(AUXILIARY) && !word.is(SAY))
            {
                start = before;
            } else {
                break;
            }
        }
        // `In a statement Smith`: the phrase behind a leading preposition is split where the next begins.
        if start > first && self.is(start - 1, PREPOSITION) && !self.is(start - 1, CONJUNCTION) {
            let split = (start + 1..end).rev().find(|at| {
                self.is(*at, DETERMINER | POSSESSIVE) && !self.is(*at - 1, PREPOSITION)
                    || self.is_name(*at)
                        && !self.is_name(*at - 1)
                        && self.kind(*at - 1) == TokenKind::Word
                        && !self.is(*at - 1, DETERMINER | PREPOSITION)
            });
            if let Some(split) = split {
                return split;
            }
        }
        start
    }

    /// `someone in the audience`, `those close to him`
    pub(in crate::quote) fn is_indefinite(&self, token: usize) -> bool {
        matches!(
            self.word(token),
            "someone"
                | "somebody"
                | "anyone"
                | "anybody"
                | "everyone"
                | "everybody"
                | "those"
                | "one"
                | "others"
                | "nobody"
        )
    }

    /// Of a phrase with all that hangs on it, the words to show: up to the first preposition, `of` aside where no name
    /// follows it.
    pub(in crate::quote) fn head(&self, start: usize, end: usize) -> Range<usize> {
        let mut at = start;
        while at < end {
            let word = self.at(at);
            let link = word.is(PREPOSITION) && !self.is_name(at)
                || word.in_form(form::ING | form::PARTICIPLE) && !self.is_nominal(at);
            if link && at > start {
                let named = (at..end).any(|later| self.is_name(later));
                return start..if named { at } else { end };
            }
            at += 1;
        }
        start..end
    }

    /// Where the clause begins that goes on at `end`: behind the last mark or word that parts clauses.
    pub(in crate::quote) fn clause_start(&self, first: usize, end: usize) -> usize {
        let low = first.max(end.saturating_sub(REACH));
        for at in (low..end).rev() {
            let parts = self.is_mark(at, &[";", ":"])
                || self.marked(at).is_some() && self.is_speech_mark(at)
                || self.is(at, CONJUNCTION) && at > first && self.is_comma(at - 1) && !self.is(at + 1, RELATIVE)
                || self.is(at, SUBORDINATOR)
                    && (at == first || self.is_comma(at - 1))
                    && !self.is(at, RELATIVE | PREPOSITION);
            if parts {
                return at + 1;
            }
        }
        low
    }

    /// The first noun phrase of a clause, leading adverbs and prepositional phrases aside.
    pub(in crate::quote) fn first_subject(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = start;
        let stop = end.min(start + REACH);
        while at < stop {
            let word = self.at(at);
            // `Speaking in Salem, Okoro said`
            let leading =
                at == start && word.is(VERB) && word.in_form(form::ING | form::PARTICIPLE) && !word.in_form(form::BASE);
            if leading && let Some(comma) = (at..stop).find(|t| self.is_comma(*t)) {
                at = comma + 1;
                continue;
            }
            if self.marked(at).is_some() || self.kind(at) == TokenKind::Mark && !self.is_nominal(at) {
                at += 1;
            } else if word.is(PREPOSITION | SUBORDINATOR) && !self.is_name(at) || word.is(TIME) {
                // To the comma behind the phrase, or over its noun.
                let comma = (at..stop.min(at + 16)).find(|t| self.is_comma(*t));
                let phrase = self.phrase_end(at + 1, stop).max(at + 1);
                let phrase =
                    if phrase == at + 1 && phrase < stop && self.is(phrase, TIME) { phrase + 1 } else { phrase };
                // `In 2020 the fund withdrew a grant, stating`
                let next =
                    phrase < stop && self.is(phrase, DETERMINER | PRONOUN | POSSESSIVE) && !self.is(phrase, RELATIVE);
                if next && word.is(PREPOSITION) && phrase > at + 1 {
                    at = phrase;
                    continue;
                }
                at = match comma {
                    Some(comma) if comma + 1 < stop => comma + 1,
                    _ => self.phrase_end(at + 1, stop).max(at + 1),
                };
            } else if word.is(ADVERB | CONJUNCTION) && !word.is(DETERMINER | PRONOUN) {
                at += 1;
            } else if word.is(PRONOUN) || self.is_nominal(at) {
                let phrase = self.phrase_end_with_of(at, stop);
                let phrase = phrase.max(at + 1);
                let words = self.named_apposition(at, phrase, stop).unwrap_or_else(|| self.head(at, phrase));
                return Some(Subject { words, start: at, relative: false });
            } else {
                at += 1;
            }
        }
        None
    }

    /// The phrase with the name that stands behind it as its other name: `the grower, Oh Se-bok`.
    pub(in crate::quote) fn named_apposition(
        &self,
        phrase_start: usize,
        phrase_end: usize,
        end: usize,
    ) -> Option<Range<usize>> {
        let start = phrase_end + 1;
        if start >= end || !self.is_comma(phrase_end) || !self.is_name(start) {
            return None;
        }
        // A phrase that names somebody already has no need of another name.
        let described = self.is(phrase_start, DETERMINER | POSSESSIVE)
            || (phrase_start..phrase_end).any(|at| self.at(at).in_form(form::OF) || self.kind(at) == TokenKind::Clitic);
        if self.is_name(phrase_end - 1) && !described {
            return None;
        }
        let mut at = start;
        while at < end && (self.is_name(at) || self.is_nominal(at) && !self.is(at, DETERMINER)) {
            at += 1;
        }
        Some(phrase_start..at)
    }

    /// The subject behind an inverted verb: `said Thae Yong-ho, a former deputy ambassador`.
    pub(in crate::quote) fn subject_after(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = start;
        while at < end && self.is(at, ADVERB) && !self.is(at, DETERMINER | PRONOUN) {
            at += 1;
        }
        if at >= end || self.marked(at).is_some() {
            return None;
        }
        let phrase = self.phrase_end_with_of(at, end);
        if phrase == at {
            return None;
        }
        let words = self.named_apposition(at, phrase, end).unwrap_or_else(|| self.head(at, phrase));
        Some(Subject { words, start: at, relative: false })
    }

    /// Whether the marked token closes words that end as speech does, and not a title.
    pub(in crate::quote) fn is_speech_mark(&self, token: usize) -> bool {
        self.kind(token) == TokenKind::Mark && token > self.base && self.is_mark(token - 1, &[",", "?", "!", ".", "…"])
    }
}
