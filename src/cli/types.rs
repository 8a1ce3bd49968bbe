//! The types of mentions on the command line.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use newsgloss::EntityType;

/// Reads the name of a type; the help lists them.
pub(super) fn parser() -> impl TypedValueParser<Value = EntityType> {
    PossibleValuesParser::new(EntityType::ALL.map(EntityType::name))
        .try_map(|name| EntityType::from_name(&name).ok_or("not a type"))
}
