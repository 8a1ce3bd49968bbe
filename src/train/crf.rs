//! Training of the chain: AdaGrad on the likelihood of the allowed labels, with weights shrunk towards zero.
//!
//! Where a source leaves labels open, the likelihood sums over all sequences that its marks allow (Tsuboi et al.,
//! "Training conditional random fields using incomplete annotations", 2008). The step sizes are those of Duchi, Hazan
//! and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", 2011.

use super::sequence::Chains;
use crate::entity::chain::{Scores, Sums, Transitions};
use crate::entity::feature::spells;
use crate::entity::label::LABELS;

/// No row: the feature does not count.
pub(crate) const NONE: u32 = u32::MAX;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    pub(crate) epochs: usize,
    /// The first step.
    pub(crate) rate: f32,
    /// How far each weight is drawn towards zero in an epoch.
    pub(crate) shrink: f32,
    /// The share of features that is left out at each step, so that no name is learnt by heart where its surroundings
    /// would tell (Wager, Wang and Liang, "Dropout training as adaptive regularization", 2013). The finished weights
    /// are scaled to match.
    pub(crate) dropout: f32,
    /// The share of tokens whose letters are hidden (Sutton, Sindelar and McCallum, "Reducing weight undertraining in
    /// structured discriminative learning", 2006).
    pub(crate) blind: f32,
    /// Whether weights of zero stay so: what shrinking has left is then trained without it.
    pub(crate) frozen: bool,
}

/// Weights in training: a row for each feature.
#[derive(Debug)]
pub(crate) struct Crf {
    pub(crate) rows: Vec<Scores>,
    squares: Vec<Scores>,
    pub(crate) transitions: Transitions,
    transition_squares: Transitions,
}

impl Crf {
    /// Weights of zero for `count` features.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            rows: vec![[0.0; LABELS]; count],
            squares: vec![[0.0; LABELS]; count],
            transitions: Transitions::default(),
            transition_squares: Transitions::default(),
        }
    }

    /// Starts again from given weights.
    pub(crate) fn from_rows(rows: Vec<Scores>, transitions: Transitions) -> Self {
        let squares = vec![[0.0; LABELS]; rows.len()];
        Self { rows, squares, transitions, transition_squares: Transitions::default() }
    }

    /// Forgets the step sizes.
    pub(crate) fn restart(&mut self) {
        self.squares.iter_mut().for_each(|squares| *squares = [0.0; LABELS]);
    }

    /// Trains on chains whose features were numbered: `numbers[i]` is the row of `chains.features[i]`. The rows are
    /// the mean over the second half of the epochs' ends.
    pub(crate) fn train(
        &mut self,
        chains: &Chains,
        numbers: &[u32],
        settings: Settings,
        random: &mut fastrand::Rng,
        say: &mut dyn FnMut(String),
    ) {
        let mut order: Vec<usize> = (0..chains.chains.len()).collect();
        let mut worker = Worker::default();
        let mut dropped = numbers.to_vec();
        let mut mean: Option<(Vec<Scores>, Transitions, f32)> = None;
        for epoch in 0..settings.epochs {
            random.shuffle(&mut order);
            for token in 0..chains.ends.len() {
                let blind = random.f32() < settings.blind;
                for at in chains.features_of(token) {
                    let drop = blind && spells(chains.features[at]) || random.f32() < settings.dropout;
                    dropped[at] = if drop { NONE } else { numbers[at] };
                }
            }
            let rate = settings.rate * (1.0 - 0.7 * epoch as f32 / settings.epochs as f32);
            let mut loss = 0.0;
            for &index in &order {
                loss += worker.learn(self, chains, &dropped, index, rate, settings.frozen);
            }
            for row in &mut self.rows {
                for weight in row.iter_mut() {
                    *weight = weight.signum() * (weight.abs() - settings.shrink).max(0.0);
                }
            }
            say(format!("  epoch {:2}: loss {:.4} a chain", epoch + 1, loss / order.len().max(1) as f64));
            if epoch * 2 >= settings.epochs {
                let (rows, transitions, count) =
                    mean.get_or_insert_with(|| (vec![[0.0; LABELS]; self.rows.len()], Transitions::default(), 0.0));
                for (sum, row) in rows.iter_mut().zip(&self.rows) {
                    for (sum, weight) in sum.iter_mut().zip(row) {
                        *sum += weight;
                    }
                }
                zip(transitions, &self.transitions, |sum, weight| *sum += weight);
                *count += 1.0;
            }
        }
        if let Some((rows, transitions, count)) = mean {
            self.rows = rows;
            for weight in self.rows.iter_mut().flatten() {
                *weight *= (1.0 - settings.dropout) / count;
            }
            self.transitions = transitions.map(|sum| sum / count);
        }
    }
}

