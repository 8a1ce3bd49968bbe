//! Marked words that are no speech: nicknames, titles, names for things, words held at arm's length.

use super::lexicon::{class::*, form};
use super::marks::Marked;
use super::syntax::View;
use crate::text::{Case, TokenKind};

/// No term is longer, in tokens.
const LONGEST: usize = 12;

/// Nouns that a title stands beside.
const WORKS: &str = " album anthem ballad best-seller bestseller book bestselling cartoon comedy cookbook documentary drama episode \
     essay exhibition exhibit feature film game hit hymn installation magazine memoir movie musical novel novella opera \
     painting play podcast poem program programme record sculpture sequel series show single sitcom song story symphony \
     thriller track trilogy video ";

/// Words that give the words behind them as a name or as words.
const NAMING: &str = " acronym alias banner called campaign christened codenamed dubbed entitled expression headed hashtag \
     headlined inscribed label labeled labelled marked moniker motto name named nickname nicknamed phrase placard rebranded \
     renamed sign signs shirt shirts slogan so-called stamped sticker styled subtitled tagged tattoo term termed titled \
     t-shirt t-shirts word words ";

/// What is written on, and does not speak.
const SIGNS: &str = " badge badges banner banners button buttons cap caps graffiti hat hats placard placards poster posters shirt \
     shirts sign signs sticker stickers t-shirt t-shirts ";

/// Verbs whose object in marks is a work, where it is written as a title.
const PERFORMING: &str = " adapted composed conducted created danced directed directs edited filmed illustrated painted performed \
     performs perform played plays play published publishes produced read recorded released reprised sampled sang sing sings \
     staged starred translated wrote ";

fn holds(list: &str, word: &str) -> bool {
    // The lists part words by spaces: a word is there with one on either side.
    list.match_indices(word).any(|(at, _)| {
        at > 0 && list[at - 1..].starts_with(' ') && {
            let end = at + word.len();
            list[end..].starts_with(' ')
        }
    })
}

/// Whether marked words name or title something, or are one word of the writer's sentence that is held at arm's length.
///
/// `view` knows the words of the paragraph, and of no marks yet.
pub(super) fn is_term(view: &View<'_>, mark: &Marked) -> bool {
    let inner = mark.inner();
    if !mark.opened || !mark.closed || inner.len() > LONGEST {
        return false;
    }
    let term = Term { view, mark, last: inner.end - 1 };
    term.is_nickname() || term.is_named() || term.is_by_name() || term.is_title() || term.is_attributive()
}

struct Term<'a> {
    view: &'a View<'a>,
    mark: &'a Marked,
    /// The last token between the marks.
    last: usize,
}

