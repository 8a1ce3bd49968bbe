//! Words behind a cue that it opens: `she said that …`; `told reporters: “…”`; `vowed to …`; `called it “…”`.

use super::{Ahead, Frame, REACH};
use crate::quote::lexicon::{class::*, form};
use crate::quote::reliability::Rule;
use crate::quote::syntax::{Group, Mood};
use crate::text::TokenKind;

/// How far the search for a report has come.
struct Search {
    at: usize,
    /// The first token of the words that name the hearer, once they are passed.
    heard: Option<usize>,
}

/// What a step of that search comes to.
enum Step {
    Found(Ahead),
    Further,
    /// No clause; perhaps a thing.
    Stuck,
    Nothing,
}

impl Frame<'_, '_> {
    /// `was quoted as saying`, `quoted her as saying`
    pub(super) fn quoted_as_saying(&mut self, group: &mut Group) -> Option<usize> {
        let view = self.view;
        let first = self.free.max(self.start);
        if group.mood != Mood::Ing || group.start <= first || !view.at(group.start - 1).in_form(form::AS) {
            return None;
        }
        let low = first.max(group.start.saturating_sub(9));
        let quoted =
            (low..group.start).rev().find(|t| matches!(view.word(*t), "quoted" | "quotes" | "cited" | "reported"))?;
        let outer = view.group(quoted, first)?;
        let speaker = if outer.mood == Mood::Passive {
            view.subject_before(first, outer.start)?
        } else {
            view.subject_after(quoted + 1, group.start)?
        };
        let ahead = self.find_ahead(group)?;
        let content = self.trim(ahead.start..self.content_end(ahead.start, false));
        if content.is_empty() {
            return None;
        }
        let end = content.end;
        self.push(
            std::iter::once(content).collect(),
            Some(outer.start..group.end),
            Some(speaker.words),
            Rule::QuotedAs,
        );
        self.free = end;
        Some(end)
    }

