//! Organizations, places and other things: short forms, acronyms, word order, world-known other names.

use super::names::{Names, WordId};
use super::sets::Sets;
use crate::EntityType;
use crate::pace::{MENTION, Pace};

/// Other names of places, sorted: what papers use for one and the same country or state without saying so.
const SAME_PLACE: &[(&str, &str)] = &[
    ("ala", "alabama"),
    ("america", "united states"),
    ("ariz", "arizona"),
    ("ark", "arkansas"),
    ("britain", "united kingdom"),
    ("burma", "myanmar"),
    ("calif", "california"),
    ("colo", "colorado"),
    ("conn", "connecticut"),
    ("cote divoire", "ivory coast"),
    ("czech republic", "czechia"),
    ("dc", "washington"),
    ("del", "delaware"),
    ("democratic republic of the congo", "democratic republic of congo"),
    ("dprk", "north korea"),
    ("dr congo", "democratic republic of congo"),
    ("drc", "democratic republic of congo"),
    ("eswatini", "swaziland"),
    ("fla", "florida"),
    ("ga", "georgia"),
    ("great britain", "united kingdom"),
    ("holland", "netherlands"),
    ("ill", "illinois"),
    ("ind", "indiana"),
    ("kan", "kansas"),
    ("kiev", "kyiv"),
    ("ky", "kentucky"),
    ("la", "louisiana"),
    ("mass", "massachusetts"),
    ("md", "maryland"),
    ("mich", "michigan"),
    ("minn", "minnesota"),
    ("miss", "mississippi"),
    ("mo", "missouri"),
    ("mont", "montana"),
    ("n korea", "north korea"),
    ("nc", "north carolina"),
    ("nd", "north dakota"),
    ("neb", "nebraska"),
    ("nev", "nevada"),
    ("nh", "new hampshire"),
    ("nj", "new jersey"),
    ("nm", "new mexico"),
    ("ny", "new york"),
    ("okla", "oklahoma"),
    ("ont", "ontario"),
    ("ore", "oregon"),
    ("pa", "pennsylvania"),
    ("peoples republic of china", "china"),
    ("png", "papua new guinea"),
    ("prc", "china"),
    ("republic of ireland", "ireland"),
    ("republic of korea", "south korea"),
    ("ri", "rhode island"),
    ("rok", "south korea"),
    ("russian federation", "russia"),
    ("s korea", "south korea"),
    ("sask", "saskatchewan"),
    ("sc", "south carolina"),
    ("sd", "south dakota"),
    ("tenn", "tennessee"),
    ("tex", "texas"),
    ("turkiye", "turkey"),
    ("uae", "united arab emirates"),
    ("uk", "united kingdom"),
    ("united states of america", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
    ("va", "virginia"),
    ("vt", "vermont"),
    ("wash", "washington"),
    ("washington dc", "washington"),
    ("wis", "wisconsin"),
    ("wva", "west virginia"),
    ("wyo", "wyoming"),
];

/// Peoples and adherents whose noun is not the adjective with an `s`, sorted.
const SAME_GROUP: &[(&str, &str)] = &[
    ("briton", "british"),
    ("conservative", "tory"),
    ("d", "democrat"),
    ("dane", "danish"),
    ("democratic", "democrat"),
    ("englishman", "english"),
    ("finn", "finnish"),
    ("frenchman", "french"),
    ("gop", "republican"),
    ("irishman", "irish"),
    ("jew", "jewish"),
    ("kurd", "kurdish"),
    ("pole", "polish"),
    ("r", "republican"),
    ("scot", "scottish"),
    ("spaniard", "spanish"),
    ("swede", "swedish"),
    ("tories", "tory"),
    ("turk", "turkish"),
    ("welshman", "welsh"),
];

/// Whether a word is a legal form, which a company's name may go without.
fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "a-s"
            | "ab"
            | "ag"
            | "as"
            | "bhd"
            | "bv"
            | "co"
            | "company"
            | "corp"
            | "corporation"
            | "gmbh"
            | "inc"
            | "incorporated"
            | "kg"
            | "limited"
            | "llc"
            | "llp"
            | "lp"
            | "ltd"
            | "nv"
            | "oy"
            | "oyj"
            | "plc"
            | "pte"
            | "pty"
            | "pvt"
            | "sa"
            | "sarl"
            | "se"
            | "spa"
    )
}

