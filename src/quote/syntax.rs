//! Just enough of a parser: noun phrases, verb groups and the edges of clauses, by the words that give them away.

use std::ops::Range;

use super::lexicon::{Word, class::*, form};
use crate::text::{Case, Document, TokenKind};

/// No marked stretch holds the token.
pub(super) const OUTSIDE: u32 = u32::MAX;

/// One paragraph, with what is known of its words. Tokens are named by their index in the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    pub(super) document: &'a Document<'a>,
    /// The paragraph's first token.
    pub(super) base: usize,
    pub(super) words: &'a [Word],
    /// The marked stretch that holds each token, or [`OUTSIDE`].
    pub(super) within: &'a [u32],
    /// Whether words are capitalized as in a headline, so that capitals say nothing.
    pub(super) headline: bool,
    /// Whether this is the text's first paragraph.
    pub(super) title: bool,
}

/// How a verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
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
pub(super) struct Group {
    /// The first helper.
    pub(super) start: usize,
    /// The verb itself.
    pub(super) verb: usize,
    /// The first token behind the verb and its particle.
    pub(super) end: usize,
    pub(super) class: u32,
    pub(super) mood: Mood,
    pub(super) negated: bool,
}

/// The phrase that names who speaks.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// The words to show.
    pub(super) words: Range<usize>,
    /// The first token of the whole phrase, with all that hangs on it.
    pub(super) start: usize,
    /// Whether it is the noun before `who`.
    pub(super) relative: bool,
}

/// The longest way to look for the other end of a phrase, in tokens.
const REACH: usize = 48;

