//! How far quotes and their sources can be relied on, and what speaks for the antecedent of a pronoun: counted and fitted
//! in articles with marked quotes.

use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;

use serde::Deserialize;

use crate::identity::{self, CLASSES, Case, FEATURES, Measures, SOURCES};
use crate::pace::{self, Pace};
use crate::quote::{self, Reliability};
use crate::text::Document;
use crate::{EntityType, Mention, Quote, QuoteKind, Span};

/// The finished tables.
#[derive(Clone, Debug)]
pub struct QuoteModel {
    /// For each rule and kind of quote, how often it is right.
    pub reliability: Vec<u8>,
    /// For each way to tell a source, how often it is right; then the weights of evidence.
    pub measures: Vec<u8>,
}

/// The articles that are marked for the conventions that count, and the share of each of their quotes.
const SOURCES_OF_QUOTES: [&str; 2] = ["newsroom", "gum_news.quotes"];

/// Two quotes are the same when they share this much of their characters.
const SAME: f64 = 0.8;

/// How many bytes the measures of sources take, and how often their weights are fitted.
const MEASURES: usize = SOURCES + FEATURES * CLASSES;
const FITS: usize = 3;

/// As many quotes as count for what is known of all quotes, where a rule is seldom used.
const PRIOR: f64 = 6.0;

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    mentions: Vec<MarkedName>,
    quotes: Vec<MarkedQuote>,
}

#[derive(Deserialize)]
struct MarkedName {
    start: usize,
    end: usize,
    r#type: EntityType,
    #[serde(default)]
    key: Option<String>,
}

#[derive(Deserialize)]
struct MarkedQuote {
    frags: Vec<(usize, usize)>,
    r#type: QuoteKind,
    #[serde(default)]
    speaker_start: Option<usize>,
    #[serde(default)]
    speaker_end: Option<usize>,
    #[serde(default)]
    by: Option<String>,
}

/// An article in bytes.
struct Article {
    text: String,
    mentions: Vec<Mention>,
    /// For each mention, whom it names.
    keys: Vec<Option<String>>,
    quotes: Vec<Quote>,
    /// For each quote, who says it.
    by: Vec<Option<String>>,
}

/// Counts and fits on the folder `data`, which holds `train/*.jsonl`; `say` is told what came of it.
///
/// # Errors
/// Says which file could not be read, and why.
pub fn quotes(data: &Path, say: &mut dyn FnMut(String)) -> Result<QuoteModel, String> {
    let mut found = BTreeMap::new();
    let mut articles = Vec::new();
    for name in SOURCES_OF_QUOTES {
        articles.extend(read(&data.join("train").join(format!("{name}.jsonl")))?);
    }
    for article in &articles {
        count_rules(article, &mut found);
    }
    articles.retain(|article| !article.mentions.is_empty());
    // Who spoke before is told by the weights, too: they are fitted again with those of the round before.
    let mut measures = [0_u8; MEASURES];
    for _ in 0..FITS {
        let mut lessons = Vec::new();
        for article in &articles {
            attribute(article, &measures, &mut [(0.0, 0.0); SOURCES], &mut lessons);
        }
        for class in 0..CLASSES {
            let weights = fit(&lessons, class, say);
            for (at, weight) in weights.iter().enumerate() {
                measures[SOURCES + class * FEATURES + at] = (weight * 40.0).round().clamp(-128.0, 127.0) as i8 as u8;
            }
        }
    }
    let mut sources = [(0.0, 0.0); SOURCES];
    for article in &articles {
        attribute(article, &measures, &mut sources, &mut Vec::new());
    }
    let cells = 3 * usize::from(found.keys().next_back().map_or(0_u16, |cell| cell / 3) + 1);
    let all = |kind: usize| {
        let of_kind = found.iter().filter(|(cell, _)| usize::from(**cell) % 3 == kind);
        of_kind.fold((0.0, 0.0), |sum, (_, counts)| (sum.0 + counts.0, sum.1 + counts.1))
    };
    let priors: Vec<f64> = (0..3).map(all).map(|(right, asked)| (right + 1.0) / (asked + 2.0)).collect();
    let reliability = (0..cells.max(Reliability::CELLS)).map(|cell| {
        let (right, asked) = found.get(&(cell as u16)).copied().unwrap_or_default();
        step((right + PRIOR * priors[cell % 3]) / (asked + PRIOR))
    });
    let reliability: Vec<u8> = reliability.collect();
    say(format!("rules, each direct, mixed, indirect, in steps of 1/255: {reliability:?}"));
    let told = sources.iter().fold((0.0, 0.0), |sum, (right, asked)| (sum.0 + right, sum.1 + asked));
    let prior = (told.0 + 1.0) / (told.1 + 2.0);
    for (measure, (right, asked)) in measures.iter_mut().zip(sources) {
        *measure = step((right + PRIOR * prior) / (asked + PRIOR));
    }
    say(format!("sources by name, pronoun, description, none, each unknown, known: {:?}", &measures[..SOURCES]));
    Ok(QuoteModel { reliability, measures: measures.to_vec() })
}