    /// Words behind the cue.
    pub(super) fn ahead(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        // `was not authorized to discuss it`
        if group.mood == Mood::Infinitive
            && group.start > self.start
            && matches!(
                view.word(group.start - 1),
                "authorized" | "authorised" | "allowed" | "cleared" | "permitted" | "able" | "available"
            )
        {
            return None;
        }
        let subject = match group.mood {
            Mood::Finite | Mood::Passive => view.subject_before(self.free.max(self.start), group.start),
            Mood::Ing | Mood::Infinitive => None,
        };
        if let Some(next) = self.leading_inversion(group) {
            return Some(next);
        }
        let ahead = self.find_ahead(group)?;
        let mut speaker = match (&subject, group.mood) {
            (Some(subject), Mood::Finite) => Some(subject.words.clone()),
            // `is focused on`, `is worried about`
            (Some(subject), Mood::Passive) if ahead.thing && view.word(group.verb).starts_with(['f', 'w']) => {
                Some(subject.words.clone())
            }
            (_, Mood::Passive) => None,
            // `the group backing Okoro`
            (_, Mood::Ing)
                if group.start > self.free
                    && group.start == group.verb
                    && view.marked(group.start - 1).is_none()
                    && view.is_nominal(group.start - 1)
                    && view.kind(group.start - 1) == TokenKind::Word =>
            {
                view.subject_before(self.free, group.start).map(|subject| subject.words)
            }
            _ => self.speaker.clone().or_else(|| view.first_subject(self.start, group.start).map(|found| found.words)),
        };
        if group.mood == Mood::Finite && speaker.is_none() {
            let follows = group.start > self.start && view.is(group.start - 1, CONJUNCTION);
            if !follows && group.start > self.start + 2 {
                return None;
            }
            speaker =
                self.speaker.clone().or_else(|| view.first_subject(self.start, group.start).map(|found| found.words));
            if speaker.is_none() && !view.headline {
                return None;
            }
        }
        let dependent = subject.as_ref().is_some_and(|subject| {
            subject.start > self.start
                && view.is(subject.start - 1, SUBORDINATOR)
                && (ahead.thing || subject.start - 1 == self.start || view.is_comma(subject.start - 2))
        });
        // A bounded look back keeps a sentence without end linear.
        let low = self.start.max(group.start.saturating_sub(2 * REACH));
        let relative = subject.as_ref().is_some_and(|subject| subject.relative)
            && (low.max(self.start + 2)..group.start).any(|t| view.is(t, RELATIVE) && view.is_comma(t - 1));
        // `Addressing the crowd, Okoro said`; `Asked about it, she said`
        let opens = (self.start..group.start)
            .all(|t| view.marked(t).is_none() && view.is(t, PREPOSITION | ADVERB | CONJUNCTION | SUBORDINATOR));
        let leading = opens && (group.mood == Mood::Ing || group.start == self.start && subject.is_none());
        // `When he was done, and said so, the crowd left`
        let subordinate = view.is(self.start, SUBORDINATOR)
            && low == self.start
            && !(low..group.start).any(|t| view.is_comma(t) && view.marked(t).is_none());
        // `Adler, celebrating a victory in Salem, is pledging to …`
        let aside = group.mood == Mood::Ing
            && group.start > self.free + 1
            && view.is_comma(group.start - 1)
            && !view.has_verb(self.free, group.start - 1);
        let inside = dependent || relative || leading || subordinate || aside;
        let end = if ahead.thing { self.thing_end(ahead.start, inside) } else { self.content_end(ahead.start, inside) };
        let content = self.trim(ahead.start..end);
        if content.is_empty() {
            return None;
        }
        // `called for calm`: no words of anybody's.
        let empty = content.len() == 1 && view.marked(content.start).is_none();
        // `questioned Tomas Adler`: done to him, not said.
        let named = group.class & CALL == 0
            && content.clone().all(|t| view.marked(t).is_none() && (view.is_name(t) || view.is(t, OBJECT | PRONOUN)));
        if ahead.thing && (empty || named) {
            return None;
        }
        let end = content.end.max(ahead.start);
        // `what he called a “farce”`, `which he said would fail`
        if let Some(object) = self.object_before(group).filter(|_| group.class & (CALL | SAY | THINK) != 0) {
            self.push(vec![object..object + 1, content], Some(group.start..group.end), speaker, Rule::Object);
            self.free = end;
            return Some(end);
        }
        // `Addressing the crowd, Okoro said`
        if leading && speaker.is_none() && end + 1 < self.end && view.is_comma(end) {
            speaker = view.first_subject(end + 1, self.end).map(|found| found.words);
        }
        self.push(vec![content], Some(group.start..group.end), speaker, ahead.rule);
        self.free = end;
        Some(end)
    }

    /// `Said Dorothy Adler, who grew up there: “…”`
    pub(super) fn leading_inversion(&mut self, group: &Group) -> Option<usize> {
        let view = self.view;
        if group.start != self.start || group.mood != Mood::Finite || group.class & (SAY | TELL) == 0 || view.headline {
            return None;
        }
        let subject = view.subject_after(group.end, self.end)?;
        let mark = self.mark_after(subject.words.end)?;
        let content = self.trim(mark.start..self.content_end(mark.start, false));
        let end = content.end;
        self.push(vec![content], Some(group.start..group.end), Some(subject.words), Rule::Inverted);
        self.free = end;
        Some(end)
    }

    /// The `what` or `which` before a cue's subject that is its object.
    pub(super) fn object_before(&self, group: &Group) -> Option<usize> {
        let subject = self.view.subject_before(self.free.max(self.start), group.start)?;
        if subject.relative || subject.start <= self.free {
            return None;
        }
        matches!(self.view.word(subject.start - 1), "what" | "which" | "What" | "that").then(|| subject.start - 1)
    }

    /// `a change he fears will cost him his house`
    pub(super) fn is_aside(&self, group: &Group) -> bool {
        let view = self.view;
        let before = group.start.saturating_sub(1);
        before > self.free && view.is(before, PRONOUN) && !view.is(before, RELATIVE) && view.is_nominal(before - 1)
    }

