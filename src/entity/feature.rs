//! From a token to the hashes of its features: shared by tagging and training, so that both see the same.
//!
//! Features of a single word at a given distance are the same wherever the word stands, so their scores are summed once
//! for each different word ([`of_word`]). What depends on more than one word is [`in_context`].

use std::ops::Range;

use super::evidence::{self, Evidences, Setting};
use super::hash::mix;
use super::lists::{LISTS, LONGEST, Lists};
use super::word::{Word, Words};
use crate::text::{Case, Document, TokenKind};

/// How far around a token single words are looked at.
pub(crate) const REACH: usize = 2;
/// How many distances that makes.
pub(crate) const WINDOW: usize = 2 * REACH + 1;

/// Takes the hash of a feature.
pub(crate) trait Sink {
    fn feature(&mut self, hash: u64);
}

impl<F: FnMut(u64)> Sink for F {
    #[inline]
    fn feature(&mut self, hash: u64) {
        self(hash);
    }
}

/// The hash of a feature: template and value. Its lowest bit, which no table looks at, tells whether the feature knows
/// the very letters of the name; training leaves these out at times, so that it also learns what is around them.
#[inline]
fn named(template: u64, value: u64, spells: bool) -> u64 {
    mix(template.wrapping_mul(0xA076_1D64_78BD_642F), value) & !1 | u64::from(spells)
}

/// Whether a feature knows the letters of the name that it is a feature of.
#[cfg(feature = "train")]
pub(crate) const fn spells(feature: u64) -> bool {
    feature & 1 == 1
}

/// The features of a word that stands at `distance` (0 to [`WINDOW`]` - 1`, [`REACH`] being the token itself).
pub(crate) fn of_word(word: &Word, distance: usize, sink: &mut impl Sink) {
    let mut add = |template: u64, value: u64| {
        let spells = distance == REACH && matches!(template, 1 | 7..=14);
        sink.feature(named(template * 8 + distance as u64, value, spells));
    };
    add(1, word.lower);
    if word.cluster > 0 {
        add(2, u64::from(word.cluster));
    }
    if distance.abs_diff(REACH) == 2 {
        add(4, mix(word.shape, 1));
        return;
    }
    add(3, word.shape);
    for list in 0..LISTS {
        if word.lists >> list & 1 == 1 {
            add(5, list as u64);
        }
    }
    add(6, mix(u64::from(word.lists), word.case as u64));
    add(13, word.suffixes[2]);
    if distance != REACH {
        return;
    }
    add(7, word.exact);
    for n in 0..4 {
        if word.prefixes[n] != 0 {
            add(8 + n as u64, mix(word.prefixes[n], 1));
        }
        if word.suffixes[n] != 0 && n != 2 {
            add(8 + n as u64, mix(word.suffixes[n], 2));
        }
    }
    add(14, mix(word.suffixes[2], word.shape));
    if word.cluster > 0 {
        add(15, mix(u64::from(word.cluster), word.case as u64));
    }
}

/// A run of tokens that looks like one name, in the tokens of a sentence.
#[derive(Clone, Copy, Debug)]
struct Run {
    start: usize,
    end: usize,
}

/// What the features of one sentence's tokens need to know.
pub(crate) struct Context<'a> {
    words: &'a Words,
    evidences: &'a Evidences,
    tokens: Range<usize>,
    setting: Setting,
    headline: bool,
    /// For each token of the sentence: may it be part of a mention?
    pub(crate) candidates: Vec<bool>,
    /// For each token, the capitalized run it is in; `end` 0 for none.
    runs: Vec<Run>,
    /// For each token and list, where it stands in a listed name, as a position and a length; 0 for nowhere.
    listed: Vec<[u8; LISTS]>,
    /// For each token, whether an odd number of quotation marks precede it.
    quoted: Vec<bool>,
    /// For each token, whether no white space stands before it.
    glued: Vec<bool>,
}

