//! From articles to packed weights.

use std::collections::HashMap;

use super::crf::{Crf, NONE, Settings};
use super::data::Article;
use super::sequence::Chains;
use crate::entity::label::LABELS;
use crate::entity::lists::Lists;
use crate::entity::pack;
use crate::entity::weights::{WIDTH, write};

/// How many hash slots there are for each kept feature: the reciprocal of the rate at which an unknown feature is
/// taken for a known one.
const SLOTS_PER_ROW: u32 = 600;

/// The levels of a weight on each side of zero, and the greatest weight.
const LEVELS: f32 = 25.0;
const GREATEST: f32 = 5.0;

/// The share of features left out at each step of training.
const DROPOUT: f32 = 0.25;

/// How far weights are drawn towards zero while features are chosen.
const SHRINK: f32 = 0.035;

/// The share of tokens whose letters are hidden at each step.
const BLIND: f32 = 0.4;

/// How to fit a model.
pub(crate) struct Fit {
    /// How many features it has.
    pub(crate) rows: usize,
    /// How often the data are gone through: for all features, and again for the kept ones.
    pub(crate) epochs: (usize, usize),
    /// How often a feature must be seen.
    pub(crate) least: u32,
}

impl Fit {
    /// The packed weights of a model of these articles.
    pub(crate) fn run(
        &self,
        articles: &[Article],
        lists: &Lists,
        random: &mut fastrand::Rng,
        say: &mut dyn FnMut(String),
    ) -> Vec<u8> {
        let mut chains = Chains::default();
        for article in articles {
            chains.add(article, lists);
        }
        say(format!(
            "{} tokens in {} chains; {} marked tokens can never be found",
            chains.ends.len(),
            chains.chains.len(),
            chains.lost
        ));
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for &feature in &chains.features {
            *counts.entry(feature).or_default() += 1;
        }
        let mut seen: Vec<u64> =
            counts.iter().filter(|(_, count)| **count >= self.least).map(|(feature, _)| *feature).collect();
        seen.sort_unstable();
        say(format!("{} of {} features are seen {} times or more", seen.len(), counts.len(), self.least));
        let index: HashMap<u64, u32> = seen.iter().copied().zip(0..).collect();
        let numbers: Vec<u32> =
            chains.features.iter().map(|feature| index.get(feature).copied().unwrap_or(NONE)).collect();
        drop(index);
        let mut full = Crf::new(seen.len());
        full.train(
            &chains,
            &numbers,
            Settings { epochs: self.epochs.0, rate: 0.1, shrink: 0.004, dropout: DROPOUT, blind: BLIND, frozen: false },
            random,
            say,
        );

        let range = self.rows as u32 * SLOTS_PER_ROW;
        let kept = self.keep(&full, &seen, &counts, range);
        let rows = kept.iter().map(|&(_, number)| full.rows[number].map(|weight| weight / (1.0 - DROPOUT))).collect();
        let slots: HashMap<u32, u32> = kept.iter().zip(0..).map(|(&(slot, _), row)| (slot, row)).collect();
        let number = |feature: &u64| slots.get(&pack::slot(*feature, range)).copied().unwrap_or(NONE);
        let numbers: Vec<u32> = chains.features.iter().map(number).collect();
        let mut small = Crf::from_rows(rows, full.transitions.clone());
        drop(full);
        say(format!("{} features kept", kept.len()));
        let settings = Settings {
            epochs: self.epochs.1,
            rate: 0.05,
            shrink: SHRINK,
            dropout: DROPOUT,
            blind: BLIND,
            frozen: false,
        };
        small.train(&chains, &numbers, settings, random, say);
        small.restart();
        for weight in small.rows.iter_mut().flatten() {
            *weight = if weight.abs() < SHRINK { 0.0 } else { *weight / (1.0 - DROPOUT) };
        }
        let settings = Settings { shrink: 0.0, frozen: true, ..settings };
        small.train(&chains, &numbers, settings, random, say);
        let step = GREATEST / LEVELS;
        let packed: Vec<(u32, [i8; WIDTH])> = kept
            .iter()
            .zip(&small.rows)
            .map(|(&(slot, _), row)| {
                let mut levels = [0; WIDTH];
                for label in 0..LABELS {
                    levels[label] = (row[label] / step).round().clamp(-LEVELS, LEVELS) as i8;
                }
                (slot, levels)
            })
            .collect();
        write::encode(range, &packed, step, &small.transitions)
    }

    /// The slots and numbers of the features that weigh most, by weight and by how often they are seen, sorted by slot.
    fn keep(&self, full: &Crf, seen: &[u64], counts: &HashMap<u64, u32>, range: u32) -> Vec<(u32, usize)> {
        let importance: Vec<f32> = seen
            .iter()
            .zip(&full.rows)
            .map(|(feature, row)| row.iter().map(|w| w * w).sum::<f32>().sqrt() * (counts[feature] as f32).powf(0.3))
            .collect();
        let mut order: Vec<usize> = (0..seen.len()).collect();
        order.sort_by(|&a, &b| importance[b].total_cmp(&importance[a]).then(a.cmp(&b)));
        order.truncate(self.rows);
        let mut kept: Vec<(u32, usize)> =
            order.into_iter().map(|number| (pack::slot(seen[number], range), number)).collect();
        // Where two features share a slot, the training that follows finds weights for both.
        kept.sort_unstable();
        kept.dedup_by_key(|(slot, _)| *slot);
        kept
    }
}
