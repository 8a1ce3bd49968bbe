//! Persons: surname, given name, initials and nickname of one, and two who share a name.

use super::gender::{Gender, GivenNames};
use super::names::{Names, WordId};
use super::sets::Sets;
use crate::EntityType;
use crate::pace::{MENTION, Pace};

/// Short forms of given names, by the full one, sorted. Several short forms are parted by a space.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("abigail", "abby"),
    ("albert", "al bert"),
    ("alexander", "alex sandy sasha"),
    ("alexandra", "alex sandra sasha"),
    ("alfred", "alf fred"),
    ("andrew", "andy drew"),
    ("anthony", "tony"),
    ("antonio", "tony toni"),
    ("barbara", "babs barb"),
    ("benjamin", "ben benny"),
    ("catherine", "cathy kate katie"),
    ("charles", "charlie chuck"),
    ("christine", "chris tina"),
    ("christopher", "chris kit"),
    ("daniel", "dan danny"),
    ("david", "dave davy"),
    ("deborah", "deb debbie"),
    ("dmitri", "dima"),
    ("donald", "don donnie"),
    ("dorothy", "dot dottie"),
    ("edward", "ed eddie ted"),
    ("elizabeth", "beth betty eliza lisa liz lizzie"),
    ("eugene", "gene"),
    ("francis", "frank"),
    ("francisco", "paco pancho"),
    ("franklin", "frank"),
    ("frederick", "fred freddie"),
    ("gabriel", "gabe gabi"),
    ("gerald", "gerry jerry"),
    ("gregory", "greg"),
    ("harold", "hal harry"),
    ("henry", "hal hank harry"),
    ("jacob", "jake"),
    ("james", "jim jimmy jamie"),
    ("jeffrey", "jeff"),
    ("jennifer", "jen jenny"),
    ("jessica", "jess"),
    ("john", "jack johnny"),
    ("jonathan", "jon jonny"),
    ("jose", "pepe"),
    ("joseph", "joe joey"),
    ("joshua", "josh"),
    ("katherine", "kate kathy katie kay"),
    ("kenneth", "ken kenny"),
    ("kimberly", "kim"),
    ("lawrence", "larry"),
    ("leonard", "len lenny leo"),
    ("margaret", "maggie marge meg peggy"),
    ("matthew", "matt"),
    ("michael", "mick mickey mike"),
    ("mikhail", "misha"),
    ("mohammed", "mo"),
    ("nicholas", "nick nicky"),
    ("pamela", "pam"),
    ("patricia", "pat patty tricia"),
    ("patrick", "paddy pat"),
    ("peter", "pete"),
    ("philip", "phil"),
    ("rafael", "rafa"),
    ("raymond", "ray"),
    ("rebecca", "becky"),
    ("richard", "dick rich rick"),
    ("robert", "bob bobby rob robbie"),
    ("ronald", "ron ronnie"),
    ("samantha", "sam"),
    ("samuel", "sam sammy"),
    ("sebastian", "seb"),
    ("stephen", "steve"),
    ("steven", "steve"),
    ("susan", "sue susie"),
    ("theodore", "ted teddy"),
    ("theresa", "terry tess"),
    ("thomas", "tom tommy"),
    ("timothy", "tim"),
    ("victoria", "vicky"),
    ("vladimir", "vova"),
    ("walter", "wally walt"),
    ("william", "bill billy will willie"),
    ("zachary", "zach zack"),
];

/// The short forms of a given name.
fn short_forms(given: &str) -> impl Iterator<Item = &'static str> {
    let found = SHORT_FORMS.binary_search_by(|(full, _)| (*full).cmp(given)).ok();
    found.into_iter().flat_map(|at| SHORT_FORMS[at].1.split(' '))
}

/// How many persons a word is remembered to name: enough for a family, few enough to be quick.
const REMEMBERED: usize = 6;
const NOBODY: u32 = u32::MAX;

/// What the reading of an article remembers about persons, from its top to where it stands.
struct Memory<'n> {
    names: &'n Names,
    /// For each word, the persons it was part of, the latest first.
    recent: Vec<[u32; REMEMBERED]>,
    /// For each word of a full name: its first mention and its form, sorted.
    coming: Vec<(WordId, u32, u32)>,
    /// For each form: the short forms used for the person, the latest first.
    called: Vec<[u32; 2]>,
    genders: Vec<Option<Gender>>,
    given: &'n GivenNames,
}

