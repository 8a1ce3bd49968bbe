//! The attributions of one sentence: which words are reported, by which cue, from whom.
//!
//! A sentence is read from left to right with every marked stretch as one thing. Each cue first looks behind it, for
//! words that it closes (`“…,” she said`; `…, the ministry said`), then ahead (`she said that …`; `according to her, …`).

mod ahead;
mod behind;
mod clause;
mod edge;
mod label;

use std::ops::Range;

use super::lexicon::class::*;
use super::marks::Marked;
use super::reliability::Rule;
use super::syntax::View;

/// A quote in the making, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) speaker: Option<Range<usize>>,
    pub(super) rule: Rule,
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
    rule: Rule,
}

impl Ahead {
    const fn clause(start: usize, rule: Rule) -> Self {
        Self { start, thing: false, rule }
    }

    const fn thing(start: usize, rule: Rule) -> Self {
        Self { start, thing: true, rule }
    }
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
            let next = if self.is_according(at) {
                self.according(at)
            } else {
                self.verb(at).or_else(|| self.beside(at)).or_else(|| self.noun(at))
            };
            at = next.unwrap_or(at + 1).max(at + 1);
        }
        self.colon(false);
        let view = self.view;
        let whole = self.start == view.base && self.end == view.base + view.words.len();
        if view.title && whole && self.out.is_empty() && !self.is_bare() {
            self.headline_quote();
        }
    }

    /// Whether the sentence is one marked stretch and punctuation.
    fn is_bare(&self) -> bool {
        let Some(index) = self.view.marked(self.start) else { return false };
        let mark = self.marked[index];
        mark.start == self.start && (mark.end..self.end).all(|at| self.is_stop(at))
    }

    fn is_stop(&self, at: usize) -> bool {
        self.view.is_mark(at, &[".", ",", ";", "!", "?", "…", "...", "—", "–", "-", ":", ")"])
    }

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

    fn push(
        &mut self,
        pieces: Vec<Range<usize>>,
        cue: Option<Range<usize>>,
        speaker: Option<Range<usize>>,
        rule: Rule,
    ) {
        self.speaker.clone_from(&speaker);
        self.out.push(Draft { pieces, cue, speaker, rule });
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
            // `the army (RCA)`
            let opened = |at: &usize| self.view.is_mark(*at, &["("]);
            if self.view.is_mark(end - 1, &[")"]) && (start.max(end.saturating_sub(REACH))..end).any(|at| opened(&at)) {
                break;
            }
            end -= 1;
        }
        start..end
    }
}
