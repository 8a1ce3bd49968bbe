//! From UTF-8 bytes to UTF-16 code units.

/// How many bytes lie between two positions that are remembered.
const STRIDE: usize = 256;

/// Where some bytes of a text stand in UTF-16 code units, so that any other is found from the nearest before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// The units before each [`STRIDE`] bytes; empty for a text in which bytes and units are the same.
    units: Vec<usize>,
}

impl Index {
    /// Costs one pass over the text.
    pub(crate) fn new(text: &str) -> Self {
        let mut units = Vec::new();
        if !text.is_ascii() {
            let mut sum = 0;
            for bytes in text.as_bytes().chunks(STRIDE) {
                units.push(sum);
                sum += count(bytes);
            }
        }
        Self { units }
    }

    /// A byte position of the text, on a character border, as a UTF-16 position. One past the end becomes the end.
    pub(crate) fn unit(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        // At the very end of a text that fills its last stride, there is no stride behind.
        let stride = (byte / STRIDE).min(self.units.len().saturating_sub(1));
        match self.units.get(stride) {
            Some(units) => units + count(&text.as_bytes()[stride * STRIDE..byte]),
            None => byte,
        }
    }
}

/// The code units of whole characters: one for each, and one more for those outside of the basic plane, whose UTF-8 takes
/// four bytes. Of a character that is cut, its first byte stands for all of it.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_surrogate_pairs_as_two() {
        let text = "é😀a";
        let index = Index::new(text);
        assert_eq!([0, 2, 6, 7, 99].map(|byte| index.unit(text, byte)), [0, 1, 3, 4, 4]);
    }

    #[test]
    fn every_border_of_a_long_text_is_found() {
        for text in ["aé😀€".repeat(200), "ü".repeat(STRIDE / 2), "a".repeat(2 * STRIDE)] {
            let index = Index::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(index.unit(&text, byte), text[..byte].encode_utf16().count());
            }
        }
    }
}
