//! Whom the words beside a quote stand for.

use std::ops::Range;

use super::gender::{self, Gender};
use super::grammar::{self, Part, Sort};
use super::profile::{self, Phrase, Profiles, Weight, hash};
use crate::text::{Document, TokenKind};
use crate::{EntityType, Mention, Quote, QuoteKind, Span};

/// How many mentions back an antecedent is looked for.
const LOOK_BACK: usize = 24;

/// Where a mention stands, as far as it matters for who is meant by a later word.
#[derive(Clone, Debug)]
struct Place {
    tokens: Range<usize>,
    sentence: usize,
    paragraph: usize,
    /// The first person or body of its sentence, with no preposition in front.
    is_subject: bool,
    /// Within quotation marks.
    is_quoted: bool,
    is_possessive: bool,
    /// Behind a preposition.
    is_oblique: bool,
}

/// Somebody who has said something.
#[derive(Clone, Copy, Debug)]
struct Turn {
    token: usize,
    paragraph: usize,
    entity: Option<u32>,
    /// Of a speaker without a name: whether the words for it are a woman's or a man's.
    gender: Option<Gender>,
    /// Whether words for the speaker stood there; without, nobody knows whether there was one.
    is_told: bool,
}

/// Reads an article's quotes in order and remembers who has spoken.
struct Reader<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    places: Vec<Place>,
    profiles: Profiles,
    turns: Vec<Turn>,
}

/// Sets [`Quote::entity`] where the words beside a quote stand for somebody whom the article names.
///
/// For each quote a bounded number of mentions, roles and earlier quotes is weighed.
pub(super) fn attribute(document: &Document<'_>, mentions: &[Mention], quotes: &mut [Quote], mut profiles: Profiles) {
    let places = places(document, mentions, quotes);
    note_unnamed(document, mentions, quotes, &mut profiles);
    let mut reader = Reader { document, mentions, places, profiles, turns: Vec::with_capacity(quotes.len()) };
    for quote in quotes.iter_mut() {
        quote.entity = reader.read(quote).map(|entity| entity as usize);
    }
    headline(document, quotes);
}

/// Puts those who speak without a name (`a county councillor`) among the described, so that `the councillor` later is
/// nobody else.
fn note_unnamed(document: &Document<'_>, mentions: &[Mention], quotes: &[Quote], profiles: &mut Profiles) {
    let mut unnamed = Vec::new();
    for quote in quotes {
        let Some(span) = quote.speaker else { continue };
        let tokens = document.tokens_in(span);
        if tokens.is_empty()
            || named(document, mentions, tokens.clone()).is_some()
            || is_apposed(document, mentions, tokens.end)
        {
            continue;
        }
        if let Some(phrase) = Phrase::read(document, tokens)
            && phrase.determiner == Some(Part::Indefinite)
        {
            unnamed.push(phrase.head);
        }
    }
    profiles.add_unnamed(document, &unnamed);
}

fn places(document: &Document<'_>, mentions: &[Mention], quotes: &[Quote]) -> Vec<Place> {
    let mut pieces: Vec<Span> = quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Direct)
        .flat_map(|quote| quote.spans.iter().copied())
        .collect();
    pieces.sort_unstable();
    let mut places: Vec<Place> = Vec::with_capacity(mentions.len());
    let mut subject_of = usize::MAX;
    for mention in mentions {
        let tokens = document.tokens_in(mention.span);
        let sentence = profile::sentence_of(document, tokens.start);
        let paragraph = profile::paragraph_of(document, sentence);
        let piece = pieces.partition_point(|piece| piece.start <= mention.span.start);
        let is_quoted = piece > 0 && pieces[piece - 1].contains(mention.span);
        let is_oblique = (tokens.start.saturating_sub(3)..tokens.start)
            .rev()
            .map(|token| document.word(token))
            .any(|word| grammar::part(word) == Part::Preposition && !matches!(word, "of"));
        let may_be_subject = matches!(
            mention.kind,
            EntityType::Person | EntityType::Organization | EntityType::Place | EntityType::Group
        );
        let is_possessive = document.tokens().get(tokens.end).is_some_and(|next| next.kind == TokenKind::Clitic);
        let is_subject = may_be_subject && !is_quoted && !is_oblique && !is_possessive && subject_of != sentence;
        if is_subject {
            subject_of = sentence;
        }
        places.push(Place { tokens, sentence, paragraph, is_subject, is_quoted, is_possessive, is_oblique });
    }
    places
}

