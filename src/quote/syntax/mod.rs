//! Just enough of a parser: noun phrases, verb groups and the edges of clauses, by the words that give them away.

mod noun;
mod verb;

use std::ops::Range;

use crate::quote::lexicon::{Word, class::*, form};
use crate::text::{Document, TokenKind};

/// No marked stretch holds the token.
pub(in crate::quote) const OUTSIDE: u32 = u32::MAX;
/// The stretch that holds the token is no speech, see [`term`](super::term): its tokens are read as words of the sentence.
pub(in crate::quote) const TERM: u32 = 1 << 31;

/// One paragraph, with what is known of its words. Tokens are named by their index in the document.
#[derive(Clone, Copy, Debug)]
pub(in crate::quote) struct View<'a> {
    pub(in crate::quote) document: &'a Document<'a>,
    /// The paragraph's first token.
    pub(in crate::quote) base: usize,
    pub(in crate::quote) words: &'a [Word],
    /// The marked stretch that holds each token, with [`TERM`] where it is no speech, or [`OUTSIDE`].
    pub(in crate::quote) within: &'a [u32],
    /// Whether words are capitalized as in a headline, so that capitals say nothing.
    pub(in crate::quote) headline: bool,
    /// Whether this is the text's first paragraph.
    pub(in crate::quote) title: bool,
}

/// How a verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quote) enum Mood {
    /// With a subject before or behind it.
    Finite,
    /// `, saying`
    Ing,
    /// `to say`
    Infinitive,
    /// `was told`, or a participle before `by`.
    Passive,
}

/// A verb with its helpers.
#[derive(Clone, Copy, Debug)]
pub(in crate::quote) struct Group {
    /// The first helper.
    pub(in crate::quote) start: usize,
    /// The verb itself.
    pub(in crate::quote) verb: usize,
    /// The first token behind the verb and its particle.
    pub(in crate::quote) end: usize,
    pub(in crate::quote) class: u32,
    pub(in crate::quote) mood: Mood,
}

/// The phrase that names who speaks.
#[derive(Clone, Debug)]
pub(in crate::quote) struct Subject {
    /// The words to show.
    pub(in crate::quote) words: Range<usize>,
    /// The first token of the whole phrase, with all that hangs on it.
    pub(in crate::quote) start: usize,
    /// Whether it is the noun before `who`.
    pub(in crate::quote) relative: bool,
}

/// The longest way to look for the other end of a phrase, in tokens.
const REACH: usize = 48;

impl View<'_> {
    pub(in crate::quote) fn at(&self, token: usize) -> Word {
        self.words[token - self.base]
    }

    pub(in crate::quote) fn is(&self, token: usize, class: u32) -> bool {
        self.at(token).is(class)
    }

    pub(in crate::quote) fn word(&self, token: usize) -> &str {
        self.document.word(token)
    }

    /// The marked stretch that holds a token, unless it is no speech.
    pub(in crate::quote) fn marked(&self, token: usize) -> Option<usize> {
        let index = self.within[token - self.base];
        (index & TERM == 0).then_some(index as usize)
    }

    /// Whether a token stands within marks, be it speech or not.
    pub(in crate::quote) fn is_within(&self, token: usize) -> bool {
        self.within[token - self.base] != OUTSIDE
    }

    /// Whether a token stands within marks that are no speech.
    pub(in crate::quote) fn is_term(&self, token: usize) -> bool {
        let index = self.within[token - self.base];
        index & TERM != 0 && index != OUTSIDE
    }

    pub(in crate::quote) fn kind(&self, token: usize) -> TokenKind {
        self.document.tokens()[token].kind
    }

    pub(in crate::quote) fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        self.kind(token) == TokenKind::Mark && marks.contains(&self.word(token))
    }

    pub(in crate::quote) fn is_comma(&self, token: usize) -> bool {
        self.is_mark(token, &[","])
    }

    fn is_dash(&self, token: usize) -> bool {
        self.is_mark(token, &["—", "–", "--", "―"]) || self.is_mark(token, &["-"]) && self.document.space_before(token)
    }

    /// Whether a capital says that the word is a name or part of one.
    pub(in crate::quote) fn is_name(&self, token: usize) -> bool {
        let t = self.document.tokens()[token];
        t.is_capitalized() && !self.is(token, PRONOUN | DETERMINER | TIME | PREPOSITION | CONJUNCTION | SUBORDINATOR)
    }

    /// Whether the token can be part of a noun phrase.
    pub(in crate::quote) fn is_nominal(&self, token: usize) -> bool {
        let word = self.at(token);
        if self.is_term(token) {
            // All but the comma that stands for one behind.
            return !(self.is_comma(token) || self.kind(token) == TokenKind::Mark && self.is_comma(token - 1));
        }
        match self.kind(token) {
            TokenKind::Number | TokenKind::Clitic => return true,
            TokenKind::Link => return false,
            TokenKind::Mark => {
                return self.is_mark(token, &["$", "£", "€", "%", "#", "@", "/", "&", "’", "'"])
                    || self.is_mark(token, &["-", "–", "‑"]) && !self.document.space_before(token);
            }
            TokenKind::Word => {}
        }
        if word.is(DETERMINER | POSSESSIVE) {
            return !word.is(RELATIVE);
        }
        if word.is(TIME) && token + 1 < self.base + self.words.len() && self.kind(token + 1) == TokenKind::Clitic {
            return true;
        }
        if word.is(CONJUNCTION | PRONOUN | OBJECT | AUXILIARY | SUBORDINATOR | RELATIVE | THAT | QUESTION | TIME) {
            return false;
        }
        if !self.headline && self.document.tokens()[token].is_capitalized() && !word.is(PREPOSITION) {
            return true;
        }
        if word.is(PREPOSITION | NEGATION) {
            return false;
        }
        if word.is(VERB) {
            // `the show`, `his attack`, `a leading candidate`
            let noun = word.in_form(form::BASE | form::PRESENT | form::ING)
                || word.in_form(form::PARTICIPLE) && !word.in_form(form::BASE);
            // `APLA press secretary`: behind a name in the singular, a verb would have its `s`.
            let bare = word.in_form(form::BASE) && !word.in_form(form::PAST | form::PARTICIPLE);
            if bare
                && !self.headline
                && token > self.base
                && self.is_name(token - 1)
                && !self.word(token - 1).ends_with('s')
            {
                return true;
            }
            if word.is(NOUN | MEDIUM) && self.headline && token > self.base && self.is_comma(token - 1) {
                return true;
            }
            return noun && token > self.base && self.kind(token - 1) != TokenKind::Mark && {
                let before = self.at(token - 1);
                before.is(DETERMINER | POSSESSIVE) && !before.is(PRONOUN)
                    || self.kind(token - 1) == TokenKind::Clitic
                    || word.is(NOUN | MEDIUM)
                        && !before.is(PRONOUN | RELATIVE | AUXILIARY | ADVERB)
                        && !before.in_form(form::TO)
                        && !self.is_name(token - 1)
            };
        }
        !word.is(ADVERB)
    }
}