/// The scores of a chain's tokens.
pub(crate) fn scores(
    rows: &[Scores],
    chains: &Chains,
    numbers: &[u32],
    tokens: std::ops::Range<usize>,
    out: &mut Vec<Scores>,
) {
    out.clear();
    for token in tokens {
        let mut sum = [0.0; LABELS];
        for &number in &numbers[chains.features_of(token)] {
            if number != NONE {
                for (sum, weight) in sum.iter_mut().zip(&rows[number as usize]) {
                    *sum += weight;
                }
            }
        }
        out.push(sum);
    }
}

fn zip(a: &mut Transitions, b: &Transitions, mut f: impl FnMut(&mut f32, f32)) {
    for (a, &b) in a.between.iter_mut().flatten().zip(b.between.iter().flatten()) {
        f(a, b);
    }
    for (a, &b) in a.within.iter_mut().flatten().zip(b.within.iter().flatten()) {
        f(a, b);
    }
}

/// Buffers kept from chain to chain.
#[derive(Default)]
struct Worker {
    scores: Vec<Scores>,
    free: Sums,
    held: Sums,
}

impl Worker {
    /// Takes one step on one chain; gives its loss.
    fn learn(&mut self, crf: &mut Crf, chains: &Chains, numbers: &[u32], index: usize, rate: f32, frozen: bool) -> f64 {
        let (tokens, weight) = chains.chains[index].clone();
        scores(&crf.rows, chains, numbers, tokens.clone(), &mut self.scores);
        let factors = crf.transitions.map(f32::exp);
        self.free.compute(&self.scores, None, &factors);
        self.held.compute(&self.scores, Some(&chains.allowed[tokens.clone()]), &factors);
        let loss = f64::from(weight) * (self.free.log_total - self.held.log_total);
        if loss < 1e-5 {
            return loss;
        }
        for (at, token) in tokens.enumerate() {
            let mut gradient = self.free.marginals(at);
            for (gradient, held) in gradient.iter_mut().zip(self.held.marginals(at)) {
                *gradient = weight * (*gradient - held);
            }
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            let squared = gradient.map(|g| g * g);
            for &number in &numbers[chains.features_of(token)] {
                if number == NONE {
                    continue;
                }
                let (row, squares) = (&mut crf.rows[number as usize], &mut crf.squares[number as usize]);
                for label in 0..LABELS {
                    squares[label] += squared[label];
                    let step = rate * gradient[label] / (squares[label] + 0.1).sqrt();
                    row[label] -= if frozen && row[label] == 0.0 { 0.0 } else { step };
                }
            }
        }
        let mut gradient = Transitions::default();
        self.free.add_transitions(&factors, weight, &mut gradient);
        self.held.add_transitions(&factors, -weight, &mut gradient);
        zip(&mut crf.transition_squares, &gradient, |square, g| *square += g * g);
        let squares = &crf.transition_squares;
        let mut step = gradient.clone();
        zip(&mut step, squares, |g, square| *g *= rate / (square + 1.0).sqrt());
        zip(&mut crf.transitions, &step, |weight, step| *weight -= step);
        loss
    }
}
