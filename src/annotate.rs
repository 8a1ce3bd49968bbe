//! The pipeline: one line a floor.

use std::borrow::Cow;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use crate::pace::{self, Pace, give_way};
use crate::text::Document;
use crate::{Annotations, Options, entity, facts, identity, quote};

/// Finds the names, dates, sums and quotes of an article.
///
/// Positions in the answer are bytes of `text`. Time and memory are linear in the length of the text. Never panics;
/// a text of more than [`text::MAX_BYTES`](crate::text::MAX_BYTES) bytes gives an empty answer.
#[must_use]
pub fn annotate(text: &str, options: &Options) -> Annotations {
    pace::finish(read(text.into(), options, &Pace::unhurried()))
}

/// A text goes up the house, and gives way on every floor and after it.
async fn read(text: Cow<'_, str>, options: &Options, pace: &Pace) -> Annotations {
    let document = Document::read(text, pace).await;
    give_way().await;
    let mut mentions = entity::read(&document, pace).await;
    identity::mend(&document, &mut mentions, pace).await;
    give_way().await;
    let mut quotes = quote::read(&document, &mentions, &quote::Reliability::measured(), pace).await;
    give_way().await;
    let mut entities =
        identity::resolve(&document, &mut mentions, &mut quotes, &identity::Measures::built_in(), pace).await;
    facts::describe(&document, &mut mentions, &mut quotes, &mut entities, options, pace).await;
    Annotations { mentions, entities, quotes }.select(options, pace).await
}

/// The same work as [`annotate`], in slices: for a page that must stay responsive.
pub struct Reading<'t> {
    pace: Arc<Pace>,
    state: State<'t>,
}

enum State<'t> {
    Working(Pin<Box<dyn Future<Output = Annotations> + Send + 't>>),
    Done(Annotations),
}

impl<'t> Reading<'t> {
    /// Prepares to read a text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'t, str>>, options: Options) -> Self {
        let (text, pace) = (text.into(), Arc::new(Pace::default()));
        let own = Arc::clone(&pace);
        Self { pace, state: State::Working(Box::pin(async move { read(text, &options, &own).await })) }
    }

    /// Reads on, with about the work that `bytes` bytes of text take, or to the end of a floor; `true` when all is
    /// done.
    pub fn step(&mut self, bytes: usize) -> bool {
        if let State::Working(work) = &mut self.state {
            self.pace.grant(bytes);
            match pace::go_on(work.as_mut()) {
                Poll::Ready(annotations) => self.state = State::Done(annotations),
                Poll::Pending => return false,
            }
        }
        true
    }

    /// Does what is left and gives the annotations, the same that [`annotate`] gives, positions in bytes.
    #[must_use]
    pub fn finish(mut self) -> Annotations {
        while !self.step(usize::MAX) {}
        match self.state {
            State::Done(annotations) => annotations,
            State::Working(_) => Annotations::default(),
        }
    }
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Working(_) => &"working" as &dyn fmt::Debug,
            State::Done(annotations) => annotations,
        };
        f.debug_tuple("Reading").field(state).finish()
    }
}
