//! Descriptions: `the minister`, `the 52-year-old`, `its coordinator`.

use std::ops::Range;

use super::super::gender::{self, Gender};
use super::super::grammar::{self, Part, Sort};
use super::super::profile::{Phrase, Weight, hash};
use super::weigh::Sought;
use super::{Asked, LOOK_BACK, Reader, place};
use crate::text::TokenKind;
use crate::{EntityType, Quote};

/// An article tells in its first paragraphs of `a melon grower` whose name comes later.
const LEAD: usize = 4;

impl Reader<'_> {
    /// Whom a description stands for, and the gender that it tells.
    pub(super) fn described(&self, quote: &Quote, tokens: Range<usize>) -> (Option<u32>, Option<Gender>) {
        let document = self.document;
        if let Some(at) = place::apposed(document, self.mentions, tokens.end) {
            return (Some(self.mentions[at].entity as u32), None);
        }
        let Some(mut phrase) = Phrase::read(document, tokens.clone()) else { return (None, None) };
        if phrase.determiner.is_none() && tokens.start > 0 {
            // The article may have been left out of the words for the speaker.
            let before = grammar::part(document.word(tokens.start - 1));
            phrase.determiner = matches!(before, Part::Definite | Part::Possessive).then_some(before);
        }
        if let Some(entity) = self.by_age(tokens.clone()) {
            return (Some(entity), None);
        }
        let noun = document.word(phrase.head).to_lowercase();
        let gender = gender::of_word(&noun);
        if grammar::is_spoken(&noun)
            && let Some(owner) = self.owner(quote, tokens.clone(), phrase.head).or_else(|| self.maker(&phrase))
        {
            return (Some(owner), None);
        }
        if grammar::is_plural(&noun) {
            return (self.members(&phrase), gender);
        }
        if let Some(body) = self.body(&phrase, &noun) {
            return (Some(body), None);
        }
        let is_indefinite = phrase.determiner == Some(Part::Indefinite);
        if is_indefinite && self.paragraph(tokens.start) >= LEAD {
            let made_by = (grammar::sort(&noun) == Sort::Document).then(|| self.maker(&phrase)).flatten();
            return (made_by, gender);
        }
        if let Some(found) = self.by_role(&phrase, gender, is_indefinite) {
            return (found, gender);
        }
        let is_known = matches!(phrase.determiner, Some(Part::Definite));
        let asked = |sought| Asked { token: tokens.start, sought, gender, noun: Some(phrase.head) };
        let entity = match grammar::sort(&noun) {
            Sort::Document => {
                let maker = self.maker(&phrase);
                maker.or_else(|| (!is_indefinite).then(|| self.antecedent(quote, &asked(Sought::Thing))).flatten())
            }
            _ if is_indefinite => None,
            // Somebody known, by a word that the article has not used before.
            Sort::Other if is_known => self.antecedent(quote, &asked(Sought::Person)),
            Sort::Other => None,
            Sort::Company | Sort::Body => self.antecedent(quote, &asked(Sought::Thing)),
        };
        (entity, gender)
    }

    /// The person whose age the article gave, for `the 52-year-old`.
    fn by_age(&self, tokens: Range<usize>) -> Option<u32> {
        let is_age = |at: usize| {
            at + 4 < tokens.end
                && ["-", "year", "-", "old"].iter().enumerate().all(|(i, word)| self.document.word(at + 1 + i) == *word)
        };
        let at = tokens.clone().find(|at| self.document.tokens()[*at].kind == TokenKind::Number && is_age(*at))?;
        let age: u32 = self.document.word(at).parse().ok()?;
        let end = self.places.partition_point(|place| place.tokens.start < tokens.start);
        let near = (0..end).rev().take(2 * LOOK_BACK).chain(end..self.mentions.len().min(end + LOOK_BACK));
        let mut entities = near.map(|at| self.mentions[at].entity);
        entities.find(|entity| self.profiles.age(*entity) == age).map(|entity| entity as u32)
    }

    /// Whose words are named: `Okoro’s answer`, `her reply`, `TIMB figures`.
    fn owner(&self, quote: &Quote, tokens: Range<usize>, head: usize) -> Option<u32> {
        let document = self.document;
        let gender = gender::of_word(&document.word(tokens.start).to_lowercase());
        if tokens.start + 1 == head && gender.is_some() {
            let asked = Asked { token: tokens.start, sought: Sought::Person, gender, noun: None };
            return self.antecedent(quote, &asked);
        }
        let clitic = head.checked_sub(1).filter(|before| document.tokens()[*before].kind == TokenKind::Clitic);
        let end = document.tokens()[clitic.unwrap_or(head)].span().start;
        let at = self.mentions.partition_point(|mention| mention.span.start < end).checked_sub(1)?;
        let mention = &self.mentions[at];
        let adjacent = document.tokens_in(mention.span).end >= clitic.unwrap_or(head);
        let speaks = mention.kind == EntityType::Organization || clitic.is_some() && mention.kind == EntityType::Person;
        (adjacent && speaks && self.places[at].tokens.start >= tokens.start).then_some(mention.entity as u32)
    }

    /// The body that a paper or a report is of: `a study by Makerere University`.
    fn maker(&self, phrase: &Phrase) -> Option<u32> {
        let start = self.document.tokens()[phrase.head].span().end;
        let limit = self.document.tokens().get(phrase.head + 8).map_or(usize::MAX, |token| token.span().start);
        let first = self.mentions.partition_point(|mention| mention.span.start < start);
        let mut following = self.mentions[first..].iter().take_while(|mention| mention.span.start < limit);
        let mention = following.find(|mention| mention.kind == EntityType::Organization)?;
        let before = self.document.token_at(mention.span.start).saturating_sub(2)..;
        let tokens = before.start..self.document.token_at(mention.span.start);
        tokens
            .into_iter()
            .any(|token| matches!(self.document.word(token), "by" | "from" | "of"))
            .then_some(mention.entity as u32)
    }

    /// The body whose name stands before a word for it: `the Histadrut labor federation`.
    fn body(&self, phrase: &Phrase, noun: &str) -> Option<u32> {
        let is_word_for_it = matches!(
            noun,
            "agency"
                | "bank"
                | "broadcaster"
                | "bureau"
                | "charity"
                | "club"
                | "company"
                | "federation"
                | "firm"
                | "foundation"
                | "group"
                | "magazine"
                | "movement"
                | "network"
                | "newspaper"
                | "paper"
                | "party"
                | "station"
                | "team"
                | "union"
                | "website"
        );
        let start = self.document.tokens()[phrase.words.start].span().start;
        let at = self.mentions.partition_point(|mention| mention.span.end <= start);
        let mention = self.mentions.get(at)?;
        let name = self.document.tokens_in(mention.span);
        let is_before = name.end <= phrase.head && name.start <= phrase.words.start + 1;
        (is_word_for_it && is_before && mention.kind == EntityType::Organization).then_some(mention.entity as u32)
    }

    /// The people that a plural is of: `Tory rebels`, `Conservative backbenchers`.
    fn members(&self, phrase: &Phrase) -> Option<u32> {
        let start = self.document.tokens()[phrase.words.start].span().start;
        let at = self.mentions.partition_point(|mention| mention.span.end <= start);
        let mention = self.mentions.get(at)?;
        let is_before_noun = self.document.tokens_in(mention.span).end == phrase.head;
        let is_alone = phrase.determiner.is_none() && mention.span.start == start;
        (mention.kind == EntityType::Group && is_before_noun && is_alone).then_some(mention.entity as u32)
    }

    /// Who is described by the noun of a phrase elsewhere; `Some(None)` when that is somebody without a name.
    pub(super) fn by_role(&self, phrase: &Phrase, gender: Option<Gender>, only_later: bool) -> Option<Option<u32>> {
        let noun = hash(self.document.word(phrase.head));
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
                let known = self.profiles.gender(entity as usize);
                if gender.is_some() && known.is_some() && known != gender {
                    continue;
                }
                score += self.agreement(phrase, entity);
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, role.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// How much the words around the noun agree with what is known of an entity.
    fn agreement(&self, phrase: &Phrase, entity: u32) -> f32 {
        let mut score = 0.0;
        for token in phrase.words.clone().filter(|token| *token != phrase.head) {
            let word = self.document.word(token);
            let is_word = self.document.tokens()[token].kind == TokenKind::Word;
            if is_word && word.len() > 2 && self.profiles.is_described(hash(word), entity) {
                score += 1.0;
            }
            if word.parse().is_ok_and(|age: u32| age == self.profiles.age(entity as usize)) {
                score += 3.0;
            }
        }
        score
    }
}