/// Whether a word is one of the small ones that do not count in a name.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "al"
            | "and"
            | "at"
            | "da"
            | "das"
            | "de"
            | "del"
            | "des"
            | "di"
            | "do"
            | "du"
            | "e"
            | "et"
            | "for"
            | "in"
            | "la"
            | "le"
            | "of"
            | "on"
            | "the"
            | "to"
            | "und"
            | "y"
    )
}

/// Whether a word is one that a place's name may go without.
fn is_place_kind(word: &str) -> bool {
    matches!(
        word,
        "airport"
            | "avenue"
            | "bay"
            | "borough"
            | "bridge"
            | "canton"
            | "county"
            | "department"
            | "desert"
            | "district"
            | "governorate"
            | "island"
            | "islands"
            | "lake"
            | "library"
            | "mount"
            | "mountain"
            | "mountains"
            | "municipality"
            | "park"
            | "peninsula"
            | "prefecture"
            | "province"
            | "region"
            | "residence"
            | "river"
            | "sea"
            | "square"
            | "state"
            | "strait"
            | "street"
            | "strip"
            | "township"
            | "valley"
    )
}

/// Whether a word is the head of bodies that belong to a larger one: `UN Security Council` is not the `UN`.
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "academy"
            | "administration"
            | "agency"
            | "assembly"
            | "authority"
            | "branch"
            | "bureau"
            | "cabinet"
            | "center"
            | "centre"
            | "chamber"
            | "college"
            | "command"
            | "commission"
            | "committee"
            | "congress"
            | "council"
            | "court"
            | "department"
            | "division"
            | "embassy"
            | "faculty"
            | "foundation"
            | "guard"
            | "hospital"
            | "house"
            | "institute"
            | "ministry"
            | "mission"
            | "museum"
            | "observatory"
            | "office"
            | "parliament"
            | "police"
            | "press"
            | "programme"
            | "school"
            | "secretariat"
            | "senate"
            | "service"
            | "studies"
            | "team"
            | "tribunal"
            | "unit"
            | "university"
            | "youth"
    )
}

/// Whether a word only says what a storm or a competition is.
fn is_event_kind(word: &str) -> bool {
    matches!(
        word,
        "championship"
            | "championships"
            | "cup"
            | "cyclone"
            | "day"
            | "festival"
            | "games"
            | "hurricane"
            | "operation"
            | "rally"
            | "storm"
            | "summit"
            | "tournament"
            | "tropical"
            | "typhoon"
            | "war"
    )
}

/// Spellings that papers choose by their country, sorted.
const SPELLINGS: &[(&str, &str)] = &[
    ("center", "centre"),
    ("centers", "centres"),
    ("defense", "defence"),
    ("labor", "labour"),
    ("organization", "organisation"),
    ("program", "programme"),
    ("theater", "theatre"),
];

fn lookup<'t>(table: &[(&str, &'t str)], word: &str) -> Option<&'t str> {
    table.binary_search_by(|entry| entry.0.cmp(word)).ok().map(|at| table[at].1)
}

/// How many longer names a short one is compared with, before it and after it.
const NEAR: usize = 8;

/// Gathers the forms of everything but persons.
///
/// Sorts a few lists of the forms; each form is compared with a bounded number of others.
pub(super) async fn gather(names: &Names, sets: &mut Sets, pace: &Pace) {
    let things = things(names);
    unite_equal(names, &things, sets, pace).await;
    unite_acronyms(names, &things, sets, pace).await;
}

