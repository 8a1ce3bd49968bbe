//! What the article's own words tell of those it names: roles, kinship, age, gender.

use std::ops::Range;

use super::gender::{self, Gender};
use super::grammar::{Part, part};
use crate::pace::{MENTION, Pace};
use crate::text::{Case, Document, TokenKind};
use crate::{EntityType, Mention};

/// A word that says what an entity is, and where the article says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Role {
    /// The word, see [`hash`].
    pub(super) word: u64,
    /// The token that it was read at.
    pub(super) token: u32,
    /// Who is so described; none for somebody without a name.
    pub(super) entity: Option<u32>,
    /// How much of a description the word is.
    pub(super) weight: Weight,
}

/// The place of a word in a description, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Stands in it: `deputy`, `of Paju`.
    Modifier,
    /// Is a word of the name: `Ministry`.
    Name,
    /// Is the noun: `mayor`.
    Head,
}

/// What is known of every entity.
#[derive(Debug, Default)]
pub(super) struct Profiles {
    /// Sorted by word and token.
    roles: Vec<Role>,
    /// Word and entity, sorted.
    described: Vec<(u64, u32)>,
    /// Evidence for a woman above, for a man below nought.
    gender: Vec<i32>,
    ages: Vec<u32>,
    kinds: Vec<EntityType>,
}

/// A hash of a word that does not tell capitals from small letters.
pub(super) fn hash(word: &str) -> u64 {
    let mut value = 0xCBF2_9CE4_8422_2325_u64;
    for byte in word.bytes() {
        value = (value ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3);
    }
    value
}

/// The longest phrase that is read, in tokens.
const PHRASE: usize = 12;

impl Profiles {
    /// Reads what stands around each mention, a bounded number of tokens each.
    pub(super) async fn read(
        document: &Document<'_>,
        mentions: &[Mention],
        kinds: Vec<EntityType>,
        pace: &Pace,
    ) -> Self {
        let mut profiles = Self { gender: vec![0; kinds.len()], ages: vec![0; kinds.len()], kinds, ..Self::default() };
        for (at, mention) in mentions.iter().enumerate() {
            pace.spend(4 * MENTION).await;
            let tokens = document.tokens_in(mention.span);
            if tokens.is_empty() || !mention.kind.is_named() {
                continue;
            }
            let entity = mention.entity as u32;
            if mention.kind == EntityType::Person {
                let previous = at.checked_sub(1).map(|before| &mentions[before]);
                profiles.read_before(document, tokens.start, previous, entity);
                profiles.read_pronouns(document, mentions, at, tokens.end);
            } else {
                for token in tokens.clone() {
                    profiles.add(document, token, Some(entity), Weight::Name);
                }
                profiles.read_before(document, tokens.start, None, entity);
            }
            profiles.read_after(document, tokens.end, entity);
        }
        profiles.finish();
        pace.spend(profiles.roles.len() * MENTION).await;
        profiles
    }

    /// Sorts what was added.
    fn finish(&mut self) {
        self.described = self.roles.iter().filter_map(|role| role.entity.map(|entity| (role.word, entity))).collect();
        self.described.sort_unstable();
        self.described.dedup();
        self.roles.sort_unstable();
    }

    fn add(&mut self, document: &Document<'_>, token: usize, entity: Option<u32>, weight: Weight) {
        let text = document.word(token);
        if document.tokens()[token].kind != TokenKind::Word || part(text) != Part::Content {
            return;
        }
        self.roles.push(Role { word: hash(text), token: token as u32, entity, weight });
        if weight == Weight::Head
            && let (Some(entity), Some(gender)) = (entity, gender::of_word(&text.to_lowercase()))
        {
            self.gender[entity as usize] += toward(gender) * 4;
        }
    }

    /// Titles and roles in front of a name: `deputy mayor Nam Gi-tae`, `the grower, Oh Se-bok`.
    fn read_before(&mut self, document: &Document<'_>, start: usize, previous: Option<&Mention>, entity: u32) {
        let Some(mut last) = start.checked_sub(1) else { return };
        let sentence = sentence_start(document, start);
        if last < sentence {
            return;
        }
        let apposed = document.word(last) == ",";
        if apposed {
            if last <= sentence {
                return;
            }
            let Some(phrase) = phrase_before(document, sentence, last) else { return };
            // `Paju’s Kim, the mayor, Nam` would be a list.
            if previous.is_some_and(|other| {
                other.kind == EntityType::Person && document.tokens_in(other.span).end > phrase.start
            }) {
                return;
            }
            self.add_phrase(document, phrase, entity);
            return;
        }
        let end = last + 1;
        let mut steps = 0;
        while steps < 6 {
            let token = document.tokens()[last];
            let text = document.word(last);
            let joins = token.kind == TokenKind::Mark && text == "-";
            if !(joins || token.kind == TokenKind::Word && part(text) == Part::Content) {
                last += 1;
                break;
            }
            if last == sentence {
                break;
            }
            steps += 1;
            last -= 1;
        }
        if last < end {
            for token in last..end {
                let weight = if token + 1 == end { Weight::Head } else { Weight::Modifier };
                self.add(document, token, Some(entity), weight);
            }
        }
    }

