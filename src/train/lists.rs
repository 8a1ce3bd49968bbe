//! Compiles the name lists from tables of names and from the annotated articles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::data::Article;
use crate::EntityType;
use crate::entity::hash;
use crate::entity::lists::{LISTS, LONGEST, List, compile};
use crate::entity::word::normalize;
use crate::text::{Case, Document, TokenKind};

/// Names by list, before they are hashed: normalized words of each.
#[derive(Default)]
pub(crate) struct Names {
    lists: [BTreeSet<Vec<u64>>; LISTS],
}

/// The normalized hashes of a text's words.
fn words_of(name: &str) -> Vec<u64> {
    let document = Document::new(name);
    let mut lower = String::new();
    (0..document.tokens().len())
        .map(|token| {
            normalize(document.word(token), &mut lower);
            hash::bytes(lower.as_bytes())
        })
        .collect()
}

/// The rows of a table: tab-separated, the header line left out.
pub(super) fn table(folder: &Path, file: &str) -> Result<Vec<Vec<String>>, String> {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text.lines().skip(1).map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect()).collect())
}

pub(super) fn cell(row: &[String], at: usize) -> &str {
    row.get(at).map_or("", String::as_str)
}

impl Names {
    fn add(&mut self, list: List, name: &str) {
        let words = words_of(name);
        if !words.is_empty() && words.len() <= LONGEST && name.chars().count() > 1 {
            self.lists[list as usize].insert(words);
        }
    }

    /// Whether a name is that of a people, and not also a country's.
    pub(crate) fn is_people(&self, name: &str) -> bool {
        let words = words_of(name);
        let held = |list: List| self.lists[list as usize].contains(&words);
        held(List::Demonym) && !held(List::Country) && !held(List::Place)
    }

    /// Reads the tables of a folder.
    pub(crate) fn read(&mut self, folder: &Path) -> Result<(), String> {
        self.read_persons(folder)?;
        self.read_places(folder)?;
        self.read_organizations(folder)?;
        self.add_known();
        Ok(())
    }

    /// Adds names that news is full of and the tables lack.
    fn add_known(&mut self) {
        let known = [
            (List::Organization, include_str!("names/organizations.txt")),
            (List::Demonym, include_str!("names/peoples.txt")),
            (List::Place, include_str!("names/places.txt")),
        ];
        for (list, names) in known {
            for name in names.split([',', '\n']) {
                self.add(list, name.trim());
            }
        }
    }

    fn read_persons(&mut self, folder: &Path) -> Result<(), String> {
        // A given name or surname is listed when the tables together vouch for it often enough.
        let (mut given, mut sur) = (BTreeMap::<String, u32>::new(), BTreeMap::<String, u32>::new());
        for row in table(folder, "us_census1990_names.tsv")? {
            let common = cell(&row, 2).parse::<f64>().unwrap_or(0.0) >= 0.002;
            let names = if cell(&row, 1) == "s" || cell(&row, 1).starts_with("sur") || cell(&row, 1) == "last" {
                &mut sur
            } else {
                &mut given
            };
            *names.entry(cell(&row, 0).to_owned()).or_default() += if common { 4 } else { 1 };
        }
        for row in table(folder, "forenames_by_country.tsv")? {
            for name in [cell(&row, 10), cell(&row, 11)] {
                *given.entry(name.to_owned()).or_default() += 4;
            }
        }
        for row in table(folder, "surnames_by_country.tsv")? {
            for name in [cell(&row, 4), cell(&row, 5)] {
                *sur.entry(name.to_owned()).or_default() += 4;
            }
        }
        for file in ["wiktionary_female_given_names.tsv", "wiktionary_male_given_names.tsv"] {
            for row in table(folder, file)? {
                *given.entry(cell(&row, 0).to_owned()).or_default() += 2;
            }
        }
        for row in table(folder, "wiktionary_surnames.tsv")? {
            *sur.entry(cell(&row, 0).to_owned()).or_default() += 2;
        }
        let people = table(folder, "politicians_wikidata.tsv")?.into_iter().map(|row| cell(&row, 1).to_owned());
        let people =
            people.chain(table(folder, "us_congress_executive.tsv")?.into_iter().map(|row| cell(&row, 1).to_owned()));
        let people =
            people.chain(table(folder, "us_state_officials.tsv")?.into_iter().map(|row| cell(&row, 1).to_owned()));
        for name in people {
            let words: Vec<&str> = name.split_whitespace().collect();
            if let [first, .., last] = words[..] {
                *given.entry(first.to_owned()).or_default() += 1;
                *sur.entry(last.to_owned()).or_default() += 1;
            }
        }
        for row in table(folder, "reign_leaders.tsv")? {
            *sur.entry(cell(&row, 3).to_owned()).or_default() += 3;
        }
        for (names, list) in [(given, List::GivenName), (sur, List::Surname)] {
            for (name, votes) in names {
                if votes >= 4 && name.chars().count() > 1 && name.is_char_boundary(1) {
                    self.add(list, &name);
                }
            }
        }
        Ok(())
    }