/// The forms of everything but persons.
fn things(names: &Names) -> Vec<u32> {
    (0..names.forms().len() as u32).filter(|form| names.forms()[*form as usize].kind != EntityType::Person).collect()
}

/// Unites forms that are the same name but for word order, spelling, legal form or a world-known other name.
async fn unite_equal(names: &Names, things: &[u32], sets: &mut Sets, pace: &Pace) {
    let mut keys: Vec<(EntityType, String, u32)> = Vec::with_capacity(things.len() * 2);
    for form in things {
        let kind = names.forms()[*form as usize].kind;
        let words = names.words(*form);
        keys.push((kind, key(names, kind, words), *form));
        pace.spend(MENTION).await;
    }
    keys.sort_unstable();
    pace.spend(keys.len() * MENTION).await;
    for pair in keys.windows(2) {
        if pair[0].0 == pair[1].0 && pair[0].1 == pair[1].1 && !pair[0].1.is_empty() {
            sets.unite(pair[0].2, pair[1].2);
        }
    }
}

/// What the forms of one thing have in common.
fn key(names: &Names, kind: EntityType, words: &[WordId]) -> String {
    let joined = |words: &[WordId]| words.iter().map(|word| names.text(*word)).collect::<Vec<_>>().join(" ");
    match kind {
        EntityType::Place => {
            let whole = joined(words);
            lookup(SAME_PLACE, &whole).map_or(whole, str::to_owned)
        }
        EntityType::Group => {
            let mut whole = joined(words);
            if whole.len() > 3 && whole.ends_with('s') && !whole.ends_with("ss") {
                whole.pop();
            }
            if whole.len() > 5 && whole.ends_with("men") {
                whole.replace_range(whole.len() - 2.., "an");
            }
            lookup(SAME_GROUP, &whole).map_or(whole, str::to_owned)
        }
        EntityType::Organization => {
            let mut parts: Vec<&str> = content(names, without_legal_form(names, words))
                .map(|word| lookup(SPELLINGS, names.text(word)).unwrap_or(names.text(word)))
                .collect();
            // `Ministry of Defence` and `Defence Ministry`.
            parts.sort_unstable();
            parts.join(" ")
        }
        _ => joined(words),
    }
}

/// The words that count: all but `of` and the like, or all where nothing else is there.
fn content<'n>(names: &'n Names, words: &'n [WordId]) -> impl Iterator<Item = WordId> + 'n {
    let all = words.iter().all(|word| is_small(names.text(*word)));
    words.iter().filter(move |word| all || !is_small(names.text(**word))).copied()
}

fn without_legal_form<'n>(names: &Names, words: &'n [WordId]) -> &'n [WordId] {
    let end = words.iter().rposition(|word| !is_legal_form(names.text(*word)));
    &words[..end.map_or(words.len(), |last| last + 1)]
}