impl Term<'_> {
    fn word(&self, token: Option<usize>) -> &str {
        token.map_or("", |token| self.view.word(token))
    }

    /// The token `back` places before the opening mark.
    fn before(&self, back: usize) -> Option<usize> {
        self.mark.start.checked_sub(back).filter(|token| *token >= self.view.base)
    }

    fn after(&self) -> Option<usize> {
        (self.mark.end < self.view.base + self.view.words.len()).then_some(self.mark.end)
    }

    fn is_word(&self, token: Option<usize>) -> bool {
        token.is_some_and(|token| self.view.kind(token) == TokenKind::Word)
    }

    fn is_name(&self, token: Option<usize>) -> bool {
        self.is_word(token) && token.is_some_and(|token| self.view.is_name(token))
    }

    /// Whether the words end as a sentence does, or as speech before its attribution.
    fn ends(&self, marks: &[&str]) -> bool {
        self.view.is_mark(self.last, marks)
    }

    /// `Pedro “El Martillo” Quispe`, `Marlon (“Gato”) Fúnez`
    fn is_nickname(&self) -> bool {
        let bracketed = self.word(self.before(1)) == "(" && self.word(self.after()) == ")";
        let (before, after) = if bracketed {
            (self.before(2), self.after().map(|close| close + 1))
        } else {
            (self.before(1), self.after())
        };
        let after = after.filter(|after| *after < self.view.base + self.view.words.len());
        let name = |token| {
            self.is_name(token) && token.is_some_and(|token| !self.view.is(token, CUE) || token > self.view.base)
        };
        self.mark.inner().len() <= 4
            && self.view.kind(self.last) == TokenKind::Word
            && name(before)
            && self.is_name(after)
            && self.mark.inner().any(|token| self.view.document.tokens()[token].is_capitalized())
    }

    /// `the so-called “…”`, `known as “…”`, `nicknamed “…”`, `the word “…”`
    fn is_named(&self) -> bool {
        let Some(before) = self.before(1) else { return false };
        let mut naming = before;
        // `dubbed the “…”`, `known as the “…”`, `its motto, “…”`
        if self.view.is(naming, DETERMINER) || self.view.is_comma(naming) && !self.ends(&["?", "!"]) {
            let Some(further) = self.before(2) else { return false };
            naming = further;
        }
        let word = self.view.word(naming);
        if self.view.at(naming).in_form(form::AS) {
            // `known to a generation of students as`
            return (2..9).map_while(|back| self.before(back + usize::from(naming < before))).any(|token| {
                matches!(self.view.word(token), "known" | "Known")
                    || self.view.word(token) == "referred" && !self.is_active(token)
            });
        }
        // `shirts reading “…”`, `a banner that said “…”`
        if matches!(word, "reading" | "read" | "saying" | "said" | "proclaiming" | "bearing" | "declaring") {
            let noun = self.before(if self.word(self.before(2)) == "that" { 3 } else { 2 });
            return holds(SIGNS, self.word(noun));
        }
        if !holds(NAMING, word) {
            return false;
        }
        if self.view.is_comma(before) {
            // A list or an apposition; words said come behind a verb.
            return !self.view.is(naming, VERB);
        }
        if matches!(word, "so-called") {
            return true;
        }
        !word.ends_with("ed") || !self.is_active(naming)
    }

    /// `friends call him “Solomon of the Solomons”`: a name that many use.
    fn is_by_name(&self) -> bool {
        let (Some(object), Some(verb)) = (self.before(1), self.before(2)) else { return false };
        let named = self.view.is(object, OBJECT) || self.is_name(Some(object));
        let calls = matches!(self.view.word(verb), "call" | "called" | "nicknamed" | "dubbed") && verb > self.view.base;
        if !named || !calls || self.capitals().is_none_or(|capitals| capitals == 0) {
            return false;
        }
        let mut subject = verb - 1;
        while subject > self.view.base && self.view.is(subject, AUXILIARY | ADVERB) && !self.view.is(subject, PRONOUN) {
            subject -= 1;
        }
        let many = self.view.word(subject).ends_with('s') && self.view.kind(subject) == TokenKind::Word;
        let lower = self.view.document.tokens()[subject].case == Case::Lower
            || subject == self.view.base
            || self.view.is_mark(subject - 1, &["."]);
        self.view.is(subject, PEOPLE) && !self.view.is(subject, PRONOUN | RELATIVE)
            || many && lower && !self.view.is(subject, PRONOUN | AUXILIARY)
    }

    /// Whether a verb has a subject of its own, so that it says who uses the words: `he dubbed`, `Okoro has called`.
    fn is_active(&self, verb: usize) -> bool {
        let mut at = verb;
        while at > self.view.base && self.view.is(at - 1, AUXILIARY | ADVERB) && !self.view.is(at - 1, PRONOUN) {
            at -= 1;
            if self.view.is(at, BE) {
                return false;
            }
        }
        if at == self.view.base {
            return false;
        }
        let before = at - 1;
        self.view.is(before, PRONOUN) && !self.view.is(before, THAT)
            || self.view.kind(before) == TokenKind::Word && (self.is_name(Some(before)) || self.view.is(before, PEOPLE))
    }

    /// Whether all words but the small ones have capitals, and how many do.
    fn capitals(&self) -> Option<usize> {
        let mut capitals = 0;
        for token in self.mark.inner() {
            let known = self.view.document.tokens()[token];
            if known.is_capitalized() {
                capitals += 1;
            } else if known.kind == TokenKind::Word
                && known.case == Case::Lower
                && !self.view.is(token, DETERMINER | PREPOSITION | CONJUNCTION | BE | PRONOUN)
                || known.kind == TokenKind::Link
            {
                return None;
            }
        }
        Some(capitals)
    }

    /// A title: beside a noun for works, behind a preposition or an owner, as the subject of the sentence.
    fn is_title(&self) -> bool {
        let Some(capitals) = self.capitals() else { return false };
        let first = self.view.document.tokens()[self.mark.inner().start];
        if capitals == 0
            || !first.is_capitalized() && first.kind == TokenKind::Word
            || self.ends(&["?", "!"]) && capitals < 3
        {
            return false;
        }
        let comma = self.before(1).filter(|before| self.view.is_comma(*before) || self.word(Some(*before)) == "(");
        let noun = self.before(1 + usize::from(comma.is_some()));
        if let Some(noun) = noun {
            let word = self.view.word(noun);
            if self.view.kind(noun) == TokenKind::Word && holds(WORKS, word) {
                return comma.is_none() || !self.ends(&[","]) || !self.view.is(noun, VERB);
            }
        }
        if comma.is_some() {
            return false;
        }
        let Some(before) = noun else {
            // `“Tkemali” won the prize`
            let verb = self.after().is_some_and(|after| {
                self.is_word(Some(after))
                    && self.view.document.tokens()[after].case == Case::Lower
                    && !self.view.is(after, DETERMINER | PRONOUN)
            });
            return !self.view.title && !self.view.headline && self.view.kind(self.last) == TokenKind::Word && verb;
        };
        let owner = self.view.kind(before) == TokenKind::Clitic || self.view.is(before, POSSESSIVE);
        let placed = self.view.is(before, PREPOSITION) && !self.view.at(before).in_form(form::TO | form::AS);
        if owner || placed {
            return capitals > 1 || self.view.kind(self.last) == TokenKind::Word || self.ends(&[","]) && placed;
        }
        let performed = holds(PERFORMING, self.view.word(before)) && capitals > 1 && self.mark.inner().len() > 1;
        performed && !self.ends(&[","])
    }

    /// A word or two in front of their noun: `a “modest” gain`, `its “Green Promise” campaign`.
    fn is_attributive(&self) -> bool {
        let (Some(before), Some(after)) = (self.before(1), self.after()) else { return false };
        let opens = self.view.is(before, DETERMINER | POSSESSIVE) && !self.view.is(before, RELATIVE)
            || self.view.kind(before) == TokenKind::Clitic;
        let noun = self.is_word(Some(after))
            && self.view.document.tokens()[after].case == Case::Lower
            && self.view.at(after).class & !(VERB | NOUN | MEDIUM | PEOPLE | CUE | WEAK) == 0
            && (!self.view.is(after, VERB) || self.view.at(after).in_form(form::BASE | form::PRESENT | form::ING))
            && !self.view.word(after).ends_with("ed");
        self.mark.inner().len() <= 4 && self.view.kind(self.last) == TokenKind::Word && opens && noun
    }
}
