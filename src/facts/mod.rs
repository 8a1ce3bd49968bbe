//! What can be said of an entity: from the article's own words, the calendar, and knowledge packs.

mod amount;
mod date;
mod day;
mod description;
mod knowledge;
mod tense;
mod value;

#[cfg(target_arch = "wasm32")]
pub(crate) use day::read as read_day;
pub use knowledge::{Knowledge, KnowledgeEntry, KnowledgeError};

use crate::pace::Pace;
use crate::text::Document;
use crate::{Entity, Mention, Options, Quote};

/// Fills [`Entity::description`] and [`Entity::value`]; an entity whose mentions come to different values is split.
pub(crate) async fn describe(
    document: &Document<'_>,
    mentions: &mut [Mention],
    quotes: &mut [Quote],
    entities: &mut Vec<Entity>,
    options: &Options,
    pace: &Pace,
) {
    value::assign(document, mentions, quotes, entities, options, pace).await;
    description::describe(document, mentions, entities, pace).await;
    knowledge::link(&options.knowledge, entities, pace).await;
}
