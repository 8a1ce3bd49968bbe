//! Reads articles marked in the notation of `tests/corpus/README.md`.

use std::collections::BTreeMap;

use newsgloss::{Date, EntityType, QuoteKind, Span};

use super::score::{Gold, GoldMention, GoldQuote};

/// An article of the corpus.
#[derive(Debug)]
pub(crate) struct Article {
    pub(crate) published: Option<Date>,
    pub(crate) gold: Gold,
}

/// Reads an article with its header.
///
/// # Panics
/// When it is not well formed; the message says where.
pub(crate) fn article(name: &str, source: &str) -> Article {
    let (header, body) = source.split_once("\n\n").unwrap_or_else(|| panic!("{name}: no header"));
    let mut published = None;
    for line in header.lines() {
        match line.split_once(": ") {
            Some(("published", day)) => {
                published = Some(day.parse().unwrap_or_else(|error| panic!("{name}: {day}: {error}")));
            }
            _ => panic!("{name}: not a line of a header: {line}"),
        }
    }
    Article { published, gold: text(name, body) }
}

/// Reads marked text.
///
/// # Panics
/// When it is not well formed; the message says where.
pub(crate) fn text(name: &str, source: &str) -> Gold {
    let mut reader = Reader { name, gold: Gold::default(), quotes: BTreeMap::new(), open: Vec::new() };
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        rest = match c {
            '\\' => {
                let escaped = rest.chars().next().unwrap_or_else(|| reader.fail("nothing behind the last \\"));
                reader.gold.text.push(escaped);
                &rest[escaped.len_utf8()..]
            }
            '[' => {
                reader.open.push(Open::Mention(reader.gold.text.len()));
                rest
            }
            '|' => {
                let (label, behind) = rest.split_once(']').unwrap_or_else(|| reader.fail("no ] behind |"));
                reader.mention(label);
                behind
            }
            '{' => {
                let (label, behind) = rest.split_once(": ").unwrap_or_else(|| reader.fail("no label behind {"));
                reader.open.push(Open::Part(reader.gold.text.len(), label.to_owned()));
                behind
            }
            '}' => {
                reader.part();
                rest
            }
            ']' => reader.fail("] without |"),
            _ => {
                reader.gold.text.push(c);
                rest
            }
        };
    }
    reader.finish()
}

enum Open {
    Mention(usize),
    Part(usize, String),
}

struct Reader<'a> {
    name: &'a str,
    gold: Gold,
    quotes: BTreeMap<u32, Draft>,
    open: Vec<Open>,
}

#[derive(Default)]
struct Draft {
    head: Option<(QuoteKind, Option<String>)>,
    pieces: Vec<Span>,
    speaker: Option<Span>,
    cue: Option<Span>,
}

impl Reader<'_> {
    fn fail(&self, what: &str) -> ! {
        let end: String = self.gold.text.chars().rev().take(40).collect();
        let end: String = end.chars().rev().collect();
        panic!("{}: {what}, behind “{end}”", self.name)
    }

    fn mention(&mut self, label: &str) {
        let Some(Open::Mention(start)) = self.open.pop() else { self.fail("| without [") };
        let span = Span::new(start, self.gold.text.len());
        let (head, date) = label.split_once('=').map_or((label, None), |(head, date)| (head, Some(date.to_owned())));
        let (kind, key) = head.split_once(':').map_or((head, None), |(kind, key)| (kind, Some(key.to_owned())));
        let kind = EntityType::from_name(kind).unwrap_or_else(|| self.fail(&format!("no type {kind}")));
        if kind.is_named() != key.is_some() || (date.is_some() && kind != EntityType::Date) {
            self.fail(&format!("a name needs a key, and only a date has a value: {label}"));
        }
        self.gold.mentions.push(GoldMention { span, kind, key, date });
    }

    fn part(&mut self) {
        let Some(Open::Part(start, label)) = self.open.pop() else { self.fail("} without {") };
        let span = Span::new(start, self.gold.text.len());
        for word in label.split(' ') {
            let Some(Ok(number)) = word.strip_suffix(['s', 'c']).map(str::parse) else { continue };
            let draft = self.quotes.entry(number).or_default();
            let slot = if word.ends_with('s') { &mut draft.speaker } else { &mut draft.cue };
            if slot.replace(span).is_some() {
                self.fail(&format!("twice: {word}"));
            }
        }
        let words: Vec<&str> = label.split(' ').collect();
        if words[0].ends_with(|c: char| c.is_ascii_digit()) {
            let number = self.number(words[0]);
            let head = match words[1..] {
                [] => None,
                [kind, by] => {
                    let kind = match kind {
                        "direct" => QuoteKind::Direct,
                        "mixed" => QuoteKind::Mixed,
                        "indirect" => QuoteKind::Indirect,
                        _ => self.fail(&format!("no kind {kind}")),
                    };
                    Some((kind, (by != "-").then(|| by.to_owned())))
                }
                _ => self.fail(&format!("not a label: {label}")),
            };
            let draft = self.quotes.entry(number).or_default();
            draft.pieces.push(span);
            if head.is_some() {
                draft.head = head;
            }
        }
    }

    fn number(&self, word: &str) -> u32 {
        word.parse().unwrap_or_else(|_| self.fail(&format!("no number: {word}")))
    }

    fn finish(mut self) -> Gold {
        if !self.open.is_empty() {
            self.fail("something is not closed");
        }
        let keys: Vec<&str> = self.gold.mentions.iter().filter_map(|mention| mention.key.as_deref()).collect();
        let mut quotes = Vec::new();
        for (number, draft) in &self.quotes {
            let Some((kind, by)) = draft.head.clone() else { self.fail(&format!("quote {number} has no kind")) };
            if by.as_deref().is_some_and(|by| !keys.contains(&by)) {
                self.fail(&format!("quote {number} is by {by:?}, of whom there is no mention"));
            }
            let Draft { speaker, cue, .. } = *draft;
            let mut pieces = draft.pieces.clone();
            pieces.sort_unstable();
            quotes.push(GoldQuote { pieces, kind, speaker, cue, by });
        }
        self.gold.mentions.sort_by_key(|mention| mention.span);
        self.gold.types = EntityType::ALL.to_vec();
        self.gold.quotes = Some(quotes);
        self.gold
    }
}