/// Gives each mention of a person the form of the fullest name that it stands for.
///
/// `nodes` holds the form of each mention and is rewritten where a short name stands for a person named in full;
/// `titles` is the gender that a title in front of a mention tells. Each mention costs a handful of comparisons.
pub(super) async fn gather(
    names: &Names,
    given: &GivenNames,
    titles: &[Option<Gender>],
    nodes: &mut [u32],
    sets: &mut Sets,
    pace: &Pace,
) {
    let mut coming = Vec::new();
    for (number, form) in names.forms().iter().enumerate() {
        let words = core(names, number as u32);
        if form.kind == EntityType::Person && words.len() > 1 {
            coming.extend(words.iter().map(|word| (*word, form.first, number as u32)));
        }
    }
    coming.sort_unstable();
    let mut memory = Memory {
        names,
        recent: vec![[NOBODY; REMEMBERED]; names.lexicon_len()],
        coming,
        called: vec![[NOBODY; 2]; names.forms().len()],
        genders: vec![None; names.forms().len()],
        given,
    };
    for mention in 0..nodes.len() {
        let form = nodes[mention];
        if names.forms()[form as usize].kind == EntityType::Person {
            nodes[mention] = memory.place(mention as u32, form, titles[mention], sets);
            pace.spend(MENTION).await;
        }
    }
}

/// The words of a person's name without `Jr.` and the like.
fn core(names: &Names, form: u32) -> &[WordId] {
    let words = names.words(form);
    let end = words.iter().rposition(|word| !matches!(names.text(*word), "jr" | "sr" | "ii" | "iii" | "iv" | "phd"));
    &words[..end.map_or(words.len(), |last| last + 1)]
}

