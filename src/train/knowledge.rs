//! A knowledge file of public figures and bodies, for sites that have none of their own.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::lists::{cell, table};
use crate::{EntityType, KnowledgeEntry};

/// A knowledge file, with where it comes from.
#[derive(Clone, Debug, Serialize)]
pub struct KnowledgeFile {
    /// What the file is.
    pub about: String,
    /// What it was made from.
    pub sources: Vec<Source>,
    /// The entries, sorted by name.
    pub entries: Vec<KnowledgeEntry>,
}

/// A source of a knowledge file.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// The list and who publishes it.
    pub name: &'static str,
    /// Its licence, by its SPDX identifier.
    pub licence: &'static str,
}

/// The year for which the lists of politicians and leaders were drawn.
const YEAR_OF_LEADERS: i16 = 2022;
/// The same for the members of the United States Congress.
const YEAR_OF_CONGRESS: i16 = 2026;

/// Makes a knowledge file from the tables of names and facts in a folder.
///
/// With `share_alike` it also takes the lists whose licences ask that what is made from them be shared alike: countries
/// and supranational bodies. The same folder gives the same file.
///
/// # Errors
/// Says which file could not be read, and why.
pub fn knowledge(lists: &Path, share_alike: bool) -> Result<KnowledgeFile, String> {
    let mut entries = Vec::new();
    congress(&table(lists, "us_congress_executive.tsv")?, &mut entries);
    leaders(&table(lists, "politicians_wikidata.tsv")?, &mut entries);
    companies(&table(lists, "sp500.tsv")?, &mut entries);
    let mut sources = vec![
        Source { name: "Politicians, Wikidata", licence: "CC0-1.0" },
        Source { name: "Members of the United States Congress, unitedstates/congress-legislators", licence: "CC0-1.0" },
        Source { name: "S&P 500 companies, datasets/s-and-p-500-companies", licence: "PDDL-1.0" },
    ];
    if share_alike {
        countries(&table(lists, "countries.tsv")?, &mut entries);
        bodies(&table(lists, "supranational_bodies.tsv")?, &mut entries);
        sources.push(Source { name: "Countries, mledoze/countries", licence: "ODbL-1.0" });
        sources.push(Source { name: "Supranational bodies, Wikidata and Wikipedia", licence: "CC-BY-SA-4.0" });
    }
    // One thing may stand in two lists: the first one knows it best.
    let mut seen = HashSet::new();
    entries.retain(|entry| entry.wikidata.as_ref().is_none_or(|id| seen.insert(id.clone())));
    entries.sort_by(|a, b| (&a.name, &a.wikidata).cmp(&(&b.name, &b.wikidata)));
    // What the library would refuse at the reader's must not leave the house; tables have a broken row now and then.
    entries.retain(|entry| crate::Knowledge::new([entry.clone()]).is_ok());
    let mut about = String::from("Public figures and bodies for newsgloss");
    let _ =
        write!(about, ", as of {YEAR_OF_LEADERS} (heads of state and government) and {YEAR_OF_CONGRESS} (Congress)");
    Ok(KnowledgeFile { about, sources, entries })
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Senators, representatives, presidents and vice presidents of the United States.
fn congress(rows: &[Vec<String>], entries: &mut Vec<KnowledgeEntry>) {
    for row in rows {
        let [id, full, first, last, nick] = [0, 1, 2, 3, 4].map(|at| cell(row, at));
        let (state, party, end) = (cell(row, 6), cell(row, 7), cell(row, 10));
        let letter = party.chars().next().filter(char::is_ascii_uppercase).unwrap_or('I');
        let serves = end.get(..4).and_then(|year| year.parse().ok()).is_some_and(|year: i16| year >= YEAR_OF_CONGRESS);
        let (office, seat) = match cell(row, 5) {
            "sen" => ("U.S. senator", format!(" ({letter}-{state})")),
            "rep" => ("U.S. representative", format!(" ({letter}-{state})")),
            "prez" => ("president of the United States", String::new()),
            "viceprez" => ("vice president of the United States", String::new()),
            _ => continue,
        };
        if id.is_empty() {
            continue;
        }
        let former = if serves { "" } else { "former " };
        let mut aliases: Vec<String> = [first, nick]
            .into_iter()
            .filter(|given| !given.is_empty())
            .map(|given| format!("{given} {last}"))
            .filter(|alias| alias != full)
            .collect();
        aliases.dedup();
        entries.push(KnowledgeEntry {
            aliases,
            kind: Some(EntityType::Person),
            description: Some(format!("{former}{office}{seat}")),
            wikidata: filled(id),
            year: Some(YEAR_OF_CONGRESS),
            ..KnowledgeEntry::new(full)
        });
    }
}

/// Offices of heads of state and government, as the list names them.
const OFFICES: &[&str] = &[
    "amir",
    "chancellor",
    "emir",
    "emperor",
    "federal chancellor",
    "head of government",
    "head of state",
    "king",
    "monarch",
    "pope",
    "president",
    "prime minister",
    "queen",
    "sultan",
    "supreme leader",
    "taoiseach",
];

/// Heads of state and government: those whom the list has under their country's name.
fn leaders(rows: &[Vec<String>], entries: &mut Vec<KnowledgeEntry>) {
    for row in rows {
        let (id, name, latest, end) = (cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 4));
        let of_a_country =
            cell(row, 6).split('|').any(|set| set.starts_with(|c: char| c.is_uppercase()) && !set.contains('-'));
        if !of_a_country || id.is_empty() {
            continue;
        }
        // `President` alone is told in full among the other offices.
        let full = std::iter::once(latest)
            .chain(cell(row, 5).split('|').filter(|office| {
                office.len() > latest.len() + 4
                    && office.is_char_boundary(latest.len())
                    && office[..latest.len()].eq_ignore_ascii_case(latest)
                    && office[latest.len()..].starts_with(" of ")
            }))
            .find(|office| is_office_of_a_country(office));
        let description = full.map(|office| {
            let former = if end.is_empty() { "" } else { "former " };
            let (title, country) = office.split_once(" of ").unwrap_or((office, ""));
            format!("{former}{} of {country}", title.to_lowercase())
        });
        entries.push(KnowledgeEntry {
            kind: Some(EntityType::Person),
            year: description.is_some().then_some(YEAR_OF_LEADERS),
            description,
            wikidata: filled(id),
            ..KnowledgeEntry::new(name)
        });
    }
}

