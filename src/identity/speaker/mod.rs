//! Whom the words beside a quote stand for.

mod describe;
mod headline;
pub(super) mod measures;
mod narrate;
mod place;
mod weigh;

use std::ops::Range;

use super::gender::{self, Gender};
use super::grammar::{self, Part, Sort};
use super::profile::{self, Phrase, Profiles, hash};
use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{EntityType, Mention, Quote, QuoteKind, Span};
use measures::{Measures, Told};
use place::Place;
use weigh::{Evidence, Sought, Standpoint};

/// How many mentions back an antecedent is looked for, and how many turns.
const LOOK_BACK: usize = 24;
const TURNS_BACK: usize = 3;
/// Among how many mentions at the head of an interview whoever answers is looked for.
const INTRODUCED: usize = 200;

/// Somebody who has said something.
#[derive(Clone, Copy, Debug)]
struct Turn {
    token: usize,
    paragraph: usize,
    entity: Option<u32>,
    /// Of a speaker without a name: whether the words for it are a woman's or a man's.
    gender: Option<Gender>,
    /// Whether words for the speaker stood there.
    is_told: bool,
}

/// A pronoun or a description in the narration, and whom it stands for.
#[derive(Clone, Debug)]
struct Stand {
    place: Place,
    entity: Option<u32>,
    gender: Option<Gender>,
    is_pronoun: bool,
}

/// What an antecedent is looked for.
#[derive(Clone, Copy, Debug)]
struct Asked {
    token: usize,
    sought: Sought,
    gender: Option<Gender>,
    /// The token of the noun, where it is a description.
    noun: Option<usize>,
}

/// Reads an article's quotes in order and remembers who has spoken.
struct Reader<'a> {
    document: &'a Document<'a>,
    mentions: &'a [Mention],
    places: Vec<Place>,
    /// The pieces of direct quotes, sorted.
    pieces: Vec<Span>,
    profiles: Profiles,
    /// How often each entity is named, and the most often that any person is.
    times: Vec<usize>,
    most: usize,
    turns: Vec<Turn>,
    stands: Vec<Stand>,
    /// The sentences read for `stands`.
    read: usize,
    measures: &'a Measures,
}

/// Sets [`Quote::entity`] where the words beside a quote stand for somebody whom the article names.
///
/// For each quote a bounded number of mentions, roles and earlier quotes is weighed.
pub(super) async fn attribute(
    document: &Document<'_>,
    mentions: &[Mention],
    quotes: &mut [Quote],
    mut profiles: Profiles,
    measures: &Measures,
    pace: &Pace,
) {
    let pieces = place::direct_pieces(quotes);
    let places = place::places(document, mentions, &pieces, pace).await;
    note_unnamed(document, mentions, quotes, &mut profiles, pace).await;
    let mut times = vec![0; profiles.len()];
    for mention in mentions {
        times[mention.entity] += 1;
    }
    let persons = (0..times.len()).filter(|entity| profiles.is_person(*entity as u32));
    let most = persons.map(|entity| times[entity]).max().unwrap_or(0);
    let turns = Vec::with_capacity(quotes.len());
    let mut reader = Reader {
        document,
        mentions,
        places,
        pieces,
        profiles,
        times,
        most,
        turns,
        stands: Vec::new(),
        read: 0,
        measures,
    };
    let mut told = Vec::with_capacity(quotes.len());
    for quote in quotes.iter_mut() {
        let (entity, by) = reader.read(quote, pace).await;
        quote.entity = entity.map(|entity| entity as usize);
        told.push(by);
    }
    headline::attribute(document, quotes);
    for (quote, by) in quotes.iter_mut().zip(told) {
        quote.score *= measures.source(by, quote.entity.is_some());
    }
}

