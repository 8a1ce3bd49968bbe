//! The pipeline: one line a floor.

use std::borrow::Cow;

use crate::text::{Cutter, Document};
use crate::{Annotations, Mention, Options, Quote, entity, facts, identity, quote};

/// Finds the names, dates, sums and quotes of an article.
///
/// Positions in the answer are bytes of `text`. Time and memory are linear in the length of the text. Never panics;
/// a text of more than [`text::MAX_BYTES`](crate::text::MAX_BYTES) bytes gives an empty answer.
#[must_use]
pub fn annotate(text: &str, options: &Options) -> Annotations {
    Reading::new(text, options.clone()).finish()
}

/// The same work as [`annotate`], in slices: for a page that must stay responsive.
#[derive(Debug)]
pub struct Reading<'t> {
    options: Options,
    stage: Stage<'t>,
}

/// How far up the house the text has come.
#[derive(Debug)]
enum Stage<'t> {
    Text(Cutter<'t>),
    Entity(Document<'t>, Box<entity::Reader>),
    Quote(Document<'t>, Vec<Mention>, Box<QuoteStage>),
    Done(Document<'t>, Vec<Mention>, Vec<Quote>),
}

/// Quotes are read paragraph after paragraph.
#[derive(Debug)]
struct QuoteStage {
    reader: quote::Reader,
    paragraph: usize,
}

impl QuoteStage {
    /// Reads whole paragraphs until about `bytes` bytes are done; `true` when none is left.
    fn step(&mut self, document: &Document<'_>, mentions: &[Mention], bytes: usize) -> bool {
        let paragraphs = document.paragraphs();
        let start =
            |paragraph: usize| document.tokens()[document.paragraph_tokens(paragraphs[paragraph]).start].span().start;
        if self.paragraph < paragraphs.len() {
            let stop = start(self.paragraph).saturating_add(bytes);
            let mut end = self.paragraph + 1;
            while end < paragraphs.len() && start(end) < stop {
                end += 1;
            }
            self.reader.read(document, self.paragraph..end, mentions);
            self.paragraph = end;
        }
        self.paragraph == paragraphs.len()
    }
}

impl<'t> Reading<'t> {
    /// Prepares to read a text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'t, str>>, options: Options) -> Self {
        Self { options, stage: Stage::Text(Cutter::new(text)) }
    }

    /// Reads on, with about the work that `bytes` bytes of text take; `true` when [`Reading::finish`] has only what
    /// needs the whole article to do.
    pub fn step(&mut self, bytes: usize) -> bool {
        let stage = std::mem::take(&mut self.stage);
        self.stage = match stage {
            // Cutting a text costs a small part of what tagging it does.
            Stage::Text(mut cutter) => match cutter.step(bytes.saturating_mul(4)) {
                true => Stage::Entity(cutter.finish(), Box::default()),
                false => Stage::Text(cutter),
            },
            Stage::Entity(document, mut reader) => match reader.step(&document, bytes) {
                true => {
                    let mentions = reader.finish(&document);
                    Stage::Quote(
                        document,
                        mentions,
                        Box::new(QuoteStage { reader: quote::Reader::new(), paragraph: 0 }),
                    )
                }
                false => Stage::Entity(document, reader),
            },
            // Reading quotes costs about a quarter of what tagging does.
            Stage::Quote(document, mentions, mut quotes) => {
                match quotes.step(&document, &mentions, bytes.saturating_mul(4)) {
                    true => Stage::Done(document, mentions, quotes.reader.finish()),
                    false => Stage::Quote(document, mentions, quotes),
                }
            }
            done => done,
        };
        matches!(self.stage, Stage::Done(..))
    }

    /// Does what is left and gives the annotations, the same that [`annotate`] gives, positions in bytes.
    #[must_use]
    pub fn finish(mut self) -> Annotations {
        while !self.step(usize::MAX) {}
        match self.stage {
            Stage::Done(document, mentions, quotes) => upper_floors(&document, mentions, quotes, &self.options),
            _ => Annotations::default(),
        }
    }
}

impl Default for Stage<'_> {
    fn default() -> Self {
        Self::Done(Document::default(), Vec::new(), Vec::new())
    }
}

/// The floors that need the whole article.
fn upper_floors(
    document: &Document<'_>,
    mut mentions: Vec<Mention>,
    mut quotes: Vec<Quote>,
    options: &Options,
) -> Annotations {
    let mut entities = identity::resolve(document, &mut mentions, &mut quotes);
    facts::describe(document, &mut mentions, &mut quotes, &mut entities, options);
    Annotations { mentions, entities, quotes }.select(options)
}