    /// Where what a cue reports begins.
    pub(super) fn find_ahead(&self, group: &Group) -> Option<Ahead> {
        let mut search = Search { at: group.end, heard: None };
        if let Some(start) = self.colon_ahead(group.end) {
            return Some(Ahead::clause(start, Rule::Marked));
        }
        // `a scheme called “Dry Feet”`, `dubbed the “Drain”`: a name for it.
        let named = group.end + usize::from(group.end + 1 < self.end && self.view.is(group.end, DETERMINER));
        if group.class & CALL != 0 && named < self.end && self.view.is_term(named) {
            return None;
        }
        // The hearer, a day and two adjuncts may stand between.
        for _ in 0..6 {
            match self.step(group, &mut search) {
                Step::Found(ahead) => return Some(ahead),
                Step::Nothing => return None,
                Step::Further => {}
                Step::Stuck => break,
            }
        }
        if search.at < self.end { self.thing_ahead(group, search.at) } else { None }
    }

    /// Looks at the token that the search has come to.
    fn step(&self, group: &Group, search: &mut Search) -> Step {
        let view = self.view;
        let class = group.class;
        let reports = class & (SAY | TELL | THINK) != 0;
        while search.at < self.end
            && view.marked(search.at).is_none()
            && view.is(search.at, ADVERB)
            && !view.is(search.at, DETERMINER | PREPOSITION | QUESTION | SUBORDINATOR | PRONOUN | NEGATION)
        {
            search.at += 1;
        }
        let at = search.at;
        if at >= self.end {
            return Step::Nothing;
        }
        if let Some(index) = view.marked(at) {
            if class & (ABOUT | URGE | INTEND) == class & CUE && !reports {
                return Step::Nothing;
            }
            return Step::Found(Ahead::clause(self.marked[index].start, Rule::Marked));
        }
        let when = self.skip_time(at);
        if when > at && reports && when < self.end {
            search.at = when;
            return Step::Further;
        }
        if view.is_mark(at, &[":"]) {
            let opens = at + 1 < self.end && (view.marked(at + 1).is_some() || reports && class & WEAK == 0);
            return if opens { Step::Found(Ahead::clause(at + 1, Rule::Marked)) } else { Step::Nothing };
        }
        if view.is_comma(at) {
            return self.step_comma(reports, search);
        }
        // `told the mayors who met in Salem, “…”`
        if search.heard.is_some() && view.is(at, RELATIVE) && !view.is(at, THAT) {
            let marked = (at + 1..self.end.min(at + 24)).find(|t| view.is_comma(*t - 1) && view.marked(*t).is_some());
            return marked.map_or(Step::Nothing, |mark| Step::Found(Ahead::clause(mark, Rule::Marked)));
        }
        if let Some(ahead) = self.opening(group, search) {
            return Step::Found(ahead);
        }
        let noun = view.is(at, OBJECT | PRONOUN) || view.is_nominal(at);
        if class & TELL != 0 && search.heard.is_none() && group.mood != Mood::Passive && noun {
            let end = self.hearer_end(at);
            if end > at && end < self.end {
                // `emailed supporters saying that`: the next cue reports.
                if view.at(end).in_form(form::ING) && view.is(end, SAY) {
                    return Step::Nothing;
                }
                let clause = class & (SAY | THINK) != 0 && self.is_clause(at);
                let shows = view.marked(end).is_some()
                    || view.is_comma(end)
                    || view.at(end).in_form(form::TO)
                    || view.is(end, THAT | QUESTION | TIME | PREPOSITION);
                if !clause || shows {
                    *search = Search { at: end, heard: Some(at) };
                    return Step::Further;
                }
            }
        }
        if let Some(ahead) = self.clause_ahead(group, search) {
            return Step::Found(ahead);
        }
        let past = if reports { self.skip_adjuncts(at) } else { at };
        search.at = past;
        if past > at { Step::Further } else { Step::Stuck }
    }

