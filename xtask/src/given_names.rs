//! `cargo xtask given-names`: computes `src/identity/given_names.txt`, what the endings of given names tell of gender.
//!
//! The table is a pruned tree of endings: an ending is kept where it tells more than the shorter one it ends with. Whole
//! names are endings that begin with `^`.

use std::collections::BTreeMap;
use std::path::Path;

#[path = "../../src/identity/fold.rs"]
mod fold;

/// Where the lists stand that the table is computed from, beside the project.
const LISTS: &str = "../shared/data/lists";
const TABLE: &str = "src/identity/given_names.txt";

/// The longest ending, in letters.
const LONGEST: usize = 7;
/// What not knowing costs, where a wrong answer costs 1.
const UNKNOWN: f64 = 0.3;
/// How much an ending must save to be kept.
const SAVING: f64 = 2.0;

/// How much evidence there is for women and for men.
type Counts = [f64; 2];

/// What an ending tells: a woman, a man, neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Female,
    Male,
    Neither,
}

const CLASSES: [Class; 3] = [Class::Female, Class::Male, Class::Neither];

/// Reads the lists and writes the table.
pub fn write(root: &Path) -> Result<(), String> {
    let names = read_lists(&root.join(LISTS))?;
    let lines = table(&names);
    let path = root.join(TABLE);
    std::fs::write(&path, lines).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn read_lists(lists: &Path) -> Result<BTreeMap<String, Counts>, String> {
    let mut names: BTreeMap<String, Counts> = BTreeMap::new();
    let mut add = |name: &str, gender: usize, weight: f64| {
        let folded: String = fold::fold(name).chars().filter(char::is_ascii_lowercase).collect();
        if folded.len() > 1 {
            names.entry(folded).or_default()[gender] += weight;
        }
    };
    for row in rows(lists, "forenames_by_country.tsv", &["Gender", "Romanized Name"])? {
        let given = row[1].split(' ').next().unwrap_or_default();
        match row[0].as_str() {
            "F" => add(given, 0, 4.0),
            "M" => add(given, 1, 4.0),
            _ => {}
        }
    }
    for row in rows(lists, "us_census1990_names.tsv", &["kind", "name", "freq_pct"])? {
        let share: f64 = row[2].parse().unwrap_or(0.0);
        let weight = 1.0 + (40.0 * share).min(6.0);
        match row[0].as_str() {
            "f" => add(&row[1], 0, weight),
            "m" => add(&row[1], 1, weight),
            _ => {}
        }
    }
    let wiktionary = ["wiktionary_female_given_names.tsv", "wiktionary_male_given_names.tsv"];
    for (gender, file) in wiktionary.into_iter().enumerate() {
        for row in rows(lists, file, &["name"])? {
            if !row[0].contains(' ') {
                add(&row[0], gender, 0.7);
            }
        }
    }
    Ok(names)
}

/// The named columns of a list, whose first line names its columns.
fn rows(lists: &Path, file: &str, columns: &[&str]) -> Result<Vec<Vec<String>>, String> {
    let path = lists.join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut lines = text.trim_start_matches('\u{FEFF}').lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut places = Vec::new();
    for column in columns {
        let place = header.iter().position(|name| name == column);
        places.push(place.ok_or_else(|| format!("{} has no column {column}", path.display()))?);
    }
    let cell = |line: &str, place: usize| line.split('\t').nth(place).unwrap_or_default().to_owned();
    Ok(lines.map(|line| places.iter().map(|place| cell(line, *place)).collect()).collect())
}

/// The lines of the table: the endings of women's names, of men's, and those that tell neither.
fn table(names: &BTreeMap<String, Counts>) -> String {
    let mut endings: BTreeMap<String, Counts> = BTreeMap::new();
    for (name, counts) in names {
        let from = name.len().saturating_sub(LONGEST);
        for key in (from..name.len()).map(|at| name[at..].to_owned()).chain([format!("^{name}")]) {
            let sum = endings.entry(key).or_default();
            sum[0] += counts[0];
            sum[1] += counts[1];
        }
    }
    let mut kept = Vec::new();
    for letter in 'a'..='z' {
        grow(&endings, &letter.to_string(), Class::Neither, &mut kept);
    }
    kept.sort();
    let line = |class: Class| {
        let endings: Vec<&str> = kept.iter().filter(|entry| entry.1 == class).map(|entry| entry.0.as_str()).collect();
        endings.join(" ") + "\n"
    };
    CLASSES.map(line).concat()
}

/// Keeps an ending if it tells enough more than the shorter one, then looks at the longer ones.
fn grow(endings: &BTreeMap<String, Counts>, ending: &str, told: Class, kept: &mut Vec<(String, Class)>) {
    let Some(counts) = endings.get(ending) else { return };
    let [women, men] = *counts;
    let cost = |class: Class| match class {
        Class::Female => men,
        Class::Male => women,
        Class::Neither => UNKNOWN * (women + men),
    };
    let mut best = CLASSES[0];
    for class in CLASSES {
        if cost(class) < cost(best) {
            best = class;
        }
    }
    let mut telling = told;
    if best != told && cost(told) - cost(best) >= SAVING {
        kept.push((ending.to_owned(), best));
        telling = best;
    }
    if !ending.starts_with('^') {
        for letter in ('a'..='z').chain(['^']) {
            grow(endings, &format!("{letter}{ending}"), telling, kept);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_what_most_names_tell() {
        let (woman, man) = ([20.0, 0.0], [0.0, 20.0]);
        let names = [("anna", woman), ("clara", woman), ("maria", woman), ("luca", man), ("pedro", man)];
        let names = names.into_iter().map(|(name, counts)| (name.to_owned(), counts)).collect();
        assert_eq!(table(&names), "a\nca o\n\n");
    }
}
