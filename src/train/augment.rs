//! Copies of articles with other names in the same places, so that the tagger learns places and not only names.

use std::collections::BTreeMap;

use super::data::Article;
use crate::text::Document;
use crate::{EntityType, Span};

/// The names of all articles, by type and number of words.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    names: BTreeMap<(usize, usize), Vec<String>>,
}

/// The types whose names can stand for one another.
const SWAPPED: [EntityType; 3] = [EntityType::Person, EntityType::Organization, EntityType::Place];

fn word_count(name: &str) -> usize {
    name.split_whitespace().count()
}

impl Pool {
    /// Gathers the names of some articles.
    pub(crate) fn add(&mut self, articles: &[Article]) {
        for article in articles {
            for &(span, kind) in &article.mentions {
                let name = &article.text[span.range()];
                if SWAPPED.iter().any(|&swapped| swapped as usize == kind) && name.starts_with(char::is_uppercase) {
                    self.names.entry((kind, word_count(name))).or_default().push(name.to_owned());
                }
            }
        }
    }

    /// A copy of an article in which each name is another one, the same one throughout; a person's full name and
    /// surname stay together because persons are replaced word by word.
    pub(crate) fn swap(&self, article: &Article, random: &mut fastrand::Rng) -> Article {
        let mut chosen: BTreeMap<(usize, &str), String> = BTreeMap::new();
        // Longest first, so that a surname follows its full name.
        let mut order: Vec<&(Span, usize)> = article.mentions.iter().collect();
        order.sort_by_key(|(span, _)| (std::cmp::Reverse(word_count(&article.text[span.range()])), span.start));
        for &&(span, kind) in &order {
            let name = &article.text[span.range()];
            if chosen.contains_key(&(kind, name)) {
                continue;
            }
            let Some(names) = self.names.get(&(kind, word_count(name))) else { continue };
            let other = &names[random.usize(..names.len())];
            if kind == EntityType::Person as usize {
                let words: Vec<(&str, &str)> = name.split_whitespace().zip(other.split_whitespace()).collect();
                for &(old, new) in &words {
                    chosen.entry((kind, old)).or_insert_with(|| new.to_owned());
                }
                let whole: Vec<&str> = words.iter().map(|(old, _)| chosen[&(kind, *old)].as_str()).collect();
                let whole = whole.join(" ");
                chosen.insert((kind, name), whole);
            } else if name.starts_with(char::is_uppercase) {
                chosen.insert((kind, name), other.clone());
            }
        }
        let mut text = String::with_capacity(article.text.len());
        let mut mentions = Vec::with_capacity(article.mentions.len());
        let mut done = 0;
        for &(span, kind) in &article.mentions {
            text.push_str(&article.text[done..span.start]);
            let start = text.len();
            let name = &article.text[span.range()];
            text.push_str(chosen.get(&(kind, name)).map_or(name, String::as_str));
            mentions.push((Span::new(start, text.len()), kind));
            done = span.end;
        }
        text.push_str(&article.text[done..]);
        Article { text, mentions, possible: Vec::new(), ..*article }
    }
}

/// A few sentences of an article as an article of their own: what the rest of it would have told is not known there.
pub(crate) fn excerpt(article: &Article, random: &mut fastrand::Rng) -> Article {
    let document = Document::new(article.text.as_str());
    let sentences = document.sentences();
    let first = random.usize(..sentences.len());
    let end = (first + 1 + random.usize(..3)).min(sentences.len());
    let span = document.cover(sentences[first].tokens().start..sentences[end - 1].tokens().end);
    let within = |mentions: &[(Span, usize)]| {
        let kept = mentions.iter().filter(|(mention, _)| span.contains(*mention));
        kept.map(|&(m, kind)| (Span::new(m.start - span.start, m.end - span.start), kind)).collect()
    };
    let (mentions, possible) = (within(&article.mentions), within(&article.possible));
    Article { text: article.text[span.range()].to_owned(), mentions, possible, ..*article }
}