fn step(probability: f64) -> u8 {
    (probability * 255.0).round() as u8
}

fn read(path: &Path) -> Result<Vec<Article>, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut articles = Vec::new();
    for (number, line) in std::io::BufReader::new(file).lines().enumerate() {
        let describe = |error: &dyn std::fmt::Display| format!("{}:{}: {error}", path.display(), number + 1);
        let line: Line = serde_json::from_str(&line.map_err(|e| describe(&e))?).map_err(|e| describe(&e))?;
        let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
        let span = |start: usize, end: usize| {
            let at = |character: usize| bytes.get(character).copied().unwrap_or(line.text.len());
            Span::new(at(start), at(end).max(at(start)))
        };
        let mention = |m: &MarkedName| Mention { span: span(m.start, m.end), kind: m.r#type, entity: 0, score: 1.0 };
        let quote = |q: &MarkedQuote| Quote {
            spans: q.frags.iter().map(|(start, end)| span(*start, *end)).collect(),
            kind: q.r#type,
            cue: None,
            speaker: q.speaker_start.zip(q.speaker_end).map(|(start, end)| span(start, end)),
            entity: None,
            score: 1.0,
        };
        let mut named: Vec<&MarkedName> = line.mentions.iter().filter(|m| m.end > m.start).collect();
        named.sort_by_key(|m| (m.start, std::cmp::Reverse(m.end)));
        named.dedup_by(|next, kept| next.start < kept.end);
        let mut quotes: Vec<&MarkedQuote> = line.quotes.iter().filter(|q| !q.frags.is_empty()).collect();
        quotes.sort_by_key(|q| q.frags[0]);
        articles.push(Article {
            mentions: named.iter().map(|m| mention(m)).collect(),
            keys: named.iter().map(|m| m.key.clone()).collect(),
            quotes: quotes.iter().map(|q| quote(q)).collect(),
            by: quotes.iter().map(|q| q.by.clone()).collect(),
            text: line.text,
        });
    }
    Ok(articles)
}

/// Counts for each rule and kind how many quotes it finds, and how many of them are right with the words for their source.
fn count_rules(article: &Article, found: &mut BTreeMap<u16, (f64, f64)>) {
    let document = Document::new(article.text.as_str());
    let pace = Pace::unhurried();
    let mentions = pace::finish(crate::entity::read(&document, &pace));
    for read in pace::finish(quote::read(&document, &mentions, &Reliability::numbered(), &pace)) {
        let right = article.quotes.iter().any(|marked| {
            let same = match (marked.speaker, read.speaker) {
                (Some(marked), Some(read)) => marked.overlaps(read),
                (marked, _) => marked.is_none(),
            };
            same && overlap(&article.text, &marked.spans, &read.spans) >= SAME
        });
        let counts = found.entry(read.score as u16).or_default();
        counts.0 += f64::from(u8::from(right));
        counts.1 += 1.0;
    }
}

/// The share of their letters and digits that two quotes have in common.
fn overlap(text: &str, one: &[Span], other: &[Span]) -> f64 {
    let size = |span: Span| text[span.range()].chars().filter(|c| c.is_alphanumeric()).count();
    let whole = |spans: &[Span]| spans.iter().map(|span| size(*span)).sum::<usize>();
    let mut common = 0;
    for a in one {
        for b in other.iter().filter(|b| a.overlaps(**b)) {
            common += size(Span::new(a.start.max(b.start), a.end.min(b.end)));
        }
    }
    let all = whole(one) + whole(other) - common;
    if all > 0 { common as f64 / all as f64 } else { 0.0 }
}

/// An antecedent that was looked for, and which of its candidates are the right ones.
struct Lesson {
    case: Case,
    right: Vec<bool>,
}

