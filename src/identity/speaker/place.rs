//! Where mentions stand, and which words beside a quote name rather than describe.

use std::ops::Range;

use super::super::grammar::{self, Part};
use super::super::profile;
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
    /// In the headline or a line such as `By Hannah Cole`.
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
pub(super) fn places(document: &Document<'_>, mentions: &[Mention], pieces: &[Span]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(mentions.len());
    let mut subject_of = usize::MAX;
    for mention in mentions {
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
        let first = document.word(profile::sentence_start(document, tokens.start));
        let is_aside = paragraph == 0 || first.eq_ignore_ascii_case("by");
        places.push(Place { tokens, sentence, paragraph, is_subject, is_quoted, is_possessive, is_oblique, is_aside });
    }
    places
}

/// The mention that the words of a span name, if they name somebody rather than describe: not `an EPA official`.
pub(super) fn named(document: &Document<'_>, mentions: &[Mention], tokens: Range<usize>) -> Option<usize> {
    let span = document.cover(tokens.clone());
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let inside = || (first..mentions.len()).take_while(|at| mentions[*at].span.start < span.end);
    let part_at = |token: usize| grammar::part(&document.word(token).to_lowercase());
    let tokens_of = |at: usize| document.tokens_in(mentions[at].span);
    let is_noun = |token: usize| {
        token < tokens.end && document.tokens()[token].kind == TokenKind::Word && part_at(token) == Part::Content
    };
    let is_owner = |end: usize| end < tokens.end && document.tokens()[end].kind == TokenKind::Clitic;
    // A person, with or without what is said about the person.
    let person = inside().take(8).find(|at| {
        let name = tokens_of(*at);
        mentions[*at].kind == EntityType::Person
            && !is_owner(name.end)
            && !(tokens.start..name.start).any(|token| part_at(token) == Part::Preposition)
    });
    if let Some(at) = person
        && !is_noun(tokens_of(at).end)
    {
        return Some(at);
    }
    // Anything else only where nothing follows that it would describe.
    let at = inside().next().filter(|at| mentions[*at].kind.is_named() && mentions[*at].kind != EntityType::Person)?;
    let name = tokens_of(at);
    let leads = (tokens.start..name.start)
        .all(|token| part_at(token) == Part::Definite || document.tokens()[token].is_capitalized());
    let ends = name.end >= tokens.end || !is_owner(name.end) && document.word(name.end) != "-" && !is_noun(name.end);
    let is_one_of_them = mentions[at].kind == EntityType::Group
        && name.start > tokens.start
        && !grammar::is_plural(&document.word(name.end - 1).to_lowercase());
    (leads && ends && !is_one_of_them).then_some(at)
}

/// The person named right behind a description: `the lawyer, Percival Oduya`.
pub(super) fn apposed(document: &Document<'_>, mentions: &[Mention], end: usize) -> Option<usize> {
    if end + 1 >= document.tokens().len() || document.word(end) != "," {
        return None;
    }
    let start = document.tokens()[end + 1].span().start;
    let at = mentions.partition_point(|mention| mention.span.end <= start);
    let mention = mentions.get(at)?;
    (mention.span.start <= start && mention.kind == EntityType::Person).then_some(at)
}
