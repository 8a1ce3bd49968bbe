//! How well annotations agree with those made by hand.
//!
//! Positions are bytes. Both sides lose what conventions differ in: a leading `the`, a trailing possessive, a person's
//! title, the marks and white space at the ends of a quote's pieces.

use std::collections::BTreeMap;

use newsgloss::{Annotations, EntityType, QuoteKind, Span};

/// An article marked by hand.
#[derive(Debug, Default)]
pub(crate) struct Gold {
    pub(crate) text: String,
    /// The types that were marked at all.
    pub(crate) types: Vec<EntityType>,
    pub(crate) mentions: Vec<GoldMention>,
    /// Absent where quotes were not marked.
    pub(crate) quotes: Option<Vec<GoldQuote>>,
}

/// A name, date, sum or quantity marked by hand.
#[derive(Debug)]
pub(crate) struct GoldMention {
    pub(crate) span: Span,
    pub(crate) kind: EntityType,
    /// The same for all mentions of one person or thing.
    pub(crate) key: Option<String>,
    /// The ISO 8601 value of a date.
    pub(crate) date: Option<String>,
}

/// A quote marked by hand.
#[derive(Debug)]
pub(crate) struct GoldQuote {
    pub(crate) pieces: Vec<Span>,
    pub(crate) kind: QuoteKind,
    pub(crate) speaker: Option<Span>,
    pub(crate) cue: Option<Span>,
    /// The key of the one who speaks, where that one has a name.
    pub(crate) by: Option<String>,
}

/// Things found, things that should be, and those that are both.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) right: f64,
    pub(crate) found: f64,
    pub(crate) gold: f64,
}

impl Counts {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2.0 * self.right, self.found + self.gold)
    }

    fn add(&mut self, right: usize, found: usize, gold: usize) {
        self.right += right as f64;
        self.found += found as f64;
        self.gold += gold as f64;
    }
}

/// Per cent; of nothing, zero.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { 100.0 * part / whole } else { 0.0 }
}

/// Right answers to questions that were asked.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) asked: usize,
}

impl Share {
    pub(crate) fn percent(self) -> f64 {
        ratio(self.right as f64, self.asked as f64)
    }

    fn ask(&mut self, right: bool) {
        self.asked += 1;
        self.right += usize::from(right);
    }
}

/// How quotes were found, of one kind or all, at one threshold.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct QuoteScore {
    pub(crate) quotes: Counts,
    /// Of those found that name a speaker, how many have that speaker.
    pub(crate) speaker: Share,
    /// Likewise of those with a cue.
    pub(crate) cue: Share,
    /// Quotes found with the right speaker, or rightly with none.
    pub(crate) with_speaker: Counts,
}

/// All figures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Score {
    /// By type; exact spans.
    pub(crate) types: BTreeMap<EntityType, Counts>,
    /// Dates that carry a value and are found: how many have that value.
    pub(crate) dates: Share,
    /// Quotes with quotation marks, matched when they share 80 % of their characters.
    pub(crate) marked_quotes: QuoteScore,
    /// All quotes, matched likewise.
    pub(crate) quotes: QuoteScore,
    /// Quotes matched at 30 % that are said by somebody with a name: given to that very entity.
    pub(crate) entities: Share,
    /// The same, with the quotes said by nobody with a name, and those not found.
    pub(crate) end_to_end: Counts,
    identity: Identity,
}

/// B-cubed: what each mention's cluster has in common with the cluster it should be in.
#[derive(Clone, Copy, Debug, Default)]
struct Identity {
    precision: f64,
    recall: f64,
    found: usize,
    gold: usize,
}

impl Score {
    /// All types together.
    pub(crate) fn names(&self) -> Counts {
        let mut all = Counts::default();
        for counts in self.types.values() {
            all.right += counts.right;
            all.found += counts.found;
            all.gold += counts.gold;
        }
        all
    }

    /// B-cubed precision, recall and F1 of who is who.
    pub(crate) fn identity(&self) -> (f64, f64, f64) {
        let precision = ratio(self.identity.precision, self.identity.found as f64);
        let recall = ratio(self.identity.recall, self.identity.gold as f64);
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        (precision, recall, f1)
    }