    fn read_places(&mut self, folder: &Path) -> Result<(), String> {
        for row in table(folder, "countries.tsv")? {
            for name in [cell(&row, 1), cell(&row, 2)].into_iter().chain(cell(&row, 6).split('|')) {
                if name.chars().count() > 3 {
                    self.add(List::Country, name);
                }
            }
            self.add(List::Place, cell(&row, 3));
            for demonym in [cell(&row, 4), cell(&row, 5)] {
                self.add(List::Demonym, demonym);
                self.add(List::Demonym, &format!("{demonym}s"));
            }
        }
        for name in
            ["U.S.", "US", "USA", "U.K.", "UK", "UAE", "U.A.E.", "Britain", "America", "England", "Scotland", "Wales"]
        {
            self.add(List::Country, name);
        }
        for row in table(folder, "geonames_cities15000.tsv")? {
            if cell(&row, 5).parse::<u64>().unwrap_or(0) >= 60_000 {
                self.add(List::Place, cell(&row, 1));
            }
        }
        for row in table(folder, "world_cities_15k.tsv")? {
            self.add(List::Place, cell(&row, 2));
        }
        for row in table(folder, "geonames_us_states.tsv")? {
            self.add(List::Place, cell(&row, 1));
        }
        Ok(())
    }

    fn read_organizations(&mut self, folder: &Path) -> Result<(), String> {
        for row in table(folder, "corpora_cc0.tsv")? {
            let name = cell(&row, 0);
            match cell(&row, 1) {
                "company" | "party" | "agency" | "newspaper" | "charity" => self.add(List::Organization, name),
                "nationality" => {
                    self.add(List::Demonym, name);
                    self.add(List::Demonym, &format!("{name}s"));
                }
                "honorific" | "occupation" | "prefix" => self.add(List::Title, name),
                "river" | "ocean" => self.add(List::Place, name),
                _ => {}
            }
        }
        for row in table(folder, "supranational_bodies.tsv")? {
            self.add(List::Organization, cell(&row, 1));
            self.add(List::Organization, cell(&row, 2));
        }
        for row in table(folder, "sp500.tsv")? {
            self.add(List::Organization, cell(&row, 1));
        }
        for row in table(folder, "football_clubs.tsv")? {
            self.add(List::Organization, cell(&row, 0));
        }
        for row in table(folder, "us_congress_committees.tsv")? {
            self.add(List::Organization, cell(&row, 1));
        }
        Ok(())
    }

    /// Learns words of titles, institutions and places, and the small words inside mentions, from annotated articles.
    pub(crate) fn learn<'a>(&mut self, articles: impl Iterator<Item = &'a Article>) {
        let mut counts: BTreeMap<u64, Uses> = BTreeMap::new();
        let mut lower = String::new();
        for article in articles {
            let document = Document::new(article.text.as_str());
            let mut hashes = Vec::with_capacity(document.tokens().len());
            for (index, token) in document.tokens().iter().enumerate() {
                normalize(document.word(index), &mut lower);
                let key = hash::bytes(lower.as_bytes());
                hashes.push(key);
                if token.kind != TokenKind::Link {
                    counts.entry(key).or_default().all += 1;
                }
            }
            for (tokens, kind) in article.token_mentions(&document) {
                let person = kind == EntityType::Person as usize;
                if person && tokens.start > 0 && document.tokens()[tokens.start - 1].kind == TokenKind::Word {
                    let uses = counts.entry(hashes[tokens.start - 1]).or_default();
                    uses.before_person += 1;
                }
                let several = tokens.len() > 1;
                for index in tokens.clone() {
                    let uses = counts.entry(hashes[index]).or_default();
                    uses.in_organization += u32::from(several && kind == EntityType::Organization as usize);
                    uses.in_place += u32::from(several && kind == EntityType::Place as usize);
                    uses.in_person += u32::from(person);
                    let token = document.tokens()[index];
                    let small = token.case == Case::Lower || token.kind == TokenKind::Mark;
                    uses.small += u32::from(small);
                }
            }
        }
        for (word, uses) in counts {
            let often = |count: u32, least: u32, share: u32| count >= least && count * share >= uses.all;
            if often(uses.before_person, 8, 4) {
                self.lists[List::Title as usize].insert(vec![word]);
            }
            if often(uses.in_organization, 8, 3) && uses.in_person * 5 < uses.in_organization {
                self.lists[List::OrganizationWord as usize].insert(vec![word]);
            }
            if often(uses.in_place, 6, 3) && uses.in_person * 5 < uses.in_place {
                self.lists[List::PlaceWord as usize].insert(vec![word]);
            }
            if often(uses.small, 3, 200) {
                self.lists[List::Trigger as usize].insert(vec![word]);
            }
        }
    }

    /// How many names each list holds.
    pub(crate) fn sizes(&self) -> [usize; LISTS] {
        std::array::from_fn(|list| self.lists[list].len())
    }

    /// The compiled lists.
    pub(crate) fn compile(&self, clusters: &[(u64, u8)]) -> Vec<u8> {
        let hashed = std::array::from_fn(|list| {
            self.lists[list].iter().map(|name| compile::name(name.iter().copied())).collect()
        });
        compile::encode(&hashed, clusters)
    }
}

/// How the articles use a word.
#[derive(Default)]
struct Uses {
    all: u32,
    before_person: u32,
    in_organization: u32,
    in_place: u32,
    in_person: u32,
    /// In small letters (or a mark) inside a mention.
    small: u32,
}
