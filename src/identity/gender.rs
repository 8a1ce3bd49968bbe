//! What a title or a given name tells of a person's gender.

use super::names::{Names, WordId};

/// The gender that an article's words give a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Female,
    Male,
}

/// The gender that a title or a word for a person tells. `word` is in small letters.
pub(super) fn of_word(word: &str) -> Option<Gender> {
    const FEMALE: &[&str] = &[
        "actress",
        "aunt",
        "baroness",
        "bride",
        "countess",
        "dame",
        "daughter",
        "duchess",
        "girl",
        "girlfriend",
        "grandmother",
        "her",
        "herself",
        "lady",
        "madam",
        "madame",
        "midwife",
        "mme",
        "mother",
        "mrs",
        "ms",
        "mum",
        "niece",
        "nun",
        "princess",
        "queen",
        "she",
        "sister",
        "waitress",
        "widow",
        "wife",
        "woman",
    ];
    const MALE: &[&str] = &[
        "baron",
        "boy",
        "boyfriend",
        "brother",
        "count",
        "dad",
        "duke",
        "emperor",
        "father",
        "grandfather",
        "he",
        "him",
        "himself",
        "his",
        "husband",
        "imam",
        "king",
        "lord",
        "man",
        "monk",
        "mr",
        "nephew",
        "pope",
        "priest",
        "prince",
        "rabbi",
        "sir",
        "son",
        "uncle",
        "widower",
    ];
    let word = word.strip_suffix('.').unwrap_or(word);
    if FEMALE.binary_search(&word).is_ok() || word.len() > 6 && word.ends_with("woman") {
        Some(Gender::Female)
    } else if MALE.binary_search(&word).is_ok() || word.len() > 6 && word.ends_with("man") && !word.ends_with("human") {
        Some(Gender::Male)
    } else {
        None
    }
}

/// The gender that the given name tells, where it is sure.
pub(super) fn of_name(_names: &Names, _words: &[WordId]) -> Option<Gender> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_gender() {
        assert_eq!(of_word("mrs."), Some(Gender::Female));
        assert_eq!(of_word("spokeswoman"), Some(Gender::Female));
        assert_eq!(of_word("fisherman"), Some(Gender::Male));
        assert_eq!(of_word("human"), None);
        assert_eq!(of_word("minister"), None);
    }
}
