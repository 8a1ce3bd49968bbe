//! Gives figures their values, and a figure with two meanings an entity for each.

use super::{amount, date};
use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{Entity, EntityType, Mention, Options, Quote, Value};

/// Sets [`Entity::value`]. Where the same words mean different things in different places (`Tuesday`), the entity is
/// split, and the entities are numbered anew in the order of their first mentions.
pub(super) async fn assign(
    document: &Document<'_>,
    mentions: &mut [Mention],
    quotes: &mut [Quote],
    entities: &mut Vec<Entity>,
    options: &Options,
    pace: &Pace,
) {
    let mut calendar = date::Calendar::new(document, options.published);
    let mut values = Vec::with_capacity(mentions.len());
    for mention in mentions.iter() {
        let tokens = document.tokens_in(mention.span);
        values.push(match mention.kind {
            EntityType::Date => calendar.value(tokens).map(|date| Value { date: Some(date), ..Value::default() }),
            EntityType::Money => amount::money(document, tokens),
            EntityType::Percent => amount::percent(document, tokens),
            EntityType::Quantity => amount::quantity(document, tokens),
            _ => None,
        });
        pace.spend(if mention.kind.is_named() { 1 } else { 4 * MENTION }).await;
    }
    split(mentions, quotes, entities, &values);
    pace.spend(entities.len() * MENTION).await;
}

/// Regroups the mentions of each entity by value.
fn split(mentions: &mut [Mention], quotes: &mut [Quote], entities: &mut Vec<Entity>, values: &[Option<Value>]) {
    let mut figures: Vec<usize> = (0..mentions.len()).filter(|at| !mentions[*at].kind.is_named()).collect();
    // By entity, then by value; equal values stay in the order of the text.
    let key = |at: &usize| values[*at].as_ref().map(|value| (value.date.as_deref(), value.amount.map(f64::to_bits)));
    figures.sort_by(|a, b| (mentions[*a].entity, key(a)).cmp(&(mentions[*b].entity, key(b))));
    let mut added = entities.len();
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for group in figures.chunk_by(|a, b| mentions[*a].entity == mentions[*b].entity) {
        let entity = mentions[group[0]].entity;
        for (nth, same) in group.chunk_by(|a, b| values[*a] == values[*b]).enumerate() {
            let id = if nth == 0 { entity } else { added };
            if nth == 0 {
                entities[entity].value.clone_from(&values[same[0]]);
            } else {
                let part = Entity { value: values[same[0]].clone(), ..entities[entity].clone() };
                entities.push(part);
                added += 1;
            }
            parts.extend(same.iter().map(|at| (*at, id)));
        }
    }
    if added == parts.len() && parts.is_empty() {
        return;
    }
    for (at, id) in parts {
        mentions[at].entity = id;
    }
    renumber(mentions, quotes, entities);
}

/// Numbers the entities in the order of their first mentions. Those without a mention go last.
fn renumber(mentions: &mut [Mention], quotes: &mut [Quote], entities: &mut [Entity]) {
    let mut numbers = vec![usize::MAX; entities.len()];
    let mut next = 0;
    for mention in mentions.iter_mut() {
        let number = &mut numbers[mention.entity];
        if *number == usize::MAX {
            *number = next;
            next += 1;
        }
        mention.entity = *number;
    }
    for number in numbers.iter_mut().filter(|number| **number == usize::MAX) {
        *number = next;
        next += 1;
    }
    for quote in quotes {
        quote.entity = quote.entity.map(|entity| numbers[entity]);
    }
    for (entity, number) in entities.iter_mut().zip(&numbers) {
        entity.id = *number;
    }
    entities.sort_unstable_by_key(|entity| entity.id);
}

#[cfg(test)]
mod tests {
    use crate::{Options, annotate};

    #[test]
    fn one_word_with_two_meanings_is_two_entities() {
        let options = Options { published: "2024-07-19".parse().ok(), ..Options::default() };
        let text = "The bridge opened on Tuesday. It will close on Tuesday. It opened on Tuesday, he said.";
        let notes = annotate(text, &options);
        let dates: Vec<_> = notes
            .mentions
            .iter()
            .map(|mention| {
                notes.entities[mention.entity].value.clone().and_then(|value| value.date).unwrap_or_default()
            })
            .collect();
        assert_eq!(dates, ["2024-07-16", "2024-07-23", "2024-07-16"]);
        assert!(notes.entities.iter().enumerate().all(|(at, entity)| entity.id == at));
        assert_eq!(notes.entities.len(), 2);
    }
}
