//! Where mentions stand, and which words beside a quote name rather than describe.

use std::ops::Range;

use super::super::grammar::{self, Part};
use super::super::profile;
use crate::pace::{MENTION, Pace};
use crate::text::{Document, TokenKind};
use crate::{EntityType, Mention, Quote, QuoteKind, Span};

/// Where a mention stands, as far as it matters for who is meant by a later word.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) tokens: Range<usize>,
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
    /// The first of its sentence that can act, with no preposition in front.
    pub(super) is_subject: bool,
    /// Within quotation marks.
    pub(super) is_quoted: bool,
    pub(super) is_possessive: bool,
    /// Behind a preposition.
    pub(super) is_oblique: bool,
    /// In a line such as `By Hannah Cole`.
    pub(super) is_byline: bool,
    /// In such a line or in the headline.
    pub(super) is_aside: bool,
}

/// The pieces of direct quotes, sorted.
pub(super) fn direct_pieces(quotes: &[Quote]) -> Vec<Span> {
    let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let mut pieces: Vec<Span> = direct.flat_map(|quote| quote.spans.iter().copied()).collect();
    pieces.sort_unstable();
    pieces
}

/// Whether a span lies within one of some sorted pieces.
pub(super) fn is_within(pieces: &[Span], span: Span) -> bool {
    let after = pieces.partition_point(|piece| piece.start <= span.start);
    after > 0 && pieces[after - 1].contains(span)
}

/// The place of each mention.
pub(super) async fn places(document: &Document<'_>, mentions: &[Mention], pieces: &[Span], pace: &Pace) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(mentions.len());
    let mut subject_of = usize::MAX;
    for mention in mentions {
        pace.spend(2 * MENTION).await;
        let tokens = document.tokens_in(mention.span);
        let sentence = profile::sentence_of(document, tokens.start);
        let paragraph = profile::paragraph_of(document, sentence);
        let is_quoted = is_within(pieces, mention.span);
        let is_oblique = (tokens.start.saturating_sub(3)..tokens.start).any(|token| {
            let word = document.word(token);
            word != "of" && grammar::part(word) == Part::Preposition
        });
        let can_act = matches!(
            mention.kind,
            EntityType::Person | EntityType::Organization | EntityType::Place | EntityType::Group
        );
        let is_possessive = document.tokens().get(tokens.end).is_some_and(|next| next.kind == TokenKind::Clitic);
        let is_subject = can_act && !is_quoted && !is_oblique && !is_possessive && subject_of != sentence;
        if is_subject {
            subject_of = sentence;
        }
        let is_byline = is_byline(document, paragraph);
        let is_aside = paragraph == 0 || is_byline;
        places.push(Place {
            tokens,
            sentence,
            paragraph,
            is_subject,
            is_quoted,
            is_possessive,
            is_oblique,
            is_byline,
            is_aside,
        });
    }
    places
}

/// Whether a paragraph says who wrote or photographed: `By Hannah Cole`, `Interview by …`, `Photograph: …`.
fn is_byline(document: &Document<'_>, paragraph: usize) -> bool {
    const CREDITS: [&str; 9] =
        ["by", "exclusive", "image", "interview", "photo", "photograph", "photos", "picture", "story"];
    let Some(tokens) = document.paragraphs().get(paragraph).map(|own| document.paragraph_tokens(*own)) else {
        return false;
    };
    let word = |at: usize| if at < tokens.end { document.word(at) } else { "" };
    let first = word(tokens.start);
    let credit = CREDITS.iter().position(|credit| first.eq_ignore_ascii_case(credit));
    let next = word(tokens.start + 1);
    tokens.len() <= 24
        && credit
            .is_some_and(|credit| credit == 0 || matches!(next, "by" | ":" | "/") || next.eq_ignore_ascii_case("by"))
}

/// The mention that the words of a span name, if they name somebody rather than describe: not `an EPA official`.
pub(super) fn named(document: &Document<'_>, mentions: &[Mention], tokens: Range<usize>) -> Option<usize> {
    let words = Words { document, mentions, tokens };
    let first =
        mentions.partition_point(|mention| mention.span.end <= document.tokens()[words.tokens.start].span().start);
    let end = document.tokens()[words.tokens.end - 1].span().end;
    let inside = || (first..mentions.len()).take_while(|at| mentions[*at].span.start < end).take(INSIDE);
    let person = inside().find(|at| mentions[*at].kind == EntityType::Person && words.is_person_meant(*at));
    person.or_else(|| inside().find(|at| mentions[*at].kind.is_named() && words.is_thing_meant(*at)))
}