impl View<'_> {
    pub(super) fn at(&self, token: usize) -> Word {
        self.words[token - self.base]
    }

    pub(super) fn is(&self, token: usize, class: u32) -> bool {
        self.at(token).is(class)
    }

    pub(super) fn word(&self, token: usize) -> &str {
        self.document.word(token)
    }

    pub(super) fn marked(&self, token: usize) -> Option<usize> {
        let index = self.within[token - self.base];
        (index != OUTSIDE).then_some(index as usize)
    }

    pub(super) fn kind(&self, token: usize) -> TokenKind {
        self.document.tokens()[token].kind
    }

    pub(super) fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        self.kind(token) == TokenKind::Mark && marks.contains(&self.word(token))
    }

    pub(super) fn is_comma(&self, token: usize) -> bool {
        self.is_mark(token, &[","])
    }

    fn is_dash(&self, token: usize) -> bool {
        self.is_mark(token, &["—", "–", "--", "―"]) || self.is_mark(token, &["-"]) && self.document.space_before(token)
    }

    /// Whether a capital says that the word is a name or part of one.
    pub(super) fn is_name(&self, token: usize) -> bool {
        let t = self.document.tokens()[token];
        t.is_capitalized() && !self.is(token, PRONOUN | DETERMINER | TIME | PREPOSITION | CONJUNCTION | SUBORDINATOR)
    }

    /// Whether the word can be a verb here: not when a capital makes it a name.
    fn may_be_verb(&self, token: usize, first: usize) -> bool {
        self.headline || token == first || self.document.tokens()[token].case == Case::Lower || {
            // In capitals throughout.
            self.document.tokens()[token].case == Case::Upper && token > first && {
                self.document.tokens()[token - 1].case != Case::Lower
            }
        }
    }

    /// Whether the token can be part of a noun phrase.
    pub(super) fn is_nominal(&self, token: usize) -> bool {
        let word = self.at(token);
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

    /// The verb at `token` with its helpers, if it stands as a verb that reports. `first` is the clause's first token.
    pub(super) fn group(&self, token: usize, first: usize) -> Option<Group> {
        let word = self.at(token);
        if !word.is(CUE) || word.form & form::VERB == 0 || !self.may_be_verb(token, first) {
            return None;
        }
        let (mut start, mut negated, mut helper, mut to) = (token, false, 0, false);
        while start > first && token - start < 8 && self.marked(start - 1).is_none() {
            let before = self.at(start - 1);
            if before.is(AUXILIARY) && !before.is(PRONOUN) {
                helper |= before.class & AUXILIARY;
                negated |= before.is(NEGATION);
            } else if before.is(ADVERB | NEGATION) && !before.is(DETERMINER | TIME | PREPOSITION) {
                negated |= before.is(NEGATION);
            } else if before.in_form(form::TO) {
                to = true;
            } else if self.kind(start - 1) == TokenKind::Clitic && word.in_form(form::ING | form::PARTICIPLE) {
                if start < 2 + first || !self.is(start - 2, PRONOUN) && !word.in_form(form::ING) {
                    break;
                }
                helper |= BE;
            } else {
                break;
            }
            start -= 1;
        }
        let before = (start > first).then(|| self.at(start - 1));
        let before_is = |class| before.is_some_and(|before| before.is(class));
        let contracted = before.is_some_and(|b| b.is(PRONOUN) && b.is(VERB));
        let after_noun_maker = before_is(DETERMINER | POSSESSIVE) && !before_is(PRONOUN | RELATIVE)
            || start > first && matches!(self.kind(start - 1), TokenKind::Clitic | TokenKind::Number);
        let mood = if word.in_form(form::ING) {
            if helper & BE != 0 || contracted {
                Mood::Finite
            } else if after_noun_maker {
                return None;
            } else {
                Mood::Ing
            }
        } else if to && helper & (MODAL | DO) == 0 {
            if !word.in_form(form::BASE) {
                return None;
            }
            Mood::Infinitive
        } else if word.in_form(form::PAST | form::PARTICIPLE) && helper & (MODAL | DO) == 0 {
            let told_by = before.is_none_or(|before| before.is(PRONOUN | RELATIVE | CONJUNCTION));
            let by_phone = token + 2 < self.base + self.words.len() && self.is(token + 2, MEDIUM);
            let before_by = !told_by
                && !by_phone
                && (word.class & SAY == 0 || word.in_form(form::PAST) && !self.is_speech_end(start, first))
                && token + 1 < self.base + self.words.len()
                && self.at(token + 1).in_form(form::BY);
            let adjective = helper == 0 && (after_noun_maker || before_is(PREPOSITION) && !before_is(ADVERB));
            let bare = helper & HAVE == 0 && !word.in_form(form::PAST) && !contracted;
            if helper & BE != 0 || before_by && helper == 0 {
                Mood::Passive
            } else if adjective || bare {
                return None;
            } else {
                Mood::Finite
            }
        } else if word.in_form(form::BASE) {
            if helper & (MODAL | DO) == 0 && !contracted && !self.plural_before(start, first) {
                return None;
            }
            Mood::Finite
        } else if word.in_form(form::PRESENT) && helper == 0 {
            if after_noun_maker || before_is(PREPOSITION) && !before_is(ADVERB) || before.is_none() && !self.headline {
                return None;
            }
            Mood::Finite
        } else {
            return None;
        };
        let mut end = token + 1;
        let mut class = word.class;
        if end < self.base + self.words.len() {
            // `pointed out`, `hit back`, `went on`
            match self.word(end) {
                "out" | "back" if !self.is_adjunct_head(end) => {
                    class |= SAY;
                    end += 1;
                }
                "on" if word.is(BESIDE) => end += 1,
                _ => {}
            }
        }
        Some(Group { start, verb: token, end, class, mood, negated })
    }

    /// Whether the marked token closes words that end as speech does, and not a title.
    fn is_speech_mark(&self, token: usize) -> bool {
        self.kind(token) == TokenKind::Mark && token > self.base && self.is_mark(token - 1, &[",", "?", "!", ".", "…"])
    }

    /// Whether a mark ends what was said right before a verb.
    fn is_speech_end(&self, start: usize, first: usize) -> bool {
        start > first && (self.marked(start - 1).is_some() || self.is_comma(start - 1))
    }

    /// Whether a preposition begins `on Tuesday` or `in a statement` here.
    fn is_adjunct_head(&self, token: usize) -> bool {
        token + 1 < self.base + self.words.len()
            && (self.is(token + 1, TIME | MEDIUM | DETERMINER | POSSESSIVE) || self.is_name(token + 1))
    }

    /// Whether what stands before the verb can be the subject of a verb without `s`.
    fn plural_before(&self, start: usize, first: usize) -> bool {
        if start == first {
            return self.headline;
        }
        if self.word(start) == "state" {
            return false;
        }
        let before = self.at(start - 1);
        if before.is(PEOPLE) {
            return true;
        }
        // `keepers in east Kent say`
        let low = first.max(start.saturating_sub(10));
        let hung = (low + 1..start)
            .rev()
            .take_while(|at| self.is_nominal(*at) || self.is(*at, PREPOSITION))
            .filter(|at| self.is(*at, PREPOSITION) && self.kind(*at - 1) == TokenKind::Word)
            .any(|at| {
                let head = self.word(at - 1);
                head.len() > 3 && head.ends_with('s') && !self.is(at - 1, AUXILIARY | PREPOSITION)
                    || self.is(at - 1, PEOPLE)
            });
        if hung || self.word(start).eq_ignore_ascii_case("say") && self.is_nominal(start - 1) {
            return true;
        }
        match self.kind(start - 1) {
            TokenKind::Word => {
                let word = self.word(start - 1);
                word.ends_with(['s', 'S']) && word.len() > 3 && !before.is(AUXILIARY | PREPOSITION | SUBORDINATOR)
                    || before.is(CONJUNCTION)
                    // `called that view a fairy tale`: no subject, but the view's article.
                    || before.is(RELATIVE)
                        && (!before.is(THAT) || start >= first + 2 && self.is_nominal(start - 2))
            }
            TokenKind::Mark => self.is_comma(start - 1) || self.is_mark(start - 1, &[")", "”", "\""]),
            TokenKind::Number => true,
            _ => false,
        }
    }

    /// The noun phrase that begins at `start`: the first token behind it.
    pub(super) fn phrase_end(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        if at < end && self.is(at, PRONOUN | OBJECT) && !self.is(at, DETERMINER) {
            return at + 1;
        }
        while at < end && at < start + REACH {
            let gerund = at > start + 1
                && at + 1 < end
                && self.at(at).in_form(form::ING)
                && self.is(start, DETERMINER)
                && !self.is_nominal(at + 1)
                && !self.is(at + 1, PRONOUN | OBJECT);
            let nominal = self.marked(at).is_none() && (self.is_nominal(at) || gerund);
            // A second article begins another phrase.
            let fresh = at > start
                && self.is(at, DETERMINER | POSSESSIVE)
                && !self.is(at - 1, DETERMINER)
                && self.kind(at - 1) != TokenKind::Number;
            if !nominal || fresh {
                break;
            }
            at += 1;
        }
        at
    }

    /// The phrase at `start` with the `of` phrases that hang on it.
    pub(super) fn phrase_end_with_of(&self, start: usize, end: usize) -> usize {
        let mut at = self.phrase_end(start, end);
        while at > start && at + 1 < end && self.at(at).in_form(form::OF) {
            let next = self.phrase_end(at + 1, end);
            if next == at + 1 {
                break;
            }
            at = next;
        }
        at
    }

    /// The subject that stands before a verb group at `end`, no further left than `first`.
    pub(super) fn subject_before(&self, first: usize, end: usize) -> Option<Subject> {
        let mut end = end;
        let mut relative = false;
        // `the senator on Tuesday dismissed`
        let whole = end;
        while end > first && self.is(end - 1, TIME) {
            end -= 1;
            while end > first
                && (self.is(end - 1, PREPOSITION) || matches!(self.word(end - 1), "this" | "last" | "earlier" | "late"))
            {
                end -= 1;
            }
        }
        if end == first {
            end = whole;
        }
        if end > first && self.is(end - 1, RELATIVE) {
            relative = true;
            let pronoun = end - 1;
            end = pronoun;
            if end > first && (self.is_comma(end - 1) || self.is(end - 1, CONJUNCTION)) {
                end -= 1;
            }
            if end == first {
                return Some(Subject { words: pronoun..pronoun + 1, start: pronoun, relative });
            }
        }
        if end == first {
            return None;
        }
        if self.is(end - 1, PRONOUN) && self.kind(end - 1) == TokenKind::Word {
            return Some(Subject { words: end - 1..end, start: end - 1, relative });
        }
        if self.is_mark(end - 1, &[")"]) {
            let open = (first.max(end.saturating_sub(16))..end).rev().find(|at| self.is_mark(*at, &["("]))?;
            let inner = self.subject_before(first, open)?;
            return Some(Subject { relative: relative || inner.relative, ..inner });
        }
        if self.is_comma(end - 1) || self.is_dash(end - 1) {
            let mut found = self.first_subject(self.clause_start(first, end - 1), end - 1)?;
            // `The engineer whose name is on the drawings, Şükran Yıldız, testified`
            let low = found.words.end.max(end.saturating_sub(10));
            let name = (low..end - 1).rev().find(|at| self.is_comma(*at)).map(|comma| comma + 1..end - 1);
            if let Some(name) = name.filter(|name| !name.is_empty() && name.clone().all(|at| self.is_name(at))) {
                found.words.end = name.end;
            }
            return Some(Subject { relative, ..found });
        }
        let start = self.phrase_start(first, end);
        // `the man who runs the shop said`, `a director who would not be named said`
        let verb_before =
            start > first && (self.is(start - 1, VERB) || start == end) && self.kind(start - 1) == TokenKind::Word
                || start < end && self.is(start.saturating_sub(1).max(first), PREPOSITION);
        if verb_before && !relative {
            let low = first.max(start.saturating_sub(16));
            let pronoun = (low..start)
                .rev()
                .take_while(|at| !self.is_comma(*at) || self.is(*at + 1, RELATIVE))
                .find(|at| self.is(*at, RELATIVE) && *at > first && !self.is(*at, SUBORDINATOR | THAT | POSSESSIVE));
            if let Some(pronoun) = pronoun {
                let edge = if self.is_comma(pronoun - 1) { pronoun - 1 } else { pronoun };
                let head = self.phrase_start(first, edge);
                if head < edge {
                    return Some(Subject { words: self.head(head, edge), start: head, relative });
                }
            }
        }
        if start == end {
            return None;
        }
        Some(Subject { words: self.head(start, end), start, relative })
    }

    /// The owner before a possessive `'s` at `clitic`.
    pub(super) fn possessor(&self, first: usize, clitic: usize) -> Range<usize> {
        let mut start = clitic;
        while start > first && clitic - start < 8 && self.marked(start - 1).is_none() && self.is_nominal(start - 1) {
            start -= 1;
        }
        start..clitic
    }

    /// The first token of the phrase that ends at `end`, with the nouns that it hangs on (`a spokesman for the army`).
    fn phrase_start(&self, first: usize, end: usize) -> usize {
        let low = first.max(end.saturating_sub(REACH));
        let mut start = end;
        while start > low {
            let before = start - 1;
            let word = self.at(before);
            if self.marked(before).is_some() {
                break;
            }
            let linked = start < end
                && before > low
                && (self.is_nominal(before - 1)
                    || self.is(before - 1, PEOPLE) && !self.is(before - 1, RELATIVE)
                    || self.is_indefinite(before - 1)
                    // `people briefed on the talks`
                    || word.is(PREPOSITION)
                        && before > low + 1
                        && self.at(before - 1).in_form(form::PARTICIPLE)
                        && !self.is(before - 1, SAY)
                        && (self.is_nominal(before - 2) || self.is(before - 2, PEOPLE) && !self.is(before - 2, RELATIVE)));
            if self.is_nominal(before) || word.is(PEOPLE) && word.is(DETERMINER) {
                // An article begins a phrase; only a preposition or a noun behind can lengthen it.
                start = before;
            } else if start < end && self.is_indefinite(before) {
                start = before;
                break;
            } else if linked
                && (word.is(PREPOSITION) && !self.is(start, TIME)
                    || self.is_mark(before, &["&"])
                    || word.is(CONJUNCTION) && matches!(self.word(before), "and" | "or")
                    || word.in_form(form::ING | form::PARTICIPLE) && !word.is(AUXILIARY) && !word.is(SAY))
            {
                start = before;
            } else {
                break;
            }
        }
        // `In a statement Smith`: the phrase behind a leading preposition is split where the next begins.
        if start > first && self.is(start - 1, PREPOSITION) && !self.is(start - 1, CONJUNCTION) {
            let split = (start + 1..end).rev().find(|at| {
                self.is(*at, DETERMINER | POSSESSIVE) && !self.is(*at - 1, PREPOSITION)
                    || self.is_name(*at)
                        && !self.is_name(*at - 1)
                        && self.kind(*at - 1) == TokenKind::Word
                        && !self.is(*at - 1, DETERMINER | PREPOSITION)
            });
            if let Some(split) = split {
                return split;
            }
        }
        start
    }

    /// `someone in the audience`, `those close to him`
    fn is_indefinite(&self, token: usize) -> bool {
        matches!(
            self.word(token),
            "someone"
                | "somebody"
                | "anyone"
                | "anybody"
                | "everyone"
                | "everybody"
                | "those"
                | "one"
                | "others"
                | "nobody"
        )
    }

    /// Of a phrase with all that hangs on it, the words to show: up to the first preposition, `of` aside where no name
    /// follows it.
    fn head(&self, start: usize, end: usize) -> Range<usize> {
        let mut at = start;
        while at < end {
            let word = self.at(at);
            let link = word.is(PREPOSITION) && !self.is_name(at)
                || word.in_form(form::ING | form::PARTICIPLE) && !self.is_nominal(at);
            if link && at > start {
                let named = (at..end).any(|later| self.is_name(later));
                return start..if named { at } else { end };
            }
            at += 1;
        }
        start..end
    }

    /// Where the clause begins that goes on at `end`: behind the last mark or word that parts clauses.
    fn clause_start(&self, first: usize, end: usize) -> usize {
        let low = first.max(end.saturating_sub(REACH));
        for at in (low..end).rev() {
            let parts = self.is_mark(at, &[";", ":"])
                || self.marked(at).is_some() && self.is_speech_mark(at)
                || self.is(at, CONJUNCTION) && at > first && self.is_comma(at - 1) && !self.is(at + 1, RELATIVE)
                || self.is(at, SUBORDINATOR)
                    && (at == first || self.is_comma(at - 1))
                    && !self.is(at, RELATIVE | PREPOSITION);
            if parts {
                return at + 1;
            }
        }
        low
    }

    /// The first noun phrase of a clause, leading adverbs and prepositional phrases aside.
    pub(super) fn first_subject(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = start;
        let stop = end.min(start + REACH);
        while at < stop {
            let word = self.at(at);
            // `Speaking in Salem, Okoro said`
            let leading =
                at == start && word.is(VERB) && word.in_form(form::ING | form::PARTICIPLE) && !word.in_form(form::BASE);
            if leading && let Some(comma) = (at..stop).find(|t| self.is_comma(*t)) {
                at = comma + 1;
                continue;
            }
            if self.marked(at).is_some() || self.kind(at) == TokenKind::Mark && !self.is_nominal(at) {
                at += 1;
            } else if word.is(PREPOSITION | SUBORDINATOR) && !self.is_name(at) || word.is(TIME) {
                // To the comma behind the phrase, or over its noun.
                let comma = (at..stop.min(at + 16)).find(|t| self.is_comma(*t));
                let phrase = self.phrase_end(at + 1, stop).max(at + 1);
                let phrase =
                    if phrase == at + 1 && phrase < stop && self.is(phrase, TIME) { phrase + 1 } else { phrase };
                // `In 2020 the fund withdrew a grant, stating`
                let next =
                    phrase < stop && self.is(phrase, DETERMINER | PRONOUN | POSSESSIVE) && !self.is(phrase, RELATIVE);
                if next && word.is(PREPOSITION) && phrase > at + 1 {
                    at = phrase;
                    continue;
                }
                at = match comma {
                    Some(comma) if comma + 1 < stop => comma + 1,
                    _ => self.phrase_end(at + 1, stop).max(at + 1),
                };
            } else if word.is(ADVERB | CONJUNCTION) && !word.is(DETERMINER | PRONOUN) {
                at += 1;
            } else if word.is(PRONOUN) || self.is_nominal(at) {
                let phrase = self.phrase_end_with_of(at, stop);
                let phrase = phrase.max(at + 1);
                let words = self.named_apposition(at, phrase, stop).unwrap_or_else(|| self.head(at, phrase));
                return Some(Subject { words, start: at, relative: false });
            } else {
                at += 1;
            }
        }
        None
    }

    /// The phrase with the name that stands behind it as its other name: `the grower, Oh Se-bok`.
    pub(super) fn named_apposition(&self, phrase_start: usize, phrase_end: usize, end: usize) -> Option<Range<usize>> {
        let start = phrase_end + 1;
        if start >= end || !self.is_comma(phrase_end) || !self.is_name(start) {
            return None;
        }
        // A phrase that names somebody already has no need of another name.
        let described = self.is(phrase_start, DETERMINER | POSSESSIVE)
            || (phrase_start..phrase_end).any(|at| self.at(at).in_form(form::OF) || self.kind(at) == TokenKind::Clitic);
        if self.is_name(phrase_end - 1) && !described {
            return None;
        }
        let mut at = start;
        while at < end && (self.is_name(at) || self.is_nominal(at) && !self.is(at, DETERMINER)) {
            at += 1;
        }
        Some(phrase_start..at)
    }

    /// The subject behind an inverted verb: `said Thae Yong-ho, a former deputy ambassador`.
    pub(super) fn subject_after(&self, start: usize, end: usize) -> Option<Subject> {
        let mut at = start;
        while at < end && self.is(at, ADVERB) && !self.is(at, DETERMINER | PRONOUN) {
            at += 1;
        }
        if at >= end || self.marked(at).is_some() {
            return None;
        }
        let phrase = self.phrase_end_with_of(at, end);
        if phrase == at {
            return None;
        }
        let words = self.named_apposition(at, phrase, end).unwrap_or_else(|| self.head(at, phrase));
        Some(Subject { words, start: at, relative: false })
    }

    /// Whether a verb stands between the two that is not that of a relative clause or of a second predicate.
    pub(super) fn has_own_verb(&self, start: usize, end: usize) -> bool {
        let mut owed = 0_usize;
        let mut in_verb = false;
        for at in start..end.min(start + REACH) {
            if self.is(at, RELATIVE) && !self.is(at, POSSESSIVE) {
                owed += 1;
                in_verb = false;
                continue;
            }
            let verb = self.has_verb(at, at + 1) || self.is(at, AUXILIARY);
            if verb && !in_verb {
                let second = at > start && self.is(at - 1, CONJUNCTION);
                if !second {
                    if owed == 0 {
                        return true;
                    }
                    owed -= 1;
                }
            }
            in_verb = verb || in_verb && self.is(at, ADVERB | NEGATION);
        }
        false
    }

    /// Whether a verb with tense stands between the two.
    pub(super) fn has_verb(&self, start: usize, end: usize) -> bool {
        (start..end.min(start + REACH)).any(|at| {
            let word = self.at(at);
            word.is(AUXILIARY) && !word.in_form(form::ING)
                || word.is(PRONOUN) && word.is(VERB)
                || word.is(VERB)
                    && word.in_form(form::PAST | form::PRESENT | form::BASE)
                    && !self.is_nominal(at)
                    && (self.headline || self.document.tokens()[at].case == Case::Lower)
                || self.kind(at) == TokenKind::Word
                    && word.class == 0
                    && at > start
                    && self.word(at).ends_with("ed")
                    && !self.is(at - 1, DETERMINER)
                || self.kind(at) == TokenKind::Clitic && at > self.base && self.is(at - 1, PRONOUN)
        })
    }
}
