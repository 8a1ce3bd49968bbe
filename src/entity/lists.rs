//! Name lists and word clusters, compiled small: hashes, not names.
//!
//! A list answers "does it hold this name" and errs, by the width of its hashes, for about one in a hundred names that
//! it does not hold; the tagger has learnt its weights with these very errors. What a list says is a feature, never a
//! decision.

use super::hash;
use super::pack::{self, Reader};
use super::word::Word;

/// What kinds of names there are lists of. The tagger learns what most of them mean without knowing them by name.
#[cfg_attr(not(feature = "train"), allow(dead_code))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    GivenName = 0,
    Surname = 1,
    Place = 2,
    Country = 3,
    Demonym = 4,
    Organization = 5,
    Title = 6,
    OrganizationWord = 7,
    PlaceWord = 8,
    /// Words in small letters and marks that stand inside dates, sums and names.
    Trigger = 9,
}

/// How many lists there are.
pub(crate) const LISTS: usize = 10;

/// The most words of a name that a list can hold.
pub(crate) const LONGEST: usize = 6;

/// The lists and clusters.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    names: [NameSet; LISTS],
    clusters: Clusters,
}

impl Lists {
    /// Reads compiled lists; `None` when the bytes are not such.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let mut lists = Self::default();
        for set in &mut lists.names {
            *set = NameSet::decode(&mut reader)?;
        }
        lists.clusters = Clusters::decode(&mut reader)?;
        reader.0.is_empty().then_some(lists)
    }

    /// The lists that hold this one word as a whole name, a bit each.
    pub(crate) fn of_word(&self, lower: u64) -> u32 {
        self.of_name(hash::mix(0, lower))
    }

    /// The lists that hold the name whose words' hashes were mixed into `name`, a bit each.
    #[inline]
    pub(crate) fn of_name(&self, name: u64) -> u32 {
        let mut bits = 0;
        for (list, set) in self.names.iter().enumerate() {
            bits |= u32::from(set.contains(name)) << list;
        }
        bits
    }

    /// Whether a word in small letters, or a mark, can be part of a mention.
    pub(crate) fn triggers(word: &Word) -> bool {
        word.lists & 1 << List::Trigger as u32 != 0
    }

    /// The cluster of a word, from 1; 0 when it is in none.
    pub(crate) fn cluster_of(&self, lower: u64) -> u16 {
        self.clusters.of(lower)
    }
}

/// A set of hashes as a bitmap.
#[derive(Debug, Default)]
struct NameSet {
    range: u32,
    bits: Vec<u64>,
}

impl NameSet {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let (count, range) = (reader.number()?, reader.number()?);
        if range > 1 << 26 {
            return None;
        }
        let mut bits = vec![0_u64; (range as usize).div_ceil(64)];
        let mut at = 0_u32;
        for _ in 0..count {
            at = at.checked_add(reader.step()?)?;
            *bits.get_mut(at as usize / 64)? |= 1 << (at % 64);
        }
        Some(Self { range, bits })
    }

    #[inline]
    fn contains(&self, name: u64) -> bool {
        let slot = pack::slot(name, self.range) as usize;
        self.bits.get(slot / 64).is_some_and(|bits| bits >> (slot % 64) & 1 == 1)
    }
}

/// Clusters of words that are used alike.
#[derive(Debug, Default)]
struct Clusters {
    range: u32,
    slots: Vec<u32>,
    clusters: Vec<u8>,
}

impl Clusters {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let (count, range) = (reader.number()?, reader.number()?);
        let mut at = 0_u32;
        let slots = (0..count)
            .map(|_| {
                at = at.checked_add(reader.step()?)?;
                Some(at)
            })
            .collect::<Option<_>>()?;
        Some(Self { range, slots, clusters: reader.take(count as usize)?.to_vec() })
    }

    fn of(&self, lower: u64) -> u16 {
        match self.slots.binary_search(&pack::slot(lower, self.range)) {
            Ok(found) => u16::from(self.clusters[found]) + 1,
            Err(_) => 0,
        }
    }
}

#[cfg(feature = "train")]
pub(crate) mod compile {
    //! The compiling side.

    use super::{LISTS, hash, pack};
    use pack::write;

    /// How many slots a list has for each name: the reciprocal of its rate of false answers.
    const SLOTS_PER_NAME: u32 = 64;
    /// The same for the words of clusters.
    const SLOTS_PER_WORD: u32 = 200;

    /// The hash of a name from the normalized hashes of its words.
    pub(crate) fn name(words: impl IntoIterator<Item = u64>) -> u64 {
        words.into_iter().fold(0, hash::mix)
    }

    /// Compiles lists of names, given as hashes, and clusters of words.
    pub(crate) fn encode(lists: &[Vec<u64>; LISTS], clusters: &[(u64, u8)]) -> Vec<u8> {
        let mut out = Vec::new();
        for names in lists {
            let range = names.len() as u32 * SLOTS_PER_NAME;
            let mut slots: Vec<u32> = names.iter().map(|&name| pack::slot(name, range)).collect();
            slots.sort_unstable();
            slots.dedup();
            write::number(&mut out, slots.len() as u32);
            write::number(&mut out, range);
            write::steps(&mut out, slots.iter().copied());
        }
        let range = clusters.len() as u32 * SLOTS_PER_WORD;
        let mut slots: Vec<(u32, u8)> =
            clusters.iter().map(|&(word, cluster)| (pack::slot(word, range), cluster)).collect();
        slots.sort_unstable();
        slots.dedup_by_key(|(slot, _)| *slot);
        write::number(&mut out, slots.len() as u32);
        write::number(&mut out, range);
        write::steps(&mut out, slots.iter().map(|(slot, _)| *slot));
        out.extend(slots.iter().map(|(_, cluster)| *cluster));
        out
    }
}
