//! Who said what: pieces, kind, cue, and the words that name the speaker.

use crate::text::Document;
use crate::{Mention, Quote};

/// The quotes of a document, sorted. [`Quote::entity`] is not set yet.
pub(crate) fn read(_document: &Document<'_>, _mentions: &[Mention]) -> Vec<Quote> {
    Vec::new()
}