impl<'a> Context<'a> {
    /// Looks at a sentence. `first` tells whether it stands in the first paragraph.
    pub(crate) fn new(
        document: &Document<'_>,
        words: &'a Words,
        evidences: &'a Evidences,
        lists: &Lists,
        tokens: Range<usize>,
        first: bool,
    ) -> Self {
        let mut context = Self {
            words,
            evidences,
            setting: evidence::setting(words, tokens.clone()),
            headline: first,
            candidates: Vec::with_capacity(tokens.len()),
            runs: vec![Run { start: 0, end: 0 }; tokens.len()],
            listed: vec![[0; LISTS]; tokens.len()],
            quoted: Vec::with_capacity(tokens.len()),
            glued: tokens.clone().map(|token| !document.space_before(token)).collect(),
            tokens,
        };
        context.find_candidates();
        context.find_runs();
        context.find_listed(lists);
        let mut open = false;
        for token in context.tokens.clone() {
            match document.word(token) {
                "\"" => open = !open,
                "“" | "``" | "«" => open = true,
                "”" | "''" | "»" => open = false,
                _ => {}
            }
            context.quoted.push(open);
        }
        context
    }

    /// A token may be part of a mention when it has a capital or a digit, when it is a small word or mark that the
    /// training data have seen in one, when it joins two that may, or when a hyphen ties it to one (`Yong-ho`,
    /// `al-Sisi`).
    fn find_candidates(&mut self) {
        let strong = |word: &Word| match word.kind {
            TokenKind::Number => true,
            TokenKind::Word => word.case != Case::Lower || (!word.joins && Lists::triggers(word)),
            TokenKind::Mark => !word.joins && Lists::triggers(word),
            TokenKind::Clitic | TokenKind::Link => false,
        };
        let words = self.words;
        self.candidates.extend(self.tokens.clone().map(|token| strong(words.at(token))));
        let strong = self.candidates.clone();
        let near = |at: usize| strong.get(at).copied().unwrap_or(false);
        let hyphen =
            |at: usize| self.glued.get(at) == Some(&true) && words.at(self.tokens.start + at).kind == TokenKind::Mark;
        for at in 0..strong.len() {
            if strong[at] {
                continue;
            }
            let word = words.at(self.tokens.start + at);
            let joins = word.joins || word.kind == TokenKind::Clitic || word.kind == TokenKind::Mark;
            let before = at > 0 && near(at - 1) || at > 1 && near(at - 2);
            let after = near(at + 1) || near(at + 2);
            let tied_before = at > 1 && self.glued[at] && hyphen(at - 1) && strong[at - 2];
            let tied_after = hyphen(at + 1) && self.glued.get(at + 2) == Some(&true) && near(at + 2);
            let ties = hyphen(at) && self.glued.get(at + 1) == Some(&true) && (at > 0 && near(at - 1) || near(at + 1));
            self.candidates[at] =
                joins && before && after || word.particle && after || tied_before || tied_after || ties;
        }
    }

    fn find_runs(&mut self) {
        let capitalized = |at: usize| {
            let word = self.words.at(self.tokens.start + at);
            word.kind != TokenKind::Mark
                && !matches!(word.case, Case::Lower | Case::None)
                && !(at == 0 && word.grammatical)
        };
        let mut at = 0;
        while at < self.tokens.len() {
            if !capitalized(at) {
                at += 1;
                continue;
            }
            let start = at;
            let mut end = at + 1;
            loop {
                let mut next = end;
                while next < self.tokens.len() && next - end < 2 && self.words.at(self.tokens.start + next).joins {
                    next += 1;
                }
                if next < self.tokens.len() && capitalized(next) {
                    end = next + 1;
                } else {
                    break;
                }
            }
            for run in &mut self.runs[start..end] {
                *run = Run { start, end };
            }
            at = end;
        }
    }