/// Unites acronyms with the names that they shorten, where nothing in the text says so.
async fn unite_acronyms(names: &Names, things: &[u32], sets: &mut Sets, pace: &Pace) {
    let mut initials: Vec<(EntityType, String, u32)> = Vec::new();
    for form in things {
        pace.spend(MENTION).await;
        let kind = names.forms()[*form as usize].kind;
        let words = without_legal_form(names, names.words(*form));
        if kind == EntityType::Group || words.len() < 2 && !words.iter().any(|word| names.text(*word).contains('-')) {
            continue;
        }
        let of = |words: &mut dyn Iterator<Item = &str>| -> String {
            let mut letters = String::new();
            for part in words.flat_map(|word| word.split('-')) {
                match part {
                    // Their letters are all part of an acronym: `USDA`, `UNHCR`.
                    "us" | "un" | "uk" | "eu" => letters.push_str(part),
                    _ => letters.extend(part.chars().next()),
                }
            }
            letters
        };
        let main = of(&mut content(names, words).map(|word| names.text(word)));
        let all = of(&mut words.iter().map(|word| names.text(*word)));
        if all != main {
            initials.push((kind, all, *form));
        }
        if let (EntityType::Law, [rest @ .., last]) = (kind, words) {
            // `AI Act`.
            let letters = of(&mut content(names, rest).map(|word| names.text(word)));
            initials.push((kind, format!("{letters} {}", names.text(*last)), *form));
        }
        initials.push((kind, main, *form));
    }
    initials.sort_unstable();
    pace.spend(initials.len() * MENTION).await;
    for form in things {
        pace.spend(MENTION).await;
        let entry = &names.forms()[*form as usize];
        let two;
        let letters = match names.words(*form) {
            [word] => names.text(*word),
            [word, last] if entry.kind == EntityType::Law => {
                two = format!("{} {}", names.text(*word), names.text(*last));
                &two
            }
            _ => continue,
        };
        // `Nasa`, as some papers write it, needs more letters to be trusted.
        let is_trusted =
            entry.acronym && letters.len() > 1 || (4..=6).contains(&letters.len()) || letters.contains(' ');
        if letters.len() > 16 || !is_trusted {
            continue;
        }
        let at = initials.partition_point(|other| (other.0, other.1.as_str()) < (entry.kind, letters));
        // The name that stands nearest to where the acronym begins, before it if there is one.
        let candidates = initials[at..].iter().take_while(|other| other.0 == entry.kind && other.1 == letters);
        if let Some(long) = nearest(*form, candidates.map(|other| other.2).filter(|long| long != form)) {
            sets.unite(*form, long);
        }
    }
}

/// Of names in the order of their first mentions, the last before a form's first mention, or else the first after.
fn nearest(form: u32, candidates: impl Iterator<Item = u32>) -> Option<u32> {
    let mut best = None;
    for candidate in candidates.take(2 * NEAR) {
        if candidate < form || best.is_none() {
            best = Some(candidate);
        }
    }
    best
}

/// Unites short names with the longer ones that begin or end with them.
///
/// Comes after all else: an acronym whose full name is known is no beginning of a third name.
pub(super) async fn unite_short(names: &Names, sets: &mut Sets, pace: &Pace) {
    let things = things(names);
    // By first word and by last word: (kind, word, is last, form), the forms in the order of their first mentions.
    let mut ends: Vec<(EntityType, bool, WordId, u32)> = Vec::with_capacity(things.len() * 2);
    for form in &things {
        pace.spend(MENTION).await;
        let words = without_legal_form(names, names.words(*form));
        if let ([first, .., last], kind) = (words, names.forms()[*form as usize].kind) {
            ends.push((kind, false, *first, *form));
            ends.push((kind, true, *last, *form));
            if kind == EntityType::Place
                && let Some((_, tail)) = names.text(*first).split_once('-')
                && let Some(word) = names.find(tail)
            {
                ends.push((kind, true, word, *form));
            }
        } else if let ([only], EntityType::Place) = (words, names.forms()[*form as usize].kind)
            && let Some((_, tail)) = names.text(*only).split_once('-')
            && let Some(word) = names.find(tail)
        {
            ends.push((EntityType::Place, true, word, *form));
        }
    }
    ends.sort_unstable();
    pace.spend(ends.len() * MENTION).await;
    let mut is_expanded = vec![false; names.forms().len()];
    for form in &things {
        let root = sets.root(*form) as usize;
        if root != *form as usize {
            is_expanded[root] = true;
            is_expanded[*form as usize] = true;
        }
    }
    for form in &things {
        pace.spend(MENTION).await;
        let kind = names.forms()[*form as usize].kind;
        if !kind.is_named() || kind == EntityType::Group {
            continue;
        }
        let short = without_legal_form(names, names.words(*form));
        let (Some(first), Some(last)) = (short.first(), short.last()) else { continue };
        if short.len() == 1 && is_expanded[*form as usize] {
            continue;
        }
        let mut at_end = near(&ends, (kind, true, *last, *form)).filter(|long| {
            ends_with(names, names.words(*long), short) && is_suffix_short(names, kind, short, names.words(*long))
        });
        let mut at_start = near(&ends, (kind, false, *first, *form)).filter(|long| {
            let long = without_legal_form(names, names.words(*long));
            long.starts_with(short) && long.len() > short.len() && is_prefix_short(names, kind, short, long)
                || skips_inner(short, long)
        });
        if let Some(long) = at_start.next().or_else(|| at_end.next()) {
            sets.unite(*form, long);
        }
    }
}