    /// Behind a comma: `said, “…”`; `said, however, that …`.
    fn step_comma(&self, reports: bool, search: &mut Search) -> Step {
        let view = self.view;
        let at = search.at;
        if at + 1 < self.end && view.marked(at + 1).is_some() {
            return Step::Found(Ahead::clause(at + 1, Rule::Marked));
        }
        let close = (at + 1..self.end.min(at + 30)).find(|t| {
            view.is_comma(*t) && *t + 1 < self.end && (view.is(*t + 1, THAT) || view.marked(*t + 1).is_some())
        });
        match close {
            Some(close)
                if reports && !(at + 1..close).any(|t| view.is(t, SAY | TELL) && view.group(t, at).is_some()) =>
            {
                search.at = close + 1;
                Step::Further
            }
            _ => Step::Nothing,
        }
    }

    /// What a word announces: `that`, `to`, `whether`.
    fn opening(&self, group: &Group, search: &Search) -> Option<Ahead> {
        let view = self.view;
        let (class, at) = (group.class, search.at);
        let word = view.at(at);
        let reports = class & (SAY | TELL | THINK) != 0;
        if reports
            && (group.mood != Mood::Passive || class & TELL != 0)
            && (word.is(PREPOSITION | TIME) || search.heard.is_some())
            && let Some(that) = self.that_ahead(at)
        {
            return Some(Ahead::clause(that + 1, Rule::That));
        }
        if word.is(THAT) && (reports || class & URGE != 0) && at + 1 < self.end {
            return Some(Ahead::clause(at + 1, Rule::That));
        }
        let to = at + usize::from(word.is(NEGATION) && at + 1 < self.end);
        let intends = INTEND | if search.heard.is_some() { URGE | TELL } else { 0 };
        if view.at(to).in_form(form::TO) && class & intends != 0 && self.is_infinitive(to) {
            // `asked not to be named`
            let unnamed = (at..self.end.min(at + 4))
                .any(|t| matches!(view.word(t), "named" | "identified" | "comment" | "quoted" | "called"));
            // `asked the actors to leave`, but `told the actors to leave`
            let object = search.heard.filter(|named| class & URGE != 0 && !view.is(*named, OBJECT | PRONOUN));
            return (!unnamed).then(|| Ahead::clause(object.unwrap_or(at), Rule::Infinitive));
        }
        // `would not say why`: no words of a report yet.
        let more = at + 1 < self.end && !self.is_stop(at + 1);
        // `told the mayors who met in Salem, “…”`
        let hearers = search.heard.is_some() && word.is(RELATIVE);
        let asks = more
            && !hearers
            && word.is(QUESTION)
            && !word.is(PREPOSITION)
            && class & (SAY | TELL | THINK | PRESENT) != 0;
        asks.then(|| Ahead::clause(at, Rule::Question))
    }

    /// A clause, or a preposition that the verb reports with, right here.
    fn clause_ahead(&self, group: &Group, search: &Search) -> Option<Ahead> {
        let view = self.view;
        let (class, at) = (group.class, search.at);
        let word = view.at(at);
        let reports = class & (SAY | TELL | THINK) != 0;
        let heard = search.heard.is_some();
        if class & URGE != 0 && !heard && (word.is(OBJECT | PRONOUN) || view.is_nominal(at)) {
            let end = view.phrase_end_with_of(at, self.end);
            if end < self.end && view.at(end).in_form(form::TO) && self.is_infinitive(end) {
                return Some(Ahead::clause(at, Rule::Infinitive));
            }
        }
        // `which the utility insists is safe`
        let aside = group.mood == Mood::Finite && word.is(AUXILIARY);
        if reports && aside && (self.object_before(group).is_some() || self.is_aside(group)) {
            return Some(Ahead::clause(at, Rule::Object));
        }
        if reports
            && (class & WEAK == 0 || heard || self.is_short_clause(at))
            && (group.mood != Mood::Passive || class & TELL != 0)
            && self.is_clause(at)
            && (heard || self.is_said(group) || self.is_own_clause(at))
        {
            return Some(Ahead::clause(at, Rule::Clause));
        }
        let prepositions = view.at(group.verb).form & word.form & form::PREPOSITIONS;
        let active = group.mood != Mood::Passive || view.word(group.verb).starts_with(['f', 'w']);
        if class & ABOUT != 0
            && active
            && prepositions != 0
            && at + 1 < self.end
            && view.kind(at + 1) != TokenKind::Number
        {
            let article = view.is(at + 1, DETERMINER);
            let on_a_day =
                view.is(at + 1, TIME | MEDIUM) || article && at + 2 < self.end && view.is(at + 2, TIME | MEDIUM);
            let unnamed = article || !matches!(view.word(at + 1), "condition" | "anonymity");
            // `agreed to buy`
            let deed = word.in_form(form::TO) && view.at(at + 1).in_form(form::BASE) && self.is_infinitive(at);
            if !on_a_day && unnamed && !deed {
                return Some(Ahead::thing(at + 1, Rule::About));
            }
        }
        None
    }

