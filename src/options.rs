//! What a caller may choose.

use jiff::civil::Date;

use crate::{EntityType, Knowledge};

/// Options of [`annotate`](crate::annotate()); `Options::default()` is right for most articles.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The day of publication: `Tuesday` and `last month` are resolved against it. Without it, only dates that name
    /// their year get a value.
    pub published: Option<Date>,
    /// The types to look for; all of them by default.
    pub types: Vec<EntityType>,
    /// Leaves out the mentions and quotes that score less, from 0 (the default: none is left out) to 1.
    pub min_score: f32,
    /// What the site itself knows of the people and things in its articles; nothing by default.
    pub knowledge: Knowledge,
}

impl Default for Options {
    fn default() -> Self {
        Self { published: None, types: EntityType::ALL.to_vec(), min_score: 0.0, knowledge: Knowledge::default() }
    }
}
