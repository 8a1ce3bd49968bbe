//! The pipeline: one line a floor.

use std::borrow::Cow;

use crate::text::{Cutter, Document};
use crate::{Annotations, Options, entity, facts, identity, quote};

/// Finds the names, dates, sums and quotes of an article.
///
/// Positions in the answer are bytes of `text`. Time and memory are linear in the length of the text. Never panics;
/// a text of more than [`text::MAX_BYTES`](crate::text::MAX_BYTES) bytes gives an empty answer.
#[must_use]
pub fn annotate(text: &str, options: &Options) -> Annotations {
    let document = Document::new(text);
    let mentions = entity::tag(&document);
    finish(&document, mentions, options)
}

/// The floors above the tagger.
fn finish(document: &Document<'_>, mut mentions: Vec<crate::Mention>, options: &Options) -> Annotations {
    let mut quotes = quote::read(document, &mentions);
    let mut entities = identity::resolve(document, &mut mentions, &mut quotes);
    facts::describe(document, &mentions, &quotes, &mut entities, options);
    Annotations { mentions, entities, quotes }.select(options)
}

/// The same work as [`annotate`], in slices: for a page that must stay responsive.
#[derive(Debug)]
pub struct Reading<'t> {
    cutter: Cutter<'t>,
    options: Options,
}

impl<'t> Reading<'t> {
    /// Prepares to read a text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'t, str>>, options: Options) -> Self {
        Self { cutter: Cutter::new(text), options }
    }

    /// Reads on for about `bytes` bytes of text; `true` when [`Reading::finish`] has only the rest to do.
    pub fn step(&mut self, bytes: usize) -> bool {
        self.cutter.step(bytes)
    }

    /// Does what is left and gives the annotations, the same that [`annotate`] gives, positions in bytes.
    #[must_use]
    pub fn finish(mut self) -> Annotations {
        while !self.step(usize::MAX) {}
        let document = self.cutter.finish();
        let mentions = entity::tag(&document);
        finish(&document, mentions, &self.options)
    }
}
