//! From UTF-8 bytes to UTF-16 code units, in one pass over the text.

/// Rewrites byte positions, each on a character border of `text`, as UTF-16 positions.
///
/// Positions past the end of the text become its length. Costs one pass over the text and a sort of the positions.
pub(crate) fn convert(text: &str, mut positions: Vec<&mut usize>) {
    if text.is_ascii() {
        return;
    }
    positions.sort_unstable();
    let (mut byte, mut unit) = (0, 0);
    let mut characters = text.chars();
    for position in positions {
        while byte < *position {
            let Some(c) = characters.next() else { break };
            byte += c.len_utf8();
            unit += c.len_utf16();
        }
        *position = unit;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn counts_surrogate_pairs_as_two() {
        let text = "é😀a";
        let (mut a, mut b, mut c) = (2, 7, 6);
        super::convert(text, vec![&mut a, &mut b, &mut c]);
        assert_eq!((a, b, c), (1, 4, 3));
    }
}