    /// A thing that the verb judges, names or puts forward, where no clause was found.
    fn thing_ahead(&self, group: &Group, at: usize) -> Option<Ahead> {
        let view = self.view;
        let class = group.class;
        let word = view.at(at);
        let leads = word.in_form(form::ING)
            || matches!(view.word(at), "despite" | "in" | "at" | "for" | "with" | "under" | "after" | "by" | "from");
        if leads && group.mood == Mood::Finite && self.is_said(group) && view.has_verb(at + 1, self.end) {
            return Some(Ahead::clause(at, Rule::Clause));
        }
        if class & CALL != 0 && word.is(PREPOSITION) {
            let past = if word.in_form(form::AS) { at } else { self.skip_adjuncts(at) };
            if past + 1 < self.end && view.marked(past).is_none() && view.at(past).in_form(form::AS) {
                return Some(Ahead::thing(past + 1, Rule::Thing));
            }
        }
        // `denied sending fighters`
        let stems = ["den", "admi", "acknowledg", "remember", "recall", "regret"];
        if word.is(VERB) && word.in_form(form::ING) && stems.iter().any(|stem| view.word(group.verb).starts_with(stem))
        {
            return Some(Ahead::clause(at, Rule::Infinitive));
        }
        let nominal = view.is_nominal(at);
        // `thought the sheet “harmless”`
        if class & THINK != 0 && group.mood != Mood::Passive && nominal {
            let end = view.phrase_end(at, self.end);
            if end < self.end && view.marked(end).is_some() {
                return Some(Ahead::thing(at, Rule::Thing));
            }
        }
        // `put the losses at $600 million`
        if nominal && matches!(view.word(group.verb), "put" | "puts" | "putting") {
            let figure = (at..self.end.min(at + 12))
                .find(|t| view.at(*t).in_form(form::AT))
                .is_some_and(|t| (t + 1..self.end.min(t + 4)).any(|t| view.kind(t) == TokenKind::Number));
            if figure {
                return Some(Ahead::thing(at, Rule::Thing));
            }
        }
        // What something is called, unless it is marked, must show: `described it as`.
        let called = class & CALL != 0
            && ((at..self.end.min(at + 24)).any(|t| self.is_quoted(t) || view.at(t).in_form(form::AS))
                || self.is_named(at));
        // Behind when and where it was said, a thing must show its article.
        let bare = !view.is(at, DETERMINER | POSSESSIVE | OBJECT) && !view.is_name(at);
        let skipped = bare && (group.end..at).any(|t| view.is(t, PREPOSITION | TIME));
        let thing = nominal || word.is(OBJECT | PRONOUN) || called && word.is(THAT);
        let takes = called || class & (JUDGE | PRESENT) != 0;
        (takes && thing && !skipped && group.mood != Mood::Passive).then(|| Ahead::thing(at, Rule::Thing))
    }

