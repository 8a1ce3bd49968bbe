//! The linear chain: best labels and their probabilities, from the scores of tokens and of neighbours.
//!
//! Only the class of a label counts for its neighbour: a closed mention of some type, or none. That makes 13 x 13
//! transitions instead of 49 x 49, with four more a type inside a mention (Sutton and McCallum, "An introduction to
//! conditional random fields", 2012, for the forward-backward recursions).

use super::label::{LABELS, OUTSIDE, Position, TYPES, label};

/// How many classes a finished label can have: outside, or a mention's type.
pub(crate) const CLASSES: usize = TYPES + 1;

/// The scores of one token's labels.
pub(crate) type Scores = [f32; LABELS];

/// The scores of neighbouring labels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Transitions {
    /// From a finished class to the class of the next label.
    pub(crate) between: [[f32; CLASSES]; CLASSES],
    /// Within a mention of each type: begin-inside, begin-last, inside-inside, inside-last.
    pub(crate) within: [[f32; 4]; TYPES],
}

impl Default for Transitions {
    fn default() -> Self {
        Self { between: [[0.0; CLASSES]; CLASSES], within: [[0.0; 4]; TYPES] }
    }
}

impl Transitions {
    /// The same with every score replaced by `f` of it.
    pub(crate) fn map(&self, f: impl Fn(f32) -> f32) -> Self {
        Self { between: self.between.map(|row| row.map(&f)), within: self.within.map(|row| row.map(&f)) }
    }
}

const BEGIN: Position = Position::Begin;
const INSIDE: Position = Position::Inside;
const LAST: Position = Position::Last;
const UNIT: Position = Position::Unit;

/// The best labels of a chain whose neighbours on both sides are outside.
pub(crate) fn best(scores: &[Scores], transitions: &Transitions, labels: &mut Vec<u8>) {
    labels.clear();
    if scores.is_empty() {
        return;
    }
    // For each token: the class before each class's begin, and whether an inside or last label comes from an inside one.
    let mut closed_by = vec![[0_u8; CLASSES]; scores.len()];
    let mut from_inside = vec![[false; 2 * TYPES]; scores.len()];
    let mut ends = vec![[0_u8; CLASSES]; scores.len()];
    let mut closed = [f32::NEG_INFINITY; CLASSES];
    closed[0] = 0.0;
    let mut open = [[f32::NEG_INFINITY; 2]; TYPES];
    for (at, token) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; CLASSES];
        for (to, (best, by)) in next.iter_mut().zip(&mut closed_by[at]).enumerate() {
            for (from, score) in closed.iter().enumerate() {
                let score = score + transitions.between[from][to];
                if score > *best {
                    (*best, *by) = (score, from as u8);
                }
            }
        }
        closed[0] = next[0] + token[OUTSIDE];
        ends[at][0] = OUTSIDE as u8;
        for kind in 0..TYPES {
            let within = &transitions.within[kind];
            let start = next[kind + 1];
            let step = |begin: f32, inside: f32| if inside > begin { (inside, true) } else { (begin, false) };
            let (inside, inside_from) = step(open[kind][0] + within[0], open[kind][1] + within[2]);
            let (last, last_from) = step(open[kind][0] + within[1], open[kind][1] + within[3]);
            from_inside[at][2 * kind] = inside_from;
            from_inside[at][2 * kind + 1] = last_from;
            let last = last + token[label(kind, LAST)];
            let unit = start + token[label(kind, UNIT)];
            (closed[kind + 1], ends[at][kind + 1]) =
                if last > unit { (last, label(kind, LAST) as u8) } else { (unit, label(kind, UNIT) as u8) };
            open[kind] = [start + token[label(kind, BEGIN)], inside + token[label(kind, INSIDE)]];
        }
    }
    let finish = (0..CLASSES).max_by(|&a, &b| {
        (closed[a] + transitions.between[a][0]).total_cmp(&(closed[b] + transitions.between[b][0])).then(b.cmp(&a))
    });
    let mut class = finish.unwrap_or(0);
    labels.resize(scores.len(), OUTSIDE as u8);
    let mut at = scores.len();
    while at > 0 {
        at -= 1;
        let end = ends[at][class];
        labels[at] = end;
        if class > 0 && usize::from(end) == label(class - 1, LAST) {
            let kind = class - 1;
            let mut inside = from_inside[at][2 * kind + 1];
            while at > 0 {
                at -= 1;
                labels[at] = label(kind, if inside { INSIDE } else { BEGIN }) as u8;
                if !inside {
                    break;
                }
                inside = from_inside[at][2 * kind];
            }
        }
        class = usize::from(closed_by[at][class]);
    }
}