/// Puts those who speak without a name (`a county councillor`) among the described, so that `the councillor` later is
/// nobody else.
async fn note_unnamed(
    document: &Document<'_>,
    mentions: &[Mention],
    quotes: &[Quote],
    profiles: &mut Profiles,
    pace: &Pace,
) {
    let mut unnamed = Vec::new();
    for quote in quotes {
        pace.spend(MENTION).await;
        let Some(span) = quote.speaker else { continue };
        let tokens = document.tokens_in(span);
        if tokens.is_empty()
            || place::named(document, mentions, tokens.clone()).is_some()
            || place::apposed(document, mentions, tokens.end).is_some()
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

impl Reader<'_> {
    async fn read(&mut self, quote: &Quote, pace: &Pace) -> (Option<u32>, Told) {
        let start = quote.spans.first().map_or(usize::MAX, |span| self.document.token_at(span.start));
        if start >= self.document.tokens().len() {
            return (None, Told::Before);
        }
        let words = quote.speaker.map(|span| self.whole(span)).filter(|tokens| !tokens.is_empty());
        let from = words.as_ref().map_or(start, |tokens| tokens.start.min(start));
        self.narrate(profile::sentence_start(self.document, from), pace).await;
        pace.spend(8 * MENTION).await;
        let Some(tokens) = words else {
            let entity = self.continued(start);
            self.turn(start, entity, None, false);
            return (entity, Told::Before);
        };
        let word = self.document.word(tokens.start).to_lowercase();
        let is_alone = tokens.len() == 1;
        let asked = |sought, gender| Asked { token: tokens.start, sought, gender, noun: None };
        let mut told = Told::Pronoun;
        let (entity, gender) = if let Some(at) = place::named(self.document, self.mentions, tokens.clone()) {
            told = Told::Name;
            (Some(self.mentions[at].entity as u32), None)
        } else {
            match word.as_str() {
                "he" | "she" | "him" | "her" | "his" if is_alone => {
                    let gender = gender::of_word(&word);
                    (self.antecedent(quote, &asked(Sought::Person, gender)), gender)
                }
                "who" if is_alone => (self.relative(tokens.start, EntityType::Person), None),
                "which" | "that" if is_alone => (self.relative(tokens.start, EntityType::Organization), None),
                "it" | "its" if is_alone => (self.antecedent(quote, &asked(Sought::Thing, None)), None),
                "they" | "we" if is_alone => (self.several(tokens.start), None),
                "i" if is_alone => (self.author(), None),
                "a" | "a." if is_alone => (self.interviewee(), None),
                _ => {
                    told = Told::Description;
                    self.described(quote, tokens.clone())
                }
            }
        };
        self.turn(tokens.start, entity, gender, true);
        (entity, told)
    }

    /// The tokens of a speaker's words, to the end of a word with hyphens that they were cut in.
    fn whole(&self, span: Span) -> Range<usize> {
        let mut tokens = self.document.tokens_in(span);
        let is_glued = |at: usize| {
            at < self.document.tokens().len()
                && !self.document.space_before(at)
                && (self.document.word(at) == "-" || at > 0 && self.document.word(at - 1) == "-")
        };
        while !tokens.is_empty() && tokens.len() < LOOK_BACK && is_glued(tokens.end) {
            tokens.end += 1;
        }
        tokens
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

    /// The speaker of a quote that has no words for one: whoever the text right before it is about, or spoke last.
    fn continued(&self, start: usize) -> Option<u32> {
        let paragraph = self.paragraph(start);
        let last = self.turns.last();
        let after = last.map_or(0, |turn| turn.token);
        if let Some(entity) = self.acting(after, start, paragraph) {
            return entity;
        }
        let last = last?;
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

    /// The last subject between two tokens, if it stands in a paragraph or at the end of the one before.
    fn acting(&self, after: usize, before: usize, paragraph: usize) -> Option<Option<u32>> {
        let end = self.places.partition_point(|place| place.tokens.start < before);
        let by_name = (0..end).rev().take(LOOK_BACK).find(|at| {
            let kind = self.mentions[*at].kind;
            self.places[*at].is_subject && kind == EntityType::Person
        });
        let by_name = by_name.map(|at| (&self.places[at], Some(self.mentions[at].entity as u32)));
        let by_word = self.stands.last().map(|stand| (&stand.place, stand.entity));
        let (place, entity) = match (by_name, by_word) {
            (Some(name), Some(word)) if word.0.tokens.start > name.0.tokens.start => word,
            (Some(name), _) => name,
            (None, word) => word?,
        };
        let is_near = place.paragraph == paragraph || place.paragraph + 1 == paragraph;
        (is_near && place.tokens.start > after && !place.is_aside).then_some(entity)
    }

    /// Whom a pronoun, or a description that nothing explains, stands for.
    fn antecedent(&self, quote: &Quote, asked: &Asked) -> Option<u32> {
        // Words behind their quote look back over it.
        let base = quote.spans.first().map_or(asked.token, |span| self.document.token_at(span.start).min(asked.token));
        let sentence = profile::sentence_of(self.document, base);
        let from = Standpoint { sentence, paragraph: profile::paragraph_of(self.document, sentence) };
        let mut told = [None; TURNS_BACK];
        let recent = self.turns.iter().rev().filter(|turn| turn.is_told && turn.token < asked.token);
        for (slot, turn) in told.iter_mut().zip(recent) {
            *slot = Some(*turn);
        }
        let spoke = |entity: u32| told.iter().flatten().position(|turn| turn.entity == Some(entity));
        let since = |turn: Option<usize>| {
            turn.and_then(|turn| told[turn]).map_or(0, |turn: Turn| from.paragraph.saturating_sub(turn.paragraph))
        };
        let mut best: Option<(f32, Option<u32>)> = None;
        #[cfg(feature = "train")]
        let mut candidates = Vec::new();
        let mut offer = |evidence: &Evidence, entity: Option<u32>| {
            let score = self.measures.weigh(evidence, asked.sought);
            #[cfg(feature = "train")]
            candidates.push((entity.map(|entity| entity as usize), evidence.values));
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, entity));
            }
        };
        offer(Evidence::default().nobody(asked.noun.is_some()), None);
        let mut seen = [u32::MAX; LOOK_BACK];
        let mut rank_of = |entity: u32| {
            let rank = seen.iter().position(|other| *other == entity || *other == u32::MAX).unwrap_or(LOOK_BACK - 1);
            seen[rank] = entity;
            rank
        };
        let end = self.places.partition_point(|place| place.tokens.start < asked.token);
        let mut stands = self.stands.iter().rev().take(LOOK_BACK / 3).peekable();
        let fitting = (0..end).rev().filter(|at| self.fits(asked.sought, self.mentions[*at].kind)).take(LOOK_BACK);
        for at in fitting {
            let (place, mention) = (&self.places[at], &self.mentions[at]);
            while let Some(stand) = stands.next_if(|stand| stand.place.tokens.start > place.tokens.start) {
                self.offer_stand(stand, asked, from, &mut offer);
            }
            let is_own = quote.kind == QuoteKind::Direct || asked.sought == Sought::Person;
            if place.is_byline || is_own && quote.spans.iter().any(|span| span.contains(mention.span)) {
                continue;
            }
            let entity = mention.entity as u32;
            let turn = spoke(entity);
            let mut evidence = Evidence::default();
            evidence
                .gender(self.profiles.gender(mention.entity), asked.gender)
                .place(place, from)
                .rank(rank_of(entity))
                .spoke(turn, since(turn))
                .frequency(self.times[mention.entity], self.times[mention.entity] == self.most);
            if asked.sought == Sought::Thing {
                self.judge_noun(&mut evidence, asked, mention);
            }
            offer(&evidence, Some(entity));
        }
        for stand in stands {
            self.offer_stand(stand, asked, from, &mut offer);
        }
        for (turns, turn) in told.iter().enumerate() {
            if let Some(Turn { entity: None, gender, paragraph, .. }) = turn {
                let paragraphs = from.paragraph.saturating_sub(*paragraph);
                let mut evidence = Evidence::default();
                evidence.gender(*gender, asked.gender).spoke(Some(turns), paragraphs).unnamed();
                evidence.paragraphs(paragraphs);
                offer(&evidence, None);
            }
        }
        #[cfg(feature = "train")]
        if let Some(span) = quote.spans.first() {
            self.measures.note(measures::Case { quote: span.start, class: asked.sought as usize, candidates });
        }
        best.and_then(|(_, entity)| entity)
    }

    fn offer_stand(
        &self,
        stand: &Stand,
        asked: &Asked,
        from: Standpoint,
        offer: &mut impl FnMut(&Evidence, Option<u32>),
    ) {
        let fits = match stand.entity {
            Some(entity) => self.fits(asked.sought, self.profiles.kind(entity)),
            None => asked.sought == Sought::Person,
        };
        if !fits {
            return;
        }
        let mut evidence = Evidence::default();
        let known = stand.gender.or_else(|| stand.entity.and_then(|entity| self.profiles.gender(entity as usize)));
        evidence.gender(known, asked.gender).place(&stand.place, from).by(stand.is_pronoun);
        match stand.entity {
            Some(entity) => {
                let times = self.times[entity as usize];
                evidence.frequency(times, times == self.most);
            }
            None => {
                evidence.unnamed();
            }
        }
        offer(&evidence, stand.entity);
    }

    fn fits(&self, sought: Sought, kind: EntityType) -> bool {
        match sought {
            Sought::Person => kind == EntityType::Person,
            Sought::Thing => matches!(kind, EntityType::Organization | EntityType::Place),
        }
    }

    /// How the noun of a description fits what is known of a body.
    fn judge_noun(&self, evidence: &mut Evidence, asked: &Asked, mention: &Mention) {
        let entity = mention.entity as u32;
        let (mut is_described, mut is_sort) = (false, false);
        if let Some(noun) = asked.noun {
            let word = self.document.word(noun);
            is_described = self.profiles.is_described(hash(word), entity);
            is_sort = match word {
                "regulator" | "watchdog" => self.profiles.is_regulator(entity),
                _ => grammar::sort(&word.to_lowercase()) == Sort::Company && self.profiles.is_company(entity),
            };
        }
        evidence.noun(mention.kind == EntityType::Organization, is_described, is_sort);
    }

    fn is_person(&self, entity: u32) -> bool {
        self.profiles.is_person(entity)
    }

    /// The nearest name of a kind in front of `who` or `which`, in the same sentence.
    fn relative(&self, token: usize, kind: EntityType) -> Option<u32> {
        let sentence = profile::sentence_of(self.document, token);
        let end = self.places.partition_point(|place| place.tokens.start < token);
        let mut before = (0..end).rev().take_while(|at| self.places[*at].sentence == sentence);
        before.find(|at| self.mentions[*at].kind == kind).map(|at| self.mentions[at].entity as u32)
    }

    /// `they` and `we`: the body or people that spoke last.
    fn several(&self, token: usize) -> Option<u32> {
        let turn = self.turns.iter().rev().find(|turn| turn.is_told && turn.token < token)?;
        turn.entity.filter(|entity| !self.is_person(*entity))
    }

    /// `A:` in an interview: the person whom the article names most.
    fn interviewee(&self) -> Option<u32> {
        let asked = |at: &usize| self.is_person(self.mentions[*at].entity as u32) && !self.places[*at].is_byline;
        let named = (0..self.mentions.len()).take(INTRODUCED).filter(asked).map(|at| self.mentions[at].entity);
        named.rev().max_by_key(|entity| self.times[*entity]).map(|entity| entity as u32)
    }

    /// `I`: who wrote the article, if it says so.
    fn author(&self) -> Option<u32> {
        let is_author = |at: &usize| self.mentions[*at].kind == EntityType::Person && self.places[*at].is_byline;
        (0..self.mentions.len().min(8)).find(is_author).map(|at| self.mentions[at].entity as u32)
    }
}