    /// Age and role behind a name: `Oh Se-bok, 63, a melon grower`, `X is the mayor of Y`, `X, deputy head of Z`.
    fn read_after(&mut self, document: &Document<'_>, end: usize, entity: u32) {
        let tokens = document.tokens();
        let text = |token: usize| if token < tokens.len() { document.word(token) } else { "" };
        let mut at = end;
        if text(at) == "," || text(at) == "(" {
            at += 1;
            if at < tokens.len() && tokens[at].kind == TokenKind::Number {
                self.ages[entity as usize] = text(at).parse().unwrap_or(0);
                at += 1;
                if matches!(text(at), "," | ")") {
                    at += 1;
                }
            }
        } else if matches!(text(at), "is" | "was" | "became" | "—" | "–") {
            at += 1;
        } else {
            // `Tigist Alemayehu of Ethiopia`.
            if matches!(text(at), "of" | "from") && at + 1 < tokens.len() {
                self.add(document, at + 1, Some(entity), Weight::Modifier);
            }
            return;
        }
        let stop = (at + PHRASE).min(sentence_end(document, end));
        if at >= stop || matches!(part(text(at)), Part::Break | Part::Preposition) {
            return;
        }
        self.add_phrase(document, at..stop, entity);
    }

    /// The words of a phrase, the last before its first preposition as its noun.
    fn add_phrase(&mut self, document: &Document<'_>, phrase: Range<usize>, entity: u32) {
        let Some(read) = Phrase::read(document, phrase) else { return };
        self.add(document, read.head, Some(entity), Weight::Head);
        for token in read.words.clone().filter(|token| *token != read.head) {
            self.add(document, token, Some(entity), Weight::Modifier);
        }
    }

    /// `his`, `she` and the like after the only person of a sentence.
    fn read_pronouns(&mut self, document: &Document<'_>, mentions: &[Mention], at: usize, end: usize) {
        let stop = sentence_end(document, end);
        let is_person = |mention: &&Mention| mention.kind == EntityType::Person;
        if mentions[at + 1..]
            .iter()
            .take(6)
            .find(is_person)
            .is_some_and(|next| document.tokens()[stop - 1].span().end > next.span.start)
        {
            return;
        }
        let start = sentence_start(document, end - 1);
        if at > 0
            && mentions[..at].iter().rev().take(6).find(is_person).is_some_and(|previous| {
                document.tokens()[start].span().start < previous.span.end && previous.entity != mentions[at].entity
            })
        {
            return;
        }
        for token in end..stop.min(end + 2 * PHRASE) {
            if matches!(document.word(token), "“" | "\"" | "‘" | "”") {
                break;
            }
            if let word @ ("he" | "his" | "him" | "himself" | "she" | "her" | "herself") = document.word(token)
                && let Some(gender) = gender::of_word(word)
            {
                self.gender[mentions[at].entity] += toward(gender);
            }
        }
    }

    /// Adds somebody without a name, described by the nouns at some tokens.
    pub(super) fn add_unnamed(&mut self, document: &Document<'_>, nouns: &[usize]) {
        for noun in nouns {
            self.add(document, *noun, None, Weight::Head);
        }
        self.roles.sort_unstable();
    }

    pub(super) fn is_person(&self, entity: u32) -> bool {
        self.kinds[entity as usize] == EntityType::Person
    }

    /// Whether an entity's name or the article's words call it a company.
    pub(super) fn is_company(&self, entity: u32) -> bool {
        const WORDS: [&str; 11] = ["company", "firm", "inc", "corp", "ltd", "llc", "plc", "ag", "co", "group", "maker"];
        WORDS.iter().any(|word| self.is_described(hash(word), entity))
    }

    /// Whether its name or the article's words make it a body that watches over others.
    pub(super) fn is_regulator(&self, entity: u32) -> bool {
        const WORDS: [&str; 5] = ["commission", "authority", "agency", "inspectorate", "board"];
        WORDS.iter().any(|word| self.is_described(hash(word), entity))
    }

    pub(super) fn kind(&self, entity: u32) -> EntityType {
        self.kinds[entity as usize]
    }

    /// How many entities there are.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Adds evidence for the gender of an entity.
    pub(super) fn lean(&mut self, entity: usize, gender: Gender, strength: i32) {
        self.gender[entity] += toward(gender) * strength;
    }