impl Memory<'_> {
    /// The form that stands for the person of a mention.
    fn place(&mut self, mention: u32, form: u32, title: Option<Gender>, sets: &mut Sets) -> u32 {
        let names = self.names;
        let words = core(names, form);
        let Some(last) = words.last().copied() else { return form };
        let is_first = names.forms()[form as usize].first == mention;
        if let Some(full) = self.stands_for(mention, form, last, title, sets) {
            let called = &mut self.called[full as usize];
            if called[0] != form {
                *called = [form, called[0]];
            }
            self.note(full, title, sets);
            return full;
        }
        if words.len() > 1 && is_first {
            self.unite_variants(form, sets);
        }
        if words.len() > 1 {
            self.note(form, title, sets);
        }
        form
    }

    /// The fuller name that a short one stands for: of those that hold its words, the one most likely meant here.
    fn stands_for(&self, mention: u32, form: u32, last: WordId, title: Option<Gender>, sets: &mut Sets) -> Option<u32> {
        let mut best: Option<(i32, u32)> = None;
        let own = sets.root(form);
        for (rank, person) in self.recent[last as usize].iter().take_while(|person| **person != NOBODY).enumerate() {
            if sets.root(*person) != own && self.is_short_for(form, *person) {
                self.weigh(*person, form, title, -(rank as i32), &mut best);
            }
        }
        if best.is_none() {
            let after = self.coming.partition_point(|entry| *entry < (last, mention, 0));
            let following = self.coming[after..].iter().take_while(|entry| entry.0 == last).take(REMEMBERED);
            for (rank, entry) in following.enumerate() {
                if self.is_short_for(form, entry.2) {
                    self.weigh(entry.2, form, title, -(rank as i32), &mut best);
                }
            }
        }
        best.map(|(_, person)| person)
    }

    fn weigh(&self, person: u32, form: u32, title: Option<Gender>, nearness: i32, best: &mut Option<(i32, u32)>) {
        let gender = self.genders[person as usize].or_else(|| self.given_gender(person));
        if title.is_some() && gender.is_some() && title != gender {
            return;
        }
        // A person once called by the surname, or by the given name, goes on to be.
        let habit = match self.called[person as usize] {
            called if called.contains(&form) => 3,
            [NOBODY, _] => 0,
            _ => -3,
        };
        let weight = nearness + habit;
        if best.is_none_or(|(most, _)| weight > most) {
            *best = Some((weight, person));
        }
    }

    /// What a person's given name tells.
    fn given_gender(&self, person: u32) -> Option<Gender> {
        let first = core(self.names, person).first()?;
        self.given.gender(self.names.text(*first))
    }

    /// Whether a form leaves out words of a fuller one, the given name among them or all but one.
    fn is_short_for(&self, form: u32, full: u32) -> bool {
        let (short, long) = (core(self.names, form), core(self.names, full));
        if short.len() >= long.len() {
            return false;
        }
        if let [word] = short {
            return long.contains(word)
                || short_forms(self.names.text(long[0])).any(|given| given == self.names.text(*word));
        }
        short[0] != long[0] && is_within(short, long)
    }

    /// Unites a full name with the same person's other full names read before: with initials, without the middle
    /// name, with a short form of the given name, in another spelling.
    fn unite_variants(&self, form: u32, sets: &mut Sets) {
        let words = core(self.names, form);
        for word in words.iter().rev() {
            for person in self.recent[*word as usize].iter().take_while(|person| **person != NOBODY) {
                if self.are_variants(words, core(self.names, *person)) {
                    sets.unite(form, *person);
                    return;
                }
            }
        }
    }

    fn are_variants(&self, a: &[WordId], b: &[WordId]) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let (Some((first, _)), Some((other, _))) = (short.split_first(), long.split_first()) else { return false };
        if short.last() == long.last() && short.len() > 1 && self.is_same_given(*first, *other) {
            let (inner, outer) = (&short[1..short.len() - 1], &long[1..long.len() - 1]);
            return inner.is_empty() || self.fits_within(inner, outer);
        }
        if short.len() > 1 && short.len() < long.len() {
            return is_within(short, long);
        }
        // One word spelt otherwise, as transliterations are.
        let mut different = short.iter().zip(long).filter(|(a, b)| a != b);
        short.len() == long.len()
            && short.len() > 1
            && different.next().is_some_and(|(a, b)| sound(self.names.text(*a)) == sound(self.names.text(*b)))
            && different.next().is_none()
    }

    fn is_same_given(&self, a: WordId, b: WordId) -> bool {
        let (x, y) = (self.names.text(a), self.names.text(b));
        a == b
            || (x.len() == 1 || y.len() == 1) && x.as_bytes().first() == y.as_bytes().first()
            || short_forms(x).any(|short| short == y)
            || short_forms(y).any(|short| short == x)
    }

    fn fits_within(&self, short: &[WordId], long: &[WordId]) -> bool {
        let mut rest = long.iter();
        short.iter().all(|word| rest.any(|other| self.is_same_given(*word, *other)))
    }

    /// Remembers a person as the latest that each word of the name was part of.
    fn note(&mut self, person: u32, title: Option<Gender>, sets: &mut Sets) {
        let names = self.names;
        if title.is_some() {
            self.genders[person as usize] = title;
        }
        let words = core(names, person);
        for word in words {
            self.note_word(*word, person, sets);
        }
        for short in words.first().into_iter().flat_map(|given| short_forms(names.text(*given))) {
            if let Some(word) = names.find(short) {
                self.note_word(word, person, sets);
            }
        }
    }

    fn note_word(&mut self, word: WordId, person: u32, sets: &mut Sets) {
        let recent = &mut self.recent[word as usize];
        let root = sets.root(person);
        let known = recent.iter().position(|other| *other != NOBODY && sets.root(*other) == root);
        // The fullest form of a person is kept, whichever was read last.
        let fullest = match known {
            Some(at) if self.names.words(recent[at]).len() > self.names.words(person).len() => recent[at],
            _ => person,
        };
        recent[..=known.unwrap_or(REMEMBERED - 1)].rotate_right(1);
        recent[0] = fullest;
    }
}

/// Whether all words of `short` stand in `long` in the same order.
fn is_within(short: &[WordId], long: &[WordId]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// A rough spelling by sound, in which common transliterations of a name agree.
fn sound(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut previous = ' ';
    for c in word.chars() {
        let c = match c {
            'g' | 'q' | 'c' => 'k',
            'z' => 's',
            'v' | 'w' => 'f',
            'y' | 'j' => 'i',
            'u' => 'o',
            'e' if previous == 'e' => 'i',
            'h' if !out.is_empty() => continue,
            _ => c,
        };
        if c != previous {
            out.push(c);
        }
        previous = c;
    }
    out
}
