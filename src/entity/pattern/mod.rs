//! Dates, sums, percentages and quantities, found by their form.
//!
//! No regular expressions: one look into a small table gives each token a [`Tag`], and only where a tag could begin a
//! figure do a few functions read on. They read at most a dozen or two tokens, so the time is linear.

mod calendar;
mod clock;
mod lexicon;
mod measure;
mod money;
mod number;

use std::ops::Range;

pub(crate) use lexicon::{Daypart, Edge, Period, Tag, Turn, lookup};
pub(crate) use measure::glued_unit_name;
pub(crate) use money::split_glued;
pub(crate) use number::split as split_number;

use crate::EntityType;
use crate::pace::Pace;
use crate::text::{Document, TokenKind};

/// How sure a pattern is of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// As often wrong as right: evidence, no more.
    Weak,
    /// Right three times in four or better.
    Fair,
    /// Right nine times in ten or better.
    Sure,
}

impl Strength {
    /// The share of such patterns that are right, as measured on marked news.
    pub(crate) const fn precision(self) -> f32 {
        match self {
            Self::Weak => 0.5,
            Self::Fair => 0.85,
            Self::Sure => 0.97,
        }
    }
}

/// A run of tokens that has the form of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PatternMention {
    /// Its first token.
    pub(crate) first: usize,
    /// The token behind its last one.
    pub(crate) end: usize,
    pub(crate) kind: EntityType,
    pub(crate) strength: Strength,
}

/// The figures of a document, in order, none overlapping another.
pub(crate) async fn find(document: &Document<'_>, pace: &Pace) -> Vec<PatternMention> {
    let mut found = Vec::new();
    for paragraph in document.paragraphs() {
        let range = document.paragraph_tokens(*paragraph);
        let view = View::of(document, range.clone());
        let mut at = range.start;
        while at < range.end {
            match view.figure(at) {
                Some(mention) => {
                    at = mention.end;
                    found.push(mention);
                }
                None => at += 1,
            }
        }
        pace.spend(range.len()).await;
    }
    money::confirm_glued(document, &mut found);
    found
}

/// The tokens of a document with their tags, seen through a window: nothing outside of it has a tag.
#[derive(Debug)]
pub(crate) struct View<'d, 't> {
    pub(crate) document: &'d Document<'t>,
    tags: Box<[u16]>,
    window: Range<usize>,
}

impl<'d, 't> View<'d, 't> {
    /// A view of some tokens alone.
    pub(crate) fn of(document: &'d Document<'t>, window: Range<usize>) -> Self {
        let tokens = &document.tokens()[window.clone()];
        let tags = tokens.iter().map(|token| lexicon::identify(document.slice(token.span()), *token)).collect();
        Self { document, tags, window }
    }

    /// The tokens of the window.
    pub(crate) fn window(&self) -> Range<usize> {
        self.window.clone()
    }

    /// The tag of a token.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        if self.window.contains(&at) { lexicon::tag(self.tags[at - self.window.start]) } else { Tag::Plain }
    }

    /// The tag of the token before.
    fn before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Plain, |before| self.tag(before))
    }

    /// The text of a token, empty outside of the window.
    pub(crate) fn word(&self, at: usize) -> &'d str {
        if self.window.contains(&at) { self.document.word(at) } else { "" }
    }

    /// The text of the token before.
    fn word_before(&self, at: usize) -> &'d str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether no white space stands between a token and the one before.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.window.contains(&at) && at > self.window.start && !self.document.space_before(at)
    }

    /// Steps over a hyphen that is glued on both sides.
    fn skip_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.tag(at) == Tag::Hyphen && self.glued(at) && self.glued(at + 1)
    }

    fn is_capitalized(&self, at: usize) -> bool {
        self.window.contains(&at) && self.document.tokens()[at].is_capitalized()
    }

    fn is_word(&self, at: usize) -> bool {
        self.window.contains(&at) && self.document.tokens()[at].kind == TokenKind::Word
    }

    fn figure(&self, at: usize) -> Option<PatternMention> {
        let tag = self.tag(at);
        if tag == Tag::Plain {
            return None;
        }
        let mention = |kind| move |(end, strength)| PatternMention { first: at, end, kind, strength };
        self.money(at)
            .map(mention(EntityType::Money))
            .or_else(|| self.percent(at).map(mention(EntityType::Percent)))
            .or_else(|| self.quantity(at).map(mention(EntityType::Quantity)))
            .or_else(|| self.date(at).map(mention(EntityType::Date)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace;

    fn find(document: &Document<'_>) -> Vec<PatternMention> {
        pace::finish(super::find(document, &Pace::unhurried()))
    }

    /// The figures of a text, as `type:words`.
    pub(super) fn found(text: &str) -> Vec<String> {
        let document = Document::new(text);
        find(&document)
            .into_iter()
            .filter(|mention| mention.strength >= Strength::Fair)
            .map(|mention| {
                format!("{}:{}", mention.kind.name(), document.slice(document.cover(mention.first..mention.end)))
            })
            .collect()
    }

    #[test]
    fn a_figure_does_not_reach_into_the_next_paragraph() {
        assert_eq!(found("It opened in May\n3 people came."), ["date:May"]);
    }

    #[test]
    fn long_runs_cost_linear_time() {
        for unit in ["million ", "twenty-", "early ", "1 000 ", "Monday, ", "May 3-", "$", "5 - ", "last ", "12:"] {
            let _ = find(&Document::new(unit.repeat(20_000)));
        }
    }
}
