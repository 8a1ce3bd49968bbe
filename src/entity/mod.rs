//! Typed mentions: the trained tagger and the patterns for figures.

use crate::Mention;
use crate::text::Document;

/// The mentions of a document, sorted, not overlapping. [`Mention::entity`] is not set yet.
pub(crate) fn tag(_document: &Document<'_>) -> Vec<Mention> {
    Vec::new()
}
