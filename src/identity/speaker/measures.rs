//! What was learnt from marked articles: how likely the source of a quote is right, and what speaks for an antecedent.

use super::weigh::{Evidence, Sought};

/// How the source of a quote is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// `Okoro`
    Name,
    /// `she`
    Pronoun,
    /// `the minister`
    Description,
    /// Not beside the quote.
    Before,
}

/// How many ways there are, each for a source with a name in the article and for one without.
pub(crate) const SOURCES: usize = 8;
/// How many kinds of evidence there are.
pub(crate) const FEATURES: usize = 32;
/// A person and a thing are looked for by different weights.
pub(crate) const CLASSES: usize = 2;

/// The tables that [`resolve`](super::super::resolve) goes by.
#[derive(Debug)]
pub(crate) struct Measures {
    /// The probability that the source is right.
    sources: [f32; SOURCES],
    weights: [[f32; FEATURES]; CLASSES],
    #[cfg(feature = "train")]
    cases: std::sync::Mutex<Vec<Case>>,
}

/// Probabilities in steps of 1/255, then weights in steps of 1/40; written by `newsgloss train --quotes`.
const BUILT_IN: &[u8; SOURCES + FEATURES * CLASSES] = include_bytes!("measures.bin");

impl Measures {
    /// As they were learnt.
    pub(crate) fn built_in() -> Self {
        Self::decode(BUILT_IN)
    }

    /// The tables that some bytes hold.
    pub(crate) fn decode(bytes: &[u8; SOURCES + FEATURES * CLASSES]) -> Self {
        let weight = |at: usize| f32::from(bytes[SOURCES + at] as i8) / 40.0;
        Self {
            sources: std::array::from_fn(|at| f32::from(bytes[at]) / 255.0),
            weights: std::array::from_fn(|class| std::array::from_fn(|at| weight(class * FEATURES + at))),
            #[cfg(feature = "train")]
            cases: std::sync::Mutex::default(),
        }
    }

    /// The probability that the source of a quote is right.
    pub(super) const fn source(&self, told: Told, is_named: bool) -> f32 {
        self.sources[told as usize * 2 + is_named as usize]
    }

    /// The weight of what speaks for somebody.
    pub(super) fn weigh(&self, evidence: &Evidence, sought: Sought) -> f32 {
        let weights = &self.weights[sought as usize];
        evidence.values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
    }
}

/// An antecedent that was looked for: what spoke for each candidate, for the trainer.
#[cfg(feature = "train")]
#[derive(Clone, Debug, Default)]
pub(crate) struct Case {
    /// Where the quote begins.
    pub(crate) quote: usize,
    pub(crate) class: usize,
    /// Entity and evidence.
    pub(crate) candidates: Vec<(Option<usize>, [f32; FEATURES])>,
}

#[cfg(feature = "train")]
impl Measures {
    /// Tells the ways apart in which sources are told: each has its own number for a probability.
    pub(crate) fn numbered(mut self) -> Self {
        self.sources = std::array::from_fn(|at| at as f32);
        self
    }

    pub(super) fn note(&self, case: Case) {
        if let Ok(mut cases) = self.cases.lock() {
            cases.push(case);
        }
    }

    /// The antecedents that were looked for.
    pub(crate) fn cases(self) -> Vec<Case> {
        self.cases.into_inner().unwrap_or_default()
    }
}
