//! Days as users write them.

use newsgloss::Date;

/// Reads a day written `YYYY-MM-DD`, and nothing else.
pub(super) fn parse(text: &str) -> Result<Date, String> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(i, byte)| if matches!(i, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() });
    shaped
        .then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| format!("{text:?} is not a day of the calendar written like 2024-07-16"))
}
