//! Words before a cue that it closes: `“…,” she said`; `…, the ministry said on Friday, …`.

use super::{Frame, REACH};
use crate::quote::lexicon::class::*;
use crate::quote::marks::Marked;
use crate::quote::reliability::Rule;
use crate::quote::syntax::{Group, Mood, Subject};
use crate::text::{Case, TokenKind};

impl Frame<'_, '_> {
    /// `…, two diplomats said on Friday.` closes the whole sentence, whatever cues it holds.
    pub(super) fn trailing(&mut self) {
        let view = self.view;
        if self.free != self.start || (self.start..self.end).any(|t| view.marked(t).is_some()) {
            return;
        }
        let low = self.start.max(self.end.saturating_sub(12));
        if (low..self.end).any(|at| self.is_according(at)) {
            return;
        }
        for at in (low..self.end).rev() {
            if view.is(at, SAY | TELL)
                && let Some(group) = view.group(at, self.start)
            {
                let inverted = group.class & SAY != 0
                    && group.start > self.start
                    && view.is_comma(group.start - 1)
                    && self.phrase_with_tail(group.end) + 1 >= self.end;
                let heard = if group.class & SAY == 0 { self.hearer_end(group.end) } else { group.end };
                let closes = inverted || self.skip_adjuncts(heard) + 1 >= self.end;
                if closes && (group.class & WEAK == 0 || group.end + 1 >= self.end) {
                    self.behind(&group);
                }
                return;
            }
        }
    }

    /// Words before the cue that it closes.
    pub(super) fn behind(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        if group.class & (SAY | TELL | THINK | BESIDE) == 0 || group.mood == Mood::Passive || group.start <= self.free {
            return None;
        }
        let quoted = self.mark_before(group);
        let inverted_at = group.start - 1;
        // `told AFP`: the hearer behind the verb is no subject.
        let is_inverted = quoted.is_some_and(|mark| (mark.end..group.start).all(|t| self.is_stop(t)))
            || quoted.is_none() && view.is_comma(inverted_at) && group.class & SAY != 0;
        match quoted {
            Some(mark) => self.behind_marked(group, &mark, is_inverted),
            None => self.behind_plain(group, is_inverted),
        }
    }

    /// A verb that no list has, or has for something else, right beside words that end as speech does: `“…!” he exulted`.
    pub(super) fn beside(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        if at <= self.free || !view.is_plain_verb(at) {
            return None;
        }
        let group = Group { start: at, verb: at, end: at + 1, class: BESIDE, mood: Mood::Finite };
        let mark = self.mark_before(&group)?;
        let from = (mark.end..at).find(|t| !self.is_stop(*t)).unwrap_or(at);
        let names =
            |t: usize| t < self.end && (view.is_name(t) || view.is(t, DETERMINER | POSSESSIVE) && !view.is(t, THAT));
        let inverted = from == at;
        let stands = if inverted {
            let after = self.phrase_with_tail(at + 1);
            names(at + 1) && (after >= self.end || self.is_stop(after))
        } else {
            let next = at + 1;
            (names(from) || view.is(from, PRONOUN))
                && view.phrase_end_with_of(from, at) == at
                && (next >= self.end
                    || self.is_stop(next)
                    || view.marked(next).is_some()
                    || view.is(next, ADVERB | PREPOSITION | TIME | CONJUNCTION))
        };
        if stands { self.behind_marked(&group, &mark, inverted) } else { None }
    }

    /// Marked words before the cue.
    fn behind_marked(&mut self, group: &Group, mark: &Marked, is_inverted: bool) -> Option<usize> {
        let view = self.view;
        let subject = if is_inverted && group.mood == Mood::Finite {
            view.subject_after(group.end, self.end)?
        } else {
            self.subject_between(mark.end, group)?
        };
        let start = self.content_start(self.free, mark.start);
        // `On “Good Morning”, Okoro told the host that`
        if start < mark.start
            && !is_inverted
            && !view.has_verb(start, mark.start)
            && (view.is(start, PREPOSITION | TIME) || view.marked(start).is_none() && mark.inner().len() < 7)
            && self.find_ahead(group).is_some()
        {
            return None;
        }
        let first = self.trim(start..mark.end);
        let after = if is_inverted { self.phrase_with_tail(subject.start) } else { group.end };
        let mut pieces = vec![first];
        let mut free = after.max(mark.end);
        if let Some(next) = self.mark_after(after) {
            free = next.end;
            let more = self.content_end(next.start, false);
            let more = self.trim(next.start..more.max(next.end));
            free = free.max(more.end);
            pieces.push(more);
        } else if after + 1 < self.end
            && view.is_comma(after)
            && view.marked(after + 1).is_none()
            && view.is(after + 1, AUXILIARY)
            && !view.has_verb(mark.inner().start, mark.inner().end)
        {
            // `“Only you,” she said, would open it.`
            let more = self.trim(after + 1..self.content_end(after + 1, false));
            free = free.max(more.end);
            pieces.push(more);
        }
        self.push(pieces, Some(group.start..group.end), Some(subject.words), Rule::Behind);
        self.free = free;
        Some(free)
    }

