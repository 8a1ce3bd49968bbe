//! What an entry must be. Knowledge may come from a stranger's file, and ends up in a page.

use std::fmt;

use super::KnowledgeEntry;

const LONGEST_NAME: usize = 200;
const MOST_ALIASES: usize = 100;
const LONGEST_DESCRIPTION: usize = 1_000;
const LONGEST_URL: usize = 2_000;

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoName,
    TooLong(&'static str),
    Control(&'static str),
    TooManyAliases,
    Url,
    Wikidata,
    Year,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName => f.write_str("it has no name"),
            Self::TooLong(field) => write!(f, "its {field} is too long"),
            Self::Control(field) => write!(f, "its {field} holds control characters"),
            Self::TooManyAliases => write!(f, "it has more than {MOST_ALIASES} aliases"),
            Self::Url => f.write_str("its url is neither http, nor https, nor relative"),
            Self::Wikidata => f.write_str("its wikidata is no identifier like Q1065"),
            Self::Year => f.write_str("its year is none of the last or next few thousand"),
        }
    }
}

/// Checks one entry.
pub(super) fn check(entry: &KnowledgeEntry) -> Result<(), Fault> {
    if entry.name.trim().is_empty() {
        return Err(Fault::NoName);
    }
    text("name", &entry.name, LONGEST_NAME)?;
    if entry.aliases.len() > MOST_ALIASES {
        return Err(Fault::TooManyAliases);
    }
    for alias in &entry.aliases {
        text("alias", alias, LONGEST_NAME)?;
    }
    if let Some(description) = &entry.description {
        text("description", description, LONGEST_DESCRIPTION)?;
    }
    if let Some(url) = &entry.url {
        text("url", url, LONGEST_URL)?;
        if !leads_to_a_page(url) {
            return Err(Fault::Url);
        }
    }
    if entry.wikidata.as_deref().is_some_and(|id| !is_wikidata(id)) {
        return Err(Fault::Wikidata);
    }
    if entry.year.is_some_and(|year| !(-9_999..=9_999).contains(&year)) {
        return Err(Fault::Year);
    }
    Ok(())
}

fn text(field: &'static str, text: &str, longest: usize) -> Result<(), Fault> {
    if text.len() > longest {
        return Err(Fault::TooLong(field));
    }
    // Marks that turn the direction of writing can make a name read as another.
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if text.chars().any(|c| c.is_control() || turns(c)) { Err(Fault::Control(field)) } else { Ok(()) }
}

/// Whether an address is `http`, `https` or relative. White space and backslashes, which browsers drop or turn, are
/// refused, so that nothing can hide in them.
fn leads_to_a_page(url: &str) -> bool {
    if url.is_empty() || url.contains(|c: char| c.is_whitespace() || c == '\\') {
        return false;
    }
    match url.find([':', '/', '?', '#']) {
        Some(at) if url[at..].starts_with(':') => {
            let scheme = &url[..at];
            (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
                && url[at..].strip_prefix("://").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        }
        _ => true,
    }
}

fn is_wikidata(id: &str) -> bool {
    id.strip_prefix('Q').is_some_and(|digits| {
        (1..=12).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut KnowledgeEntry)) -> Result<(), Fault> {
        let mut entry = KnowledgeEntry::new("Ana Ruiz");
        change(&mut entry);
        check(&entry)
    }

    fn url(url: &str) -> bool {
        with(|entry| entry.url = Some(url.to_owned())).is_ok()
    }

    #[test]
    fn only_pages_are_linked() {
        for good in
            ["https://example.org/a?b=c:d#e", "HTTP://example.org", "/people/ana", "people/ana", "?id=1:2", "#ana"]
        {
            assert!(url(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "",
            "https://",
            "https:///x",
            "http:example.org",
            "\\\\example.org",
            "\u{1}javascript:x",
            ":x",
        ] {
            assert!(!url(bad), "{bad}");
        }
    }

    #[test]
    fn identifiers_and_years_are_checked() {
        let wikidata = |id: &str| with(|entry| entry.wikidata = Some(id.to_owned()));
        assert_eq!(wikidata("Q1065"), Ok(()));
        for bad in ["", "Q", "Q0", "q1", "Q12a", "P31", "Q1234567890123", "Q1 "] {
            assert_eq!(wikidata(bad), Err(Fault::Wikidata), "{bad}");
        }
        assert_eq!(with(|entry| entry.year = Some(2024)), Ok(()));
        assert_eq!(with(|entry| entry.year = Some(20_240)), Err(Fault::Year));
    }

    #[test]
    fn giants_and_control_characters_are_refused() {
        assert_eq!(with(|entry| entry.name = "a".repeat(201)), Err(Fault::TooLong("name")));
        assert_eq!(with(|entry| entry.description = Some("a".repeat(1_001))), Err(Fault::TooLong("description")));
        assert_eq!(with(|entry| entry.aliases = vec![String::from("A"); 101]), Err(Fault::TooManyAliases));
        assert_eq!(with(|entry| entry.aliases = vec!["\0".to_owned()]), Err(Fault::Control("alias")));
        assert_eq!(with(|entry| entry.name = "Ana \u{202E}ziuR".to_owned()), Err(Fault::Control("name")));
        assert_eq!(with(|entry| entry.name = "\u{2003}".to_owned()), Err(Fault::NoName));
    }
}