/// The mention that the words of a span name, if they name somebody rather than describe: not `an EPA official`.
fn named(document: &Document<'_>, mentions: &[Mention], tokens: Range<usize>) -> Option<usize> {
    let span = document.cover(tokens.clone());
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let inside = || (first..mentions.len()).take_while(|at| mentions[*at].span.start < span.end);
    let before_is = |at: usize, test: fn(&str) -> bool| {
        let start = document.token_at(mentions[at].span.start);
        (tokens.start..start).any(|token| test(&document.word(token).to_lowercase()))
    };
    let owns = |at: usize| {
        let end = document.tokens_in(mentions[at].span).end;
        end < tokens.end && document.tokens()[end].kind == TokenKind::Clitic
    };
    let relates: fn(&str) -> bool = |word| grammar::part(word) == Part::Preposition;
    // A person, with or without what is said about the person.
    if let Some(at) =
        inside().take(8).find(|at| mentions[*at].kind == EntityType::Person && !owns(*at) && !before_is(*at, relates))
    {
        let end = document.tokens_in(mentions[at].span).end;
        let goes_on = end < tokens.end
            && document.tokens()[end].kind == TokenKind::Word
            && grammar::part(&document.word(end).to_lowercase()) == Part::Content;
        if !goes_on {
            return Some(at);
        }
    }
    // Anything else only where nothing follows that it would describe.
    let at = inside().next().filter(|at| mentions[*at].kind.is_named() && mentions[*at].kind != EntityType::Person)?;
    let found = document.tokens_in(mentions[at].span);
    let leads = (tokens.start..found.start).all(|token| {
        let word = document.word(token);
        matches!(grammar::part(&word.to_lowercase()), Part::Definite) || document.tokens()[token].is_capitalized()
    });
    let ends = found.end >= tokens.end
        || !matches!(document.tokens()[found.end].kind, TokenKind::Clitic)
            && document.word(found.end) != "-"
            && grammar::part(&document.word(found.end).to_lowercase()) != Part::Content;
    let is_one_of_them = mentions[at].kind == EntityType::Group
        && found.start > tokens.start
        && !grammar::is_plural(&document.word(found.end - 1).to_lowercase());
    (leads && ends && !is_one_of_them).then_some(at)
}

/// The person named right behind a description: `the lawyer, Percival Oduya`.
fn apposed(document: &Document<'_>, mentions: &[Mention], end: usize) -> Option<usize> {
    if end + 1 >= document.tokens().len() || document.word(end) != "," {
        return None;
    }
    let start = document.tokens()[end + 1].span().start;
    let at = mentions.partition_point(|mention| mention.span.end <= start);
    mentions.get(at).filter(|mention| mention.span.start <= start && mention.kind == EntityType::Person)?;
    Some(at)
}

fn is_apposed(document: &Document<'_>, mentions: &[Mention], end: usize) -> bool {
    apposed(document, mentions, end).is_some()
}