fn is_office_of_a_country(office: &str) -> bool {
    office.split_once(" of ").is_some_and(|(title, country)| {
        OFFICES.contains(&title.to_lowercase().as_str()) && !country.to_lowercase().starts_with("the senate")
    })
}

fn companies(rows: &[Vec<String>], entries: &mut Vec<KnowledgeEntry>) {
    for row in rows {
        let (name, sector, seat) = (cell(row, 1), cell(row, 2), cell(row, 3));
        // `Alphabet Inc. (Class A)`
        let name = name.split(" (").next().unwrap_or(name);
        if name.is_empty() || entries.last().is_some_and(|last| last.name == name) {
            continue;
        }
        entries.push(KnowledgeEntry {
            kind: Some(EntityType::Organization),
            description: Some(format!("company in {seat} ({})", sector.to_lowercase())),
            ..KnowledgeEntry::new(name)
        });
    }
}

fn countries(rows: &[Vec<String>], entries: &mut Vec<KnowledgeEntry>) {
    for row in rows {
        let (id, name, official, capital, region) =
            (cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3), cell(row, 8));
        if id.is_empty() {
            continue;
        }
        let seat = if capital.is_empty() { String::new() } else { format!("; capital {capital}") };
        entries.push(KnowledgeEntry {
            aliases: filled(official).filter(|official| official != name).into_iter().collect(),
            kind: Some(EntityType::Place),
            description: Some(format!("country in {}{region}{seat}", if region == "Americas" { "the " } else { "" })),
            wikidata: filled(id),
            ..KnowledgeEntry::new(name)
        });
    }
}

fn bodies(rows: &[Vec<String>], entries: &mut Vec<KnowledgeEntry>) {
    for row in rows {
        let (id, name, short, seat) = (cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 5));
        if id.is_empty() || name.is_empty() || name.len() > 200 {
            continue;
        }
        let place = if seat.is_empty() { String::new() } else { format!(" in {seat}") };
        entries.push(KnowledgeEntry {
            aliases: filled(short).into_iter().collect(),
            kind: Some(EntityType::Organization),
            description: Some(format!("international organisation{place}")),
            wikidata: filled(id),
            ..KnowledgeEntry::new(name)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(|cell| cell.replace('/', "|")).collect()).collect()
    }

    #[test]
    fn members_of_congress() {
        let mut entries = Vec::new();
        congress(&rows("Q1|Ann Q. Moss|Ann|Moss|Annie|sen|OH|Democrat|Ann Moss|2025-01-03|2031-01-03"), &mut entries);
        assert_eq!(entries[0].description.as_deref(), Some("U.S. senator (D-OH)"));
        assert_eq!(entries[0].aliases, ["Ann Moss", "Annie Moss"]);
    }

    #[test]
    fn heads_of_state_are_told_with_their_country() {
        let mut entries = Vec::new();
        let text = "Q2|Ana Ruiz|President|2019||Mayor of Kankan/President of Ruritania|Ruritania/ruritania-cabinet\n\
                    Q3|Jan Novak|Prime Minister of Ruritania|2015|2019||Ruritania\n\
                    Q4|Awa Diallo|President of the Senate|2015|||ruritania\n\
                    Q5|Li Wen|member of the council|2020||President of Ruritania|Ruritania";
        leaders(&rows(text), &mut entries);
        let told: Vec<_> = entries.iter().map(|entry| entry.description.as_deref()).collect();
        assert_eq!(told, [Some("president of Ruritania"), Some("former prime minister of Ruritania"), None]);
        assert_eq!(entries[2].wikidata.as_deref(), Some("Q5"));
    }

    #[test]
    fn companies_and_countries() {
        let mut entries = Vec::new();
        companies(
            &rows("X|Nokta Inc. (Class A)|Utilities|Munsan, Ohio\nY|Nokta Inc. (Class C)|Utilities|Munsan, Ohio"),
            &mut entries,
        );
        countries(
            &rows("Q6|Ruritania|Kingdom of Ruritania|Strelsau|Ruritanian|Ruritanian|RU|RU|Europe|crown"),
            &mut entries,
        );
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].description.as_deref(), Some("company in Munsan, Ohio (utilities)"));
        assert_eq!(entries[1].description.as_deref(), Some("country in Europe; capital Strelsau"));
    }
}
