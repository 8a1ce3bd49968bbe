//! Whom the sentences between the quotes are about: `He disliked it.`, `One driver declined to say.`

use super::super::gender;
use super::super::grammar::{self, Part, Sort};
use super::super::profile::{Phrase, hash};
use super::place::{Place, is_within};
use super::weigh::Sought;
use super::{Asked, Reader, Stand};
use crate::pace::{MENTION, Pace};
use crate::text::TokenKind;
use crate::{Quote, QuoteKind};

/// The longest subject, in tokens.
const SUBJECT: usize = 8;

impl Reader<'_> {
    /// Reads on up to a token and notes the subject of each sentence that begins with a pronoun or a description.
    pub(super) async fn narrate(&mut self, until: usize, pace: &Pace) {
        while let Some(sentence) = self.document.sentences().get(self.read) {
            let mut tokens = sentence.tokens();
            if tokens.start >= until {
                break;
            }
            let number = self.read;
            self.read += 1;
            pace.spend(2 * MENTION).await;
            if tokens.len() > 2 && matches!(self.document.word(tokens.start), "But" | "And" | "Later" | "Then") {
                tokens.start += 1;
            }
            if is_within(&self.pieces, self.document.tokens()[tokens.start].span()) {
                continue;
            }
            let Some((entity, gender, is_pronoun)) = self.subject(tokens.start, tokens.end) else { continue };
            let place = Place {
                tokens: tokens.start..tokens.start + 1,
                sentence: number,
                paragraph: self.paragraph(tokens.start),
                is_subject: true,
                is_quoted: false,
                is_possessive: false,
                is_oblique: false,
                is_byline: false,
                is_aside: false,
            };
            self.stands.push(Stand { place, entity, gender, is_pronoun });
        }
    }

    /// Whom the words at the head of a sentence stand for, where they are no name.
    fn subject(&self, start: usize, end: usize) -> Option<(Option<u32>, Option<gender::Gender>, bool)> {
        let first = self.document.word(start);
        if matches!(first, "He" | "She") {
            let gender = gender::of_word(&first.to_lowercase());
            let asked = Asked { token: start, sought: Sought::Person, gender, noun: None };
            return Some((self.antecedent(&nothing(), &asked), gender, true));
        }
        if !matches!(grammar::part(first), Part::Definite | Part::Indefinite) {
            return None;
        }
        // A noun that the article knows as a role, or else the word before a preposition, a comma or a verb.
        let tokens = start..end.min(start + SUBJECT);
        let noun_at = tokens.clone().skip(1).find(|token| {
            let word = self.document.word(*token);
            self.document.tokens()[*token].kind == TokenKind::Word
                && self.profiles.near(hash(word), *token).next().is_some()
        });
        let phrase = match noun_at {
            Some(noun) => Phrase::read(self.document, start..noun + 1)?,
            None => {
                let verb = tokens.clone().skip(2).find(|token| is_verb(self.document.word(*token)));
                Phrase::read(self.document, start..verb.unwrap_or(tokens.end))?
            }
        };
        let starts =
            self.mentions.partition_point(|mention| mention.span.end <= self.document.tokens()[start].span().start);
        if self
            .mentions
            .get(starts)
            .is_some_and(|mention| mention.span.start <= self.document.tokens()[phrase.head].span().start)
        {
            return None;
        }
        let noun = self.document.word(phrase.head).to_lowercase();
        if grammar::is_plural(&noun) {
            return None;
        }
        let gender = gender::of_word(&noun);
        let is_known = phrase.determiner == Some(Part::Definite);
        let role = if is_known { self.by_role(&phrase, gender, false) } else { None };
        match role {
            Some(found) => Some((found, gender, false)),
            None => (grammar::sort(&noun) == Sort::Other).then_some((None, gender, false)),
        }
    }
}

/// No quote: narration has no words that would be left out of account.
const fn nothing() -> Quote {
    Quote { spans: Vec::new(), kind: QuoteKind::Direct, cue: None, speaker: None, entity: None, score: 0.0 }
}

/// Whether a word looks like a verb that follows its subject.
fn is_verb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed")
        || matches!(
            word,
            "came"
                | "went"
                | "saw"
                | "took"
                | "gave"
                | "made"
                | "held"
                | "stood"
                | "began"
                | "sat"
                | "ran"
                | "left"
                | "got"
                | "put"
                | "won"
                | "lost"
                | "met"
                | "kept"
                | "led"
                | "knew"
                | "thought"
                | "found"
                | "spoke"
                | "sent"
                | "heard"
                | "let"
                | "read"
                | "wants"
                | "thinks"
                | "comes"
                | "can"
                | "used"
                | "paid"
                | "fell"
                | "drove"
                | "built"
                | "bought"
                | "sold"
                | "broke"
                | "became"
                | "brought"
                | "grew"
                | "ordered"
        )
}
