//! Annotated articles as the trainer reads them.

use std::io::BufRead;
use std::path::Path;

use serde::Deserialize;

use crate::entity::label::TYPES;
use crate::text::Document;
use crate::{EntityType, Span};

/// An article with its mentions marked.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    pub(crate) text: String,
    /// Byte spans with the index of their type, sorted, not overlapping.
    pub(crate) mentions: Vec<(Span, usize)>,
    /// The types whose absence means that there is none, a bit each.
    pub(crate) marked: u16,
    /// How much each of its tokens counts.
    pub(crate) weight: f32,
    /// Mentions of types that are not marked, as a first model sees them: they may be there or not.
    pub(crate) possible: Vec<(Span, usize)>,
}

/// One line of a file.
#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    types: Vec<EntityType>,
    #[serde(default)]
    mentions: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    r#type: EntityType,
}

/// Titles that some sources count as part of a person's name, in lower case without full stop.
const TITLES: &[&str] = &[
    "admiral",
    "archbishop",
    "ayatollah",
    "baron",
    "baroness",
    "bishop",
    "brigadier",
    "cardinal",
    "captain",
    "capt",
    "chairman",
    "chancellor",
    "chief",
    "col",
    "colonel",
    "commander",
    "councillor",
    "count",
    "countess",
    "dame",
    "deputy",
    "dr",
    "duchess",
    "duke",
    "earl",
    "emir",
    "emperor",
    "empress",
    "father",
    "foreign",
    "gen",
    "general",
    "gov",
    "governor",
    "imam",
    "inspector",
    "judge",
    "justice",
    "king",
    "lady",
    "lieutenant",
    "lord",
    "lt",
    "major",
    "maj",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "pastor",
    "pm",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rabbi",
    "rep",
    "representative",
    "rev",
    "reverend",
    "secretary",
    "sen",
    "senator",
    "sergeant",
    "sgt",
    "sheik",
    "sheikh",
    "sir",
    "sister",
    "sultan",
    "vice",
];

/// The span of a person's name without the titles before it.
fn without_titles(text: &str, span: Span) -> Span {
    let mut start = span.start;
    while let Some((word, _)) = text[start..span.end].split_once(' ') {
        let bare = word.trim_end_matches('.').to_lowercase();
        if TITLES.binary_search(&bare.as_str()).is_err() {
            break;
        }
        start += word.len() + 1;
    }
    Span::new(start, span.end)
}

/// A source and what is made of it.
pub(crate) struct Source {
    pub(crate) name: &'static str,
    pub(crate) weight: f32,
    /// How many copies with other names in the same places are added.
    pub(crate) swapped: usize,
}

const fn source(name: &'static str, weight: f32, swapped: usize) -> Source {
    Source { name, weight, swapped }
}

/// The sources and their weights: the two marked for this project by the conventions that count weigh most, social
/// media least.
pub(crate) const SOURCES: &[Source] = &[
    source("newswire", 1.2, 3),
    source("newsroom", 1.2, 3),
    source("uner_ewt", 0.5, 0),
    source("redocred", 0.5, 0),
    source("wikigold", 0.7, 0),
    source("masc1", 0.5, 0),
    source("gum_news", 0.7, 0),
    source("crossner_politics", 0.5, 0),
    source("crossner_literature", 0.5, 0),
    source("re3d", 0.5, 0),
];

/// The position of a type among all types.
pub(crate) fn index_of(kind: EntityType) -> usize {
    kind as usize
}

/// Reads the articles of one file.
pub(crate) fn read(path: &Path, weight: f32) -> Result<Vec<Article>, String> {
    let file = std::fs::File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut articles = Vec::new();
    for (number, line) in std::io::BufReader::new(file).lines().enumerate() {
        let describe = |error: &dyn std::fmt::Display| format!("{}:{}: {error}", path.display(), number + 1);
        let line: Line = serde_json::from_str(&line.map_err(|e| describe(&e))?).map_err(|e| describe(&e))?;
        let bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).collect();
        let at = |character: usize| bytes.get(character).copied().unwrap_or(line.text.len());
        let mut mentions: Vec<(Span, usize)> =
            line.mentions.iter().map(|m| (Span::new(at(m.start), at(m.end)), index_of(m.r#type))).collect();
        for (span, kind) in &mut mentions {
            if *kind == index_of(EntityType::Person) {
                *span = without_titles(&line.text, *span);
            }
        }
        mentions.retain(|(span, kind)| !span.is_empty() && *kind < TYPES);
        mentions.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        mentions.dedup_by(|next, kept| next.0.overlaps(kept.0));
        let marked = line.types.iter().fold(0, |bits, &kind| bits | 1 << index_of(kind));
        articles.push(Article { text: line.text, mentions, marked, weight, possible: Vec::new() });
    }
    Ok(articles)
}

impl Article {
    /// Whether all types that the tagger tells apart are marked.
    pub(crate) fn is_complete(&self) -> bool {
        (self.marked & ((1 << TYPES) - 1)).count_ones() as usize == TYPES
    }

    /// Makes groups of peoples that the source calls places or persons.
    pub(crate) fn retype_peoples(&mut self, is_people: impl Fn(&str) -> bool) {
        for (span, kind) in &mut self.mentions {
            if (*kind == index_of(EntityType::Place) || *kind == index_of(EntityType::Person))
                && is_people(&self.text[span.range()])
            {
                *kind = index_of(EntityType::Group);
            }
        }
    }

    /// For each token the type of the mention that it is in, and whether it begins it: runs of tokens, sorted.
    pub(crate) fn token_mentions(&self, document: &Document<'_>) -> Vec<(std::ops::Range<usize>, usize)> {
        let mut out: Vec<(std::ops::Range<usize>, usize)> = Vec::with_capacity(self.mentions.len());
        for &(span, kind) in &self.mentions {
            let mut tokens = document.tokens_in(span);
            if let Some((last, _)) = out.last() {
                tokens.start = tokens.start.max(last.end);
            }
            if !tokens.is_empty() {
                out.push((tokens, kind));
            }
        }
        out
    }
}
