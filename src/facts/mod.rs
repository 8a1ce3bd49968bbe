//! What can be said of an entity: from the article's own words, the calendar, and knowledge packs.

use crate::text::Document;
use crate::{Entity, Mention, Options, Quote};

/// Fills [`Entity::description`] and [`Entity::value`].
pub(crate) fn describe(
    _document: &Document<'_>,
    _mentions: &[Mention],
    _quotes: &[Quote],
    _entities: &mut [Entity],
    _options: &Options,
) {
}
