//! The tagger: from a document to mentions.

use std::ops::Range;
use std::sync::OnceLock;

use super::chain::{self, Scores, Sums, Transitions};
use super::echo;
use super::evidence::Evidences;
use super::feature::{self, Context, REACH, WINDOW};
use super::label::{LABELS, OUTSIDE, Position};
use super::lists::Lists;
use super::weights::{Sum, WIDTH, Weights};
use super::word::Words;
use crate::pace::Pace;
use crate::text::Document;
use crate::{EntityType, Mention};

/// Lists and weights, as they are built into the library.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) lists: Lists,
    pub(crate) weights: Weights,
    /// The exponentials of the transitions.
    factors: Transitions,
}

impl Model {
    /// Reads a model; `None` when the bytes are not one.
    pub(crate) fn decode(lists: &[u8], weights: &[u8]) -> Option<Self> {
        let (lists, weights) = (Lists::decode(lists)?, Weights::decode(weights)?);
        let factors = weights.transitions.map(f32::exp);
        Some(Self { lists, weights, factors })
    }

    /// The built-in model, unpacked once. `None` would mean a library that was built from a broken file, which a test
    /// rules out.
    pub(crate) fn built_in() -> Option<&'static Self> {
        static MODEL: OnceLock<Option<Model>> = OnceLock::new();
        MODEL.get_or_init(|| Self::decode(include_bytes!("lists.bin"), include_bytes!("weights.bin"))).as_ref()
    }
}

/// Tags a document in slices: first all words are read, then sentence after sentence is tagged.
#[derive(Debug, Default)]
pub(crate) struct Tagger {
    words: Words,
    evidences: Evidences,
    /// How many sentences have been read, and how many tagged.
    read: usize,
    tagged: usize,
    /// For each word where its summed scores lie in `sums`; `u32::MAX` for not yet.
    cached: Vec<u32>,
    sums: Vec<[Sum; WINDOW]>,
    chain: Chain,
    mentions: Vec<Mention>,
}

/// What a mention must score: of those that score less, more are wrong than are worth the right ones.
const FLOOR: f32 = 0.4;

/// Buffers kept from chain to chain.
#[derive(Debug, Default)]
struct Chain {
    scores: Vec<Scores>,
    labels: Vec<u8>,
    sums: Sums,
}

impl Tagger {
    /// Works for about `tokens` tokens; `true` when all is tagged.
    pub(crate) fn step(&mut self, model: &Model, document: &Document<'_>, tokens: usize) -> bool {
        let sentences = document.sentences();
        let stop = |from: usize, budget: usize| {
            let Some(first) = sentences.get(from) else { return from };
            let end = first.tokens().start.saturating_add(budget);
            from + sentences[from..].partition_point(|sentence| sentence.tokens().start < end).max(1)
        };
        if self.read < sentences.len() {
            // Reading a token costs about an eighth of tagging it.
            let end = stop(self.read, tokens.saturating_mul(8));
            self.words.extend(document, sentences[end - 1].tokens().end, &model.lists);
            self.evidences.extend(document, &self.words, self.read..end);
            self.read = end;
            return false;
        }
        if self.tagged < sentences.len() {
            if self.tagged == 0 {
                self.cached.resize(self.words.words.len(), u32::MAX);
            }
            let end = stop(self.tagged, tokens);
            let first = document.paragraphs().first().map_or(0, |paragraph| paragraph.sentences().end);
            for index in self.tagged..end {
                self.sentence(model, document, sentences[index].tokens(), index < first);
            }
            self.tagged = end;
        }
        self.tagged == sentences.len()
    }

    /// The mentions, sorted, not overlapping.
    pub(crate) async fn finish(self, document: &Document<'_>, pace: &Pace) -> Vec<Mention> {
        echo::add(document, &self.words, &self.evidences, self.mentions, pace).await
    }

    fn sentence(&mut self, model: &Model, document: &Document<'_>, tokens: Range<usize>, first: bool) {
        let context = Context::new(document, &self.words, &self.evidences, &model.lists, tokens.clone(), first);
        let mut at = 0;
        while at < tokens.len() {
            if !context.candidates[at] {
                at += 1;
                continue;
            }
            let end = (at..tokens.len()).find(|&i| !context.candidates[i]).unwrap_or(tokens.len());
            self.chain.scores.clear();
            for i in at..end {
                let mut sum = [0; WIDTH];
                for distance in 0..WINDOW {
                    let Some(token) = (i + distance).checked_sub(REACH).filter(|&i| i < tokens.len()) else { continue };
                    let word = self.words.of_token[tokens.start + token] as usize;
                    if self.cached[word] == u32::MAX {
                        self.cached[word] = self.sums.len() as u32;
                        self.sums.push(std::array::from_fn(|distance| {
                            let mut sum = [0; WIDTH];
                            feature::of_word(&self.words.words[word], distance, &mut |f| {
                                model.weights.add(f, &mut sum)
                            });
                            sum
                        }));
                    }
                    for (sum, score) in sum.iter_mut().zip(&self.sums[self.cached[word] as usize][distance]) {
                        *sum += score;
                    }
                }
                context.in_context(i, &mut |f| model.weights.add(f, &mut sum));
                self.chain.scores.push(std::array::from_fn(|label| f32::from(sum[label]) * model.weights.step));
            }
            self.chain.mentions(model, document, tokens.start + at, &mut self.mentions);
            at = end;
        }
    }
}

impl Chain {
    /// Appends the mentions of a chain that begins at token `start`.
    fn mentions(&mut self, model: &Model, document: &Document<'_>, start: usize, mentions: &mut Vec<Mention>) {
        chain::best(&self.scores, &model.weights.transitions, &mut self.labels);
        if self.labels.iter().all(|&label| usize::from(label) == OUTSIDE) {
            return;
        }
        self.sums.compute(&self.scores, None, &model.factors);
        let mut at = 0;
        while at < self.labels.len() {
            let label = usize::from(self.labels[at]);
            if label == OUTSIDE {
                at += 1;
                continue;
            }
            let kind = (label - 1) / 4;
            let ends = |label: u8| (usize::from(label) - 1) % 4 >= Position::Last as usize;
            let end = at + 1 + self.labels[at..].iter().position(|&label| ends(label)).unwrap_or(0);
            let score = self.sums.of_mention(at..end, kind, &model.factors).clamp(0.0, 1.0);
            if score >= FLOOR {
                let span = document.cover(start + at..start + end);
                mentions.push(Mention { span, kind: EntityType::ALL[kind], entity: 0, score });
            }
            at = end;
        }
    }
}

const _: () = assert!(LABELS <= WIDTH);