    /// Counts one article in. Of its mentions only those of `types` count.
    pub(crate) fn add(&mut self, gold: &Gold, annotations: &Annotations, types: &[EntityType]) {
        let counted = |kind| gold.types.contains(&kind) && types.contains(&kind);
        let name = |span: Span, kind| (trim_name(&gold.text, span, kind), kind);
        let by_hand: BTreeMap<Name, &GoldMention> =
            gold.mentions.iter().filter(|m| counted(m.kind)).map(|m| (name(m.span, m.kind), m)).collect();
        let found: BTreeMap<Name, usize> =
            annotations.mentions.iter().filter(|m| counted(m.kind)).map(|m| (name(m.span, m.kind), m.entity)).collect();
        for kind in EntityType::ALL.into_iter().filter(|kind| counted(*kind)) {
            let of_kind = |name: &&Name| name.1 == kind;
            let right = found.keys().filter(of_kind).filter(|name| by_hand.contains_key(name)).count();
            self.types.entry(kind).or_default().add(
                right,
                found.keys().filter(of_kind).count(),
                by_hand.keys().filter(of_kind).count(),
            );
        }
        for (name, mention) in &by_hand {
            if let (Some(value), Some(entity)) = (&mention.date, found.get(name)) {
                let given = annotations.entities[*entity].value.as_ref().and_then(|value| value.date.as_ref());
                self.dates.ask(given == Some(value));
            }
        }
        let stands_for = self.identity.add(&by_hand, &found);
        if let Some(quotes) = &gold.quotes {
            self.add_quotes(&gold.text, quotes, annotations, &stands_for);
        }
    }

    fn add_quotes(
        &mut self,
        text: &str,
        gold: &[GoldQuote],
        annotations: &Annotations,
        stands_for: &BTreeMap<usize, &str>,
    ) {
        let by_hand: Vec<_> = gold.iter().map(|quote| Words::new(text, &quote.pieces)).collect();
        let found: Vec<_> = annotations.quotes.iter().map(|quote| Words::new(text, &quote.spans)).collect();
        for (marked_only, score) in [(true, &mut self.marked_quotes), (false, &mut self.quotes)] {
            let counts = |kind| !marked_only || kind != QuoteKind::Indirect;
            let asked: Vec<_> = (0..gold.len()).filter(|i| counts(gold[*i].kind)).collect();
            let given: Vec<_> = (0..found.len()).filter(|i| counts(annotations.quotes[*i].kind)).collect();
            let pairs = pair_up(text, &by_hand, &asked, &found, &given, 0.8);
            let mut right = 0;
            for (g, f) in &pairs {
                if let Some(cue) = gold[*g].cue {
                    score.cue.ask(annotations.quotes[*f].cue.is_some_and(|found| found.overlaps(cue)));
                }
                match (gold[*g].speaker, annotations.quotes[*f].speaker) {
                    (Some(gold), found) => {
                        let same = found.is_some_and(|found| found.overlaps(gold));
                        score.speaker.ask(same);
                        right += usize::from(same);
                    }
                    (None, found) => right += usize::from(found.is_none()),
                }
            }
            score.quotes.add(pairs.len(), given.len(), asked.len());
            score.with_speaker.add(right, given.len(), asked.len());
        }
        let (all_gold, all_found): (Vec<_>, Vec<_>) = ((0..gold.len()).collect(), (0..found.len()).collect());
        let mut right = 0;
        for (g, f) in pair_up(text, &by_hand, &all_gold, &found, &all_found, 0.3) {
            let entity = annotations.quotes[f].entity;
            match &gold[g].by {
                Some(by) => {
                    let same = entity.and_then(|entity| stands_for.get(&entity)).is_some_and(|key| key == by);
                    self.entities.ask(same);
                    right += usize::from(same);
                }
                None => right += usize::from(entity.is_none()),
            }
        }
        self.end_to_end.add(right, found.len(), gold.len());
    }
}

/// A mention by its trimmed span and type.
type Name = (Span, EntityType);

impl Identity {
    /// Counts an article in; gives the key that each entity stands for, which is that of most of its mentions.
    fn add<'g>(
        &mut self,
        by_hand: &BTreeMap<Name, &'g GoldMention>,
        found: &BTreeMap<Name, usize>,
    ) -> BTreeMap<usize, &'g str> {
        let keys: Vec<(&Name, &'g str)> =
            by_hand.iter().filter_map(|(name, mention)| Some((name, mention.key.as_deref()?))).collect();
        let named: Vec<usize> = found.iter().filter(|(name, _)| name.1.is_named()).map(|(_, entity)| *entity).collect();
        let shared: Vec<(&'g str, usize)> =
            keys.iter().filter_map(|(name, key)| Some((*key, *found.get(name)?))).collect();
        let by_key = tally(keys.iter().map(|(_, key)| *key));
        let by_entity = tally(named.iter().copied());
        let by_pair = tally(shared.iter().copied());
        for pair in &shared {
            let together = by_pair[pair] as f64;
            self.recall += together / by_key[pair.0] as f64;
            self.precision += together / by_entity[&pair.1] as f64;
        }
        self.gold += keys.len();
        self.found += named.len();
        let mut stands_for: BTreeMap<usize, (usize, &'g str)> = BTreeMap::new();
        for ((key, entity), n) in by_pair {
            let best = stands_for.entry(entity).or_insert((0, key));
            if n > best.0 {
                *best = (n, key);
            }
        }
        stands_for.into_iter().map(|(entity, (_, key))| (entity, key)).collect()
    }
}

fn tally<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut tally = BTreeMap::new();
    for item in items {
        *tally.entry(item).or_default() += 1;
    }
    tally
}

