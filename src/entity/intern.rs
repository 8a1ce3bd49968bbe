//! Small numbers for hashes.

/// Gives each different hash a number, in the order in which they come.
///
/// Two things that share all 64 bits count as the same; among a million different words that happens once in tens of
/// millions of articles.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    hashes: Vec<u64>,
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Interner {
    /// How many different hashes there are.
    pub(crate) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// The number of a hash, and whether it is new.
    #[inline]
    pub(crate) fn intern(&mut self, hash: u64) -> (u32, bool) {
        if self.hashes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(hash);
        if self.slots[slot] != EMPTY {
            return (self.slots[slot], false);
        }
        let id = self.hashes.len() as u32;
        self.slots[slot] = id;
        self.hashes.push(hash);
        (id, true)
    }

    /// The number of a hash that was met before.
    pub(crate) fn find(&self, hash: u64) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        Some(self.slots[self.slot(hash)]).filter(|&id| id != EMPTY)
    }

    /// The slot that holds this hash, or the empty one where it would go.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != EMPTY && self.hashes[self.slots[slot] as usize] != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![EMPTY; (self.slots.len() * 2).max(1024)];
        for id in 0..self.hashes.len() {
            let slot = self.slot(self.hashes[id]);
            self.slots[slot] = id as u32;
        }
    }
}
