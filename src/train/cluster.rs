//! Clusters of words that are used alike, learnt from plain text.
//!
//! Each word is described by the words to its left and right (positive pointwise mutual information, reduced to a few
//! dimensions by subspace iteration; Levy and Goldberg, "Neural word embedding as implicit matrix factorization",
//! 2014), and the descriptions are gathered by spherical k-means.

use std::collections::HashMap;

use crate::entity::hash;
use crate::entity::word::normalize;
use crate::text::{Document, TokenKind};

/// How many clusters there are; the number 0 stands for none.
const CLUSTERS: usize = 250;
/// How often a word must occur.
const LEAST: u32 = 8;
/// How many of the most frequent words describe the others.
const CONTEXTS: usize = 3000;
/// The dimensions that are kept.
const DIMENSIONS: usize = 64;
const ROUNDS: usize = 4;

type Vector = [f32; DIMENSIONS];

/// Counts of words and of their neighbours.
#[derive(Default)]
pub(crate) struct Clustering {
    numbers: HashMap<u64, u32>,
    words: Vec<(u64, u32)>,
    /// The text as word numbers; `BREAK` ends a sentence.
    stream: Vec<u32>,
}

const BREAK: u32 = u32::MAX;

impl Clustering {
    /// Takes in a text.
    pub(crate) fn add(&mut self, text: &str) {
        let document = Document::new(text);
        let mut lower = String::new();
        for sentence in document.sentences() {
            for token in sentence.tokens() {
                if document.tokens()[token].kind == TokenKind::Link {
                    continue;
                }
                normalize(document.word(token), &mut lower);
                let word = hash::bytes(lower.as_bytes());
                let next = self.words.len() as u32;
                let number = *self.numbers.entry(word).or_insert(next);
                if number == next {
                    self.words.push((word, 0));
                }
                self.words[number as usize].1 += 1;
                self.stream.push(number);
            }
            self.stream.push(BREAK);
        }
    }

    /// The words that are frequent enough, each with its cluster.
    pub(crate) fn run(self, random: &mut fastrand::Rng) -> Vec<(u64, u8)> {
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        order.sort_by_key(|&number| (std::cmp::Reverse(self.words[number as usize].1), self.words[number as usize].0));
        order.retain(|&number| self.words[number as usize].1 >= LEAST);
        let mut rank = vec![usize::MAX; self.words.len()];
        for (at, &number) in order.iter().enumerate() {
            rank[number as usize] = at;
        }
        let matrix = self.matrix(&rank, order.len());
        let vectors = reduce(&matrix, 2 * CONTEXTS, random);
        let clusters = gather(&vectors, random);
        order.iter().zip(clusters).map(|(&number, cluster)| (self.words[number as usize].0, cluster)).collect()
    }

    /// For each word its contexts, with their positive mutual information.
    fn matrix(&self, rank: &[usize], words: usize) -> Vec<Vec<(u32, f32)>> {
        let mut counts: HashMap<(u32, u32), u32> = HashMap::new();
        let (mut of_word, mut of_context, mut total) = (vec![0.0_f32; words], vec![0.0_f32; 2 * CONTEXTS], 0.0_f32);
        for pair in self.stream.windows(2) {
            let place = |number: u32| if number == BREAK { usize::MAX } else { rank[number as usize] };
            let (left, right) = (place(pair[0]), place(pair[1]));
            for (word, other, side) in [(left, right, 0), (right, left, CONTEXTS)] {
                if word < words && other < CONTEXTS {
                    *counts.entry((word as u32, (other + side) as u32)).or_default() += 1;
                    of_word[word] += 1.0;
                    of_context[other + side] += 1.0;
                    total += 1.0;
                }
            }
        }
        let mut rows = vec![Vec::new(); words];
        for ((word, context), count) in counts {
            let expected = of_word[word as usize] * of_context[context as usize].powf(0.75) / total.powf(0.75);
            let information = (count as f32 / expected).ln();
            if information > 0.0 {
                rows[word as usize].push((context, information));
            }
        }
        for row in &mut rows {
            row.sort_unstable_by_key(|(context, _)| *context);
        }
        rows
    }
}

/// The rows of a sparse matrix in its strongest dimensions, each of length one.
fn reduce(matrix: &[Vec<(u32, f32)>], columns: usize, random: &mut fastrand::Rng) -> Vec<Vector> {
    let mut basis: Vec<Vector> = (0..columns).map(|_| std::array::from_fn(|_| random.f32() - 0.5)).collect();
    let mut rows = vec![[0.0; DIMENSIONS]; matrix.len()];
    for round in 0..ROUNDS {
        orthogonalize(&mut basis);
        for (row, entries) in rows.iter_mut().zip(matrix) {
            *row = [0.0; DIMENSIONS];
            for &(column, value) in entries {
                for (sum, x) in row.iter_mut().zip(&basis[column as usize]) {
                    *sum += value * x;
                }
            }
        }
        if round + 1 < ROUNDS {
            basis.fill([0.0; DIMENSIONS]);
            for (row, entries) in rows.iter().zip(matrix) {
                for &(column, value) in entries {
                    for (sum, x) in basis[column as usize].iter_mut().zip(row) {
                        *sum += value * x;
                    }
                }
            }
        }
    }
    for row in &mut rows {
        scale(row);
    }
    rows
}

/// Makes the columns of a tall matrix orthonormal (Gram-Schmidt).
fn orthogonalize(basis: &mut [Vector]) {
    for d in 0..DIMENSIONS {
        for earlier in 0..d {
            let dot: f32 = basis.iter().map(|row| row[d] * row[earlier]).sum();
            for row in basis.iter_mut() {
                row[d] -= dot * row[earlier];
            }
        }
        let norm = basis.iter().map(|row| row[d] * row[d]).sum::<f32>().sqrt().max(1e-12);
        for row in basis.iter_mut() {
            row[d] /= norm;
        }
    }
}

fn scale(vector: &mut Vector) {
    let norm = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-12);
    for x in vector {
        *x /= norm;
    }
}

/// Spherical k-means.
fn gather(vectors: &[Vector], random: &mut fastrand::Rng) -> Vec<u8> {
    if vectors.is_empty() {
        return Vec::new();
    }
    let mut centres: Vec<Vector> = (0..CLUSTERS).map(|_| vectors[random.usize(..vectors.len())]).collect();
    let mut clusters = vec![0_u8; vectors.len()];
    for _ in 0..12 {
        for (cluster, vector) in clusters.iter_mut().zip(vectors) {
            let mut best = f32::NEG_INFINITY;
            for (at, centre) in centres.iter().enumerate() {
                let dot: f32 = vector.iter().zip(centre).map(|(a, b)| a * b).sum();
                if dot > best {
                    (best, *cluster) = (dot, at as u8);
                }
            }
        }
        let mut sums = vec![[0.0; DIMENSIONS]; CLUSTERS];
        for (&cluster, vector) in clusters.iter().zip(vectors) {
            for (sum, x) in sums[usize::from(cluster)].iter_mut().zip(vector) {
                *sum += x;
            }
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|x| *x != 0.0) {
                scale(&mut sum);
                *centre = sum;
            }
        }
    }
    clusters
}