    /// A clause without marks before the cue, parted by a comma.
    fn behind_plain(&mut self, group: &Group, is_inverted: bool) -> Option<usize> {
        let view = self.view;
        let weak = group.class & WEAK != 0 && group.end + 1 < self.end && !view.is_comma(group.end);
        if group.class & (SAY | THINK | TELL) == 0 || weak || group.mood != Mood::Finite {
            return None;
        }
        let (subject, before, after) = if is_inverted {
            let subject = view.subject_after(group.end, self.end)?;
            let after = self.phrase_with_tail(subject.start);
            let object = subject.words.len() == 1 && view.is(subject.start, DETERMINER | OBJECT)
                || view.kind(subject.start) != TokenKind::Word;
            // `Adler, who keeps the lamp, said the boats were gone`: what stands before is the subject.
            let subject_before = view.is_name(self.free)
                && !view.has_own_verb(self.free + 1, group.start)
                && after < self.end
                && !(after + 1 < self.end && view.is_comma(after) && view.is(after + 1, AUXILIARY));
            if object
                || subject_before
                || after < self.end && !self.is_stop(after) && !view.is_mark(after, &["("])
                || view.has_verb(subject.words.end, after)
            {
                return None;
            }
            (subject, group.start - 1, after)
        } else {
            let subject = self.named_before(group).or_else(|| view.subject_before(self.free, group.start))?;
            if subject.relative || subject.start <= self.free || !view.is_comma(subject.start - 1) {
                return None;
            }
            let before = subject.start - 1;
            let mut after = group.end;
            if group.class & TELL != 0 && after < self.end && !view.is_comma(after) {
                after = view.phrase_end(after, self.end);
            }
            (subject, before, self.skip_adjuncts(after))
        };
        let closed = after >= self.end
            || view.is_mark(after, &["("])
            || self.is_stop(after) && view.marked(after).is_none() && !view.is_mark(after, &[":"]);
        if before <= self.free || !closed {
            return None;
        }
        let start = self.content_start(self.free, before);
        let first = self.trim(start..before);
        if first.is_empty() {
            return None;
        }
        // `who, she said, was late`; `and, he claimed, was sick`
        let only_after = view.is(first.end - 1, RELATIVE | CONJUNCTION) || view.is(before - 1, CONJUNCTION);
        let complete = !only_after && view.has_verb(first.start, first.end);
        let goes_on = after + 1 < self.end && view.is_comma(after) && !(is_inverted && view.is(after + 1, RELATIVE));
        // `It was late, she said, and nobody came`
        let joined = after + 2 < self.end
            && (view.is_mark(after, &[";"]) || goes_on && view.is(after + 1, CONJUNCTION) && !view.is(after + 2, VERB))
            && view.marked(after + 1).is_none()
            && !(after + 2..self.end.min(after + REACH))
                .any(|t| view.is(t, SAY | TELL) && view.group(t, after + 1).is_some());
        let mut pieces = vec![first.clone()];
        let mut free = after;
        if goes_on && let Some(index) = view.marked(after + 1) {
            // `It was late, she said, “and dark.”`, not `On Friday, she said, “Go.”`
            let mark = self.marked[index];
            let lower = view.document.tokens()[mark.inner().start].case == Case::Lower;
            if !lower || !complete || view.is(first.start, SUBORDINATOR) {
                return None;
            }
            pieces.push(mark.start..mark.end);
            free = mark.end;
        }
        if joined && complete {
            let rest = self.trim(after + 1..self.content_end(after + 1, false));
            if !rest.is_empty() {
                free = rest.end;
                pieces.push(rest);
            }
        } else if goes_on && !complete {
            let rest = self.trim(after + 1..self.content_end(after + 1, false));
            if rest.is_empty() {
                return None;
            }
            free = rest.end;
            if only_after {
                pieces.clear();
            }
            pieces.push(rest);
        } else if !complete && (first.len() < 3 || is_inverted || only_after) {
            return None;
        }
        self.push(pieces, Some(group.start..group.end), Some(subject.words), Rule::BehindPlain);
        self.free = free;
        Some(free)
    }

