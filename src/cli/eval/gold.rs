//! Articles marked by hand, as they stand in JSON Lines.

use newsgloss::{Date, EntityType, QuoteKind, Span};
use serde::Deserialize;

use super::score::{Gold, GoldMention, GoldQuote};
use crate::cli::date;

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    types: Option<Vec<EntityType>>,
    #[serde(default)]
    mentions: Vec<MentionRow>,
    #[serde(default)]
    quotes: Option<Vec<QuoteRow>>,
}

#[derive(Deserialize)]
struct MentionRow {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: EntityType,
    #[serde(default)]
    key: Option<String>,
    #[serde(default)]
    value: Option<String>,
}

#[derive(Deserialize)]
struct QuoteRow {
    start: usize,
    end: usize,
    #[serde(default)]
    frags: Vec<(usize, usize)>,
    #[serde(rename = "type")]
    kind: QuoteKind,
    #[serde(default)]
    speaker_start: Option<usize>,
    #[serde(default)]
    speaker_end: Option<usize>,
    #[serde(default)]
    cue_start: Option<usize>,
    #[serde(default)]
    cue_end: Option<usize>,
    #[serde(default)]
    by: Option<String>,
}

/// Reads one line; gives the day of publication too.
pub(super) fn read(line: &str) -> Result<(Gold, Option<Date>), String> {
    let row: Row = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let bytes: Vec<usize> = row.text.char_indices().map(|(at, _)| at).chain([row.text.len()]).collect();
    let span = |start: usize, end: usize| match (bytes.get(start), bytes.get(end)) {
        (Some(start), Some(end)) if start <= end => Ok(Span::new(*start, *end)),
        _ => Err(format!("no characters {start} to {end} in the text")),
    };
    let mentions = row.mentions.into_iter().map(|m| {
        let date = m.value.filter(|_| m.kind == EntityType::Date);
        Ok(GoldMention { span: span(m.start, m.end)?, kind: m.kind, key: m.key, date })
    });
    let mentions = mentions.collect::<Result<Vec<_>, String>>()?;
    let quotes = row.quotes.map(|quotes| {
        let quotes = quotes.into_iter().map(|q| {
            let pieces = if q.frags.is_empty() { vec![(q.start, q.end)] } else { q.frags };
            let pieces = pieces.into_iter().map(|(start, end)| span(start, end)).collect::<Result<_, String>>()?;
            let speaker = q.speaker_start.zip(q.speaker_end).map(|(start, end)| span(start, end)).transpose()?;
            let cue = q.cue_start.zip(q.cue_end).map(|(start, end)| span(start, end)).transpose()?;
            Ok(GoldQuote { pieces, kind: q.kind, speaker, cue, by: q.by })
        });
        quotes.collect::<Result<Vec<_>, String>>()
    });
    let published = row.published.as_deref().map(date::parse).transpose()?;
    // Where the source does not say which types it marks, those that occur in it are taken.
    let types = row.types.unwrap_or_else(|| {
        let mut types: Vec<EntityType> = mentions.iter().map(|mention| mention.kind).collect();
        types.sort_unstable();
        types.dedup();
        types
    });
    Ok((Gold { text: row.text, types, mentions, quotes: quotes.transpose()? }, published))
}
