//! What a title or a given name tells of a person's gender.

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

/// What endings of given names tell, in three lines: a woman, a man, neither. `^` stands for the start of a name.
///
/// Computed from lists of given names; see `xtask given-names`.
const ENDINGS: &str = include_str!("given_names.txt");

/// Tells the gender of given names by their endings: whole names where they are common, or else the last letters.
#[derive(Debug)]
pub(super) struct GivenNames {
    endings: Vec<(&'static str, Option<Gender>)>,
}

impl GivenNames {
    pub(super) fn new() -> Self {
        let genders = [Some(Gender::Female), Some(Gender::Male), None];
        let mut endings: Vec<_> = ENDINGS
            .lines()
            .zip(genders)
            .flat_map(|(line, gender)| line.split(' ').map(move |ending| (ending, gender)))
            .collect();
        endings.sort_unstable_by_key(|entry| entry.0);
        Self { endings }
    }

    /// The gender that a folded given name tells, if it tells one. An initial tells none.
    pub(super) fn gender(&self, name: &str) -> Option<Gender> {
        if name.len() < 2 {
            return None;
        }
        let find = |ending: &str| self.endings.binary_search_by(|entry| entry.0.cmp(ending)).ok();
        let whole = find(&format!("^{name}"));
        let at = whole.or_else(|| {
            let borders = name.char_indices().map(|(at, _)| at).skip(name.len().saturating_sub(LONGEST));
            borders.into_iter().find_map(|at| find(&name[at..]))
        })?;
        self.endings[at].1
    }
}

/// No ending of the table is longer.
const LONGEST: usize = 7;

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
