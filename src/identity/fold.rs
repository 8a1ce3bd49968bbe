//! Names as they compare: small letters without accents, full stops, apostrophes and quotation marks.

/// Letters whose base letter Unicode does not give by case alone, grouped by that base.
const BASES: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệə"),
    ("g", "ĝğġģǧ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıǐỉịı"),
    ("j", "ĵ"),
    ("k", "ķǩ"),
    ("l", "ĺļľłŀ"),
    ("n", "ñńņňŋ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšșṣ"),
    ("ss", "ß"),
    ("t", "ţťțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżžẓ"),
];

/// The folded form of a word. Hyphens stay.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            } else if matches!(c, '-' | '/') && !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            } else if c == '&' {
                out.push_str("and");
            }
            continue;
        }
        match c {
            '‐' | '‑' | '–' => out.push('-'),
            // Combining accents, and letters that only mark a glottal stop.
            '\u{300}'..='\u{36F}' | 'ʻ' | 'ʼ' | 'ʿ' | 'ʾ' => {}
            _ if c.is_alphanumeric() => {
                for lower in c.to_lowercase() {
                    match BASES.iter().find(|(_, letters)| letters.contains(lower)) {
                        Some((base, _)) => out.push_str(base),
                        None if ('\u{300}'..='\u{36F}').contains(&lower) => {}
                        None => out.push(lower),
                    }
                }
            }
            _ => {}
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_stops_and_marks_do_not_count() {
        assert_eq!(fold("Seán"), "sean");
        assert_eq!(fold("U.S."), "us");
        assert_eq!(fold("O’Neill"), "oneill");
        assert_eq!(fold("Nguyễn"), "nguyen");
        assert_eq!(fold("İzmir"), "izmir");
        assert_eq!(fold("Łódź"), "lodz");
        assert_eq!(fold("Yong‑ho"), "yong-ho");
        assert_eq!(fold("“Mild”"), "mild");
    }
}