    /// `…, his daughter, Malati Dasi, said`: the phrase and the name between commas before a cue.
    pub(super) fn named_before(&self, group: &Group) -> Option<Subject> {
        let view = self.view;
        let close = group.start - 1;
        if close <= self.free || !view.is_comma(close) {
            return None;
        }
        let comma = |end: usize| {
            (self.free.max(end.saturating_sub(12))..end).rev().find(|t| view.is_comma(*t) && view.marked(*t).is_none())
        };
        let middle = comma(close)?;
        let open = comma(middle)?;
        let named = middle + 1 < close && (middle + 1..close).all(|t| view.is_nominal(t)) && view.is_name(middle + 1);
        let phrase =
            open + 1 < middle && view.phrase_end_with_of(open + 1, middle) == middle && !view.is_name(open + 1);
        (named && phrase).then(|| Subject { words: open + 1..close, start: open + 1, relative: false })
    }

    /// The marked stretch before a cue that it can close.
    pub(super) fn mark_before(&self, group: &Group) -> Option<Marked> {
        let view = self.view;
        let low = self.free.max(group.start.saturating_sub(REACH));
        let nearest = (low..group.start).rev().find_map(|t| view.marked(t)).map(|index| self.marked[index])?;
        let leading = view.marked(self.free).map(|index| self.marked[index]);
        let mark = match leading {
            Some(leading) if leading.start == self.free && leading.end < nearest.start && self.closes(&leading) => {
                // `“…,” Mistry, who sang “Floodgate,” wrote`
                let between = leading.end;
                if view.marked(between).is_some() || view.is(between, CONJUNCTION) { nearest } else { leading }
            }
            _ => nearest,
        };
        // A title: `whose first novel, “The Salt Ledger,” wrote itself`
        let inner = mark.inner();
        let title = mark.start > self.free
            && inner.len() < 6
            && !view.is_comma(mark.start - 1)
            && inner.clone().all(|t| {
                view.kind(t) == TokenKind::Mark
                    || view.document.tokens()[t].case != Case::Lower
                    || view.is(t, DETERMINER | PREPOSITION)
            });
        if title && !view.is(group.verb, TELL) && view.word(group.verb) != "said" {
            return None;
        }
        if mark.start < self.free || mark.end > group.start || !self.closes(&mark) {
            return None;
        }
        Some(mark)
    }

    /// Whether a marked stretch ends as one does before its attribution.
    pub(super) fn closes(&self, mark: &Marked) -> bool {
        let inner = mark.inner();
        let last = inner.end - 1;
        let comma_behind = mark.end < self.end && self.view.is_mark(mark.end, &[",", "—", "–"]);
        comma_behind
            || self.view.is_mark(last, &[",", "?", "!", "…", "...", "—", "–", "--", "-"])
            || self.view.is_mark(last, &["’", "'", "”"])
                && inner.len() > 1
                && self.view.is_mark(last - 1, &[",", "?", "!"])
    }

    /// The first marked stretch behind an attribution that goes on with the quote before it.
    pub(super) fn mark_after(&self, from: usize) -> Option<Marked> {
        let view = self.view;
        for at in from..self.end.min(from + REACH) {
            if let Some(index) = view.marked(at) {
                let mark = self.marked[index];
                let glued = at > from && !view.is_comma(at - 1) && !view.is_mark(at - 1, &[":", "—", "–", "-", "--"]);
                return (mark.start == at && !glued).then_some(mark);
            }
            if view.group(at, from).is_some_and(|group| group.class & (SAY | TELL) != 0 && group.mood != Mood::Passive)
            {
                return None;
            }
        }
        None
    }

    /// The subject between a marked stretch and its cue.
    pub(super) fn subject_between(&self, from: usize, group: &Group) -> Option<Subject> {
        let view = self.view;
        let mut from = from;
        while from < group.start && self.is_stop(from) {
            from += 1;
        }
        if from == group.start {
            return None;
        }
        // Another sentence's words would stand between.
        if view.is(from, CONJUNCTION | SUBORDINATOR | RELATIVE) && !view.is(from, PRONOUN) {
            return None;
        }
        if group.mood == Mood::Ing {
            return None;
        }
        view.first_subject(from, group.start)
    }

    /// The end of a phrase with its prepositional tail.
    pub(super) fn phrase_with_tail(&self, start: usize) -> usize {
        let mut at = self.view.phrase_end(start, self.end).max(start + 1).min(self.end);
        while at + 1 < self.end
            && self.view.marked(at).is_none()
            && (self.view.is(at, PREPOSITION | TIME | VERB) || self.view.is_nominal(at))
            && at < start + REACH
        {
            at += 1;
        }
        at
    }

    /// Where the words before an attribution begin: behind a leading conjunction.
    pub(super) fn content_start(&self, start: usize, end: usize) -> usize {
        let view = self.view;
        let mut at = start;
        while at < end && view.marked(at).is_none() && (self.is_stop(at) || view.is(at, CONJUNCTION)) {
            at += 1;
        }
        at
    }
}
