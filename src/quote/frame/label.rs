//! Sources named by other means than a verb: `according to`, a noun, a label with a colon, a dash.

use std::ops::Range;

use super::{Frame, REACH};
use crate::quote::lexicon::{class::*, form};
use crate::quote::paragraph::is_kicker;
use crate::quote::reliability::Rule;
use crate::quote::syntax::{Mood, Subject};
use crate::text::TokenKind;

impl Frame<'_, '_> {
    /// `The minister continued:`, at the end of a paragraph.
    pub(super) fn lead(&self) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let view = self.view;
        let colon = self.end - 1;
        if colon <= self.start || !view.is_mark(colon, &[":"]) {
            return None;
        }
        let low = self.start.max(colon.saturating_sub(REACH));
        let group =
            (low..colon).rev().filter(|at| view.marked(*at).is_none()).find_map(|at| view.group(at, self.start));
        let Some(group) = group.filter(|group| group.mood != Mood::Passive) else {
            let speaker = view.first_subject(self.start, colon).map(|subject| subject.words);
            return Some((colon..colon + 1, speaker));
        };
        let subject = if group.mood == Mood::Finite { view.subject_before(self.start, group.start) } else { None };
        let speaker = subject
            .map(|subject| subject.words)
            .or_else(|| self.speaker.clone())
            .or_else(|| view.first_subject(self.start, group.start).map(|subject| subject.words));
        Some((group.start..group.end, speaker))
    }

    /// A headline's marked words, where nothing says whose they are.
    pub(super) fn headline_quote(&mut self) {
        // A headline has no full stop.
        if self.view.is_mark(self.end - 1, &["."]) && self.view.marked(self.end - 1).is_none() {
            return;
        }
        let long = self.marked.iter().find(|mark| {
            mark.start >= self.free
                && mark.end <= self.end
                && mark.inner().len() > 2
                && self.view.marked(mark.start).is_some()
        });
        if let Some(mark) = long {
            self.push(std::iter::once(mark.start..mark.end).collect(), None, None, Rule::Headline);
        }
    }

    pub(super) fn is_according(&self, at: usize) -> bool {
        self.view_of(at).is_some()
            || at + 1 < self.end
                && self.view.word(at).eq_ignore_ascii_case("according")
                && self.view.at(at + 1).in_form(form::TO)
    }

    /// The end of `in the view of`, `by the reckoning of`.
    pub(super) fn view_of(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let opens = view.at(at).in_form(form::IN | form::BY) && at + 4 < self.end && view.is(at + 1, DETERMINER);
        let noun = opens
            && matches!(
                view.word(at + 2),
                "view" | "opinion" | "words" | "judgment" | "estimation" | "reckoning" | "account" | "estimate"
            );
        (noun && view.at(at + 3).in_form(form::OF)).then_some(at + 4)
    }

    pub(super) fn according(&mut self, at: usize) -> Option<usize> {
        let cue = at..self.view_of(at).unwrap_or(at + 2);
        let source = self.source(cue.end)?;
        let leads = at == self.start
            || at == self.free
            || at == self.start + 1 && self.view.is(self.start, CONJUNCTION | ADVERB);
        if !leads && at > self.free {
            // What stands before, and what goes on behind a comma when that is no clause yet.
            let before = self.trim(self.content_start(self.free, at)..at);
            if before.is_empty() {
                return None;
            }
            let mut pieces = vec![before.clone()];
            let only_after = self.view.is(before.end - 1, RELATIVE | CONJUNCTION);
            let tail = self.phrase_with_tail(source.start);
            let mut free = tail;
            let complete = !only_after && self.view.has_verb(before.start, before.end);
            let joined = tail + 1 < self.end && self.view.is(tail + 1, CONJUNCTION);
            // `Only in part, according to Icaza: the lake decides.`
            let colon = !complete && tail < self.end && self.view.is_mark(tail, &[":"]);
            let only_after = only_after || colon;
            if tail < self.end && (self.view.is_comma(tail) && (!complete || joined) || colon) {
                let rest = self.trim(tail + 1..self.content_end(tail + 1, false));
                if !rest.is_empty() {
                    free = rest.end;
                    if only_after {
                        pieces.clear();
                    }
                    pieces.push(rest);
                }
            }
            self.push(pieces, Some(cue), Some(source.words), Rule::According);
            self.free = free;
            return Some(free);
        }
        // According to S, …
        let comma = (source.start..self.end.min(source.start + REACH))
            .find(|t| self.view.marked(*t).is_none() && (self.view.is_comma(*t) || self.view.is_mark(*t, &[":"])))?;
        let mut comma = comma;
        // `according to Morita Kaori, who buys fruit, …`
        if comma + 1 < self.end
            && self.view.is(comma + 1, RELATIVE | DETERMINER)
            && self.view.marked(comma + 1).is_none()
        {
            let later = (comma + 1..self.end.min(comma + 24)).find(|t| self.view.is_comma(*t));
            if let Some(later) = later
                && (self.view.is(comma + 1, RELATIVE) || !self.view.has_verb(comma + 1, later))
            {
                comma = later;
            }
        }
        let content = self.trim(comma + 1..self.content_end(comma + 1, false));
        if content.is_empty() {
            return None;
        }
        let end = content.end;
        self.push(vec![content], Some(cue), Some(source.words), Rule::According);
        self.free = end;
        Some(end)
    }

    /// The source that a preposition or an inverted verb names.
    pub(super) fn source(&self, at: usize) -> Option<Subject> {
        self.view.subject_after(at, self.end)
    }

    /// `“…” — Name`
    pub(super) fn dash(&mut self) {
        let view = self.view;
        let Some(index) = view.marked(self.start).filter(|_| self.free == self.start) else { return };
        let mark = self.marked[index];
        let dash = mark.end;
        if mark.start != self.start || dash + 1 >= self.end || !view.is_mark(dash, &["—", "–", "--", "―", "-"]) {
            return;
        }
        let name = view.phrase_end(dash + 1, self.end);
        let short = self.end - dash <= 14 && (dash..self.end).all(|t| view.marked(t).is_none());
        if name > dash + 1 && short && view.is_name(dash + 1) && !view.has_verb(dash + 1, self.end) {
            let pieces = std::iter::once(mark.start..mark.end).collect();
            self.push(pieces, Some(dash..dash + 1), Some(dash + 1..name), Rule::Dash);
            self.free = self.end;
        }
    }

    /// `her claim that …`, `Okoro’s promise to …`
    pub(super) fn noun(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        if !view.is(at, NOUN) || at < self.free + 1 || at + 2 >= self.end || view.marked(at + 1).is_some() {
            return None;
        }
        let next = view.at(at + 1);
        let clause = next.is(THAT) && view.has_verb(at + 2, self.clause_limit(at + 2));
        let intent = next.in_form(form::TO) && self.is_infinitive(at + 1);
        if !(clause || intent) {
            return None;
        }
        // Whose it is: `her`, `the minister’s`, with an adjective or two between.
        let low = self.free.max(at.saturating_sub(4));
        let owner = (low..at).rev().take_while(|t| view.marked(*t).is_none()).find_map(|t| {
            if view.is(t, POSSESSIVE) && !view.is(t, RELATIVE) {
                return Some(t..t + 1);
            }
            let possessive = view.kind(t) == TokenKind::Clitic && t > self.free && !view.is(t - 1, PRONOUN);
            possessive.then(|| view.possessor(self.free, t)).filter(|owner| !owner.is_empty())
        })?;
        let start = at + 1 + usize::from(clause);
        let content = self.trim(start..self.content_end(start, false));
        if content.is_empty() {
            return None;
        }
        let end = content.end;
        self.push(std::iter::once(content).collect(), Some(at..at + 1), Some(owner), Rule::Noun);
        self.free = end;
        Some(end)
    }

    /// `Name: “…”`, or a headline's `Name: …`; only where a label stands before the colon, if `labelled`.
    pub(super) fn colon(&mut self, labelled: bool) {
        let view = self.view;
        let low = self.free;
        let Some(colon) =
            (low..self.end.min(low + REACH)).find(|t| view.marked(*t).is_none() && view.is_mark(*t, &[":"]))
        else {
            return;
        };
        if colon + 1 >= self.end || colon == low {
            return;
        }
        let quoted = view.marked(colon + 1).is_some();
        let label = view.title
            && low == self.start
            && colon - low <= 6
            && (low..colon).all(|t| view.is_nominal(t) || view.is(t, PREPOSITION));
        let kicker = label && colon - low <= 2 && is_kicker(view.word(low));
        if (kicker || !label) && (labelled || !quoted) {
            return;
        }
        // `From the harbour master: “…”`
        let from = low + usize::from(view.word(low).eq_ignore_ascii_case("from") && low + 1 < colon);
        let speaker = view.first_subject(from, colon).map(|found| found.words);
        // A headline's label is of all that follows.
        let end = if label { self.end } else { self.content_end(colon + 1, false) };
        let content = self.trim(colon + 1..end);
        if content.is_empty() {
            return;
        }
        self.free = content.end;
        self.push(vec![content], Some(colon..colon + 1), speaker, Rule::Colon);
    }
}
