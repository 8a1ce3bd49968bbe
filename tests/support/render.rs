//! Annotations as lines that a reviewer can read.

use std::fmt::Write;

use newsgloss::{Annotations, Span};

/// Writes everything down but the last digits of the scores, which change with every training.
pub(crate) fn annotations(text: &str, annotations: &Annotations) -> String {
    let mut out = String::new();
    let words = |span: Span| text[span.range()].replace('\n', "⏎");
    for entity in &annotations.entities {
        write!(out, "#{} {} “{}”", entity.id, entity.kind.name(), entity.name).unwrap();
        if !entity.aliases.is_empty() {
            write!(out, " aka “{}”", entity.aliases.join("”, “")).unwrap();
        }
        for (name, value) in [("is", &entity.description), ("wikidata", &entity.wikidata), ("url", &entity.url)] {
            if let Some(value) = value {
                write!(out, "; {name} {value}").unwrap();
            }
        }
        if let Some(value) = &entity.value {
            let number = value.amount.map(|amount| amount.to_string());
            for part in [&value.date, &number, &value.currency, &value.unit].into_iter().flatten() {
                write!(out, " = {part}").unwrap();
            }
        }
        out.push('\n');
    }
    out.push('\n');
    for mention in &annotations.mentions {
        let (span, kind) = (mention.span, mention.kind.name());
        writeln!(out, "{}–{} {kind} #{} {:.1} “{}”", span.start, span.end, mention.entity, mention.score, words(span))
            .unwrap();
    }
    for quote in &annotations.quotes {
        let by = quote.entity.map_or_else(|| "nobody known".to_owned(), |id| annotations.entities[id].name.clone());
        let beside = |span: Option<Span>| span.map_or_else(|| "–".to_owned(), |span| format!("“{}”", words(span)));
        writeln!(
            out,
            "\n{:?} by {by} {:.1}, speaker {}, cue {}",
            quote.kind,
            quote.score,
            beside(quote.speaker),
            beside(quote.cue)
        )
        .unwrap();
        for span in &quote.spans {
            writeln!(out, "    {}–{} {}", span.start, span.end, words(*span)).unwrap();
        }
    }
    out
}