impl Reader<'_> {
    fn read(&mut self, quote: &Quote) -> Option<u32> {
        let start = quote.spans.first().map(|span| self.document.token_at(span.start))?;
        if start >= self.document.tokens().len() {
            return None;
        }
        let Some(tokens) = quote.speaker.map(|span| self.document.tokens_in(span)).filter(|tokens| !tokens.is_empty())
        else {
            let entity = self.continued(start);
            self.turn(start, entity, None, false);
            return entity;
        };
        let word = self.document.word(tokens.start).to_lowercase();
        let is_alone = tokens.len() == 1;
        let (entity, gender) = if let Some(at) = named(self.document, self.mentions, tokens.clone()) {
            (Some(self.mentions[at].entity as u32), None)
        } else {
            match word.as_str() {
                "he" | "she" | "him" | "her" | "his" if is_alone => {
                    let gender = gender::of_word(&word);
                    (gender.and_then(|gender| self.person(quote, tokens.start, gender)), gender)
                }
                "who" if is_alone => (self.relative(tokens.start, |kind| kind == EntityType::Person), None),
                "which" | "that" if is_alone => {
                    (self.relative(tokens.start, |kind| kind == EntityType::Organization), None)
                }
                "it" | "its" if is_alone => (self.thing(quote, tokens.start, None), None),
                "they" | "we" if is_alone => (self.several(tokens.start), None),
                "i" if is_alone => (self.author(), None),
                _ => self.described(quote, tokens.clone()),
            }
        };
        self.turn(tokens.start, entity, gender, true);
        entity
    }

    fn turn(&mut self, token: usize, entity: Option<u32>, gender: Option<Gender>, is_told: bool) {
        let paragraph = self.paragraph(token);
        if let (Some(entity), Some(gender)) = (entity, gender) {
            self.profiles.lean(entity as usize, gender, 2);
        }
        self.turns.push(Turn { token, paragraph, entity, gender, is_told });
    }

    fn paragraph(&self, token: usize) -> usize {
        profile::paragraph_of(self.document, profile::sentence_of(self.document, token))
    }

    /// The speaker of a quote that has no words for one: whoever the paragraph is about, or spoke last.
    fn continued(&self, start: usize) -> Option<u32> {
        let paragraph = self.paragraph(start);
        let last = self.turns.last()?;
        if last.paragraph == paragraph || last.entity.is_none() {
            return last.entity;
        }
        // Two who take turns.
        let mut earlier = self.turns.iter().rev().skip(1).take(2);
        match (earlier.next(), earlier.next()) {
            (Some(one), Some(other))
                if other.entity == last.entity
                    && one.entity != last.entity
                    && one.entity.is_some()
                    && one.paragraph + 1 == last.paragraph
                    && last.paragraph + 1 == paragraph =>
            {
                one.entity
            }
            _ => last.entity,
        }
    }

    /// Whom `he` or `she` stands for.
    fn person(&self, quote: &Quote, token: usize, gender: Gender) -> Option<u32> {
        let sentence = profile::sentence_of(self.document, token);
        let paragraph = profile::paragraph_of(self.document, sentence);
        let mut best: Option<(f32, Option<u32>)> = None;
        let mut offer = |score: f32, entity: Option<u32>| {
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, entity));
            }
        };
        let before = self.places.partition_point(|place| place.tokens.start < token);
        let persons = (0..before).rev().filter(|at| self.mentions[*at].kind == EntityType::Person).take(LOOK_BACK);
        for at in persons {
            let (place, mention) = (&self.places[at], &self.mentions[at]);
            if quote.spans.iter().any(|span| span.contains(mention.span)) {
                continue;
            }
            let mut score = match self.profiles.gender(mention.entity) {
                Some(known) if known == gender => 1.5,
                Some(_) => -4.0,
                None => 0.0,
            };
            score -= 0.8 * (sentence - place.sentence).min(5) as f32;
            score -= 0.6 * (paragraph - place.paragraph).min(8) as f32;
            score += if place.is_subject { 1.2 } else { 0.0 };
            score -= if place.is_quoted { 3.0 } else { 0.0 };
            score -= if place.is_possessive { 0.6 } else { 0.0 };
            score -= if place.is_oblique { 0.5 } else { 0.0 };
            score -= if place.paragraph == 0 || self.is_byline(place) { 2.0 } else { 0.0 };
            offer(score, Some(mention.entity as u32));
        }
        let spoke = self.turns.iter().rev().take(4).filter(|turn| turn.is_told && turn.token < token);
        for (rank, turn) in spoke.enumerate() {
            let mut score = 2.6 - 1.2 * rank as f32 - 0.9 * (paragraph - turn.paragraph.min(paragraph)).min(8) as f32;
            let known = match turn.entity {
                Some(entity) if !self.is_person(entity) => continue,
                Some(entity) => self.profiles.gender(entity as usize),
                None => turn.gender,
            };
            score += match known {
                Some(known) if known == gender => 1.5,
                Some(_) => -4.0,
                None => 0.0,
            };
            offer(score, turn.entity);
        }
        best.and_then(|(_, entity)| entity)
    }

    fn is_person(&self, entity: u32) -> bool {
        self.profiles.is_person(entity)
    }

    /// Whether a mention stands in a line such as `By Hannah Cole`.
    fn is_byline(&self, place: &Place) -> bool {
        let start = profile::sentence_start(self.document, place.tokens.start);
        matches!(self.document.word(start), "By" | "BY" | "by")
    }

    /// Whom `it` or `the agency` stands for: the body last spoken of, of that sort if one is asked for.
    fn thing(&self, quote: &Quote, token: usize, sort: Option<Sort>) -> Option<u32> {
        let sentence = profile::sentence_of(self.document, token);
        let paragraph = profile::paragraph_of(self.document, sentence);
        let mut best: Option<(f32, u32)> = None;
        let mut offer = |score: f32, entity: u32| {
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, entity));
            }
        };
        let before = self.places.partition_point(|place| place.tokens.start < token);
        let things = (0..before)
            .rev()
            .filter(|at| {
                let kind = self.mentions[*at].kind;
                kind == EntityType::Organization || sort.is_none() && kind == EntityType::Place
            })
            .take(LOOK_BACK);
        for at in things {
            let (place, mention) = (&self.places[at], &self.mentions[at]);
            if quote.spans.iter().any(|span| span.contains(mention.span)) {
                continue;
            }
            let mut score = if mention.kind == EntityType::Organization { 1.5 } else { 0.0 };
            score -= 0.8 * (sentence - place.sentence).min(5) as f32;
            score -= 0.6 * (paragraph - place.paragraph).min(8) as f32;
            score += if place.is_subject { 1.2 } else { 0.0 };
            score -= if place.is_quoted { 3.0 } else { 0.0 };
            score -= if place.is_possessive { 0.3 } else { 0.0 };
            score -= if place.is_oblique { 0.5 } else { 0.0 };
            score += if sort.is_some_and(|sort| self.profiles.is_of(mention.entity as u32, sort)) { 1.5 } else { 0.0 };
            offer(score, mention.entity as u32);
        }
        for (rank, turn) in
            self.turns.iter().rev().take(3).filter(|turn| turn.is_told && turn.token < token).enumerate()
        {
            let Some(entity) = turn.entity.filter(|entity| !self.is_person(*entity)) else { continue };
            let distance = (paragraph - turn.paragraph.min(paragraph)).min(8) as f32;
            offer(3.5 - 1.2 * rank as f32 - 0.9 * distance, entity);
        }
        best.map(|(_, entity)| entity)
    }

    /// The nearest name in front of `who` or `which`, in the same sentence.
    fn relative(&self, token: usize, fits: fn(EntityType) -> bool) -> Option<u32> {
        let sentence = profile::sentence_of(self.document, token);
        let before = self.places.partition_point(|place| place.tokens.start < token);
        let at = (0..before)
            .rev()
            .take_while(|at| self.places[*at].sentence == sentence)
            .find(|at| fits(self.mentions[*at].kind))?;
        Some(self.mentions[at].entity as u32)
    }

    /// `they` and `we`: the body or people that spoke last.
    fn several(&self, token: usize) -> Option<u32> {
        let turn = self.turns.iter().rev().find(|turn| turn.is_told && turn.token < token)?;
        turn.entity.filter(|entity| !self.is_person(*entity))
    }

    /// `I`: who wrote the article, if it says so.
    fn author(&self) -> Option<u32> {
        let at = (0..self.mentions.len().min(8))
            .find(|at| self.mentions[*at].kind == EntityType::Person && self.is_byline(&self.places[*at]))?;
        Some(self.mentions[at].entity as u32)
    }

    /// Whom a description stands for, and the gender that it tells.
    fn described(&self, quote: &Quote, tokens: Range<usize>) -> (Option<u32>, Option<Gender>) {
        let document = self.document;
        if let Some(at) = apposed(document, self.mentions, tokens.end) {
            return (Some(self.mentions[at].entity as u32), None);
        }
        let Some(phrase) = Phrase::read(document, tokens.clone()) else { return (None, None) };
        let noun = document.word(phrase.head).to_lowercase();
        let gender = gender::of_word(&noun);
        let is_indefinite = matches!(phrase.determiner, Some(Part::Indefinite));
        let in_lead = self.paragraph(tokens.start) < 4;
        if is_indefinite && !in_lead || grammar::is_plural(&noun) {
            return (None, gender);
        }
        let role = self.by_role(&phrase, gender, is_indefinite);
        if let Some(found) = role {
            return (found, gender);
        }
        if is_indefinite {
            return (None, gender);
        }
        let entity = match grammar::sort(&noun) {
            Sort::Other if matches!(phrase.determiner, Some(Part::Definite)) => {
                // Somebody known, by a word that the article has not used before.
                let last = self.turns.iter().rev().find(|turn| turn.is_told);
                last.filter(|turn| turn.paragraph + 2 >= self.paragraph(tokens.start))
                    .and_then(|turn| turn.entity)
                    .filter(|entity| self.is_person(*entity))
                    .filter(|entity| {
                        gender.is_none()
                            || self.profiles.gender(*entity as usize).is_none_or(|known| Some(known) == gender)
                    })
            }
            Sort::Other | Sort::Document => None,
            sort => self.thing(quote, tokens.start, Some(sort)),
        };
        (entity, gender)
    }

    /// Who is described by the noun of a phrase elsewhere; `Some(None)` when that is somebody without a name.
    fn by_role(&self, phrase: &Phrase, gender: Option<Gender>, only_later: bool) -> Option<Option<u32>> {
        let document = self.document;
        let noun = hash(document.word(phrase.head));
        let mut best: Option<(f32, Option<u32>)> = None;
        for role in self.profiles.near(noun, phrase.head) {
            let at = role.token as usize;
            if phrase.words.contains(&at) || only_later && (at < phrase.head || role.entity.is_none()) {
                continue;
            }
            let mut score = match role.weight {
                Weight::Head => 3.0,
                Weight::Name => 2.0,
                Weight::Modifier => 1.0,
            };
            // What comes later has not been told yet.
            score -= if at > phrase.head { 0.5 } else { 0.0 };
            score -= (at.abs_diff(phrase.head) as f32 / 200.0).min(1.5);
            if let Some(entity) = role.entity {
                if gender.is_some() && self.profiles.gender(entity as usize).is_some_and(|known| Some(known) != gender)
                {
                    continue;
                }
                for token in phrase.words.clone().filter(|token| *token != phrase.head) {
                    let word = document.word(token);
                    let is_word = document.tokens()[token].kind == TokenKind::Word;
                    if is_word && word.len() > 2 && self.profiles.is_described(hash(word), entity) {
                        score += 1.0;
                    }
                    if let Ok(age) = word.parse::<u32>()
                        && age == self.profiles.age(entity as usize)
                    {
                        score += 3.0;
                    }
                }
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, role.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }
}

/// Gives a headline's quote without a speaker to whoever says the same words further down, or else first speaks.
fn headline(document: &Document<'_>, quotes: &mut [Quote]) {
    let end = document.paragraphs().first().map_or(0, |first| document.cover(document.paragraph_tokens(*first)).end);
    for at in 0..quotes.len().min(4) {
        if quotes[at].speaker.is_some() || quotes[at].spans.first().is_none_or(|span| span.start >= end) {
            continue;
        }
        let words = |quote: &Quote| -> Vec<u64> {
            let tokens = quote.spans.iter().flat_map(|span| document.tokens_in(*span));
            tokens.map(|token| document.word(token)).filter(|word| word.len() > 2).take(256).map(hash).collect()
        };
        let own = words(&quotes[at]);
        let later = &quotes[at + 1..];
        let share = |quote: &Quote| {
            let theirs = words(quote);
            own.iter().filter(|word| theirs.contains(word)).count()
        };
        let most = later
            .iter()
            .take(64)
            .map(|quote| (share(quote), quote))
            .fold((0, None), |best, (count, quote)| if count > best.0 { (count, Some(quote)) } else { best });
        let source = if most.0 * 2 >= own.len().max(1) { most.1 } else { later.first() };
        quotes[at].entity = source.and_then(|quote| quote.entity);
    }
}