/// The forms with the same word at the same end, from the nearest before to the nearest after.
fn near(ends: &[(EntityType, bool, WordId, u32)], key: (EntityType, bool, WordId, u32)) -> impl Iterator<Item = u32> {
    let at = ends.partition_point(|entry| *entry < key);
    let same = move |entry: &&(EntityType, bool, WordId, u32)| (entry.0, entry.1, entry.2) == (key.0, key.1, key.2);
    let before = ends[..at].iter().rev().take_while(same).take(NEAR);
    let after = ends[at..].iter().take_while(same).take(NEAR);
    before.chain(after).map(|entry| entry.3).filter(move |form| *form != key.3)
}

fn ends_with(names: &Names, long: &[WordId], short: &[WordId]) -> bool {
    if long.len() > short.len() && long.ends_with(short) {
        return true;
    }
    // `Nagorno-Karabakh`.
    match (long, short) {
        ([only], [word]) => names.text(*only).split_once('-').is_some_and(|(_, tail)| tail == names.text(*word)),
        _ => false,
    }
}

/// Whether `short` is what is left of `long` when words in the middle are left out.
fn skips_inner(short: &[WordId], long: &[WordId]) -> bool {
    if short.len() < 2 || short.len() >= long.len() || short.first() != long.first() || short.last() != long.last() {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// Whether a name that ends with `short` may be called by it.
fn is_suffix_short(names: &Names, kind: EntityType, short: &[WordId], long: &[WordId]) -> bool {
    let extra = &long[..long.len() - short.len().min(long.len())];
    match kind {
        EntityType::Place => {
            extra.is_empty()
                || extra.iter().all(|word| is_place_kind(names.text(*word)))
                || names.text(extra[extra.len() - 1]) == "of"
                    && !extra.iter().any(|word| matches!(names.text(*word), "gulf" | "port" | "isle" | "university"))
        }
        EntityType::Event => extra.iter().all(|word| {
            let word = names.text(*word);
            is_event_kind(word) || word.starts_with(|c: char| c.is_ascii_digit())
        }),
        EntityType::Organization => {
            // What is left must be more than a word for a kind of body that many share.
            !matches!(names.text(short[0]), "house" | "party" | "ministry" | "committee" | "department" | "commission")
                && !extra.iter().any(|word| matches!(names.text(*word), "of" | "for"))
        }
        _ => true,
    }
}

/// Whether a name that begins with `short` may be called by it.
fn is_prefix_short(names: &Names, kind: EntityType, short: &[WordId], long: &[WordId]) -> bool {
    let extra = &long[short.len()..];
    let last = names.text(extra[extra.len() - 1]);
    match kind {
        EntityType::Place => match names.text(extra[0]) {
            "north" | "south" => false,
            word => {
                (extra.len() == 1 && is_place_kind(word))
                    || matches!(names.text(short[0]), "north" | "south") && short.len() == 1 && word == "korea"
            }
        },
        EntityType::Event => !extra.iter().any(|word| names.text(*word).starts_with(|c: char| c.is_ascii_digit())),
        EntityType::Organization => {
            let of_its_own =
                matches!(last, "academy" | "college" | "foundation" | "hospital" | "museum" | "school" | "university");
            !(matches!(names.text(short[0]), "national" | "international" | "american" | "united" | "new")
                || is_body(last) && !of_its_own)
        }
        EntityType::Product => !last.starts_with(|c: char| c.is_ascii_digit()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(SAME_GROUP.is_sorted());
        assert!(SPELLINGS.is_sorted());
        assert!(SAME_PLACE.is_sorted());
    }
}