    /// Whether marked words, or one marked word of a phrase (`a “modest” gain`), begin here.
    fn is_quoted(&self, at: usize) -> bool {
        let view = self.view;
        view.marked(at).is_some() || view.is_term(at) && view.is(at - 1, DETERMINER | POSSESSIVE)
    }

    /// Marked words behind a colon and no clause: `posted a picture of the boat: “…”`.
    pub(super) fn colon_ahead(&self, from: usize) -> Option<usize> {
        let view = self.view;
        for at in from..self.end.min(from + 24) {
            if view.marked(at).is_some() || view.is(at, AUXILIARY | THAT) {
                return None;
            }
            if view.is_mark(at, &[":"]) {
                return (at + 1 < self.end && view.marked(at + 1).is_some()).then_some(at + 1);
            }
            if view.is(at, SAY | TELL) && view.group(at, from).is_some() {
                return None;
            }
        }
        None
    }

    /// `that` behind when, where and to whom something was said.
    pub(super) fn that_ahead(&self, from: usize) -> Option<usize> {
        let view = self.view;
        let mut skip = from;
        for at in from..self.end.min(from + 24) {
            // A title: `in a paper entitled “Drowned” that`
            if let Some(index) = view.marked(at).filter(|index| self.marked[*index].inner().len() < 6) {
                skip = self.marked[index].end;
            }
            if at < skip {
                continue;
            }
            let word = view.at(at);
            if word.is(THAT) {
                return (at + 2 < self.end && !view.is_comma(at + 1)).then_some(at);
            }
            let hung = word.in_form(form::PARTICIPLE)
                && at > from
                && (view.is(at - 1, MEDIUM) || view.is_nominal(at - 1))
                && at + 1 < self.end
                && (view.is(at + 1, PREPOSITION) || view.marked(at + 1).is_some());
            let verb = word.is(AUXILIARY | RELATIVE)
                || !hung
                    && word.is(VERB)
                    && word.in_form(form::PAST | form::PRESENT)
                    && !view.is_nominal(at)
                    && !view.is_name(at);
            if view.marked(at).is_some() || verb || view.is_mark(at, &[";", ":"]) {
                return None;
            }
        }
        None
    }

    /// The end of the words that name who is told.
    pub(super) fn hearer_end(&self, at: usize) -> usize {
        let view = self.view;
        let end = self.view.phrase_end_with_of(at, self.end);
        // `told ABC’s “Good Morning America”`
        if let Some(index) = (end < self.end).then(|| view.marked(end)).flatten()
            && end > at
            && view.kind(end - 1) == TokenKind::Clitic
        {
            return self.marked[index].end;
        }
        end
    }

    /// Whether the verb is `say`, which needs something said.
    pub(super) fn is_said(&self, group: &Group) -> bool {
        matches!(self.view.word(group.verb), "said" | "says" | "say" | "Says" | "saying")
    }

    /// Whether somebody and what they are called stand here: `him competent`, `it the nerd prom`, `Okoro a liar`.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let view = self.view;
        let end = view.phrase_end(at, self.end);
        if end <= at || end >= self.end || view.is_within(end) {
            return false;
        }
        let pronoun = view.is(at, OBJECT | PRONOUN) && end == at + 1;
        view.is(end, DETERMINER) && !view.is(end, THAT) || pronoun && view.is_nominal(end)
    }

    /// Whether `to` and a verb stand here.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        if at + 1 < self.end && self.view.marked(at + 1).is_some() {
            return true;
        }
        at + 1 < self.end
            && !self.view.is(at + 1, DETERMINER | POSSESSIVE | PRONOUN | OBJECT | TIME)
            && (!self.view.is_name(at + 1) || self.view.headline)
    }

    /// Whether the verb at `at` has something to report behind it.
    pub(super) fn find_ahead_at(&self, at: usize) -> bool {
        let word = self.view.at(at);
        let group = Group { start: at, verb: at, end: at + 1, class: word.class, mood: Mood::Finite };
        self.find_ahead(&group).is_some()
    }
}