    fn find_listed(&mut self, lists: &Lists) {
        for start in 0..self.tokens.len() {
            let first = self.words.at(self.tokens.start + start);
            if !self.candidates[start] || first.kind != TokenKind::Word || first.case == Case::Lower {
                continue;
            }
            let mut name = 0;
            let mut longest = [0_usize; LISTS];
            for length in 1..=LONGEST.min(self.tokens.len() - start) {
                let word = self.words.at(self.tokens.start + start + length - 1);
                if !self.candidates[start + length - 1] && !word.joins {
                    break;
                }
                name = mix(name, word.lower);
                let held = if length == 1 { first.lists } else { lists.of_name(name) };
                for (list, longest) in longest.iter_mut().enumerate() {
                    if held >> list & 1 == 1 {
                        *longest = length;
                    }
                }
            }
            for (list, &length) in longest.iter().enumerate() {
                for i in 0..length {
                    // A longer name that began earlier stays.
                    let place = &mut self.listed[start + i][list];
                    if usize::from(*place & 15) < length {
                        let position = usize::from(i > 0) + 2 * usize::from(i + 1 == length);
                        *place = (position << 4 | length) as u8;
                    }
                }
            }
        }
    }

    fn word(&self, at: usize, offset: isize) -> Option<&Word> {
        let at = at.checked_add_signed(offset).filter(|&at| at < self.tokens.len())?;
        Some(self.words.at(self.tokens.start + at))
    }

    /// The features of the sentence's token `at` that depend on more than one word.
    pub(crate) fn in_context(&self, at: usize, sink: &mut impl Sink) {
        let mut add = |template: u64, value: u64| {
            let spells = matches!(template, 0 | 1 | 21 | 22 | 28 | 29 | 62);
            sink.feature(named(1000 + template, value, spells));
        };
        let word = self.words.at(self.tokens.start + at);
        let (before, after) = (self.word(at, -1), self.word(at, 1));
        let lower = |word: Option<&Word>| word.map_or(7, |word| word.lower);
        let shape = |word: Option<&Word>| word.map_or(7, |word| word.shape);
        let cluster = |word: Option<&Word>| word.map_or(1000, |word| u64::from(word.cluster));
        let lists = |word: Option<&Word>| word.map_or(1 << 20, |word| u64::from(word.lists));
        let case = word.case as u64;
        add(0, mix(lower(before), word.lower));
        add(1, mix(word.lower, lower(after)));
        add(2, mix(lower(before), mix(lower(after), case)));
        add(3, mix(shape(before), mix(word.shape, shape(after))));
        add(4, mix(lower(self.word(at, -2)), mix(lower(before), case)));
        add(5, mix(mix(case, lower(after)), lower(self.word(at, 2))));
        add(6, mix(cluster(before), mix(u64::from(word.cluster), case)));
        add(7, mix(mix(case, u64::from(word.cluster)), cluster(after)));
        add(8, mix(lists(before), u64::from(word.lists)));
        add(9, mix(u64::from(word.lists), lists(after)));
        add(10, mix(cluster(before), mix(cluster(after), word.shape)));
        self.run_features(at, word, &mut add);
        for (list, &place) in self.listed[at].iter().enumerate() {
            if place > 0 {
                add(30, mix(list as u64, u64::from(place)));
                add(31, mix(mix(list as u64, u64::from(place >> 4)), mix(case, shape(after))));
            }
        }
        self.evidence_features(at, word, &mut add);
        let glue = u64::from(self.glued[at]) + 2 * u64::from(self.glued.get(at + 1) == Some(&true));
        add(50, mix(glue, mix(lower(before), case)));
        add(51, mix(glue, mix(lower(after), case)));
        add(52, mix(glue, mix(shape(before), shape(after))));
        let start = u64::from(at == 0) + 2 * u64::from(self.quoted[at]);
        add(60, mix(start, mix(case, self.setting as u64)));
        add(61, mix(u64::from(self.headline), mix(case, self.setting as u64)));
        if self.setting != Setting::Prose {
            add(62, mix(word.lower, self.setting as u64));
        }
    }

