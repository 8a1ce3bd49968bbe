//! The article as a schema.org `NewsArticle`: what it mentions, and the quotes that it holds.

use std::io::{self, Write};

use newsgloss::{Annotations, Date, Entity, EntityType, Quote};
use serde_json::{Map, Value, json};

/// Writes the description of an article, safe to stand in `<script type="application/ld+json">`.
pub(super) fn write(
    text: &str,
    annotations: &Annotations,
    published: Option<Date>,
    output: &mut impl Write,
) -> io::Result<()> {
    let mentions: Vec<Value> = annotations.entities.iter().filter_map(mention).collect();
    let quotes: Vec<Value> = annotations.quotes.iter().map(|quote| quotation(text, quote, annotations)).collect();
    let mut article = Map::new();
    article.insert("@context".to_owned(), json!("https://schema.org"));
    article.insert("@type".to_owned(), json!("NewsArticle"));
    if let Some(headline) = headline(text) {
        article.insert("headline".to_owned(), json!(headline));
    }
    if let Some(published) = published {
        article.insert("datePublished".to_owned(), json!(published.to_string()));
    }
    article.insert("mentions".to_owned(), json!(mentions));
    article.insert("hasPart".to_owned(), json!(quotes));
    // In JSON a `<` stands in strings only; escaped, no text can end the script element around it.
    let written = serde_json::to_string_pretty(&article)?.replace('<', "\\u003c");
    writeln!(output, "{written}")
}

/// The first line, where more follows.
fn headline(text: &str) -> Option<&str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    lines.next().map(|_| first)
}

/// A person or thing; dates and figures are none.
fn mention(entity: &Entity) -> Option<Value> {
    let kind = match entity.kind {
        EntityType::Person => "Person",
        EntityType::Organization => "Organization",
        EntityType::Place => "Place",
        // schema.org has no word for a people.
        EntityType::Group => "Thing",
        EntityType::Event => "Event",
        EntityType::Product => "Product",
        EntityType::Work => "CreativeWork",
        EntityType::Law => "Legislation",
        EntityType::Date | EntityType::Money | EntityType::Percent | EntityType::Quantity => return None,
    };
    let mut thing = json!({ "@type": kind, "@id": node(entity.id), "name": entity.name });
    if !entity.aliases.is_empty() {
        thing["alternateName"] = json!(entity.aliases);
    }
    if let Some(description) = &entity.description {
        thing["description"] = json!(description);
    }
    if let Some(wikidata) = &entity.wikidata {
        thing["sameAs"] = json!(format!("https://www.wikidata.org/wiki/{wikidata}"));
    }
    if let Some(url) = &entity.url {
        thing["url"] = json!(url);
    }
    Some(thing)
}

fn quotation(text: &str, quote: &Quote, annotations: &Annotations) -> Value {
    let pieces: Vec<&str> = quote.spans.iter().map(|span| &text[span.range()]).collect();
    let mut quotation = json!({ "@type": "Quotation", "text": pieces.join(" … ") });
    match (quote.entity, quote.speaker) {
        (Some(id), _) if mention(&annotations.entities[id]).is_some() => {
            quotation["creator"] = json!({ "@id": node(id) });
        }
        (_, Some(speaker)) => quotation["creditText"] = json!(text[speaker.range()]),
        _ => {}
    }
    quotation
}

/// The name of an entity within this description.
fn node(id: usize) -> String {
    format!("#entity-{id}")
}
