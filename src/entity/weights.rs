//! The trained weights: which features count, and how much for each label.

use super::chain::Transitions;
use super::label::LABELS;
use super::pack::{self, Reader};

/// The weights of one feature, in steps of [`Weights::step`]. Padded to a whole number of vector registers.
pub(crate) type Row = [i8; WIDTH];

/// Sums of rows.
pub(crate) type Sum = [i16; WIDTH];

/// The length of a row.
pub(crate) const WIDTH: usize = LABELS.next_multiple_of(16);

/// Features that were hashed into a table, and the chain's transitions.
#[derive(Debug)]
pub(crate) struct Weights {
    /// The hash range of features.
    range: u32,
    /// An open-addressing table: a feature's slot in `range`, and its row.
    table: Vec<(u32, u32)>,
    rows: Vec<Row>,
    /// What one unit of a row is worth as a score.
    pub(crate) step: f32,
    pub(crate) transitions: Transitions,
}

const EMPTY: u32 = u32::MAX;

impl Weights {
    /// Reads packed weights; `None` when the bytes are not such.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let (count, range) = (reader.number()? as usize, reader.number()?);
        if count > bytes.len() {
            return None;
        }
        let mut float = || reader.number().map(f32::from_bits);
        let step = float()?;
        let mut transitions = Transitions::default();
        for score in transitions.between.iter_mut().flatten().chain(transitions.within.iter_mut().flatten()) {
            *score = float()?;
        }
        let size = (count * 2).next_power_of_two().max(2);
        let mut table = vec![(EMPTY, 0); size];
        let mut slot = 0_u32;
        for row in 0..count {
            slot = slot.checked_add(reader.step()?)?;
            let mut at = place(slot, size);
            while table[at].0 != EMPTY {
                at = (at + 1) & (size - 1);
            }
            table[at] = (slot, row as u32);
        }
        // For each label, the rows that have a weight for it: steps between them, then the weights.
        let mut rows = vec![[0; WIDTH]; count];
        for label in 0..LABELS {
            let length = reader.number()? as usize;
            let mut row = 0_usize;
            let mut at = Vec::with_capacity(length.min(count));
            for _ in 0..length {
                row = row.checked_add(reader.step()? as usize)?;
                at.push(row);
            }
            for (row, &weight) in at.into_iter().zip(reader.take(length)?) {
                rows.get_mut(row)?[label] = weight as i8;
            }
        }
        reader.0.is_empty().then_some(Self { range, table, rows, step, transitions })
    }

    /// The row of a feature, if the model has one.
    #[inline]
    pub(crate) fn row(&self, feature: u64) -> Option<u32> {
        let slot = pack::slot(feature, self.range);
        let mask = self.table.len() - 1;
        let mut at = place(slot, self.table.len());
        loop {
            match self.table[at] {
                (EMPTY, _) => return None,
                (found, row) if found == slot => return Some(row),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Adds a feature's row, if it has one.
    #[inline]
    pub(crate) fn add(&self, feature: u64, sum: &mut Sum) {
        if let Some(row) = self.row(feature) {
            for (sum, weight) in sum.iter_mut().zip(&self.rows[row as usize]) {
                *sum += i16::from(*weight);
            }
        }
    }
}

/// Where the search for a slot begins in a table of `size`, a power of two.
#[inline]
fn place(slot: u32, size: usize) -> usize {
    (slot.wrapping_mul(0x9E37_79B1) >> 7) as usize & (size - 1)
}

#[cfg(feature = "train")]
pub(crate) mod write {
    //! The writing side.

    use super::{LABELS, Transitions, WIDTH};
    use crate::entity::pack::write;

    /// Packs weights. `rows` are sorted by slot, no slot twice.
    pub(crate) fn encode(range: u32, rows: &[(u32, [i8; WIDTH])], step: f32, transitions: &Transitions) -> Vec<u8> {
        let mut out = Vec::new();
        write::number(&mut out, rows.len() as u32);
        write::number(&mut out, range);
        let scores = transitions.between.iter().flatten().chain(transitions.within.iter().flatten());
        for number in [&step].into_iter().chain(scores) {
            write::number(&mut out, number.to_bits());
        }
        write::steps(&mut out, rows.iter().map(|(slot, _)| *slot));
        for label in 0..LABELS {
            let weighted: Vec<(u32, i8)> =
                (0..).zip(rows).map(|(at, (_, row))| (at, row[label])).filter(|(_, weight)| *weight != 0).collect();
            write::number(&mut out, weighted.len() as u32);
            write::steps(&mut out, weighted.iter().map(|(at, _)| *at));
            out.extend(weighted.iter().map(|(_, weight)| *weight as u8));
        }
        out
    }
}
