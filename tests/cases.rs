//! What users of such tools ask for and complain about, one test a complaint, in sentences of our own.
//!
//! The sentences are marked in the notation of `tests/corpus/README.md`; what is marked, and nothing else, must be found.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "cases/names.rs"]
mod names;
#[path = "cases/quotes.rs"]
mod quotes;
mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use newsgloss::{Annotations, EntityType, Options, Span, annotate};
use support::notation;
use support::score::Gold;

fn read(marked: &str) -> (Gold, Annotations) {
    let gold = notation::text("case", marked);
    let annotations = annotate(&gold.text, &Options::default());
    (gold, annotations)
}

/// The words of a span without the marks at their ends.
fn words(text: &str, span: Span) -> &str {
    text[span.range()].trim_matches(|c: char| c.is_whitespace() || "\"“”„‟«»‹›‘’'`,.:".contains(c))
}

/// Asserts that the marked quotes, and no others, are found, each with its pieces, kind, speaker and entity.
#[track_caller]
fn assert_quotes(marked: &str) {
    let (gold, found) = read(marked);
    let text = gold.text.as_str();
    let mut expected = Vec::new();
    for quote in gold.quotes.iter().flatten() {
        let pieces: Vec<&str> = quote.pieces.iter().map(|piece| words(text, *piece)).collect();
        expected.push((pieces, quote.kind, quote.speaker.map(|span| words(text, span)), quote.by.clone()));
    }
    let mut given = Vec::new();
    for (number, quote) in found.quotes.iter().enumerate() {
        let pieces: Vec<&str> = quote.spans.iter().map(|piece| words(text, *piece)).collect();
        let speaker = quote.speaker.map(|found| {
            // Whether `the minister` or `minister` names the source is no matter.
            let marked = gold.quotes.iter().flatten().nth(number).and_then(|quote| quote.speaker);
            marked.filter(|marked| marked.overlaps(found)).unwrap_or(found)
        });
        let by = quote.entity.map(|id| key_of(&gold, &found, id));
        given.push((pieces, quote.kind, speaker.map(|span| words(text, span)), by));
    }
    assert_eq!(given, expected, "in {text}\n{}", support::render::annotations(text, &found));
}

/// The key that most marked mentions of an entity carry; its name where none does.
fn key_of(gold: &Gold, found: &Annotations, id: usize) -> String {
    let mut keys: BTreeMap<&str, usize> = BTreeMap::new();
    for mention in found.mentions.iter().filter(|mention| mention.entity == id) {
        for marked in gold.mentions.iter().filter(|marked| marked.span.overlaps(mention.span)) {
            *keys.entry(marked.key.as_deref().unwrap_or_default()).or_default() += 1;
        }
    }
    let key = keys.into_iter().max_by_key(|(_, count)| *count).map(|(key, _)| key.to_owned());
    key.unwrap_or_else(|| format!("«{}»", found.entities[id].name))
}

/// Asserts that the marked names, and no others, are found, each with its type, and that those with one key, and no
/// others, are one entity.
#[track_caller]
fn assert_names(marked: &str) {
    let (gold, found) = read(marked);
    let text = gold.text.as_str();
    let expected: Vec<_> = gold.mentions.iter().map(|m| (m.kind, m.span)).collect();
    let given: Vec<_> = found.mentions.iter().map(|m| (m.kind, m.span)).collect();
    let list = |names: &[(EntityType, Span)]| {
        names.iter().fold(String::new(), |mut list, (kind, span)| {
            writeln!(list, "{} {}", kind.name(), &text[span.range()]).unwrap();
            list
        })
    };
    assert_eq!(list(&given), list(&expected), "in {text}");
    assert_eq!(given, expected, "in {text}");
    let mut entity_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut key_of: BTreeMap<usize, &str> = BTreeMap::new();
    for marked in gold.mentions.iter() {
        let Some(key) = &marked.key else { continue };
        let mention = found.mentions.iter().find(|mention| mention.span == marked.span).unwrap();
        let about =
            format!("“{}” in {text}\n{}", &text[marked.span.range()], support::render::annotations(text, &found));
        assert_eq!(*entity_of.entry(key).or_insert(mention.entity), mention.entity, "{key} is two: {about}");
        assert_eq!(*key_of.entry(mention.entity).or_insert(key), key, "two are one: {about}");
    }
}
