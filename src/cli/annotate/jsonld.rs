//! The article as a schema.org `NewsArticle`: what it mentions, and the quotes that it holds.

use std::io::{self, Write};

use newsgloss::{Annotations, Date, Entity, EntityType, Quote};
use serde::Serialize;

/// Writes the description of an article, safe to stand in `<script type="application/ld+json">`.
pub(super) fn write(
    text: &str,
    annotations: &Annotations,
    published: Option<Date>,
    output: &mut impl Write,
) -> io::Result<()> {
    let article = Article {
        context: "https://schema.org",
        kind: "NewsArticle",
        headline: headline(text),
        published: published.map(|day| day.to_string()),
        mentions: annotations.entities.iter().filter_map(Thing::new).collect(),
        quotations: annotations.quotes.iter().map(|quote| Quotation::new(text, quote, annotations)).collect(),
    };
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

#[derive(Serialize)]
struct Article<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'a str>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    mentions: Vec<Thing<'a>>,
    #[serde(rename = "hasPart")]
    quotations: Vec<Quotation<'a>>,
}

#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    #[serde(rename = "alternateName", skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(rename = "sameAs", skip_serializing_if = "Option::is_none")]
    wikidata: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

impl<'a> Thing<'a> {
    fn new(entity: &'a Entity) -> Option<Self> {
        Some(Self {
            kind: schema_type(entity.kind)?,
            id: node(entity.id),
            name: &entity.name,
            aliases: &entity.aliases,
            description: entity.description.as_deref(),
            wikidata: entity.wikidata.as_ref().map(|id| format!("https://www.wikidata.org/entity/{id}")),
            url: entity.url.as_deref(),
        })
    }
}

/// The word of schema.org for a type; dates and figures are not things that an article mentions.
const fn schema_type(kind: EntityType) -> Option<&'static str> {
    Some(match kind {
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
    })
}

#[derive(Serialize)]
struct Quotation<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    text: String,
    /// Who says it, where that one has a name in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Reference>,
    /// The words that name the source, where nothing better is known.
    #[serde(rename = "creditText", skip_serializing_if = "Option::is_none")]
    credit: Option<&'a str>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

impl<'a> Quotation<'a> {
    fn new(text: &'a str, quote: &Quote, annotations: &Annotations) -> Self {
        let pieces: Vec<&str> = quote.spans.iter().map(|span| &text[span.range()]).collect();
        let creator = quote
            .entity
            .filter(|id| schema_type(annotations.entities[*id].kind).is_some())
            .map(|id| Reference { id: node(id) });
        let credit = if creator.is_none() { quote.speaker.map(|speaker| &text[speaker.range()]) } else { None };
        Self { kind: "Quotation", text: pieces.join(" … "), creator, credit }
    }
}

/// The name of an entity within this description.
fn node(id: usize) -> String {
    format!("#entity-{id}")
}