/// Sums over all label sequences of a chain whose neighbours on both sides are outside.
///
/// Values are kept as probabilities, each token's scaled to sum to one, so that no logarithm is taken inside the loops.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// For each token the factors of its labels, relative to the greatest.
    factors: Vec<Scores>,
    /// Forward sums, scaled.
    forward: Vec<Scores>,
    /// Backward sums, scaled by the same factors.
    backward: Vec<Scores>,
    scales: Vec<f32>,
    /// The logarithm of the sum over all sequences.
    pub(crate) log_total: f64,
}

/// The sums by class over the labels that finish a mention or none.
fn by_class(values: &Scores) -> [f32; CLASSES] {
    let mut classes = [0.0; CLASSES];
    classes[0] = values[OUTSIDE];
    for kind in 0..TYPES {
        classes[kind + 1] = values[label(kind, LAST)] + values[label(kind, UNIT)];
    }
    classes
}

impl Sums {
    /// Works out all sums. `factors` are the exponentials of the transitions; a label is left out where `allowed` (when
    /// there is any) lacks its bit.
    pub(crate) fn compute(&mut self, scores: &[Scores], allowed: Option<&[u64]>, factors: &Transitions) {
        let n = scores.len();
        self.factors.clear();
        self.forward.clear();
        self.scales.clear();
        self.log_total = 0.0;
        let mut classes = [0.0; CLASSES];
        classes[0] = 1.0;
        let mut open = [[0.0_f32; 2]; TYPES];
        for (at, token) in scores.iter().enumerate() {
            let greatest = token.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let mut psi = token.map(|score| (score - greatest).exp());
            if let Some(allowed) = allowed {
                for (index, psi) in psi.iter_mut().enumerate() {
                    if allowed[at] >> index & 1 == 0 {
                        *psi = 0.0;
                    }
                }
            }
            let mut alpha = step_forward(&classes, &open, factors);
            let mut total = 0.0;
            for (alpha, psi) in alpha.iter_mut().zip(&psi) {
                *alpha *= psi;
                total += *alpha;
            }
            let scale = if total > 0.0 { 1.0 / total } else { 0.0 };
            for alpha in &mut alpha {
                *alpha *= scale;
            }
            self.log_total += f64::from(greatest) + f64::from(total.max(f32::MIN_POSITIVE)).ln();
            classes = by_class(&alpha);
            for kind in 0..TYPES {
                open[kind] = [alpha[label(kind, BEGIN)], alpha[label(kind, INSIDE)]];
            }
            self.factors.push(psi);
            self.forward.push(alpha);
            self.scales.push(scale);
        }
        let end: f32 = (0..CLASSES).map(|from| classes[from] * factors.between[from][0]).sum();
        self.log_total += f64::from(end.max(f32::MIN_POSITIVE)).ln();
        self.backward.clear();
        self.backward.resize(n, [0.0; LABELS]);
        let mut after = [0.0_f32; CLASSES];
        after[0] = 1.0 / end.max(f32::MIN_POSITIVE);
        let mut inside_after = [[0.0_f32; 2]; TYPES];
        for at in (0..n).rev() {
            // What follows a finished class, and what follows an open mention.
            let beta = &mut self.backward[at];
            for from in 0..CLASSES {
                let sum: f32 = (0..CLASSES).map(|to| factors.between[from][to] * after[to]).sum();
                if from == 0 {
                    beta[OUTSIDE] = sum;
                } else {
                    beta[label(from - 1, LAST)] = sum;
                    beta[label(from - 1, UNIT)] = sum;
                }
            }
            for kind in 0..TYPES {
                let within = &factors.within[kind];
                beta[label(kind, BEGIN)] = within[0] * inside_after[kind][0] + within[1] * inside_after[kind][1];
                beta[label(kind, INSIDE)] = within[2] * inside_after[kind][0] + within[3] * inside_after[kind][1];
            }
            let scale = self.scales[at];
            let weighted = |index: usize| beta[index] * self.factors[at][index] * scale;
            after[0] = weighted(OUTSIDE);
            for kind in 0..TYPES {
                after[kind + 1] = weighted(label(kind, BEGIN)) + weighted(label(kind, UNIT));
                inside_after[kind] = [weighted(label(kind, INSIDE)), weighted(label(kind, LAST))];
            }
        }
    }