/// Counts how often the source of a marked quote is found, by how it is told, and gathers the antecedents.
fn attribute(
    article: &Article,
    measures: &[u8; MEASURES],
    sources: &mut [(f64, f64); SOURCES],
    lessons: &mut Vec<Lesson>,
) {
    let document = Document::new(article.text.as_str());
    let measures = Measures::decode(measures).numbered();
    let (mut mentions, mut quotes) = (article.mentions.clone(), article.quotes.clone());
    pace::finish(identity::resolve(&document, &mut mentions, &mut quotes, &measures, &Pace::unhurried()));
    let mut keys: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for (mention, key) in mentions.iter().zip(&article.keys) {
        if let Some(key) = key {
            *keys.entry(mention.entity).or_default().entry(key).or_default() += 1;
        }
    }
    let key_of = |entity: usize| {
        keys.get(&entity).and_then(|keys| keys.iter().max_by_key(|(_, count)| **count)).map(|(key, _)| *key)
    };
    for (quote, by) in quotes.iter().zip(&article.by) {
        let counts = &mut sources[quote.score as usize];
        counts.0 += f64::from(u8::from(quote.entity.and_then(key_of) == by.as_deref()));
        counts.1 += 1.0;
    }
    for case in measures.cases() {
        let at = quotes.iter().position(|quote| quote.spans.first().is_some_and(|span| span.start == case.quote));
        let Some(by) = at.map(|at| &article.by[at]) else { continue };
        let is_right = |entity: &Option<usize>| entity.and_then(key_of) == by.as_deref();
        let right: Vec<bool> = case.candidates.iter().map(|(entity, _)| is_right(entity)).collect();
        if right.contains(&true) {
            lessons.push(Lesson { case, right });
        }
    }
}

/// How often the lessons are gone through, how far each step goes, and how far weights are drawn towards zero.
const ROUNDS: usize = 400;
const RATE: f64 = 0.5;
const SHRINK: f64 = 0.01;

/// Weights under which the right candidates are likely: a log-linear ranking, climbed in even steps.
fn fit(lessons: &[Lesson], class: usize, say: &mut dyn FnMut(String)) -> [f64; FEATURES] {
    let lessons: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.case.class == class).collect();
    let mut weights = [0.0_f64; FEATURES];
    let mut squares = [1e-6_f64; FEATURES];
    let score = |weights: &[f64; FEATURES], values: &[f32; FEATURES]| -> f64 {
        values.iter().zip(weights).map(|(value, weight)| f64::from(*value) * weight).sum()
    };
    for _ in 0..ROUNDS {
        let mut slope = weights.map(|weight| -SHRINK * weight);
        for lesson in &lessons {
            let scores: Vec<f64> = lesson.case.candidates.iter().map(|(_, values)| score(&weights, values)).collect();
            let top = scores.iter().copied().fold(f64::MIN, f64::max);
            let likely: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
            let all: f64 = likely.iter().sum();
            let good: f64 =
                likely.iter().zip(&lesson.right).filter(|(_, right)| **right).map(|(likely, _)| likely).sum();
            for (((_, values), likely), right) in lesson.case.candidates.iter().zip(&likely).zip(&lesson.right) {
                let pull = if *right { likely / good.max(1e-12) } else { 0.0 } - likely / all;
                for (slope, value) in slope.iter_mut().zip(values) {
                    *slope += pull * f64::from(*value) / lessons.len() as f64;
                }
            }
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(slope) {
            *square += slope * slope;
            *weight += RATE * slope / square.sqrt();
        }
    }
    let right = lessons.iter().filter(|lesson| {
        let scores = lesson.case.candidates.iter().map(|(_, values)| score(&weights, values));
        scores
            .enumerate()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .is_some_and(|(at, _)| lesson.right[at])
    });
    say(format!("antecedents of class {class}: {} of {} right", right.count(), lessons.len()));
    say(format!("their weights: {:?}", weights.map(|weight| (weight * 100.0).round() / 100.0)));
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fit_learns_what_tells_the_right_one() {
        let candidate = |entity, features: &[usize]| {
            let mut values = [0.0; FEATURES];
            features.iter().for_each(|feature| values[*feature] = 1.0);
            (Some(entity), values)
        };
        let lesson = |first: &[usize], second: &[usize]| Lesson {
            case: Case { quote: 0, class: 0, candidates: vec![candidate(0, first), candidate(1, second)] },
            right: vec![true, false],
        };
        let weights = fit(&[lesson(&[3, 5], &[4, 5]), lesson(&[3], &[5]), lesson(&[3, 4], &[4])], 0, &mut |_| {});
        assert!(weights[3] > 0.5 && weights[4] < 0.1 && weights[3] > weights[5], "{weights:?}");
        assert_eq!(weights[7], 0.0);
    }

    #[test]
    fn quotes_overlap_by_their_letters() {
        let text = "“One two,” she said, “three.”";
        let whole = [Span::new(0, text.len())];
        assert_eq!(overlap(text, &whole, &whole), 1.0);
        assert_eq!(overlap(text, &[Span::new(0, 5)], &[Span::new(6, 10)]), 0.0);
        assert!(overlap(text, &[Span::new(0, 14)], &[Span::new(3, 11)]) > 0.9);
    }
}
