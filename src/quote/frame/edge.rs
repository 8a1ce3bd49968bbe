//! Where a report ends: at the next cue, at a comma that gives the sentence back to its writer, at the full stop.

use super::Frame;
use crate::quote::lexicon::{Word, class::*, form};
use crate::quote::syntax::Mood;

impl Frame<'_, '_> {
    /// Where what is reported ends. `inside` says that the cue stands in a dependent clause, so that the main clause
    /// takes over at a comma.
    pub(super) fn content_end(&self, start: usize, inside: bool) -> usize {
        self.edge(start, inside, false)
    }

    /// Where a noun phrase that is reported on ends, with the clauses that hang on it.
    pub(super) fn thing_end(&self, start: usize, inside: bool) -> usize {
        self.edge(start, inside, true)
    }

    pub(super) fn edge(&self, start: usize, inside: bool, thing: bool) -> usize {
        let view = self.view;
        let mut at = start;
        while at < self.end {
            if let Some(index) = view.marked(at) {
                let mark = self.marked[index];
                at = mark.end.max(at + 1);
                if at < self.end {
                    let closed = view.is_mark(mark.inner().end - 1, &[","]);
                    let alone = mark.start == start && !self.pairs_on(at);
                    // `yelled “You lie!” at the president`: a sentence of its own needs no more words.
                    let whole = alone && view.document.tokens()[mark.inner().start].is_capitalized();
                    if whole {
                        return at;
                    }
                    if closed && (inside || alone || !self.goes_on(at)) {
                        return at;
                    }
                    // `shouted “Shame!” and was asked to leave`
                    if mark.start == start
                        && at + 1 < self.end
                        && view.is(at, CONJUNCTION)
                        && view.is(at + 1, AUXILIARY | VERB)
                        && !view.is_nominal(at + 1)
                    {
                        return at;
                    }
                }
                continue;
            }
            if at == start {
                at += 1;
                continue;
            }
            let resumes = inside
                && at > start + 1
                && at + 1 < self.end
                && view.is(at, PRONOUN)
                && view.group(at + 1, at).is_some_and(|group| group.mood == Mood::Finite && group.class & SAY != 0);
            if resumes || self.parts(start, at, thing) || thing && at > start && self.is_when(at) || self.is_on_air(at)
            {
                return at;
            }
            if view.is_comma(at) && at + 1 < self.end {
                if inside {
                    return at;
                }
                let mut next = at + 1;
                if view.is(next, CONJUNCTION) {
                    next += 1;
                }
                while next < self.end
                    && view.is(next, ADVERB)
                    && !view.is(next, DETERMINER)
                    && view.marked(next).is_none()
                {
                    next += 1;
                }
                if next < self.end && view.marked(next).is_none() {
                    if self.is_according(next) {
                        return at;
                    }
                    let cue = view.group(next, at + 1);
                    // `called it wrong, called her “third-rate”`
                    let coordinated = next == at + 1
                        && cue.is_some_and(|group| {
                            group.mood == Mood::Finite
                                && group.class & (CALL | SAY) != 0
                                && group.class & WEAK == 0
                                && view.at(next).in_form(form::PAST | form::PRESENT)
                                && (group.end..self.end.min(group.end + 8)).any(|t| view.marked(t).is_some())
                        });
                    if coordinated {
                        return at;
                    }
                    if cue.is_some_and(|group| {
                        group.mood == Mood::Ing && group.class & (SAY | TELL | CALL | ABOUT | JUDGE) != 0
                    }) {
                        return at;
                    }
                    if view.is(at + 1, CONJUNCTION)
                        && view.is(next, CUE)
                        && view.is(next, SAY | TELL)
                        && view.at(next).in_form(form::PAST | form::PRESENT)
                    {
                        return at;
                    }
                }
            } else if view.is(at, CONJUNCTION) && at + 1 < self.end && view.marked(at + 1).is_none() {
                let mut next = at + 1;
                while next + 1 < self.end && view.is(next, ADVERB) && !view.is(next, DETERMINER) {
                    next += 1;
                }
                let word = view.at(next);
                if view.marked(next).is_none()
                    && word.is(SAY | TELL)
                    && !word.is(WEAK)
                    && word.in_form(form::PAST | form::PRESENT)
                    && self.find_ahead_at(next)
                {
                    return at;
                }
            } else if view.is_mark(at, &[";"]) || self.is_dashed_cue(at) {
                return at;
            }
            at += 1;
        }
        self.end
    }

