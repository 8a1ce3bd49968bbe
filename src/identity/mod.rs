//! Which mentions are one person or thing, and whom the words beside a quote stand for.

mod fold;
mod gender;
mod grammar;
mod intro;
mod kinds;
mod mend;
mod names;
mod person;
mod profile;
mod sets;
mod speaker;
#[cfg(test)]
mod tests;
mod thing;

pub(crate) use fold::fold;
pub(crate) use mend::mend;
pub(crate) use speaker::measures::Measures;
#[cfg(feature = "train")]
pub(crate) use speaker::measures::{CLASSES, Case, FEATURES, SOURCES};

use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{Entity, EntityType, Mention, Quote};
use gender::{Gender, GivenNames};
use names::Names;
use profile::Profiles;
use sets::Sets;

/// Gathers mentions into entities, sets [`Mention::entity`] and [`Quote::entity`], and gives the same words one
/// [`Mention::kind`]. What a quote scores is made less by the doubt whether its source is the right one.
///
/// Costs a few sorts of the mentions, and a bounded number of comparisons for each mention and quote.
pub(crate) async fn resolve(
    document: &Document<'_>,
    mentions: &mut [Mention],
    quotes: &mut [Quote],
    measures: &Measures,
    pace: &Pace,
) -> Vec<Entity> {
    kinds::harmonise(document, mentions, pace).await;
    let names = Names::read(document, mentions, pace).await;
    let mut sets = Sets::new(names.forms().len());
    let mut nodes = names.form_of.clone();
    let titles = titles(document, mentions, pace).await;
    let given = GivenNames::new();
    person::gather(&names, &given, &titles, &mut nodes, &mut sets, pace).await;
    thing::gather(&names, &mut sets, pace).await;
    intro::unite(document, mentions, &names, &nodes, &mut sets, pace).await;
    thing::unite_short(&names, &mut sets, pace).await;
    let entities = number(document, mentions, &nodes, &mut sets, pace).await;
    let kinds = entities.iter().map(|entity| entity.kind).collect();
    let mut profiles = Profiles::read(document, mentions, kinds, pace).await;
    for (mention, title) in mentions.iter().zip(titles) {
        if let Some(gender) = title {
            profiles.lean(mention.entity, gender, 4);
        }
    }
    for (entity, gender) in given_genders(&names, &given, mentions, &nodes) {
        profiles.lean(entity, gender, 2);
        pace.spend(MENTION).await;
    }
    speaker::attribute(document, mentions, quotes, profiles, measures, pace).await;
    entities
}

/// The gender that the title in front of each name tells.
async fn titles(document: &Document<'_>, mentions: &[Mention], pace: &Pace) -> Vec<Option<Gender>> {
    let mut titles = Vec::with_capacity(mentions.len());
    for mention in mentions {
        titles.push(title_gender(document, mention));
        pace.spend(MENTION).await;
    }
    titles
}

/// The gender that the title in front of a name tells.
fn title_gender(document: &Document<'_>, mention: &Mention) -> Option<Gender> {
    let before = document.token_at(mention.span.start).checked_sub(1)?;
    let word = document.word(before);
    document.tokens()[before].is_capitalized().then(|| gender::of_word(&word.to_lowercase())).flatten()
}

/// The gender that each full name's given name tells, for each mention that first has the name.
fn given_genders(
    names: &Names,
    given: &GivenNames,
    mentions: &[Mention],
    nodes: &[u32],
) -> impl Iterator<Item = (usize, Gender)> {
    names.forms().iter().enumerate().filter_map(move |(form, entry)| {
        let first = entry.first as usize;
        let words = names.words(form as u32);
        if entry.kind != EntityType::Person || words.len() < 2 || nodes[first] != form as u32 {
            return None;
        }
        given.gender(names.text(words[0])).map(|gender| (mentions[first].entity, gender))
    })
}

/// Numbers the sets of forms as entities, in the order of their first mentions.
async fn number(
    document: &Document<'_>,
    mentions: &mut [Mention],
    nodes: &[u32],
    sets: &mut Sets,
    pace: &Pace,
) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    let mut numbers: Vec<Option<usize>> = vec![None; nodes.len()];
    for (mention, node) in mentions.iter_mut().zip(nodes) {
        let id = *numbers[sets.root(*node) as usize].get_or_insert_with(|| {
            entities.push(Entity {
                id: entities.len(),
                kind: mention.kind,
                name: String::new(),
                aliases: Vec::new(),
                description: None,
                wikidata: None,
                url: None,
                value: None,
            });
            entities.len() - 1
        });
        mention.entity = id;
    }
    name(document, mentions, &mut entities, pace).await;
    entities
}

/// Gives each entity its fullest form as its name and the others as its aliases.
async fn name(document: &Document<'_>, mentions: &[Mention], entities: &mut [Entity], pace: &Pace) {
    let mut order: Vec<(usize, &str, usize)> =
        mentions.iter().enumerate().map(|(at, mention)| (mention.entity, written(document, mention), at)).collect();
    // Each way of writing once, by its first mention.
    order.sort_unstable();
    pace.spend(order.len() * MENTION).await;
    order.dedup_by(|later, earlier| (later.0, later.1) == (earlier.0, earlier.1));
    order.sort_unstable_by_key(|entry| (entry.0, entry.2));
    pace.spend(order.len() * MENTION).await;
    for forms in order.chunk_by(|a, b| a.0 == b.0) {
        let entity = &mut entities[forms[0].0];
        let fullest = forms.iter().max_by_key(|form| (fullness(form.1), std::cmp::Reverse(form.2)));
        if let Some(fullest) = fullest {
            entity.name = fullest.1.to_owned();
            entity.aliases = forms.iter().filter(|form| form.1 != fullest.1).map(|form| form.1.to_owned()).collect();
        }
        pace.spend(forms.len() * MENTION).await;
    }
}

/// A mention's words without a possessive ending.
fn written<'d>(document: &'d Document<'_>, mention: &Mention) -> &'d str {
    let text = document.slice(mention.span);
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// How full a form is: more words first, hyphens parting them too; a name in capitals only last among equals, then more
/// letters.
fn fullness(text: &str) -> (usize, bool, usize) {
    let words = text.split(|c: char| c.is_whitespace() || c == '-').count();
    (words, text.contains(char::is_lowercase), text.chars().filter(|c| c.is_alphanumeric()).count())
}