    fn run_features(&self, at: usize, word: &Word, add: &mut impl FnMut(u64, u64)) {
        let run = self.runs[at];
        if run.end == 0 {
            return;
        }
        let length = (run.end - run.start).min(6) as u64;
        let place = (at - run.start).min(3) as u64 * 4 + (run.end - 1 - at).min(3) as u64;
        let at_word = |at: usize| self.words.at(self.tokens.start + at);
        let (first, last) = (at_word(run.start), at_word(run.end - 1));
        let before = if run.start > 0 { at_word(run.start - 1).lower } else { 7 };
        let after = if run.end < self.tokens.len() { at_word(run.end).lower } else { 7 };
        add(20, mix(length, place));
        add(21, mix(first.lower, place.min(4)));
        add(22, last.lower);
        add(23, mix(before, u64::from(at == run.start)));
        add(24, mix(after, u64::from(at + 1 == run.end)));
        add(25, mix(mix(u64::from(first.lists), u64::from(last.lists)), mix(length, place)));
        add(26, mix(before, after));
        add(27, mix(mix(u64::from(last.cluster), place), length));
        add(28, mix(last.suffixes[2], length));
        add(29, mix(word.lower, place));
        let mut any = 0;
        for i in run.start..run.end.min(run.start + 8) {
            any |= at_word(i).lists;
        }
        add(32, mix(u64::from(any), place));
        // Around the run as a whole: what follows, past a comma's apposition, is often the kind of thing.
        add(33, mix(length, mix(before, u64::from(first.lists))));
        add(34, mix(length, mix(after, u64::from(last.lists))));
    }

    fn evidence_features(&self, at: usize, word: &Word, add: &mut impl FnMut(u64, u64)) {
        if word.kind != TokenKind::Word {
            return;
        }
        let case = word.case as u64;
        let of = |offset: isize| {
            self.word(at, offset).filter(|word| word.kind == TokenKind::Word).map(|word| self.evidences.of(word))
        };
        let evidence = self.evidences.of(word);
        let start = u64::from(at == 0);
        add(40, mix(evidence.signature(), case));
        add(
            41,
            mix(
                u64::from(evidence::bucket(evidence.small)) * 4 + u64::from(evidence::bucket(evidence.capital)),
                case * 2 + start,
            ),
        );
        let counts = [
            evidence.titled,
            evidence.after_given,
            evidence.first,
            evidence.last,
            evidence.in_organization,
            evidence.located,
            evidence.the,
            evidence.acts,
            evidence.acronym,
        ];
        for (field, &count) in counts.iter().enumerate() {
            if count > 0 {
                add(42, mix(field as u64 * 4 + u64::from(evidence::bucket(count)), case));
                // Of all times with a capital, how often?
                let share = u32::from(count) * 3 / u32::from(evidence.capital.max(count)).max(1);
                add(43, mix(field as u64 * 4 + u64::from(share), case));
            }
        }
        if let Some(other) = of(-1) {
            add(44, mix(other.signature(), mix(evidence.signature(), case)));
            add(46, mix(other.signature() >> 8, case));
        }
        if let Some(other) = of(1) {
            add(45, mix(other.signature(), mix(evidence.signature(), case)));
            add(47, mix(other.signature() >> 8, case));
        }
        // The whole run speaks for each of its words.
        let run = self.runs[at];
        if run.end > run.start + 1 {
            let mut all = 0;
            for i in run.start..run.end.min(run.start + 8) {
                let evidence = self.evidences.of(self.words.at(self.tokens.start + i));
                all |= u64::from(evidence.titled.min(1))
                    | u64::from(evidence.after_given.min(1)) << 1
                    | u64::from(evidence.acts.min(1)) << 2;
            }
            add(48, mix(all, u64::from(at + 1 == run.end)));
        }
    }
}
