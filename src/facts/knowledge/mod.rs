//! What a site itself knows of the people and things in its articles.

mod entry;
mod link;

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

pub(super) use link::link;

use crate::EntityType;
use crate::identity::fold;

/// What a site knows of people and things, for [`Options::knowledge`](crate::Options::knowledge).
///
/// In JSON it is `{"entries": [{"name", "aliases"?, "type"?, "description"?, "url"?, "wikidata"?, "year"?}]}`; other
/// members are passed over. Cloning is cheap.
///
/// ```
/// let entry = newsgloss::KnowledgeEntry {
///     description: Some("mayor of Kankan since 2019".to_owned()),
///     ..newsgloss::KnowledgeEntry::new("Amina Diallo")
/// };
/// let knowledge = newsgloss::Knowledge::new([entry])?;
/// assert_eq!(knowledge.len(), 1);
/// # Ok::<(), newsgloss::KnowledgeError>(())
/// ```
#[derive(Clone, Default)]
pub struct Knowledge(Arc<Index>);

/// One person or thing that a site knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KnowledgeEntry {
    /// The full name; up to 200 bytes, like each alias.
    pub name: String,
    /// Other names, up to 100. An alias that two entries share links neither, unless the article tells them apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What kind of thing it is; where it is missing, any named type fits.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityType>,
    /// Who or what it is, in a few words, up to 1,000 bytes. Used where the article itself does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A page about it: `http`, `https`, or relative to the site; up to 2,000 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its Wikidata identifier, such as `Q1065`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// The year for which the description holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
}

impl KnowledgeEntry {
    /// An entry that holds a name and nothing else yet.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// The entries, and where each of their names leads.
#[derive(Debug, Default)]
struct Index {
    entries: Vec<KnowledgeEntry>,
    /// Folded names with the number of their entry, sorted.
    names: Vec<(Box<str>, u32)>,
}

/// The most entries that are taken.
const MOST_ENTRIES: usize = 100_000;

impl Knowledge {
    /// Checks and indexes entries, in time `n log n`.
    ///
    /// # Errors
    /// When there are more than 100,000 entries, or when one has no name, is too long, holds control characters, links
    /// elsewhere than to a web page, or has a Wikidata identifier that is none.
    pub fn new(entries: impl IntoIterator<Item = KnowledgeEntry>) -> Result<Self, KnowledgeError> {
        let mut kept = Vec::new();
        for entry in entries {
            if kept.len() == MOST_ENTRIES {
                return Err(KnowledgeError(Kind::TooMany));
            }
            entry::check(&entry).map_err(|fault| KnowledgeError(Kind::Entry { at: kept.len(), fault }))?;
            kept.push(entry);
        }
        Ok(Self::indexed(kept))
    }

    fn indexed(entries: Vec<KnowledgeEntry>) -> Self {
        let mut names: Vec<(Box<str>, u32)> = entries
            .iter()
            .zip(0_u32..)
            .flat_map(|(entry, at)| {
                std::iter::once(&entry.name).chain(&entry.aliases).map(move |name| (fold(name).into_boxed_str(), at))
            })
            .filter(|(name, _)| !name.is_empty())
            .collect();
        names.sort_unstable();
        names.dedup();
        Self(Arc::new(Index { entries, names }))
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.entries.len()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.entries.is_empty()
    }

    /// The entries, in the order in which they were given.
    #[must_use]
    pub fn entries(&self) -> &[KnowledgeEntry] {
        &self.0.entries
    }

    /// The entries that have this name or alias, capitals and accents aside.
    fn named<'k>(&'k self, name: &str) -> impl Iterator<Item = &'k KnowledgeEntry> + use<'k> {
        let name = fold(name).into_boxed_str();
        let first = self.0.names.partition_point(|(other, _)| *other < name);
        let index = &self.0;
        index.names[first..]
            .iter()
            .take_while(move |(other, _)| *other == name)
            .map(|(_, at)| &index.entries[*at as usize])
    }
}

impl PartialEq for Knowledge {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.entries == other.0.entries
    }
}

impl fmt::Debug for Knowledge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Knowledge({} entries)", self.len())
    }
}

impl<'de> Deserialize<'de> for Knowledge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct File {
            entries: Entries,
        }
        File::deserialize(deserializer).map(|file| Self::indexed(file.entries.0))
    }
}

/// Entries that are checked as they come, so that a file that is too long is not read to its end.
struct Entries(Vec<KnowledgeEntry>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Checked;
        impl<'de> Visitor<'de> for Checked {
            type Value = Entries;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of entries")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = sequence.next_element::<KnowledgeEntry>()? {
                    let kind = match entry::check(&entry) {
                        _ if entries.len() == MOST_ENTRIES => Kind::TooMany,
                        Err(fault) => Kind::Entry { at: entries.len(), fault },
                        Ok(()) => {
                            entries.push(entry);
                            continue;
                        }
                    };
                    return Err(de::Error::custom(KnowledgeError(kind)));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_seq(Checked)
    }
}

/// Why knowledge was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnowledgeError(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    TooMany,
    Entry { at: usize, fault: entry::Fault },
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::TooMany => write!(f, "more than {MOST_ENTRIES} entries"),
            Kind::Entry { at, fault } => write!(f, "entry {at}: {fault}"),
        }
    }
}

impl std::error::Error for KnowledgeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_any_form() {
        let entry = KnowledgeEntry { aliases: vec!["U.N.".to_owned()], ..KnowledgeEntry::new("Nações Unidas") };
        let knowledge = Knowledge::new([entry, KnowledgeEntry::new("Ana Ruiz")]).expect("sound");
        for name in ["Nacoes unidas", "UN", "NAÇÕES UNIDAS"] {
            assert_eq!(knowledge.named(name).count(), 1, "{name}");
        }
        assert_eq!(knowledge.named("Ruiz").count(), 0);
        assert_eq!(knowledge.named("").count(), 0);
    }

    #[test]
    fn errors_name_the_entry() {
        let entries = [KnowledgeEntry::new("Ana Ruiz"), KnowledgeEntry::new(" ")];
        assert_eq!(Knowledge::new(entries).expect_err("no name").to_string(), "entry 1: it has no name");
        let endless = std::iter::repeat_with(|| KnowledgeEntry::new("Ana Ruiz"));
        assert_eq!(Knowledge::new(endless).expect_err("endless").to_string(), "more than 100000 entries");
    }

    #[test]
    fn json_is_checked_as_it_comes() {
        let read = |json: &str| serde_json::from_str::<Knowledge>(json);
        let sound = read(r#"{"licence": "CC0", "entries": [{"name": "Ana Ruiz", "type": "person", "shoe": 42}]}"#);
        assert_eq!(sound.expect("sound").entries()[0].kind, Some(EntityType::Person));
        for json in [
            "[]",
            "{}",
            r#"{"entries": {}}"#,
            r#"{"entries": [{}]}"#,
            r#"{"entries": [{"name": 7}]}"#,
            r#"{"entries": [{"name": "Ana Ruiz", "type": "animal"}]}"#,
            r#"{"entries": [{"name": "Ana Ruiz", "url": "javascript:alert(1)"}]}"#,
            r#"{"entries": [{"name": "Ana Ruiz", "year": 123456}]}"#,
            r#"{"entries": [{"name": "Ana Ruiz", "aliases": "Ana"}]}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
        let deep = format!("{{\"entries\": {}", "[".repeat(100_000));
        assert!(read(&deep).is_err());
    }
}