/// How many names in the words for a speaker are looked at.
const INSIDE: usize = 8;

/// The words for a speaker.
struct Words<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    tokens: Range<usize>,
}

impl Words<'_> {
    fn part_at(&self, token: usize) -> Part {
        grammar::part(self.document.word(token))
    }

    /// The tokens of a name.
    fn name(&self, at: usize) -> Range<usize> {
        self.document.tokens_in(self.mentions[at].span)
    }

    /// Whether a name is what the words are about: no preposition stands before it, and nothing behind it that it would
    /// only describe (`Hawks spokesperson`) or own (`Okoro’s lawyer`).
    fn is_head(&self, name: &Range<usize>, is_person: bool) -> bool {
        let next = name.end;
        let goes_on = next < self.tokens.end
            && match self.document.tokens()[next].kind {
                TokenKind::Clitic => true,
                TokenKind::Word => self.part_at(next) == Part::Content,
                // `U.S.-led`; but of `Chae Dong-ryul` only the first half may have been found.
                _ => self.document.word(next) == "-" && !is_person,
            };
        // What comes before a comma is another description: `one of its clerks, Hugo Belgrano`.
        let before = self.tokens.start..name.start.max(self.tokens.start);
        let mut before = before.rev().take_while(|token| self.document.word(*token) != ",");
        !goes_on && !before.any(|token| self.part_at(token) == Part::Preposition)
    }

    fn is_person_meant(&self, at: usize) -> bool {
        self.is_head(&self.name(at), true)
    }

    fn is_thing_meant(&self, at: usize) -> bool {
        let name = self.name(at);
        if !self.is_head(&name, false) {
            return false;
        }
        let kind = self.mentions[at].kind;
        let is_first = name.start <= self.tokens.start || self.part_at(name.start - 1) == Part::Definite;
        match kind {
            // `the Austrian` is a person.
            EntityType::Group => {
                name.start <= self.tokens.start || grammar::is_plural(&self.document.word(name.end - 1).to_lowercase())
            }
            // What is left of a longer name that was not found whole.
            EntityType::Place => is_first,
            _ => is_first || self.part_at(self.tokens.start) != Part::Indefinite || name.end >= self.tokens.end,
        }
    }
}

/// The person named right behind a description: `the lawyer, Percival Oduya`, `the chairman in Kano, Musa Bello`,
/// `her uncle and trainer, the Rev. Amos Pell`, `director of flight safety Eugène Bizimana`.
pub(super) fn apposed(document: &Document<'_>, mentions: &[Mention], end: usize) -> Option<usize> {
    let token = document.tokens().get(end)?;
    let is_linked = token.kind == TokenKind::Word
        && (document.word(end) == "and" || grammar::part(document.word(end)) == Part::Preposition);
    if !is_linked && token.kind != TokenKind::Word && document.word(end) != "," {
        return None;
    }
    let start = token.span().start;
    let first = mentions.partition_point(|mention| mention.span.end <= start);
    let at = (first..mentions.len()).take(INSIDE).find(|at| mentions[*at].kind == EntityType::Person)?;
    let name = document.token_at(mentions[at].span.start);
    if name < end || name > end + APPOSED {
        return None;
    }
    // In between may stand what links to the description, then a comma, then a title.
    let comma = (end..name).find(|token| document.word(*token) == ",");
    let title = comma.map_or(name, |comma| comma + 1);
    let is_plain = |token: usize| {
        let kind = document.tokens()[token].kind;
        kind == TokenKind::Clitic
            || document.word(token) == "-"
            || kind == TokenKind::Word
                && (token == end && is_linked
                    || !matches!(grammar::part(document.word(token)), Part::Break)
                    // `on the Committee on Roads and Rivers`
                    || document.word(token) == "and" && document.tokens()[token + 1].is_capitalized())
    };
    let is_title = |token: usize| {
        document.tokens()[token].kind == TokenKind::Word
            && matches!(grammar::part(document.word(token)), Part::Definite | Part::Content)
    };
    let link = end..comma.unwrap_or(name);
    let is_link = link.is_empty() || is_linked && link.clone().all(is_plain);
    (is_link && name <= title + TITLE && (title..name).all(is_title)).then_some(at)
}

/// How far behind a description its name may stand, and how long a title may be, in tokens.
const APPOSED: usize = 14;
const TITLE: usize = 3;
