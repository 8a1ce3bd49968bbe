//! Makes the weights and lists that the tagger is built with, from annotated text and tables of names.
//!
//! The same data, settings and seed give the same files, byte for byte.

mod augment;
mod crf;
mod data;
mod lists;
mod sequence;

use std::collections::HashMap;
use std::path::Path;

use crf::{Crf, NONE, Settings};
use data::{Article, SOURCES};
use sequence::Chains;

use crate::entity::label::LABELS;
use crate::entity::lists::Lists;
use crate::entity::pack;
use crate::entity::weights::{WIDTH, write};

/// What `newsgloss train` may be told.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many features the finished model has.
    pub rows: usize,
    /// How often the data are gone through: for the full model, and again for the kept features.
    pub epochs: (usize, usize),
    /// The seed of all chance.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows: 45_000, epochs: (6, 6), seed: 1 }
    }
}

/// The finished files.
#[derive(Clone, Debug)]
pub struct Model {
    /// The compiled name lists.
    pub lists: Vec<u8>,
    /// The packed weights.
    pub weights: Vec<u8>,
}

/// How many hash slots there are for each kept feature: the reciprocal of the rate at which an unknown feature is
/// taken for a known one.
const SLOTS_PER_ROW: u32 = 1500;

/// The levels of a weight on each side of zero.
const LEVELS: f32 = 12.0;

/// Trains on the folder `data`, which holds `train/*.jsonl` and `lists/*.tsv`; `say` is told of the progress.
///
/// # Errors
/// Says which file could not be read, and why.
pub fn train(data: &Path, options: &Options, say: &mut dyn FnMut(String)) -> Result<Model, String> {
    let mut random = fastrand::Rng::with_seed(options.seed);
    let (articles, plain) = read(data, &mut random)?;
    say(format!("{} articles", articles.len()));
    let mut names = lists::Names::default();
    names.read(&data.join("lists"))?;
    names.learn(&plain);
    say(format!("names by list: {:?}", names.sizes()));
    let compiled = names.compile(&[]);
    let lists = Lists::decode(&compiled).ok_or("the compiled lists cannot be read back")?;

    let mut chains = Chains::default();
    for article in &articles {
        chains.add(article, &lists);
    }
    say(format!(
        "{} tokens in {} chains, {} features; {} marked tokens can never be found",
        chains.ends.len(),
        chains.chains.len(),
        chains.features.len(),
        chains.lost
    ));

    // All features that are seen at least three times.
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for &feature in &chains.features {
        *counts.entry(feature).or_default() += 1;
    }
    let mut kept: Vec<u64> = counts.iter().filter(|(_, count)| **count >= 3).map(|(feature, _)| *feature).collect();
    kept.sort_unstable();
    let index: HashMap<u64, u32> = kept.iter().zip(0..).map(|(&feature, number)| (feature, number)).collect();
    let numbers: Vec<u32> = chains.features.iter().map(|feature| index.get(feature).copied().unwrap_or(NONE)).collect();
    say(format!("{} features of {} count", kept.len(), counts.len()));
    let mut full = Crf::new(kept.len());
    full.train(&chains, &numbers, Settings { epochs: options.epochs.0, rate: 0.1, shrink: 0.004 }, &mut random, say);

    // The features that weigh most, by weight and how often they are seen.
    let importance = |number: usize| {
        let norm: f32 = full.rows[number].iter().map(|w| w * w).sum();
        norm.sqrt() * (counts[&kept[number]] as f32).powf(0.3)
    };
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by(|&a, &b| importance(b).total_cmp(&importance(a)).then(a.cmp(&b)));
    order.truncate(options.rows);
    let range = options.rows as u32 * SLOTS_PER_ROW;
    let mut by_slot: Vec<(u32, usize)> =
        order.iter().map(|&number| (pack::slot(kept[number], range), number)).collect();
    by_slot.sort_unstable();
    by_slot.dedup_by_key(|(slot, _)| *slot);
    let rows = by_slot.iter().map(|&(_, number)| full.rows[number]).collect();
    let slots: HashMap<u32, u32> = by_slot.iter().zip(0..).map(|(&(slot, _), row)| (slot, row)).collect();
    let numbers: Vec<u32> = chains
        .features
        .iter()
        .map(|&feature| slots.get(&pack::slot(feature, range)).copied().unwrap_or(NONE))
        .collect();
    let mut small = Crf::from_rows(rows, full.transitions.clone());
    drop(full);
    say(format!("{} kept", by_slot.len()));
    small.train(&chains, &numbers, Settings { epochs: options.epochs.1, rate: 0.05, shrink: 0.004 }, &mut random, say);

    let greatest = 4.0_f32;
    let step = greatest / LEVELS;
    let packed: Vec<(u32, [i8; WIDTH])> = by_slot
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
    let weights = write::encode(range, &packed, step, [1.0, 0.0], &small.transitions);
    Ok(Model { lists: compiled, weights })
}

/// Reads all sources: with their copies, and as they are.
fn read(data: &Path, random: &mut fastrand::Rng) -> Result<(Vec<Article>, Vec<Article>), String> {
    let mut read = Vec::new();
    let mut pool = augment::Pool::default();
    for source in SOURCES {
        let articles = data::read(&data.join("train").join(format!("{}.jsonl", source.name)), source.weight)?;
        if source.weight >= 0.5 {
            pool.add(&articles);
        }
        read.push((source, articles));
    }
    let (mut all, mut plain) = (Vec::new(), Vec::new());
    for (source, articles) in &read {
        for article in articles {
            for _ in 0..source.swapped {
                all.push(pool.swap(article, random));
            }
            // A short text has little evidence beside it; the tagger must have met such.
            if article.text.len() > 600 && random.f32() < 0.4 {
                for _ in 0..4 {
                    let mut excerpt = augment::excerpt(article, random);
                    excerpt.weight *= 0.5;
                    all.push(excerpt);
                }
            }
        }
        all.extend(articles.iter().cloned());
        plain.extend(articles.iter().cloned());
    }
    Ok((all, plain))
}
