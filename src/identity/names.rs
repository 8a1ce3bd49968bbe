//! The mentions of a document as lists of word numbers, so that comparing names is comparing integers.

use std::ops::Range;

use super::fold::fold;
use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{EntityType, Mention};

/// The number of a word in a [`Lexicon`].
pub(super) type WordId = u32;

/// One way of writing a name, with case, accents and stops forgotten. Mentions that differ in nothing else share it.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) kind: EntityType,
    words: Range<u32>,
    /// The first mention that has this form.
    pub(super) first: u32,
    /// Whether it is one word with two capitals or more, as acronyms are.
    pub(super) acronym: bool,
}

/// All forms of a document, in the order of their first mentions.
#[derive(Debug, Default)]
pub(super) struct Names {
    forms: Vec<Form>,
    words: Vec<WordId>,
    /// Every word of every form, sorted.
    lexicon: Vec<String>,
    /// The form of each mention.
    pub(super) form_of: Vec<u32>,
}

impl Names {
    pub(super) async fn read(document: &Document<'_>, mentions: &[Mention], pace: &Pace) -> Self {
        // Equal strings first: folding and splitting is done once for each.
        let mut order: Vec<u32> = (0..mentions.len() as u32).collect();
        let key = |&i: &u32| (mentions[i as usize].kind, document.slice(mentions[i as usize].span));
        order.sort_by(|a, b| key(a).cmp(&key(b)).then(a.cmp(b)));
        pace.spend(order.len() * MENTION).await;
        let mut raw: Vec<(u32, Vec<String>)> = Vec::new();
        let mut raw_of = vec![0_u32; mentions.len()];
        let mut previous = None;
        for index in &order {
            let this = key(index);
            if previous != Some(this) {
                raw.push((*index, split(this.1)));
                previous = Some(this);
            }
            raw_of[*index as usize] = raw.len() as u32 - 1;
            pace.spend(MENTION).await;
        }
        let mut lexicon: Vec<String> = raw.iter().flat_map(|(_, words)| words.iter().cloned()).collect();
        lexicon.sort_unstable();
        lexicon.dedup();
        pace.spend(lexicon.len() * MENTION).await;
        // Then equal words: forms, numbered by first mention.
        let mut entries: Vec<(EntityType, Vec<WordId>, u32, u32)> = raw
            .iter()
            .enumerate()
            .map(|(number, (first, words))| {
                let ids =
                    words.iter().filter_map(|word| lexicon.binary_search(word).ok()).map(|i| i as WordId).collect();
                (mentions[*first as usize].kind, ids, *first, number as u32)
            })
            .collect();
        pace.spend(entries.len() * MENTION).await;
        entries.sort_unstable();
        pace.spend(entries.len() * MENTION).await;
        let mut groups: Vec<(u32, usize)> = Vec::new();
        let mut group_of_raw = vec![0_usize; raw.len()];
        for (at, (kind, words, first, number)) in entries.iter().enumerate() {
            let same = at > 0 && entries[at - 1].0 == *kind && entries[at - 1].1 == *words && !words.is_empty();
            if !same {
                groups.push((*first, at));
            }
            let last = groups.len() - 1;
            groups[last].0 = groups[last].0.min(*first);
            group_of_raw[*number as usize] = last;
        }
        let mut by_first: Vec<usize> = (0..groups.len()).collect();
        by_first.sort_unstable_by_key(|group| groups[*group].0);
        let mut number_of_group = vec![0_u32; groups.len()];
        let mut names = Self { lexicon, ..Self::default() };
        for (number, group) in by_first.iter().enumerate() {
            number_of_group[*group] = number as u32;
            let (first, entry) = groups[*group];
            let start = names.words.len() as u32;
            names.words.extend_from_slice(&entries[entry].1);
            let text = document.slice(mentions[first as usize].span);
            names.forms.push(Form {
                kind: entries[entry].0,
                words: start..names.words.len() as u32,
                first,
                acronym: is_acronym(text),
            });
        }
        names.form_of = raw_of.iter().map(|raw| number_of_group[group_of_raw[*raw as usize]]).collect();
        names
    }

    pub(super) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The words of a form.
    pub(super) fn words(&self, form: u32) -> &[WordId] {
        let words = &self.forms[form as usize].words;
        &self.words[words.start as usize..words.end as usize]
    }

    /// The letters of a word.
    pub(super) fn text(&self, word: WordId) -> &str {
        &self.lexicon[word as usize]
    }

    /// How many different words there are.
    pub(super) fn lexicon_len(&self) -> usize {
        self.lexicon.len()
    }

    /// The number of a folded word, if any form has it.
    pub(super) fn find(&self, word: &str) -> Option<WordId> {
        self.lexicon.binary_search_by(|entry| entry.as_str().cmp(word)).ok().map(|i| i as WordId)
    }
}

/// The folded words of a name, without an article in front.
fn split(text: &str) -> Vec<String> {
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let mut words = Vec::new();
    for piece in text.split(|c: char| c.is_whitespace() || c == ',') {
        for part in parts(piece) {
            let word = fold(part);
            let is_article = words.is_empty() && word == "the";
            if !word.is_empty() && !is_article {
                words.push(word);
            }
        }
    }
    if words.is_empty() && !text.is_empty() {
        words.push(text.to_lowercase());
    }
    words
}

/// Cuts `Yong-ho` in two, since papers also print `Yong Ho`, and takes the article off `al-Shabab` and `el-Sisi`;
/// `Delgado-Uy` stays one word, since `Uy` alone is somebody else.
fn parts(piece: &str) -> impl Iterator<Item = &str> {
    let bare = ["al-", "Al-", "el-", "El-", "as-", "ar-", "ad-", "at-", "an-", "ash-"]
        .iter()
        .find_map(|article| piece.strip_prefix(article))
        .filter(|rest| rest.len() >= 3)
        .unwrap_or(piece);
    let cut = bare.char_indices().find(|(at, c)| {
        matches!(c, '-' | '‐' | '‑') && *at > 0 && bare[at + c.len_utf8()..].starts_with(char::is_lowercase)
    });
    let (head, tail) = match cut {
        Some((at, c)) => (&bare[..at], &bare[at + c.len_utf8()..]),
        None => (bare, ""),
    };
    std::iter::once(head).chain(Some(tail).filter(|tail| !tail.is_empty()))
}

/// Whether a name is one word with at least two capitals.
fn is_acronym(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.len() <= 16
        && text.chars().filter(|c| c.is_uppercase()).count() >= 2
        && !text.contains('-')
}
