//! The attributions of one sentence: which words are reported, by which cue, from whom.
//!
//! A sentence is read from left to right with every marked stretch as one thing. Each cue first looks behind it, for
//! words that it closes (`“…,” she said`; `…, the ministry said`), then ahead (`she said that …`; `according to her, …`).

use std::ops::Range;

use super::lexicon::{Word, class::*, form};
use super::marks::Marked;
use super::syntax::{Group, Mood, Subject, View};
use crate::text::{Case, TokenKind};

/// A quote in the making, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) speaker: Option<Range<usize>>,
    pub(super) score: f32,
}

/// What a sentence leaves to the next one.
#[derive(Clone, Debug, Default)]
pub(super) struct Rest {
    /// Whether the sentence is a marked stretch and nothing else.
    pub(super) bare: bool,
    /// Cue and speaker of a sentence that ends with a colon, for the marked paragraph behind it.
    pub(super) lead: Option<(Range<usize>, Option<Range<usize>>)>,
}

/// How far a cue looks for what belongs to it, in tokens.
const REACH: usize = 40;

/// Reads one sentence, `start..end`, and appends what it attributes.
pub(super) fn read(view: &View<'_>, marked: &[Marked], start: usize, end: usize, out: &mut Vec<Draft>) -> Rest {
    let mut frame = Frame { view, marked, start, end, free: start, speaker: None, out };
    frame.run();
    Rest { bare: frame.is_bare(), lead: frame.lead() }
}

struct Frame<'a, 'b> {
    view: &'a View<'a>,
    marked: &'a [Marked],
    start: usize,
    end: usize,
    /// The first token that no quote has taken.
    free: usize,
    /// Who spoke last in this sentence.
    speaker: Option<Range<usize>>,
    out: &'b mut Vec<Draft>,
}

/// What stands behind a cue.
struct Ahead {
    start: usize,
    /// Whether it is a thing, not a clause.
    thing: bool,
    /// How much of a reported clause it looks like.
    score: f32,
}

impl Frame<'_, '_> {
    fn run(&mut self) {
        if self.view.title {
            self.colon(true);
        }
        self.trailing();
        self.dash();
        let mut at = self.free;
        while at < self.end {
            if let Some(index) = self.view.marked(at) {
                at = self.marked[index].end.max(at + 1);
                continue;
            }
            let next = if self.is_according(at) { self.according(at) } else { self.verb(at).or_else(|| self.noun(at)) };
            at = next.unwrap_or(at + 1).max(at + 1);
        }
        self.colon(false);
        let view = self.view;
        let whole = self.start == view.base && self.end == view.base + view.words.len();
        if view.title && whole && self.out.is_empty() && !self.is_bare() {
            self.headline_quote();
        }
    }

    /// `…, two diplomats said on Friday.` closes the whole sentence, whatever cues it holds.
    fn trailing(&mut self) {
        let view = self.view;
        if self.free != self.start || (self.start..self.end).any(|t| view.marked(t).is_some()) {
            return;
        }
        let low = self.start.max(self.end.saturating_sub(12));
        for at in (low..self.end).rev() {
            if view.is(at, SAY)
                && let Some(group) = view.group(at, self.start)
            {
                let inverted = group.start > self.start
                    && view.is_comma(group.start - 1)
                    && self.phrase_with_tail(group.end) + 1 >= self.end;
                let closes = inverted || self.skip_adjuncts(group.end) + 1 >= self.end;
                if closes && (group.class & WEAK == 0 || group.end + 1 >= self.end) {
                    self.behind(&group);
                }
                return;
            }
        }
    }

    /// A headline's marked words, where nothing says whose they are.
    fn headline_quote(&mut self) {
        let long =
            self.marked.iter().find(|mark| mark.start >= self.free && mark.end <= self.end && mark.inner().len() > 2);
        if let Some(mark) = long {
            self.push(std::iter::once(mark.start..mark.end).collect(), None, None, 0.4);
        }
    }

    /// Whether the sentence is one marked stretch and punctuation.
    fn is_bare(&self) -> bool {
        let Some(index) = self.view.marked(self.start) else { return false };
        let mark = self.marked[index];
        mark.start == self.start && (mark.end..self.end).all(|at| self.is_stop(at))
    }