/// The pieces of a quote without the marks and white space at their ends, and the number of their characters.
struct Words {
    pieces: Vec<Span>,
    length: usize,
}

impl Words {
    fn new(text: &str, pieces: &[Span]) -> Self {
        let edge = |c: char| c.is_whitespace() || "\"“”„‟«»,.'’‘".contains(c);
        let mut pieces: Vec<Span> =
            pieces.iter().map(|piece| trim(text, *piece, edge, edge)).filter(|piece| !piece.is_empty()).collect();
        pieces.sort_unstable();
        let length = pieces.iter().map(|piece| text[piece.range()].chars().count()).sum();
        Self { pieces, length }
    }

    /// The share of their characters that two have in common.
    fn overlap(&self, other: &Self, text: &str) -> f64 {
        let (mut common, mut a, mut b) = (0, 0, 0);
        while a < self.pieces.len() && b < other.pieces.len() {
            let (one, two) = (self.pieces[a], other.pieces[b]);
            if one.overlaps(two) {
                common += text[one.start.max(two.start)..one.end.min(two.end)].chars().count();
            }
            if one.end <= two.end { a += 1 } else { b += 1 }
        }
        let all = self.length + other.length - common;
        if all > 0 { common as f64 / all as f64 } else { 0.0 }
    }
}

/// Pairs quotes one to one, the best matches first.
fn pair_up(
    text: &str,
    gold: &[Words],
    asked: &[usize],
    found: &[Words],
    given: &[usize],
    threshold: f64,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for g in asked {
        for f in given {
            let overlap = gold[*g].overlap(&found[*f], text);
            if overlap >= threshold {
                candidates.push((overlap, *g, *f));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let (mut gold_taken, mut found_taken) = (vec![false; gold.len()], vec![false; found.len()]);
    candidates.retain(|(_, g, f)| {
        let free = !gold_taken[*g] && !found_taken[*f];
        if free {
            (gold_taken[*g], found_taken[*f]) = (true, true);
        }
        free
    });
    candidates.into_iter().map(|(_, g, f)| (g, f)).collect()
}

fn trim(text: &str, span: Span, head: impl Fn(char) -> bool, tail: impl Fn(char) -> bool) -> Span {
    let words = &text[span.range()];
    let start = span.start + (words.len() - words.trim_start_matches(head).len());
    let words = &text[start..span.end];
    Span::new(start, start + words.trim_end_matches(tail).len())
}

/// A mention without what conventions differ in.
fn trim_name(text: &str, span: Span, kind: EntityType) -> Span {
    let mut span = trim(text, span, |c| " \n\t“\"'‘(".contains(c), |c| " \n\t”\"'’),;:".contains(c));
    for tail in ["'s", "’s"] {
        if text[span.range()].ends_with(tail) {
            span.end -= tail.len();
        }
    }
    if text[span.range()].get(..4).is_some_and(|head| head.eq_ignore_ascii_case("the ")) {
        span.start += 4;
    }
    if kind == EntityType::Person {
        let name = strip_titles(&text[span.range()]);
        span.start = span.end - name.len();
    }
    span
}

const TITLES: &[&str] = &[
    "Vice President",
    "Prime Minister",
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Sen",
    "Rep",
    "Gov",
    "Gen",
    "Col",
    "Lt",
    "Sgt",
    "Capt",
    "Rev",
    "St",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "President",
    "Minister",
    "Chancellor",
    "King",
    "Queen",
    "Prince",
    "Princess",
    "Pope",
    "Senator",
    "Governor",
    "Judge",
    "Justice",
    "Mayor",
    "Secretary",
    "General",
    "Captain",
];

/// A name without the titles before it; a title alone stays.
fn strip_titles(name: &str) -> &str {
    let mut rest = name;
    while let Some(next) = TITLES.iter().find_map(|title| {
        let behind = rest.strip_prefix("then-").unwrap_or(rest).strip_prefix(title)?;
        let behind = behind.strip_prefix('.').unwrap_or(behind);
        let next = behind.trim_start();
        (next.len() < behind.len() && !next.is_empty()).then_some(next)
    }) {
        rest = next;
    }
    rest
}
