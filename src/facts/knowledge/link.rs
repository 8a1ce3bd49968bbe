//! Which entry of the knowledge an entity of the article is.

use super::{Knowledge, KnowledgeEntry};
use crate::Entity;
use crate::identity::fold;
use crate::pace::{MENTION, Pace};

/// Gives the entities their identity and address, and a description where the article has none.
pub(in crate::facts) async fn link(knowledge: &Knowledge, entities: &mut [Entity], pace: &Pace) {
    if knowledge.is_empty() {
        return;
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind.is_named()) {
        pace.spend(2 * MENTION).await;
        let Some(entry) = find(knowledge, entity) else { continue };
        entity.wikidata.clone_from(&entry.wikidata);
        entity.url.clone_from(&entry.url);
        if entity.description.is_none() {
            entity.description.clone_from(&entry.description);
        }
    }
}

/// The one entry that fits: by the fullest name that the article gives, else by another name of its own.
///
/// An alias that is only a part of the name, or its initials, proves nothing: `Ruiz` may be anybody's, and the article
/// says itself whose it is.
fn find<'k>(knowledge: &'k Knowledge, entity: &Entity) -> Option<&'k KnowledgeEntry> {
    let fits = |entry: &&KnowledgeEntry| entry.kind.is_none_or(|kind| kind == entity.kind);
    let mut found: Vec<&KnowledgeEntry> = knowledge.named(&entity.name).filter(fits).collect();
    if found.is_empty() {
        let own = entity.aliases.iter().filter(|alias| !is_short_for(alias, &entity.name));
        found.extend(own.flat_map(|alias| knowledge.named(alias)).filter(fits));
        found.dedup_by(|a, b| std::ptr::eq(*a, *b));
    }
    match found[..] {
        [] => None,
        [entry] => Some(entry),
        _ => told_apart(&found, entity),
    }
}

fn is_short_for(alias: &str, name: &str) -> bool {
    let folded = fold(alias);
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    fold(name).contains(&folded) || fold(&initials).contains(&folded)
}

/// Of entries that share a name, the only one whose description has words of the article's own description.
fn told_apart<'k>(found: &[&'k KnowledgeEntry], entity: &Entity) -> Option<&'k KnowledgeEntry> {
    let own = words(entity.description.as_deref()?);
    let shared = |entry: &KnowledgeEntry| {
        let theirs = words(entry.description.as_deref().unwrap_or_default());
        own.iter().filter(|word| theirs.contains(word)).count()
    };
    let best = found.iter().map(|entry| shared(entry)).max()?;
    let mut leading = found.iter().filter(|entry| shared(entry) == best);
    let first = leading.next()?;
    (best > 0 && leading.next().is_none()).then_some(*first)
}

/// The words of a description that can tell two people apart.
fn words(description: &str) -> Vec<String> {
    description
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(fold)
        .take(40)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EntityType;
    use crate::pace;

    fn entity(kind: EntityType, name: &str, aliases: &[&str]) -> Entity {
        Entity {
            id: 0,
            kind,
            name: name.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            description: None,
            wikidata: None,
            url: None,
            value: None,
        }
    }

    fn entry(name: &str, kind: EntityType, id: &str, description: &str) -> KnowledgeEntry {
        KnowledgeEntry {
            kind: Some(kind),
            wikidata: Some(id.to_owned()),
            description: Some(description.to_owned()),
            ..KnowledgeEntry::new(name)
        }
    }

    fn linked(entries: Vec<KnowledgeEntry>, mut entity: Entity) -> Entity {
        let knowledge = Knowledge::new(entries).expect("sound entries");
        pace::finish(link(&knowledge, std::slice::from_mut(&mut entity), &Pace::unhurried()));
        entity
    }

    #[test]
    fn a_name_of_the_right_type_is_linked() {
        let entries = vec![entry("Kankan", EntityType::Place, "Q1", "city in Guinea")];
        let place = linked(entries.clone(), entity(EntityType::Place, "Kankan", &[]));
        assert_eq!((place.wikidata.as_deref(), place.description.as_deref()), (Some("Q1"), Some("city in Guinea")));
        assert_eq!(linked(entries, entity(EntityType::Person, "Kankan", &[])).wikidata, None);
    }

    #[test]
    fn the_articles_own_words_come_first() {
        let mut place = entity(EntityType::Place, "Kankan", &[]);
        place.description = Some("the market town".to_owned());
        let place = linked(vec![entry("Kankan", EntityType::Place, "Q1", "city in Guinea")], place);
        assert_eq!((place.wikidata.as_deref(), place.description.as_deref()), (Some("Q1"), Some("the market town")));
    }

    #[test]
    fn a_short_form_of_another_name_is_not_linked() {
        let mut boss = entry("Amina Diallo", EntityType::Person, "Q2", "mayor");
        boss.aliases = vec!["Diallo".to_owned(), "AD".to_owned()];
        assert_eq!(
            linked(vec![boss.clone()], entity(EntityType::Person, "Awa Diallo", &["Diallo", "AD"])).wikidata,
            None
        );
        assert_eq!(linked(vec![boss], entity(EntityType::Person, "Diallo", &[])).wikidata.as_deref(), Some("Q2"));
    }

    #[test]
    fn another_name_of_its_own_is_linked() {
        let entries = vec![entry("Edson Moura", EntityType::Person, "Q3", "footballer")];
        let player = linked(entries, entity(EntityType::Person, "Edson Arantes Moura", &["Edson Moura"]));
        assert_eq!(player.wikidata.as_deref(), Some("Q3"));
    }

    #[test]
    fn two_of_one_name_are_told_apart_by_the_article_or_not_at_all() {
        let entries = vec![
            entry("Jan Novak", EntityType::Person, "Q4", "Czech goalkeeper"),
            entry("Jan Novak", EntityType::Person, "Q5", "minister of transport"),
        ];
        let mut novak = entity(EntityType::Person, "Jan Novak", &[]);
        assert_eq!(linked(entries.clone(), novak.clone()).wikidata, None);
        novak.description = Some("the transport minister".to_owned());
        assert_eq!(linked(entries.clone(), novak.clone()).wikidata.as_deref(), Some("Q5"));
        novak.description = Some("a beekeeper".to_owned());
        assert_eq!(linked(entries, novak).wikidata, None);
    }
}