    /// The probability of each label at a token.
    #[cfg(any(feature = "train", test))]
    pub(crate) fn marginals(&self, at: usize) -> Scores {
        let mut marginals = self.forward[at];
        for (marginal, beta) in marginals.iter_mut().zip(&self.backward[at]) {
            *marginal *= beta;
        }
        marginals
    }

    /// The probability that a mention of a type stands at just these tokens.
    pub(crate) fn of_mention(&self, tokens: std::ops::Range<usize>, kind: usize, factors: &Transitions) -> f32 {
        let last = tokens.end - 1;
        if tokens.len() == 1 {
            let unit = label(kind, UNIT);
            return self.forward[last][unit] * self.backward[last][unit];
        }
        let mut value = self.forward[tokens.start][label(kind, BEGIN)];
        let mut open = 0;
        for at in tokens.start + 1..tokens.end {
            let position = if at == last { LAST } else { INSIDE };
            let within = factors.within[kind][2 * open + usize::from(at == last)];
            value *= within * self.factors[at][label(kind, position)] * self.scales[at];
            open = 1;
        }
        value * self.backward[last][label(kind, LAST)]
    }
}

#[cfg(feature = "train")]
impl Sums {
    /// Adds `weight` times the expected number of each transition.
    pub(crate) fn add_transitions(&self, factors: &Transitions, weight: f32, into: &mut Transitions) {
        let mut classes = [0.0; CLASSES];
        classes[0] = 1.0;
        for at in 0..=self.forward.len() {
            let mut after = [0.0; CLASSES];
            if at == self.forward.len() {
                let end: f32 = (0..CLASSES).map(|from| classes[from] * factors.between[from][0]).sum();
                after[0] = 1.0 / end.max(f32::MIN_POSITIVE);
            } else {
                let weighted = |index: usize| self.backward[at][index] * self.factors[at][index] * self.scales[at];
                after[0] = weighted(OUTSIDE);
                for kind in 0..TYPES {
                    after[kind + 1] = weighted(label(kind, BEGIN)) + weighted(label(kind, UNIT));
                    if at > 0 {
                        let alpha = &self.forward[at - 1];
                        for (open, position) in [BEGIN, INSIDE].into_iter().enumerate() {
                            for (to, next) in [INSIDE, LAST].into_iter().enumerate() {
                                into.within[kind][2 * open + to] += weight
                                    * alpha[label(kind, position)]
                                    * factors.within[kind][2 * open + to]
                                    * weighted(label(kind, next));
                            }
                        }
                    }
                }
            }
            for from in 0..CLASSES {
                for to in 0..CLASSES {
                    into.between[from][to] += weight * classes[from] * factors.between[from][to] * after[to];
                }
            }
            if at < self.forward.len() {
                classes = by_class(&self.forward[at]);
            }
        }
    }
}

