//! What an article is found to hold: the answer of [`annotate`](crate::annotate()), in the shape that JSON and
//! JavaScript see.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::pace::{MENTION, Pace};
use crate::text::utf16::Index;

/// The kind of thing that a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityType {
    /// A person, real or fictional; titles are left out.
    Person,
    /// A company, ministry, party, team, newspaper, court or armed group.
    Organization,
    /// A country, city, region, street, river or named building.
    Place,
    /// Nationalities, peoples, and religious or political adherents.
    Group,
    /// A war, storm, tournament, summit or holiday with a name.
    Event,
    /// A vehicle, weapon, device, drug or program with a name.
    Product,
    /// The title of a book, film, song, report or prize.
    Work,
    /// A law, treaty, constitution or resolution with a name.
    Law,
    /// A calendar date or a time of day, absolute or relative.
    Date,
    /// An amount with its currency.
    Money,
    /// A percentage.
    Percent,
    /// A number with a unit of measure.
    Quantity,
}

impl EntityType {
    /// Every type, in the order of their declaration.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Product,
        Self::Work,
        Self::Law,
        Self::Date,
        Self::Money,
        Self::Percent,
        Self::Quantity,
    ];

    /// The name used in JSON, on the command line and in style sheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Product => "product",
            Self::Work => "work",
            Self::Law => "law",
            Self::Date => "date",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Quantity => "quantity",
        }
    }

    /// The type with this name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether mentions of this type name something, rather than measure it.
    #[must_use]
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Date | Self::Money | Self::Percent | Self::Quantity)
    }
}

/// A place in the text that names something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where the name stands.
    #[serde(flatten)]
    pub span: Span,
    /// What kind of thing it names.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The [`Entity::id`] of the thing it names.
    pub entity: usize,
    /// The probability, from 0 to 1, that span and type are right.
    pub score: f32,
}

/// A person or thing that an article names, however often and in whatever form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its index in [`Annotations::entities`].
    pub id: usize,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// The fullest form in which the article gives its name.
    pub name: String,
    /// The other forms, each once, in the order in which they first stand.
    pub aliases: Vec<String>,
    /// Who or what it is, in words of the article or of a knowledge pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its Wikidata identifier, such as `Q1065`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
    /// A page about it, `http` or `https` or relative to the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What a date, sum or quantity comes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// The meaning of a date, a sum, a percentage or a quantity. What is not sure is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// An ISO 8601 date (`2024-07-16`, `2024-07`, `2024`) or interval (`2024-05-03/2024-05-05`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The number: of the currency's main unit, of per cent, or of [`Value::unit`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// An ISO 4217 code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// The unit of measure, in the singular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// How the words of a quote are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All of it within quotation marks.
    Direct,
    /// Partly within quotation marks.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
}

/// Something that somebody is reported to have said, written, thought or felt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// Its pieces in the order of the text, quotation marks included.
    pub spans: Vec<Span>,
    /// Whether the words are within quotation marks.
    pub kind: QuoteKind,
    /// The words that report it (`said`, `according to`).
    pub cue: Option<Span>,
    /// The words beside the quote that name its source (`she`, `the ministry`).
    pub speaker: Option<Span>,
    /// The [`Entity::id`] of the source, where it has a name.
    pub entity: Option<usize>,
    /// The probability, from 0 to 1, that quote and source are right.
    pub score: f32,
}

/// All that was found in one article. See [`annotate`](crate::annotate()).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Annotations {
    /// Sorted by position; no two overlap.
    pub mentions: Vec<Mention>,
    /// In the order of their first mentions; `entities[i].id == i`.
    pub entities: Vec<Entity>,
    /// Sorted by the start of their first piece. No span of one crosses a span of another; they may nest.
    pub quotes: Vec<Quote>,
}

impl Annotations {
    /// The same annotations with positions in UTF-16 code units, as JavaScript and the JSON of the command line have
    /// them.
    ///
    /// `text` is the text that was annotated.
    #[must_use]
    pub fn to_utf16(mut self, text: &str) -> Self {
        let mentions = self.mentions.iter_mut().map(|mention| &mut mention.span);
        let quotes = self
            .quotes
            .iter_mut()
            .flat_map(|quote| quote.spans.iter_mut().chain(&mut quote.cue).chain(&mut quote.speaker));
        let index = Index::new(text);
        for span in mentions.chain(quotes) {
            *span = Span::new(index.unit(text, span.start), index.unit(text, span.end));
        }
        self
    }
}

impl Annotations {
    /// Leaves out what the options ask to leave out, and numbers the entities anew.
    pub(crate) async fn select(mut self, options: &crate::Options, pace: &Pace) -> Self {
        self.mentions.retain(|mention| mention.score >= options.min_score && options.types.contains(&mention.kind));
        self.quotes.retain(|quote| quote.score >= options.min_score);
        let mut renumbered = vec![None; self.entities.len()];
        let mut kept = Vec::with_capacity(self.entities.len());
        for mention in &mut self.mentions {
            let new = *renumbered[mention.entity].get_or_insert_with(|| {
                kept.push(self.entities[mention.entity].clone());
                kept.len() - 1
            });
            mention.entity = new;
            pace.spend(MENTION).await;
        }
        for (id, entity) in kept.iter_mut().enumerate() {
            entity.id = id;
        }
        self.entities = kept;
        for quote in &mut self.quotes {
            quote.entity = quote.entity.and_then(|old| renumbered[old]);
        }
        self
    }
}
