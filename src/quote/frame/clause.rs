//! What can begin a report, and what can stand between it and its cue.

use super::{Frame, REACH};
use crate::quote::lexicon::{class::*, form};
use crate::text::TokenKind;

impl Frame<'_, '_> {
    /// Whether a clause with subject and verb begins here.
    pub(super) fn is_clause(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.at(at);
        if word.is(SUBORDINATOR) && !word.is(PREPOSITION) {
            return true;
        }
        let counts =
            matches!(view.word(at), "about" | "around" | "over" | "under" | "nearly" | "almost" | "at" | "up" | "only")
                && (at + 1..self.end.min(at + 3))
                    .any(|t| view.kind(t) == TokenKind::Number || view.is_mark(t, &["$", "£", "€"]));
        let noun = word.is(VERB) && word.in_form(form::PRESENT) && !word.is(AUXILIARY);
        let begins = counts
            || noun
            || word.is(PRONOUN | DETERMINER | POSSESSIVE)
            || view.is_nominal(at)
            || view.kind(at) == TokenKind::Number
            || view.is_mark(at, &["$", "£", "€"]);
        let limit = self.clause_limit(at);
        begins
            && (view.has_verb(at + usize::from(!(word.is(PRONOUN) && word.is(VERB))), limit)
                // The verb may be one that no list has: `said the words “amount to a threat.”`
                || (at..limit.min(at + 16)).any(|t| view.marked(t).is_some_and(|mark| self.marked[mark].inner().len() > 3)))
    }

    /// Whether a noun phrase and at once its verb stand here: `he had`, `the law violated`.
    pub(super) fn is_short_clause(&self, at: usize) -> bool {
        let view = self.view;
        let end = view.phrase_end_with_of(at, self.end);
        let finite = |t: usize| {
            view.is(t, AUXILIARY) && !view.at(t).in_form(form::ING)
                || view.is(t, VERB) && view.at(t).in_form(form::PAST | form::PRESENT) && !view.is_name(t)
        };
        end > at && end < self.end && finite(end) || view.is(at, PRONOUN) && view.is(at, VERB)
    }

    /// Whether a clause that begins with a noun phrase has a verb of its own: not `the play that won`, nor `the bill and
    /// carried it`.
    pub(super) fn is_own_clause(&self, at: usize) -> bool {
        let view = self.view;
        let limit = self.clause_limit(at);
        !view.is(at, DETERMINER)
            || view.is(at, PRONOUN)
            || view.has_own_verb(at + 1, limit)
            || (at..limit.min(at + 16)).any(|t| view.marked(t).is_some_and(|mark| self.marked[mark].inner().len() > 3))
    }

    /// The end of the sentence, or a semicolon.
    pub(super) fn clause_limit(&self, at: usize) -> usize {
        (at..self.end.min(at + REACH)).find(|t| self.view.is_mark(*t, &[";"])).unwrap_or(self.end)
    }

    /// Skips `Tuesday`, `last week`, `earlier this month`.
    pub(super) fn skip_time(&self, from: usize) -> usize {
        let view = self.view;
        let mut at = from;
        while at < self.end && view.marked(at).is_none() {
            let leads =
                matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early" | "next" | "later" | "that")
                    && (at + 1..self.end.min(at + 3))
                        .find(|t| !matches!(view.word(*t), "this" | "last" | "in" | "the" | "on"))
                        .is_some_and(|t| view.is(t, TIME));
            if leads || view.is(at, TIME) && !view.is(at, MODAL) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Skips when, where and in what something was said: `on Tuesday`, `in a statement`, `at a rally in Ohio`.
    pub(super) fn skip_adjuncts(&self, from: usize) -> usize {
        let view = self.view;
        let mut at = from;
        while at < self.end && at < from + REACH && view.marked(at).is_none() {
            let word = view.at(at);
            if word.is(TIME) && !word.is(MODAL)
                || word.is(ADVERB) && !word.is(DETERMINER | PREPOSITION | SUBORDINATOR | CONJUNCTION)
            {
                at += 1;
                continue;
            }
            if matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early" | "next")
                && at + 1 < self.end
                && view.is(at + 1, TIME)
            {
                at += 2;
                continue;
            }
            if !word.is(PREPOSITION) || word.in_form(form::TO) && self.is_infinitive(at) && !view.is_name(at + 1) {
                break;
            }
            let mut end = view.phrase_end(at + 1, self.end);
            if end == at + 1 && end < self.end && view.is(end, TIME) {
                end += 1;
                while end < self.end && (view.kind(end) == TokenKind::Number || view.is(end, TIME)) {
                    end += 1;
                }
            }
            if end == at + 1 {
                break;
            }
            // What may be part of the report must show that it is not.
            let shows = end >= self.end
                || view
                    .is(end, THAT | TIME | PREPOSITION | DETERMINER | PRONOUN | POSSESSIVE | SUBORDINATOR | QUESTION)
                || view.marked(end).is_some()
                || self.is_stop(end)
                || (at + 1..end).any(|t| view.is(t, MEDIUM | TIME));
            if !shows {
                break;
            }
            at = end;
        }
        at
    }

    /// Whether a broadcast in which something was said begins here: `on Monday’s edition of “Morning Tide”`.
    pub(super) fn is_on_air(&self, at: usize) -> bool {
        let view = self.view;
        at + 3 < self.end
            && view.at(at).in_form(form::ON | form::IN)
            && view.is(at + 1, TIME)
            && view.kind(at + 2) == TokenKind::Clitic
            && (view.is(at + 3, MEDIUM) || matches!(view.word(at + 3), "edition" | "episode" | "installment"))
    }

    /// Whether when or where something was said begins here: `last week`, `in a statement`.
    pub(super) fn is_when(&self, at: usize) -> bool {
        let view = self.view;
        if at >= self.end
            || at + 1 < self.end && view.kind(at + 1) == TokenKind::Clitic
            || view.is(at - 1, PREPOSITION | DETERMINER)
        {
            return false;
        }
        if !view.is(at, PREPOSITION) {
            return self.skip_time(at) > at;
        }
        if at + 1 < self.end && self.skip_time(at + 1) > at + 1 && view.at(at).in_form(form::ON | form::IN) {
            return true;
        }
        if at + 1 >= self.end {
            return false;
        }
        let end = view.phrase_end(at + 1, self.end);
        view.at(at).in_form(form::IN | form::ON | form::AT) && end > at + 1 && view.is(end - 1, MEDIUM)
            || matches!(view.word(at), "during" | "after" | "before")
    }
}
