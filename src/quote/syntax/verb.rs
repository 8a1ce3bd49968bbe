//! Verbs with their helpers, and whether they report.

use super::{Group, Mood, REACH, View};
use crate::quote::lexicon::{class::*, form};
use crate::text::{Case, TokenKind};

impl View<'_> {
    /// Whether the word can be a verb here: not when a capital makes it a name.
    pub(in crate::quote) fn may_be_verb(&self, token: usize, first: usize) -> bool {
        self.headline || token == first || self.document.tokens()[token].case == Case::Lower || {
            // In capitals throughout.
            self.document.tokens()[token].case == Case::Upper && token > first && {
                self.document.tokens()[token - 1].case != Case::Lower
            }
        }
    }

    /// Whether the word looks like a finite verb that may report, though no list says that it does so with speech.
    pub(in crate::quote) fn is_plain_verb(&self, token: usize) -> bool {
        let word = self.at(token);
        let own = self.document.tokens()[token];
        let listed = word.is(CUE) && word.in_form(form::PAST | form::PRESENT);
        let text = self.word(token);
        let guessed = word.class == 0 && text.len() > 4 && (text.ends_with("ed") || text.ends_with('s'));
        own.kind == TokenKind::Word && own.case == Case::Lower && (listed || guessed) && !self.is_within(token)
    }

    /// The verb at `token` with its helpers, if it stands as a verb that reports. `first` is the clause's first token.
    pub(in crate::quote) fn group(&self, token: usize, first: usize) -> Option<Group> {
        let word = self.at(token);
        if !word.is(CUE) || word.form & form::VERB == 0 || !self.may_be_verb(token, first) {
            return None;
        }
        // `so-called`
        if token > self.base && self.is_mark(token - 1, &["-"]) && !self.document.space_before(token) {
            return None;
        }
        let (mut start, mut helper, mut to) = (token, 0, false);
        while start > first && token - start < 8 && self.marked(start - 1).is_none() {
            let before = self.at(start - 1);
            if before.is(AUXILIARY) && !before.is(PRONOUN) {
                helper |= before.class & AUXILIARY;
            } else if before.in_form(form::TO) {
                to = true;
            } else if self.kind(start - 1) == TokenKind::Clitic && word.in_form(form::ING | form::PARTICIPLE) {
                if start < 2 + first || !self.is(start - 2, PRONOUN) && !word.in_form(form::ING) {
                    break;
                }
                helper |= BE;
            } else if !before.is(ADVERB | NEGATION) || before.is(DETERMINER | TIME | PREPOSITION) {
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
            } else if after_noun_maker || self.is_saying(token, start, first) {
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
            // `many promises he made`
            let several = word.is(NOUN) && before_is(PEOPLE) && !before_is(RELATIVE);
            if several
                || after_noun_maker
                || before_is(PREPOSITION) && !before_is(ADVERB)
                || before.is_none() && !self.headline
            {
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
        Some(Group { start, verb: token, end, class, mood })
    }

    /// `the old saying of the valley`
    fn is_saying(&self, token: usize, start: usize, first: usize) -> bool {
        let of = token + 1 < self.base + self.words.len() && self.at(token + 1).in_form(form::OF);
        of && !self.at(token).in_form(form::OF)
            && start > first + 1
            && self.is(start - 2, DETERMINER | POSSESSIVE)
            && self.is_nominal(start - 1)
    }

    /// Whether a mark ends what was said right before a verb.
    pub(in crate::quote) fn is_speech_end(&self, start: usize, first: usize) -> bool {
        start > first && (self.marked(start - 1).is_some() || self.is_comma(start - 1))
    }

    /// Whether a preposition begins `on Tuesday` or `in a statement` here.
    pub(in crate::quote) fn is_adjunct_head(&self, token: usize) -> bool {
        token + 1 < self.base + self.words.len()
            && (self.is(token + 1, TIME | MEDIUM | DETERMINER | POSSESSIVE) || self.is_name(token + 1))
    }

    /// Whether what stands before the verb can be the subject of a verb without `s`.
    pub(in crate::quote) fn plural_before(&self, start: usize, first: usize) -> bool {
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
            TokenKind::Mark if self.is_mark(start - 1, &[")"]) => {
                // `the Seed Savers (SSU) say`, not `a Lifeboat Institution (RNLI) volunteer`
                let low = first.max(start.saturating_sub(12));
                let open = (low..start).rev().find(|at| self.is_mark(*at, &["("]));
                open.is_some_and(|open| {
                    open > first && (self.plural_before(open, first) || !self.is(start, NOUN | MEDIUM))
                })
            }
            TokenKind::Mark => self.is_comma(start - 1) || self.is_mark(start - 1, &["”", "\""]),
            TokenKind::Number => true,
            _ => false,
        }
    }

    /// Whether a verb stands between the two that is not that of a relative clause or of a second predicate.
    pub(in crate::quote) fn has_own_verb(&self, start: usize, end: usize) -> bool {
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
    pub(in crate::quote) fn has_verb(&self, start: usize, end: usize) -> bool {
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
                    && !self.is_term(at)
                    && at > start
                    && self.word(at).ends_with("ed")
                    && !self.is(at - 1, DETERMINER)
                || self.kind(at) == TokenKind::Clitic && at > self.base && self.is(at - 1, PRONOUN)
        })
    }
}