    /// The gender that the evidence is for.
    pub(super) fn gender(&self, entity: usize) -> Option<Gender> {
        match self.gender[entity] {
            0 => None,
            evidence if evidence > 0 => Some(Gender::Female),
            _ => Some(Gender::Male),
        }
    }

    pub(super) fn age(&self, entity: usize) -> u32 {
        self.ages[entity]
    }

    /// The places nearest to `token` at which a word describes somebody: up to eight before, then up to four behind.
    pub(super) fn near(&self, word: u64, token: usize) -> impl Iterator<Item = &Role> {
        let at = self.roles.partition_point(|role| (role.word, role.token as usize) < (word, token));
        let before = self.roles[..at].iter().rev().take_while(move |role| role.word == word).take(8);
        let after = self.roles[at..].iter().take_while(move |role| role.word == word).take(4);
        before.chain(after)
    }

    /// Whether a word describes an entity anywhere.
    pub(super) fn is_described(&self, word: u64, entity: u32) -> bool {
        self.described.binary_search(&(word, entity)).is_ok()
    }
}

const fn toward(gender: Gender) -> i32 {
    match gender {
        Gender::Female => 1,
        Gender::Male => -1,
    }
}

/// A noun phrase cut into its noun and the rest.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The token of its noun.
    pub(super) head: usize,
    /// Its tokens up to the first comma or relative clause.
    pub(super) words: Range<usize>,
    /// The first word, where that is an article or the like.
    pub(super) determiner: Option<Part>,
}

impl Phrase {
    /// Reads a phrase: its noun is the last word before the first preposition.
    pub(super) fn read(document: &Document<'_>, tokens: Range<usize>) -> Option<Self> {
        let mut head = None;
        let mut closed = false;
        let mut determiner = None;
        let mut end = tokens.end;
        for token in tokens.clone() {
            let text = document.word(token);
            match document.tokens()[token].kind {
                TokenKind::Mark if text == "-" || text == "/" => continue,
                TokenKind::Mark => {
                    end = token;
                    break;
                }
                TokenKind::Number => continue,
                // What stood before a possessive is its owner.
                TokenKind::Clitic => {
                    if !closed {
                        head = None;
                        determiner = Some(Part::Definite);
                    }
                    continue;
                }
                TokenKind::Word | TokenKind::Link => {}
            }
            match part(text) {
                found @ (Part::Definite | Part::Indefinite | Part::Possessive) => {
                    if head.is_none() && determiner.is_none() {
                        determiner = Some(found);
                    }
                }
                Part::Preposition if head.is_some() => closed = true,
                Part::Preposition => return None,
                Part::Break => {
                    end = token;
                    break;
                }
                Part::Content if !closed => head = Some(token),
                Part::Content => {}
            }
        }
        head.map(|head| Self { head, words: tokens.start..end, determiner })
    }
}

/// The phrase that ends before the comma at `comma`, from its article on.
fn phrase_before(document: &Document<'_>, sentence: usize, comma: usize) -> Option<Range<usize>> {
    let first = comma.saturating_sub(PHRASE).max(sentence);
    let mut token = comma;
    while token > first {
        token -= 1;
        let word = document.word(token);
        if document.tokens()[token].kind == TokenKind::Mark && word != "-" {
            return None;
        }
        let begins = matches!(part(word), Part::Definite | Part::Indefinite | Part::Possessive)
            || token == sentence && document.tokens()[token].case != Case::Lower;
        let inner = token > sentence && part(document.word(token - 1)) == Part::Preposition;
        if begins && !(inner && token - 1 > first) {
            return Some(token..comma);
        }
    }
    None
}

/// The first token of the sentence that holds a token.
pub(super) fn sentence_start(document: &Document<'_>, token: usize) -> usize {
    document.sentences().get(sentence_of(document, token)).map_or(0, |sentence| sentence.tokens().start)
}

/// The end of the sentence that holds the token before `token`.
pub(super) fn sentence_end(document: &Document<'_>, token: usize) -> usize {
    let sentence = sentence_of(document, token.saturating_sub(1));
    document.sentences().get(sentence).map_or(document.tokens().len(), |sentence| sentence.tokens().end)
}

/// The number of the sentence that holds a token.
pub(super) fn sentence_of(document: &Document<'_>, token: usize) -> usize {
    document.sentences().partition_point(|sentence| sentence.tokens().end <= token)
}

/// The number of the paragraph that holds a sentence.
pub(super) fn paragraph_of(document: &Document<'_>, sentence: usize) -> usize {
    document.paragraphs().partition_point(|paragraph| paragraph.sentences().end <= sentence)
}
