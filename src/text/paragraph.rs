//! Where paragraphs end.

/// Whether the lines of a text were broken by hand in the middle of sentences, as in mail and old wire copy: more than
/// a quarter of the lines that follow another directly go on in lower case.
pub(super) fn is_hand_wrapped(text: &str) -> bool {
    let (mut following, mut lower) = (0_usize, 0_usize);
    let mut after_text = false;
    for line in text.lines() {
        let start = line.trim_start().chars().next();
        if after_text && let Some(first) = start {
            following += 1;
            lower += usize::from(first.is_lowercase());
        }
        after_text = start.is_some();
    }
    following > 0 && lower * 4 > following
}

/// The end of the paragraph that begins at `start`, the line breaks behind it included.
///
/// A line break ends a paragraph, or, in a text wrapped by hand, an empty line. U+2028 and U+2029 always do.
pub(super) fn end(text: &str, start: usize, hand_wrapped: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' | b'\r' | 0x0B | 0x0C => {
                at += 1;
                if !hand_wrapped || line_is_blank(bytes, at) {
                    return at;
                }
            }
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            0xE2 if bytes[at..].starts_with(b"\xE2\x80\xA8") || bytes[at..].starts_with(b"\xE2\x80\xA9") => {
                return at + 3;
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Whether the line that begins at `at` holds white space only. A `\n` that ends a `\r\n` is not a line of its own.
fn line_is_blank(bytes: &[u8], at: usize) -> bool {
    let at = if at > 0 && bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') { at + 1 } else { at };
    bytes[at..].iter().find(|byte| !matches!(byte, b' ' | b'\t')).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
}
