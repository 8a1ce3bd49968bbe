//! How likely somebody named before is meant by a pronoun or a description.

use super::super::gender::Gender;
use super::place::Place;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// `he`, `she`, `the surgeon`.
    Person,
    /// `it`, `the agency`.
    Thing,
}

/// What speaks for or against somebody.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    values: [f32; FEATURES],
}

/// How much each kind of evidence counts for a person, learnt from the articles of `newsroom.jsonl` by a log-linear
/// ranking of the candidates.
const PERSON: [f32; FEATURES] = [
    0.72, -0.82, -0.01, 0.9, -0.43, 0.89, 0.02, 0.21, 0.01, -0.02, -0.02, 0.25, 0.27, 0.55, -0.26, 0.62, -0.12, -0.26,
    0.1, 0.46, -0.25, 0.84, -0.1, -0.28, -0.13, 0.71, 0.22, 0.0, 0.0, 0.0, 0.0, 0.0,
];

/// The same for bodies and other things.
const THING: [f32; FEATURES] = [
    0.0, 0.0, -0.77, 0.92, -0.37, 0.42, -0.46, 0.42, 0.21, -0.06, -0.5, -0.19, 0.11, 0.94, 0.36, 0.87, 0.1, -0.57,
    0.81, 0.5, -0.33, 0.4, 0.0, 0.0, 0.24, 0.47, -0.9, 2.34, 0.13, 0.0, 0.3, 0.0,
];

const FEATURES: usize = 32;

/// Where the pronoun or description stands, over its quote if it comes behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standpoint {
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
}

impl Evidence {
    fn set(&mut self, feature: usize, is: bool) -> &mut Self {
        self.values[feature] = if is { 1.0 } else { 0.0 };
        self
    }

    /// How well the gender fits.
    pub(super) fn gender(&mut self, known: Option<Gender>, asked: Option<Gender>) -> &mut Self {
        if let (Some(known), Some(asked)) = (known, asked) {
            self.set(0, known == asked).set(1, known != asked);
        }
        self
    }

    /// How far off it stands, and how.
    pub(super) fn place(&mut self, place: &Place, from: Standpoint) -> &mut Self {
        let sentences = from.sentence.saturating_sub(place.sentence);
        let paragraphs = from.paragraph.saturating_sub(place.paragraph);
        self.values[4] = sentences.min(6) as f32;
        self.values[7] = paragraphs.min(6) as f32;
        self.set(2, sentences == 0)
            .set(3, sentences == 1)
            .set(5, paragraphs == 0)
            .set(6, paragraphs == 1)
            .set(8, place.is_subject)
            .set(9, place.is_quoted)
            .set(10, place.is_possessive)
            .set(11, place.is_oblique)
            .set(12, place.is_aside)
            .set(18, place.is_subject && paragraphs == 0)
            .set(19, place.is_subject && sentences == 1)
            .set(22, place.is_subject && sentences == 0)
    }

    /// How far off somebody stands whose place is not known better.
    pub(super) fn paragraphs(&mut self, paragraphs: usize) -> &mut Self {
        self.values[7] = paragraphs.min(6) as f32;
        self.set(5, paragraphs == 0).set(6, paragraphs == 1)
    }

    /// How many others stand nearer.
    pub(super) fn rank(&mut self, rank: usize) -> &mut Self {
        self.values[20] = rank.min(4) as f32;
        self.set(21, rank == 0)
    }

    /// How many turns ago it spoke, if it did, and how many paragraphs.
    pub(super) fn spoke(&mut self, turns: Option<usize>, paragraphs: usize) -> &mut Self {
        let is_last = turns == Some(0);
        self.set(13, is_last)
            .set(14, turns == Some(1))
            .set(15, is_last && paragraphs == 0)
            .set(16, is_last && paragraphs == 1)
    }

    /// Whether nobody knows the name.
    pub(super) fn unnamed(&mut self) -> &mut Self {
        self.set(17, true)
    }

    /// Whether a pronoun, or else a description, stands for it there.
    pub(super) fn by(&mut self, pronoun: bool) -> &mut Self {
        self.set(if pronoun { 23 } else { 24 }, true)
    }

    /// How often it is named in the whole article, and whether nobody is more often.
    pub(super) fn frequency(&mut self, times: usize, is_most: bool) -> &mut Self {
        self.values[25] = (times as f32).min(12.0).sqrt();
        self.set(26, is_most)
    }

    /// How a noun fits a thing.
    pub(super) fn noun(
        &mut self,
        is_organization: bool,
        is_described: bool,
        is_name: bool,
        is_sort: bool,
    ) -> &mut Self {
        self.set(27, is_organization).set(28, is_described).set(29, is_name).set(30, is_sort)
    }

    /// The weight of it all.
    pub(super) fn score(&self, sought: Sought) -> f32 {
        let weights = match sought {
            Sought::Person => &PERSON,
            Sought::Thing => &THING,
        };
        self.values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
    }
}