/// One step of the forward recursion, before the token's own factors.
fn step_forward(classes: &[f32; CLASSES], open: &[[f32; 2]; TYPES], factors: &Transitions) -> Scores {
    let mut next = [0.0_f32; CLASSES];
    for (class, row) in classes.iter().zip(&factors.between) {
        if *class > 0.0 {
            for (next, factor) in next.iter_mut().zip(row) {
                *next += class * factor;
            }
        }
    }
    let mut alpha = [0.0; LABELS];
    alpha[OUTSIDE] = next[0];
    for kind in 0..TYPES {
        let within = &factors.within[kind];
        alpha[label(kind, BEGIN)] = next[kind + 1];
        alpha[label(kind, UNIT)] = next[kind + 1];
        alpha[label(kind, INSIDE)] = open[kind][0] * within[0] + open[kind][1] * within[2];
        alpha[label(kind, LAST)] = open[kind][0] * within[1] + open[kind][1] * within[3];
    }
    alpha
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores without a pattern, the same on every run.
    fn noise(seed: u64) -> f32 {
        (super::super::hash::mix(seed, 17) >> 40) as f32 / (1 << 24) as f32 * 4.0 - 2.0
    }

    fn example() -> (Vec<Scores>, Transitions) {
        let mut transitions = Transitions::default();
        for (i, row) in transitions.between.iter_mut().enumerate() {
            for (j, score) in row.iter_mut().enumerate() {
                *score = noise((i * 100 + j) as u64);
            }
        }
        for (i, row) in transitions.within.iter_mut().enumerate() {
            for (j, score) in row.iter_mut().enumerate() {
                *score = noise((5000 + i * 100 + j) as u64);
            }
        }
        // Labels of the first two types only, so that all sequences can be listed.
        let scores = (0..4_u64)
            .map(|at| {
                std::array::from_fn(|index| if index < 9 { noise(10_000 + at * 100 + index as u64) } else { -1e9 })
            })
            .collect();
        (scores, transitions)
    }

    /// The score of a sequence of labels; `None` when it is not a legal one.
    fn score(labels: &[usize], scores: &[Scores], transitions: &Transitions) -> Option<f32> {
        let mut total = 0.0;
        let mut before = OUTSIDE;
        for at in 0..=labels.len() {
            let next = labels.get(at).copied().unwrap_or(OUTSIDE);
            let (kind, position) = ((next.max(1) - 1) / 4, (next.max(1) - 1) % 4);
            let open = before > 0 && (before - 1) % 4 < 2;
            if open {
                if next == OUTSIDE || position == 0 || position == 3 || kind != (before - 1) / 4 {
                    return None;
                }
                total += transitions.within[kind][2 * ((before - 1) % 4) + (position - 1)];
            } else {
                if next > 0 && (position == 1 || position == 2) {
                    return None;
                }
                let class = |index: usize| if index == 0 { 0 } else { (index - 1) / 4 + 1 };
                total += transitions.between[class(before)][class(next)];
            }
            if at < labels.len() {
                total += scores[at][next];
            }
            before = next;
        }
        Some(total)
    }

    fn all(length: usize) -> impl Iterator<Item = Vec<usize>> {
        (0..9_usize.pow(length as u32)).map(move |n| (0..length).map(|i| n / 9_usize.pow(i as u32) % 9).collect())
    }

    #[test]
    fn best_is_the_best_of_all_sequences() {
        let (scores, transitions) = example();
        let best_of_all = all(4)
            .filter_map(|labels| Some((score(&labels, &scores, &transitions)?, labels)))
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, labels)| labels);
        let mut labels = Vec::new();
        best(&scores, &transitions, &mut labels);
        assert_eq!(best_of_all, Some(labels.iter().map(|&l| usize::from(l)).collect()));
    }

    #[test]
    fn sums_are_those_over_all_sequences() {
        let (scores, transitions) = example();
        let factors = transitions.map(f32::exp);
        let mut sums = Sums::default();
        sums.compute(&scores, None, &factors);
        let (mut total, mut unit, mut long) = (0.0, 0.0, 0.0);
        for labels in all(4) {
            let Some(score) = score(&labels, &scores, &transitions) else { continue };
            let weight = f64::from(score).exp();
            total += weight;
            if labels[2] == label(1, UNIT) {
                unit += weight;
            }
            if labels[..3] == [label(0, BEGIN), label(0, INSIDE), label(0, LAST)] {
                long += weight;
            }
        }
        assert!((sums.log_total - total.ln()).abs() < 1e-3);
        assert!((f64::from(sums.marginals(2)[label(1, UNIT)]) - unit / total).abs() < 1e-4);
        assert!((f64::from(sums.of_mention(0..3, 0, &factors)) - long / total).abs() < 1e-4);
    }
}