    /// `The minister continued:`, at the end of a paragraph.
    fn lead(&self) -> Option<(Range<usize>, Option<Range<usize>>)> {
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

    fn is_stop(&self, at: usize) -> bool {
        self.view.is_mark(at, &[".", ",", ";", "!", "?", "…", "...", "—", "–", "-", ":", ")"])
    }

    fn is_according(&self, at: usize) -> bool {
        self.view_of(at).is_some()
            || at + 1 < self.end
                && self.view.word(at).eq_ignore_ascii_case("according")
                && self.view.at(at + 1).in_form(form::TO)
    }

    /// The end of `in the view of`, `by the reckoning of`.
    fn view_of(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let opens = view.at(at).in_form(form::IN | form::BY) && at + 4 < self.end && view.is(at + 1, DETERMINER);
        let noun = opens
            && matches!(
                view.word(at + 2),
                "view" | "opinion" | "words" | "judgment" | "estimation" | "reckoning" | "account" | "estimate"
            );
        (noun && view.at(at + 3).in_form(form::OF)).then_some(at + 4)
    }

    // --- according to ---

    fn according(&mut self, at: usize) -> Option<usize> {
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
            self.push(pieces, Some(cue), Some(source.words), 0.9);
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
        self.push(vec![content], Some(cue), Some(source.words), 0.9);
        self.free = end;
        Some(end)
    }

    /// The source that a preposition or an inverted verb names.
    fn source(&self, at: usize) -> Option<Subject> {
        self.view.subject_after(at, self.end)
    }

    /// The end of a phrase with its prepositional tail.
    fn phrase_with_tail(&self, start: usize) -> usize {
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

    // --- verbs ---

    fn verb(&mut self, at: usize) -> Option<usize> {
        let view = self.view;
        let mut group = view.group(at, self.free.max(self.start))?;
        if let Some(next) = self.quoted_as_saying(&mut group) {
            return Some(next);
        }
        if let Some(next) = self.behind(&group) {
            return Some(next);
        }
        self.ahead(&group)
    }

    /// `was quoted as saying`, `quoted her as saying`
    fn quoted_as_saying(&mut self, group: &mut Group) -> Option<usize> {
        let view = self.view;
        let first = self.free.max(self.start);
        if group.mood != Mood::Ing || group.start <= first || !view.at(group.start - 1).in_form(form::AS) {
            return None;
        }
        let low = first.max(group.start.saturating_sub(9));
        let quoted =
            (low..group.start).rev().find(|t| matches!(view.word(*t), "quoted" | "quotes" | "cited" | "reported"))?;
        let outer = view.group(quoted, first)?;
        let speaker = if outer.mood == Mood::Passive {
            view.subject_before(first, outer.start)?
        } else {
            view.subject_after(quoted + 1, group.start)?
        };
        let ahead = self.find_ahead(group)?;
        let content = self.trim(ahead.start..self.content_end(ahead.start, false));
        if content.is_empty() {
            return None;
        }
        let end = content.end;
        self.push(std::iter::once(content).collect(), Some(outer.start..group.end), Some(speaker.words), 0.85);
        self.free = end;
        Some(end)
    }

    /// Words before the cue that it closes.
    fn behind(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        if group.class & (SAY | TELL | THINK | BESIDE) == 0 || group.mood == Mood::Passive || group.start <= self.free {
            return None;
        }
        let quoted = self.mark_before(group);
        let inverted_at = group.start - 1;
        let is_inverted = quoted.is_some_and(|mark| (mark.end..group.start).all(|t| self.is_stop(t)))
            || quoted.is_none() && view.is_comma(inverted_at);
        if let Some(mark) = quoted {
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
            }
            self.push(pieces, Some(group.start..group.end), Some(subject.words), 0.95);
            self.free = free;
            return Some(free);
        }
        let weak = group.class & WEAK != 0 && group.end + 1 < self.end && !view.is_comma(group.end);
        if group.class & (SAY | THINK | TELL) == 0 || weak || group.mood != Mood::Finite {
            return None;
        }
        let (subject, before, after) = if is_inverted {
            let subject = view.subject_after(group.end, self.end)?;
            let after = self.phrase_with_tail(subject.start);
            let object = subject.words.len() == 1 && view.is(subject.start, DETERMINER | OBJECT);
            if object
                || after < self.end && !self.is_stop(after) && !view.is_mark(after, &["("])
                || view.has_verb(subject.words.end, after)
            {
                return None;
            }
            (subject, inverted_at, after)
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
        let goes_on = after + 1 < self.end && view.is_comma(after);
        // `It was late, she said, and nobody came`
        let joined = after + 2 < self.end
            && (view.is_mark(after, &[";"]) || goes_on && view.is(after + 1, CONJUNCTION) && !view.is(after + 2, VERB))
            && view.marked(after + 1).is_none()
            && !(after + 2..self.end).any(|t| view.is(t, SAY | TELL) && view.group(t, after + 1).is_some());
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
        self.push(pieces, Some(group.start..group.end), Some(subject.words), 0.85);
        self.free = free;
        Some(free)
    }

    /// `…, his daughter, Malati Dasi, said`: the phrase and the name between commas before a cue.
    fn named_before(&self, group: &Group) -> Option<Subject> {
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
    fn mark_before(&self, group: &Group) -> Option<Marked> {
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
    fn closes(&self, mark: &Marked) -> bool {
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
    fn mark_after(&self, from: usize) -> Option<Marked> {
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
    fn subject_between(&self, from: usize, group: &Group) -> Option<Subject> {
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

    /// Words behind the cue.
    fn ahead(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        // `was not authorized to discuss it`
        if group.mood == Mood::Infinitive
            && group.start > self.start
            && matches!(
                view.word(group.start - 1),
                "authorized" | "authorised" | "allowed" | "cleared" | "permitted" | "able" | "available"
            )
        {
            return None;
        }
        let subject = match group.mood {
            Mood::Finite | Mood::Passive => view.subject_before(self.free.max(self.start), group.start),
            Mood::Ing | Mood::Infinitive => None,
        };
        if let Some(next) = self.leading_inversion(group) {
            return Some(next);
        }
        let ahead = self.find_ahead(group)?;
        let mut speaker = match (&subject, group.mood) {
            (Some(subject), Mood::Finite) => Some(subject.words.clone()),
            // `is focused on`, `is worried about`
            (Some(subject), Mood::Passive) if group.class & ABOUT != 0 && ahead.thing => Some(subject.words.clone()),
            (_, Mood::Passive) => None,
            // `the group backing Okoro`
            (_, Mood::Ing)
                if group.start > self.free
                    && group.start == group.verb
                    && view.marked(group.start - 1).is_none()
                    && view.is_nominal(group.start - 1)
                    && view.kind(group.start - 1) == TokenKind::Word =>
            {
                view.subject_before(self.free, group.start).map(|subject| subject.words)
            }
            _ => self.speaker.clone().or_else(|| view.first_subject(self.start, group.start).map(|found| found.words)),
        };
        if group.mood == Mood::Finite && speaker.is_none() {
            let follows = group.start > self.start && view.is(group.start - 1, CONJUNCTION);
            if !follows && group.start > self.start + 2 {
                return None;
            }
            speaker =
                self.speaker.clone().or_else(|| view.first_subject(self.start, group.start).map(|found| found.words));
            if speaker.is_none() && !view.headline {
                return None;
            }
        }
        let dependent = subject.as_ref().is_some_and(|subject| {
            subject.start > self.start
                && view.is(subject.start - 1, SUBORDINATOR)
                && (subject.start - 1 == self.start || view.is_comma(subject.start - 2))
        });
        let relative = subject.as_ref().is_some_and(|subject| subject.relative)
            && (self.start + 2..group.start).any(|t| view.is(t, RELATIVE) && view.is_comma(t - 1));
        // `Addressing the crowd, Okoro said`; `Asked about it, she said`
        let opens = (self.start..group.start)
            .all(|t| view.marked(t).is_none() && view.is(t, PREPOSITION | ADVERB | CONJUNCTION | SUBORDINATOR));
        let leading = opens && (group.mood == Mood::Ing || group.start == self.start && subject.is_none());
        // `When he was done, and said so, the crowd left`
        let subordinate = view.is(self.start, SUBORDINATOR)
            && !(self.start..group.start).any(|t| view.is_comma(t) && view.marked(t).is_none());
        let inside = dependent || relative || leading || subordinate;
        let end = if ahead.thing { self.thing_end(ahead.start, inside) } else { self.content_end(ahead.start, inside) };
        let content = self.trim(ahead.start..end);
        if content.is_empty() {
            return None;
        }
        // `denied it`: no words of anybody's.
        let empty =
            content.len() == 1 && matches!(view.word(content.start), "it" | "this" | "that" | "themselves" | "so");
        if ahead.thing && empty {
            return None;
        }
        let end = content.end.max(ahead.start);
        // `what he called a “farce”`, `which he said would fail`
        if let Some(object) = self.object_before(group).filter(|_| group.class & (CALL | SAY | THINK) != 0) {
            self.push(vec![object..object + 1, content], Some(group.start..group.end), speaker, ahead.score);
            self.free = end;
            return Some(end);
        }
        let score = if group.negated { 0.8 * ahead.score } else { ahead.score };
        // `Addressing the crowd, Okoro said`
        if leading && speaker.is_none() && end + 1 < self.end && view.is_comma(end) {
            speaker = view.first_subject(end + 1, self.end).map(|found| found.words);
        }
        self.push(vec![content], Some(group.start..group.end), speaker, score);
        self.free = end;
        Some(end)
    }

    /// Marked words behind a colon and no clause: `posted a picture of the boat: “…”`.
    fn colon_ahead(&self, from: usize) -> Option<usize> {
        let view = self.view;
        for at in from..self.end.min(from + 24) {
            if view.marked(at).is_some() || view.is(at, AUXILIARY | THAT) {
                return None;
            }
            if view.is_mark(at, &[":"]) {
                return (at + 1 < self.end && view.marked(at + 1).is_some()).then_some(at + 1);
            }
            if view.is(at, SAY | TELL) && view.group(at, from).is_some() {
                return None;
            }
        }
        None
    }

    /// `that` behind when, where and to whom something was said.
    fn that_ahead(&self, from: usize) -> Option<usize> {
        let view = self.view;
        let mut skip = from;
        for at in from..self.end.min(from + 24) {
            // A title: `in a paper entitled “Drowned” that`
            if let Some(index) = view.marked(at).filter(|index| self.marked[*index].inner().len() < 6) {
                skip = self.marked[index].end;
            }
            if at < skip {
                continue;
            }
            let word = view.at(at);
            if word.is(THAT) {
                return (at + 2 < self.end && !view.is_comma(at + 1)).then_some(at);
            }
            let hung = word.in_form(form::PARTICIPLE)
                && at > from
                && (view.is(at - 1, MEDIUM) || view.is_nominal(at - 1))
                && at + 1 < self.end
                && (view.is(at + 1, PREPOSITION) || view.marked(at + 1).is_some());
            let verb = word.is(AUXILIARY | RELATIVE)
                || !hung
                    && word.is(VERB)
                    && word.in_form(form::PAST | form::PRESENT)
                    && !view.is_nominal(at)
                    && !view.is_name(at);
            if view.marked(at).is_some() || verb || view.is_mark(at, &[";", ":"]) {
                return None;
            }
        }
        None
    }

    /// The `what` or `which` before a cue's subject that is its object.
    fn object_before(&self, group: &Group) -> Option<usize> {
        let subject = self.view.subject_before(self.free.max(self.start), group.start)?;
        if subject.relative || subject.start <= self.free {
            return None;
        }
        matches!(self.view.word(subject.start - 1), "what" | "which" | "What" | "that").then(|| subject.start - 1)
    }

    /// `a change he fears will cost him his house`
    fn is_aside(&self, group: &Group) -> bool {
        let view = self.view;
        let before = group.start.saturating_sub(1);
        before > self.free && view.is(before, PRONOUN) && !view.is(before, RELATIVE) && view.is_nominal(before - 1)
    }

    /// `Said Dorothy Adler, who grew up there: “…”`
    fn leading_inversion(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        if group.start != self.start || group.mood != Mood::Finite || group.class & (SAY | TELL) == 0 || view.headline {
            return None;
        }
        let subject = view.subject_after(group.end, self.end)?;
        let mark = self.mark_after(subject.words.end)?;
        let content = self.trim(mark.start..self.content_end(mark.start, false));
        let end = content.end;
        self.push(vec![content], Some(group.start..group.end), Some(subject.words), 0.8);
        self.free = end;
        Some(end)
    }

    /// Where what a cue reports begins.
    fn find_ahead(&self, group: &Group) -> Option<Ahead> {
        let view = self.view;
        let class = group.class;
        let reports = class & (SAY | TELL | THINK) != 0;
        let strong = class & WEAK == 0;
        let mut at = group.end;
        let mut heard = false;
        let mut named = at;
        if let Some(start) = self.colon_ahead(at) {
            return Some(Ahead { start, thing: false, score: 0.9 });
        }
        for _ in 0..6 {
            while at < self.end
                && view.marked(at).is_none()
                && view.is(at, ADVERB)
                && !view.is(at, DETERMINER | PREPOSITION | QUESTION | SUBORDINATOR | PRONOUN | NEGATION)
            {
                at += 1;
            }
            if at >= self.end {
                return None;
            }
            if let Some(index) = view.marked(at) {
                let mark = self.marked[index];
                if class & (ABOUT | URGE | INTEND) == class & CUE && !reports {
                    return None;
                }
                return Some(Ahead { start: mark.start, thing: false, score: 0.9 });
            }
            let when = self.skip_time(at);
            if when > at && reports && when < self.end {
                at = when;
                continue;
            }
            let word = view.at(at);
            if view.is_mark(at, &[":"]) {
                let quoted = at + 1 < self.end && view.marked(at + 1).is_some();
                return (at + 1 < self.end && (quoted || reports && strong)).then_some(Ahead {
                    start: at + 1,
                    thing: false,
                    score: 0.9,
                });
            }
            if view.is_comma(at) {
                // `said, however, that`; `said, “…”`
                if at + 1 < self.end && view.marked(at + 1).is_some() {
                    return Some(Ahead { start: at + 1, thing: false, score: 0.9 });
                }
                let close = (at + 1..self.end.min(at + 30)).find(|t| {
                    view.is_comma(*t) && *t + 1 < self.end && (view.is(*t + 1, THAT) || view.marked(*t + 1).is_some())
                });
                match close {
                    Some(close)
                        if reports
                            && !(at + 1..close).any(|t| view.is(t, SAY | TELL) && view.group(t, at).is_some()) =>
                    {
                        at = close + 1;
                        continue;
                    }
                    _ => return None,
                }
            }
            if reports
                && (group.mood != Mood::Passive || class & TELL != 0)
                && (word.is(PREPOSITION | TIME) || heard)
                && let Some(that) = self.that_ahead(at)
            {
                return Some(Ahead { start: that + 1, thing: false, score: 0.9 });
            }
            if word.is(THAT) && (reports || class & URGE != 0) && at + 1 < self.end {
                return Some(Ahead { start: at + 1, thing: false, score: 0.9 });
            }
            let to = at + usize::from(word.is(NEGATION) && at + 1 < self.end);
            if view.at(to).in_form(form::TO)
                && class & (INTEND | if heard { URGE | TELL } else { 0 }) != 0
                && self.is_infinitive(to)
            {
                // `asked not to be named`
                if (at..self.end.min(at + 4))
                    .any(|t| matches!(view.word(t), "named" | "identified" | "comment" | "quoted" | "called"))
                {
                    return None;
                }
                // `asked the actors to leave`, but `told the actors to leave`
                let object = heard && class & URGE != 0 && !view.is(named, OBJECT | PRONOUN);
                return Some(Ahead { start: if object { named } else { at }, thing: false, score: 0.6 });
            }
            if word.is(QUESTION) && class & (SAY | TELL | THINK | PRESENT) != 0 && !word.is(PREPOSITION) {
                return Some(Ahead { start: at, thing: false, score: 0.7 });
            }
            if class & TELL != 0
                && !heard
                && group.mood != Mood::Passive
                && (word.is(OBJECT | PRONOUN) || view.is_nominal(at))
            {
                let end = self.hearer_end(at);
                // `emailed supporters saying that`: the next cue reports.
                if end > at && end < self.end && view.at(end).in_form(form::ING) && view.is(end, SAY) {
                    return None;
                }
                if end > at && end < self.end {
                    let clause = class & (SAY | THINK) != 0 && self.is_clause(at);
                    let marks_clause = view.is(end, THAT)
                        || view.marked(end).is_some()
                        || view.is_comma(end)
                        || view.at(end).in_form(form::TO)
                        || view.is(end, QUESTION | TIME | PREPOSITION);
                    if !clause || marks_clause {
                        heard = true;
                        named = at;
                        at = end;
                        continue;
                    }
                }
            }
            if class & URGE != 0 && !heard && (word.is(OBJECT | PRONOUN) || view.is_nominal(at)) {
                let end = view.phrase_end_with_of(at, self.end);
                if end < self.end && view.at(end).in_form(form::TO) && self.is_infinitive(end) {
                    return Some(Ahead { start: at, thing: false, score: 0.6 });
                }
            }
            let passive = group.mood == Mood::Passive;
            // `which the utility insists is safe`
            if reports
                && group.mood == Mood::Finite
                && word.is(AUXILIARY)
                && (self.object_before(group).is_some() || self.is_aside(group))
            {
                return Some(Ahead { start: at, thing: false, score: 0.7 });
            }
            let clear = strong || heard || self.is_short_clause(at);
            if reports
                && clear
                && (!passive || class & TELL != 0)
                && self.is_clause(at)
                && (heard || self.is_said(group) || self.is_own_clause(at))
            {
                return Some(Ahead { start: at, thing: false, score: 0.85 });
            }
            let prepositions = view.at(group.verb).form & word.form & form::PREPOSITIONS;
            if class & ABOUT != 0 && prepositions != 0 && at + 1 < self.end {
                let on_a_day = view.is(at + 1, TIME | MEDIUM)
                    || view.is(at + 1, DETERMINER) && at + 2 < self.end && view.is(at + 2, TIME | MEDIUM);
                let unnamed = view.is(at + 1, DETERMINER) || !matches!(view.word(at + 1), "condition" | "anonymity");
                if !on_a_day && unnamed {
                    return Some(Ahead { start: at + 1, thing: true, score: 0.4 });
                }
            }
            if reports {
                let past = self.skip_adjuncts(at);
                if past > at {
                    at = past;
                    continue;
                }
            }
            break;
        }
        if at >= self.end {
            return None;
        }
        let word = view.at(at);
        if class & SAY != 0
            && strong
            && group.mood == Mood::Finite
            && (word.in_form(form::ING)
                || matches!(
                    view.word(at),
                    "despite" | "in" | "at" | "for" | "with" | "under" | "after" | "by" | "from"
                ))
            && self.is_said(group)
            && view.has_verb(at + 1, self.end)
        {
            return Some(Ahead { start: at, thing: false, score: 0.5 });
        }
        if class & CALL != 0 && word.is(PREPOSITION) {
            let past = if word.in_form(form::AS) { at } else { self.skip_adjuncts(at) };
            if past + 1 < self.end && view.marked(past).is_none() && view.at(past).in_form(form::AS) {
                return Some(Ahead { start: past + 1, thing: true, score: 0.5 });
            }
        }
        // `denied sending fighters`
        if class & (JUDGE | PRESENT | SAY) != 0
            && word.in_form(form::ING)
            && word.is(VERB)
            && ["den", "admi", "acknowledg", "remember", "recall", "regret"]
                .iter()
                .any(|stem| view.word(group.verb).starts_with(stem))
        {
            return Some(Ahead { start: at, thing: false, score: 0.6 });
        }
        // `thought the sheet “harmless”`
        if class & THINK != 0 && group.mood != Mood::Passive && view.is_nominal(at) {
            let end = view.phrase_end(at, self.end);
            if end < self.end && view.marked(end).is_some() {
                return Some(Ahead { start: at, thing: true, score: 0.5 });
            }
        }
        // `put the losses at $600 million`
        if matches!(view.word(group.verb), "put" | "puts" | "putting") && view.is_nominal(at) {
            let figure = (at..self.end.min(at + 12))
                .find(|t| view.at(*t).in_form(form::AT))
                .is_some_and(|t| (t + 1..self.end.min(t + 4)).any(|t| view.kind(t) == TokenKind::Number));
            if figure {
                return Some(Ahead { start: at, thing: true, score: 0.7 });
            }
        }
        // What something is called, unless it is marked, must show: `described it as`.
        let called = class & CALL != 0
            && ((at..self.end.min(at + 24)).any(|t| view.marked(t).is_some() || view.at(t).in_form(form::AS))
                || self.is_named(at));
        // Behind when and where it was said, a thing must show its article.
        let skipped = at > group.end && !view.is(at, DETERMINER | POSSESSIVE | OBJECT) && !view.is_name(at);
        let skipped = skipped && (group.end..at).any(|t| view.is(t, PREPOSITION | TIME));
        if (called || class & (JUDGE | PRESENT) != 0)
            && !skipped
            && group.mood != Mood::Passive
            && (view.is_nominal(at) || word.is(OBJECT | PRONOUN) || called && word.is(THAT))
        {
            return Some(Ahead { start: at, thing: true, score: 0.5 });
        }
        None
    }

    /// Whether the verb is `say`, which needs something said.
    fn is_said(&self, group: &Group) -> bool {
        matches!(self.view.word(group.verb), "said" | "says" | "say" | "Says" | "saying")
    }

    /// Whether somebody and what they are called stand here: `him competent`, `it the nerd prom`, `Okoro a liar`.
    fn is_named(&self, at: usize) -> bool {
        let view = self.view;
        let end = view.phrase_end(at, self.end);
        if end <= at || end >= self.end || view.marked(end).is_some() {
            return false;
        }
        let pronoun = view.is(at, OBJECT | PRONOUN) && end == at + 1;
        view.is(end, DETERMINER) && !view.is(end, THAT) || pronoun && view.is_nominal(end)
    }

    /// Whether `to` and a verb stand here.
    fn is_infinitive(&self, at: usize) -> bool {
        if at + 1 < self.end && self.view.marked(at + 1).is_some() {
            return true;
        }
        at + 1 < self.end
            && !self.view.is(at + 1, DETERMINER | POSSESSIVE | PRONOUN | OBJECT | TIME)
            && (!self.view.is_name(at + 1) || self.view.headline)
    }

    /// The end of the words that name who is told.
    fn hearer_end(&self, at: usize) -> usize {
        let view = self.view;
        let end = self.view.phrase_end_with_of(at, self.end);
        // `told ABC’s “Good Morning America”`
        if let Some(index) = (end < self.end).then(|| view.marked(end)).flatten()
            && end > at
            && view.kind(end - 1) == TokenKind::Clitic
        {
            return self.marked[index].end;
        }
        end
    }

    /// Whether a clause with subject and verb begins here.
    fn is_clause(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.at(at);
        if word.is(SUBORDINATOR) && !word.is(PREPOSITION) {
            return true;
        }
        let counts =
            matches!(view.word(at), "about" | "around" | "over" | "under" | "nearly" | "almost" | "at" | "up" | "only")
                && (at + 1..self.end.min(at + 3))
                    .any(|t| view.kind(t) == TokenKind::Number || view.is_mark(t, &["$", "£", "€"]));
        let noun = word.is(VERB) && word.in_form(form::PRESENT) && !word.is(AUXILIARY);
        let begins = counts
            || noun
            || word.is(PRONOUN | DETERMINER | POSSESSIVE)
            || view.is_nominal(at)
            || view.kind(at) == TokenKind::Number
            || view.is_mark(at, &["$", "£", "€"]);
        let limit = self.clause_limit(at);
        begins
            && (view.has_verb(at + usize::from(!(word.is(PRONOUN) && word.is(VERB))), limit)
                // The verb may be one that no list has: `said the words “amount to a threat.”`
                || (at..limit.min(at + 16)).any(|t| view.marked(t).is_some_and(|mark| self.marked[mark].inner().len() > 3)))
    }

    /// Whether a noun phrase and at once its verb stand here: `he had`, `the law violated`.
    fn is_short_clause(&self, at: usize) -> bool {
        let view = self.view;
        let end = view.phrase_end_with_of(at, self.end);
        let finite = |t: usize| {
            view.is(t, AUXILIARY) && !view.at(t).in_form(form::ING)
                || view.is(t, VERB) && view.at(t).in_form(form::PAST | form::PRESENT) && !view.is_name(t)
        };
        end > at && end < self.end && finite(end) || view.is(at, PRONOUN) && view.is(at, VERB)
    }

    /// Whether a clause that begins with a noun phrase has a verb of its own: not `the play that won`, nor `the bill and
    /// carried it`.
    fn is_own_clause(&self, at: usize) -> bool {
        let view = self.view;
        let limit = self.clause_limit(at);
        !view.is(at, DETERMINER)
            || view.is(at, PRONOUN)
            || view.has_own_verb(at + 1, limit)
            || (at..limit.min(at + 16)).any(|t| view.marked(t).is_some_and(|mark| self.marked[mark].inner().len() > 3))
    }

    /// The end of the sentence, or a semicolon.
    fn clause_limit(&self, at: usize) -> usize {
        (at..self.end.min(at + REACH)).find(|t| self.view.is_mark(*t, &[";"])).unwrap_or(self.end)
    }

    /// Skips `Tuesday`, `last week`, `earlier this month`.
    fn skip_time(&self, from: usize) -> usize {
        let view = self.view;
        let mut at = from;
        while at < self.end && view.marked(at).is_none() {
            let leads =
                matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early" | "next" | "later" | "that")
                    && (at + 1..self.end.min(at + 3))
                        .find(|t| !matches!(view.word(*t), "this" | "last" | "in" | "the" | "on"))
                        .is_some_and(|t| view.is(t, TIME));
            if leads || view.is(at, TIME) && !view.is(at, MODAL) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Skips when, where and in what something was said: `on Tuesday`, `in a statement`, `at a rally in Ohio`.
    fn skip_adjuncts(&self, from: usize) -> usize {
        let view = self.view;
        let mut at = from;
        while at < self.end && at < from + REACH && view.marked(at).is_none() {
            let word = view.at(at);
            if word.is(TIME) && !word.is(MODAL)
                || word.is(ADVERB) && !word.is(DETERMINER | PREPOSITION | SUBORDINATOR | CONJUNCTION)
            {
                at += 1;
                continue;
            }
            if matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early" | "next")
                && at + 1 < self.end
                && view.is(at + 1, TIME)
            {
                at += 2;
                continue;
            }
            if !word.is(PREPOSITION) || word.in_form(form::TO) && self.is_infinitive(at) && !view.is_name(at + 1) {
                break;
            }
            let mut end = view.phrase_end(at + 1, self.end);
            if end == at + 1 && end < self.end && view.is(end, TIME) {
                end += 1;
                while end < self.end && (view.kind(end) == TokenKind::Number || view.is(end, TIME)) {
                    end += 1;
                }
            }
            if end == at + 1 {
                break;
            }
            // What may be part of the report must show that it is not.
            let shows = end >= self.end
                || view
                    .is(end, THAT | TIME | PREPOSITION | DETERMINER | PRONOUN | POSSESSIVE | SUBORDINATOR | QUESTION)
                || view.marked(end).is_some()
                || self.is_stop(end)
                || (at + 1..end).any(|t| view.is(t, MEDIUM | TIME));
            if !shows {
                break;
            }
            at = end;
        }
        at
    }

    // --- edges ---

    /// Where the words before an attribution begin: behind a leading conjunction.
    fn content_start(&self, start: usize, end: usize) -> usize {
        let view = self.view;
        let mut at = start;
        while at < end && view.marked(at).is_none() && (self.is_stop(at) || view.is(at, CONJUNCTION)) {
            at += 1;
        }
        at
    }

    /// Where what is reported ends. `inside` says that the cue stands in a dependent clause, so that the main clause
    /// takes over at a comma.
    fn content_end(&self, start: usize, inside: bool) -> usize {
        self.edge(start, inside, false)
    }

    /// Whether what is reported goes on at `at`, behind words within marks that end with a comma.
    fn goes_on(&self, at: usize) -> bool {
        let view = self.view;
        let joint = at < self.end && view.is(at, CONJUNCTION);
        let article = at + 1 < self.end && view.is(at, DETERMINER) && view.marked(at + 1).is_some();
        if article {
            return true;
        }
        if self.is_when(at) {
            return false;
        }
        let next = at + usize::from(joint);
        next >= self.end
            || view.marked(next).is_some()
            || view.is(next, THAT)
            || joint && !view.is(next, CUE) && !view.is(next, PRONOUN)
            || !joint
                && !view.is(at, RELATIVE | SUBORDINATOR | ADVERB)
                && !view.at(at).in_form(form::ING)
                && !self.is_according(at)
                && (view.is(at, AUXILIARY | PREPOSITION | TIME) || view.has_verb(at, self.clause_limit(at)))
    }

    /// Whether more marked words follow at once: `“A,” “B” and “C”`.
    fn pairs_on(&self, at: usize) -> bool {
        (at..self.end.min(at + 3)).any(|t| self.view.marked(t).is_some())
    }

    /// Where a noun phrase that is reported on ends, with the clauses that hang on it.
    fn thing_end(&self, start: usize, inside: bool) -> usize {
        self.edge(start, inside, true)
    }

    fn edge(&self, start: usize, inside: bool, thing: bool) -> usize {
        let view = self.view;
        let mut at = start;
        while at < self.end {
            if let Some(index) = view.marked(at) {
                let mark = self.marked[index];
                at = mark.end.max(at + 1);
                if at < self.end {
                    let closed = view.is_mark(mark.inner().end - 1, &[","]);
                    let alone = mark.start == start && !self.pairs_on(at);
                    // `yelled “You lie!” at the president`: a sentence of its own needs no more words.
                    let whole = alone && view.document.tokens()[mark.inner().start].is_capitalized();
                    if whole {
                        return at;
                    }
                    if closed && (inside || alone || !self.goes_on(at)) {
                        return at;
                    }
                    // `shouted “Shame!” and was asked to leave`
                    if mark.start == start
                        && at + 1 < self.end
                        && view.is(at, CONJUNCTION)
                        && view.is(at + 1, AUXILIARY | VERB)
                        && !view.is_nominal(at + 1)
                    {
                        return at;
                    }
                }
                continue;
            }
            if at == start {
                at += 1;
                continue;
            }
            let resumes = inside
                && at > start + 1
                && at + 1 < self.end
                && view.is(at, PRONOUN)
                && view.group(at + 1, at).is_some_and(|group| group.mood == Mood::Finite && group.class & SAY != 0);
            if resumes || self.parts(start, at, thing) || thing && at > start && self.is_when(at) {
                return at;
            }
            if view.is_comma(at) && at + 1 < self.end {
                if inside {
                    return at;
                }
                let mut next = at + 1;
                if view.is(next, CONJUNCTION) {
                    next += 1;
                }
                while next < self.end
                    && view.is(next, ADVERB)
                    && !view.is(next, DETERMINER)
                    && view.marked(next).is_none()
                {
                    next += 1;
                }
                if next < self.end && view.marked(next).is_none() {
                    if self.is_according(next) {
                        return at;
                    }
                    let cue = view.group(next, at + 1);
                    // `called it wrong, called her “third-rate”`
                    let coordinated = next == at + 1
                        && cue.is_some_and(|group| {
                            group.mood == Mood::Finite
                                && group.class & (CALL | SAY) != 0
                                && group.class & WEAK == 0
                                && view.at(next).in_form(form::PAST | form::PRESENT)
                                && (group.end..self.end.min(group.end + 8)).any(|t| view.marked(t).is_some())
                        });
                    if coordinated {
                        return at;
                    }
                    if cue.is_some_and(|group| {
                        group.mood == Mood::Ing && group.class & (SAY | TELL | CALL | ABOUT | JUDGE) != 0
                    }) {
                        return at;
                    }
                    if view.is(at + 1, CONJUNCTION)
                        && view.is(next, CUE)
                        && view.is(next, SAY | TELL)
                        && view.at(next).in_form(form::PAST | form::PRESENT)
                    {
                        return at;
                    }
                }
            } else if view.is(at, CONJUNCTION) && at + 1 < self.end && view.marked(at + 1).is_none() {
                let mut next = at + 1;
                while next + 1 < self.end && view.is(next, ADVERB) && !view.is(next, DETERMINER) {
                    next += 1;
                }
                let word = view.at(next);
                if view.marked(next).is_none()
                    && word.is(SAY | TELL)
                    && !word.is(WEAK)
                    && word.in_form(form::PAST | form::PRESENT)
                    && self.find_ahead_at(next)
                {
                    return at;
                }
            } else if view.is_mark(at, &[";"]) || self.is_dashed_cue(at) {
                return at;
            }
            at += 1;
        }
        self.end
    }

    /// Whether when or where something was said begins here: `last week`, `in a statement`.
    fn is_when(&self, at: usize) -> bool {
        let view = self.view;
        if at >= self.end
            || at + 1 < self.end && view.kind(at + 1) == TokenKind::Clitic
            || view.is(at - 1, PREPOSITION | DETERMINER)
        {
            return false;
        }
        if !view.is(at, PREPOSITION) {
            return self.skip_time(at) > at;
        }
        if at + 1 < self.end && self.skip_time(at + 1) > at + 1 && view.at(at).in_form(form::ON | form::IN) {
            return true;
        }
        if at + 1 >= self.end {
            return false;
        }
        let end = view.phrase_end(at + 1, self.end);
        view.at(at).in_form(form::IN | form::ON | form::AT) && end > at + 1 && view.is(end - 1, MEDIUM)
            || matches!(view.word(at), "during" | "after" | "before")
    }

    /// Whether a conjunction at `at`, or behind the comma there, begins a clause that is not part of what is reported:
    /// one with a cue of its own, or, behind a thing, any.
    fn parts(&self, start: usize, at: usize, thing: bool) -> bool {
        let view = self.view;
        let comma = view.is_comma(at);
        let joint = at + usize::from(comma);
        if joint + 2 >= self.end || view.marked(joint).is_some() {
            return false;
        }
        let word = view.at(joint);
        let contrast = comma && matches!(view.word(joint), "while" | "whereas" | "although" | "though" | "but");
        // A clause that tells more of the last name is the writer's own.
        let aside = comma
            && (matches!(view.word(joint), "who" | "whose" | "where" | "while" | "although" | "though")
                || thing && (word.is(RELATIVE | PREPOSITION) || matches!(view.word(joint), "a" | "an")));
        if aside && (thing || view.has_verb(start, at)) {
            return true;
        }
        if !word.is(CONJUNCTION) && !contrast {
            // `discussing the tweet, the Speaker said`
            let phrase = view.phrase_end_with_of(joint, self.end.min(joint + 14));
            if thing
                && comma
                && phrase > joint
                && (phrase..self.end.min(phrase + 6)).any(|t| {
                    view.group(t, phrase).is_some_and(|group| {
                        group.mood == Mood::Finite
                            && (group.start == phrase || view.is_mark(group.start - 1, &[")", ","]))
                    })
                })
            {
                return true;
            }
            return thing
                && (word.is(SUBORDINATOR) && !word.is(RELATIVE | QUESTION | PREPOSITION)
                    || comma && word.in_form(form::ING));
        }
        let mut next = joint + 1;
        while next + 1 < self.end
            && view.marked(next).is_none()
            && view.is(next, ADVERB)
            && !view.is(next, DETERMINER | PRONOUN)
        {
            next += 1;
        }
        // `… and questioning how`, `… and called it “unheard of”`
        if let Some(group) =
            view.group(next, joint + 1).filter(|group| group.start == joint + 1 && view.marked(next).is_none())
        {
            let marked = (group.end..self.end.min(group.end + 8)).any(|t| view.marked(t).is_some());
            let participle = group.mood == Mood::Ing && group.class & (SAY | TELL | CALL | JUDGE) != 0;
            let called = group.mood == Mood::Finite
                && group.class & CALL != 0
                && view.at(next).in_form(form::PAST | form::PRESENT)
                && marked;
            if participle && group.class & WEAK == 0 || called {
                return true;
            }
        }
        let subject = view.phrase_end_with_of(next, self.end.min(next + 12));
        if thing {
            let pronoun = view.is(next, PRONOUN) && !view.is(next, DETERMINER);
            let verb = view.is(next, AUXILIARY)
                || view.is(next, VERB) && view.at(next).in_form(form::PAST | form::PRESENT) && !view.is_nominal(next)
                || view.at(next) == Word::default() && view.word(next).ends_with("ed") && !view.is_name(next)
                || comma
                    && subject < self.end
                    && view.is(subject, AUXILIARY | VERB)
                    && !view.at(subject).in_form(form::ING);
            if pronoun || verb || contrast {
                return true;
            }
        }
        if subject == next {
            return false;
        }
        if !comma && !view.has_verb(start, joint) {
            return false;
        }
        // `and he, once again, pledged`
        let mut verb = subject;
        if verb < self.end && view.is_comma(verb) {
            verb = (verb + 1..self.end.min(verb + 6)).find(|t| view.is_comma(*t)).map_or(verb, |close| close + 1);
        }
        (verb..self.end.min(verb + 3)).any(|t| {
            view.group(t, joint + 1).is_some_and(|group| {
                group.start == verb
                    && group.mood == Mood::Finite
                    && group.class & (SAY | TELL) != 0
                    && group.class & WEAK == 0
                    && self.find_ahead(&group).is_some()
            })
        })
    }

    /// `— asserting that`
    fn is_dashed_cue(&self, at: usize) -> bool {
        let view = self.view;
        view.is_mark(at, &["—", "–", "--"])
            && at + 1 < self.end
            && view.marked(at + 1).is_none()
            && view.group(at + 1, at + 1).is_some_and(|group| group.mood == Mood::Ing)
    }

    /// Whether the verb at `at` has something to report behind it.
    fn find_ahead_at(&self, at: usize) -> bool {
        let word = self.view.at(at);
        let group = Group { start: at, verb: at, end: at + 1, class: word.class, mood: Mood::Finite, negated: false };
        self.find_ahead(&group).is_some()
    }

    /// Takes stops off both ends, but for a closing one within marks.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let (mut start, mut end) = (range.start, range.end);
        while start < end
            && self.view.marked(start).is_none()
            && (self.is_stop(start) || self.view.is(start, CONJUNCTION))
        {
            start += 1;
        }
        while start < end && self.view.marked(end - 1).is_none() && self.is_stop(end - 1) {
            end -= 1;
        }
        start..end
    }

    // --- no cue ---

    /// `“…” — Name`
    fn dash(&mut self) {
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
            self.push(pieces, Some(dash..dash + 1), Some(dash + 1..name), 0.8);
            self.free = self.end;
        }
    }

    /// `her claim that …`, `Okoro’s promise to …`
    fn noun(&mut self, at: usize) -> Option<usize> {
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
        self.push(std::iter::once(content).collect(), Some(at..at + 1), Some(owner), 0.5);
        self.free = end;
        Some(end)
    }

    /// `Name: “…”`, or a headline's `Name: …`; only where a label stands before the colon, if `labelled`.
    fn colon(&mut self, labelled: bool) {
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
        let kicker = label
            && matches!(
                view.word(low).to_ascii_lowercase().as_str(),
                "the"
                    | "photo"
                    | "photos"
                    | "video"
                    | "watch"
                    | "live"
                    | "opinion"
                    | "analysis"
                    | "exclusive"
                    | "update"
                    | "breaking"
                    | "interview"
            )
            && colon - low <= 2;
        if (kicker || !label) && (labelled || !quoted) {
            return;
        }
        // `From the harbour master: “…”`
        let from = low + usize::from(view.word(low).eq_ignore_ascii_case("from") && low + 1 < colon);
        let speaker = view.first_subject(from, colon).map(|found| found.words);
        let content = self.trim(colon + 1..self.content_end(colon + 1, false));
        if content.is_empty() {
            return;
        }
        self.free = content.end;
        self.push(vec![content], Some(colon..colon + 1), speaker, if quoted { 0.7 } else { 0.5 });
    }

    fn push(
        &mut self,
        pieces: Vec<Range<usize>>,
        cue: Option<Range<usize>>,
        speaker: Option<Range<usize>>,
        score: f32,
    ) {
        self.speaker.clone_from(&speaker);
        self.out.push(Draft { pieces, cue, speaker, score });
    }
}
