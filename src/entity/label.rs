//! The labels of the tagger: BILOU over the types of names, and dates. Sums, percentages and quantities are left to
//! the patterns, which find them better.
//!
//! `O` is no mention; `U` a mention of one token; `B`, `I` and `L` begin, continue and end a longer one (Ratinov and
//! Roth, "Design challenges and misconceptions in named entity recognition", 2009).

use crate::EntityType;

/// How many types the tagger tells apart: the first of [`EntityType::ALL`], up to dates.
pub(crate) const TYPES: usize = EntityType::Date as usize + 1;

/// How many labels there are: `O`, and four for each type.
pub(crate) const LABELS: usize = 1 + 4 * TYPES;

/// Where a token stands in its mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    Begin = 0,
    Inside = 1,
    Last = 2,
    Unit = 3,
}

/// The label of a token outside of every mention.
pub(crate) const OUTSIDE: usize = 0;

/// The label for a place in a mention of the type with this index.
pub(crate) const fn label(kind: usize, position: Position) -> usize {
    1 + 4 * kind + position as usize
}

#[cfg(feature = "train")]
/// The labels of a mention's tokens, in order.
pub(crate) fn labels_of(kind: usize, length: usize) -> impl Iterator<Item = usize> {
    (0..length).map(move |i| {
        label(
            kind,
            match (i == 0, i + 1 == length) {
                (true, true) => Position::Unit,
                (true, false) => Position::Begin,
                (false, true) => Position::Last,
                (false, false) => Position::Inside,
            },
        )
    })
}