    /// Whether what is reported goes on at `at`, behind words within marks that end with a comma.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let view = self.view;
        let joint = at < self.end && view.is(at, CONJUNCTION);
        let article = at + 1 < self.end && view.is(at, DETERMINER) && view.marked(at + 1).is_some();
        if article {
            return true;
        }
        if self.is_when(at) {
            return false;
        }
        let next = at + usize::from(joint);
        next >= self.end
            || view.marked(next).is_some()
            || view.is(next, THAT)
            || joint && !view.is(next, CUE) && !view.is(next, PRONOUN)
            || !joint
                && !view.is(at, RELATIVE | SUBORDINATOR | ADVERB)
                && !view.at(at).in_form(form::ING)
                && !self.is_according(at)
                && (view.is(at, AUXILIARY | PREPOSITION | TIME) || view.has_verb(at, self.clause_limit(at)))
    }

    /// Whether more marked words follow at once: `“A,” “B” and “C”`.
    pub(super) fn pairs_on(&self, at: usize) -> bool {
        (at..self.end.min(at + 3)).any(|t| self.view.marked(t).is_some())
    }

    /// Whether a conjunction at `at`, or behind the comma there, begins a clause that is not part of what is reported:
    /// one with a cue of its own, or, behind a thing, any.
    pub(super) fn parts(&self, start: usize, at: usize, thing: bool) -> bool {
        let view = self.view;
        let comma = view.is_comma(at);
        let joint = at + usize::from(comma);
        if joint + 2 >= self.end || view.marked(joint).is_some() {
            return false;
        }
        let word = view.at(joint);
        let contrast = comma && matches!(view.word(joint), "while" | "whereas" | "although" | "though" | "but");
        // A clause that tells more of the last name is the writer's own.
        let aside = comma
            && (matches!(view.word(joint), "who" | "whose" | "where" | "while" | "although" | "though")
                || thing && (word.is(RELATIVE | PREPOSITION) || matches!(view.word(joint), "a" | "an")));
        if aside && (thing || view.has_verb(start, at)) {
            return true;
        }
        if !word.is(CONJUNCTION) && !contrast {
            // `discussing the tweet, the Speaker said`
            let phrase = view.phrase_end_with_of(joint, self.end.min(joint + 14));
            if thing
                && comma
                && phrase > joint
                && (phrase..self.end.min(phrase + 6)).any(|t| {
                    view.group(t, phrase).is_some_and(|group| {
                        group.mood == Mood::Finite
                            && (group.start == phrase || view.is_mark(group.start - 1, &[")", ","]))
                    })
                })
            {
                return true;
            }
            return thing
                && (word.is(SUBORDINATOR) && !word.is(RELATIVE | QUESTION | PREPOSITION)
                    || comma && word.in_form(form::ING));
        }
        let mut next = joint + 1;
        while next + 1 < self.end
            && view.marked(next).is_none()
            && view.is(next, ADVERB)
            && !view.is(next, DETERMINER | PRONOUN)
        {
            next += 1;
        }
        // `… and questioning how`, `… and called it “unheard of”`
        if let Some(group) =
            view.group(next, joint + 1).filter(|group| group.start == joint + 1 && view.marked(next).is_none())
        {
            let marked = (group.end..self.end.min(group.end + 8)).any(|t| view.marked(t).is_some());
            let participle = group.mood == Mood::Ing && group.class & (SAY | TELL | CALL | JUDGE) != 0;
            let called = group.mood == Mood::Finite
                && group.class & CALL != 0
                && view.at(next).in_form(form::PAST | form::PRESENT)
                && marked;
            if participle && group.class & WEAK == 0 || called {
                return true;
            }
        }
        let subject = view.phrase_end_with_of(next, self.end.min(next + 12));
        if thing {
            let pronoun = view.is(next, PRONOUN) && !view.is(next, DETERMINER);
            let verb = view.is(next, AUXILIARY)
                || view.is(next, VERB) && view.at(next).in_form(form::PAST | form::PRESENT) && !view.is_nominal(next)
                || view.at(next) == Word::default() && view.word(next).ends_with("ed") && !view.is_name(next)
                || comma
                    && subject < self.end
                    && view.is(subject, AUXILIARY | VERB)
                    && !view.at(subject).in_form(form::ING);
            if pronoun || verb || contrast {
                return true;
            }
        }
        if subject == next {
            return false;
        }
        if !comma && !view.has_verb(start, joint) {
            return false;
        }
        // `and he, once again, pledged`
        let mut verb = subject;
        if verb < self.end && view.is_comma(verb) {
            verb = (verb + 1..self.end.min(verb + 6)).find(|t| view.is_comma(*t)).map_or(verb, |close| close + 1);
        }
        (verb..self.end.min(verb + 3)).any(|t| {
            view.group(t, joint + 1).is_some_and(|group| {
                group.start == verb
                    && group.mood == Mood::Finite
                    && group.class & (SAY | TELL) != 0
                    && group.class & WEAK == 0
                    && self.find_ahead(&group).is_some()
            })
        })
    }

    /// `— asserting that`
    pub(super) fn is_dashed_cue(&self, at: usize) -> bool {
        let view = self.view;
        view.is_mark(at, &["—", "–", "--"])
            && at + 1 < self.end
            && view.marked(at + 1).is_none()
            && view.group(at + 1, at + 1).is_some_and(|group| group.mood == Mood::Ing)
    }
}
