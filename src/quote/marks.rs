//! Which quotation marks belong together.
//!
//! Papers print them curly, straight, single, low, as guillemets or as doubled grave accents and apostrophes; they nest
//! them, forget them, and open each paragraph of a long quote anew without closing the one before. Apostrophes and
//! inches look the same and are none.

use std::ops::Range;

use crate::text::{Document, TokenKind};

/// A stretch between two quotation marks that is not itself within another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// The token of the opening mark, or the first token of a paragraph in which the quote goes on.
    pub(super) start: usize,
    /// The first token behind the closing mark.
    pub(super) end: usize,
    /// Whether the opening mark is there.
    pub(super) opened: bool,
    /// Whether the closing mark is there.
    pub(super) closed: bool,
}

impl Marked {
    /// The tokens between the marks.
    pub(super) const fn inner(&self) -> Range<usize> {
        let start = self.start + self.opened as usize;
        let end = self.end - self.closed as usize;
        start..if end < start { start } else { end }
    }
}

/// Marks that close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Guillemet,
    Single,
}

/// What a mark does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Open(Family),
    Close(Family),
    None,
}

/// Pairs the marks of one paragraph after another.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairing {
    /// Whether the paragraph before ended within a quote.
    unclosed: bool,
    stack: Vec<(u32, Family)>,
    pairs: Vec<Marked>,
}

/// How many open marks are looked through for the partner of a closing one.
const LOOK_BACK: usize = 8;

impl Pairing {
    /// Writes the marked stretches of the paragraph that holds `tokens` into `found`, in order; says whether the first
    /// goes on from the paragraph before. `next` is the first token of the paragraph behind, if there is one.
    pub(super) fn pair(
        &mut self,
        document: &Document<'_>,
        tokens: Range<usize>,
        next: Option<usize>,
        found: &mut Vec<Marked>,
    ) -> bool {
        found.clear();
        self.stack.clear();
        self.pairs.clear();
        let opens = |at| matches!(Spot::new(document, &tokens, at).map(|spot| spot.act(&[])), Some(Act::Open(_)));
        let mut goes_on = self.unclosed && opens(tokens.start);
        for at in tokens.clone() {
            let Some(spot) = Spot::new(document, &tokens, at) else { continue };
            match spot.act(&self.stack) {
                Act::None => {}
                Act::Open(family) => self.stack.push((at as u32, family)),
                Act::Close(family) => {
                    let low = self.stack.len().saturating_sub(LOOK_BACK);
                    if let Some(index) = self.stack[low..].iter().rposition(|open| open.1 == family) {
                        let start = self.stack[low + index].0 as usize;
                        self.stack.truncate(low + index);
                        self.close(Marked { start, end: at + 1, opened: true, closed: true });
                    } else if self.unclosed && !goes_on && self.pairs.is_empty() && self.stack.is_empty() {
                        goes_on = true;
                        self.close(Marked { start: tokens.start, end: at + 1, opened: false, closed: true });
                    }
                }
            }
        }
        self.unclosed = self.leave_open(document, &tokens, next);
        self.pairs.sort_unstable_by_key(|pair| pair.start);
        let mut done = tokens.start;
        for pair in &self.pairs {
            // The rest lies within a stretch that was taken.
            if pair.start >= done {
                done = pair.end;
                found.push(*pair);
            }
        }
        goes_on && !found.is_empty()
    }

    /// Takes a stretch whose closing mark has just come; those that it holds are no stretches of their own.
    fn close(&mut self, pair: Marked) {
        if !pair.inner().is_empty() {
            while self.pairs.last().is_some_and(|inner| inner.start >= pair.start) {
                self.pairs.pop();
            }
            self.pairs.push(pair);
        }
    }

    /// Ends the quotes that no mark closes; says whether one goes on behind the paragraph.
    fn leave_open(&mut self, document: &Document<'_>, tokens: &Range<usize>, next: Option<usize>) -> bool {
        let reopens = next.is_some_and(|next| matches!(document.word(next), "“" | "\"" | "«" | "„" | "``" | "''"));
        // A single mark that nothing closes is an apostrophe, unless the next paragraph begins with one.
        let reopens_single = next.is_some_and(|next| matches!(document.word(next), "‘" | "'"));
        let mut open = self.stack.iter().filter(|open| open.1 != Family::Single || reopens_single);
        let Some(&(start, family)) = open.next() else { return false };
        let start = start as usize;
        let reopens = if family == Family::Single { reopens_single } else { reopens };
        let speech = start == tokens.start || matches!(document.word(start - 1), "," | ":" | "—" | "–" | "-");
        // A single mark closed a double one: `“Let’s go.’ Adler left.`
        let slip = (start + 2..tokens.end).find(|at| {
            matches!(document.word(*at), "’" | "'")
                && !document.space_before(*at)
                && (*at + 1 == tokens.end || document.space_before(*at + 1))
                && ends_sentence(document.word(*at - 1))
        });
        if let Some(slip) = slip.filter(|_| family == Family::Double) {
            self.pairs.push(Marked { start, end: slip + 1, opened: true, closed: true });
            return false;
        }
        let second = open.next().map(|open| open.0 as usize);
        let behind = || self.pairs.iter().map(|pair| pair.start).find(|pair| *pair > start);
        if let Some(second) = second.or_else(behind)
            && !reopens
        {
            // A closing mark was forgotten before another opens: the sentence's end is the best guess.
            let end = (start + 1..second).rev().find(|at| ends_sentence(document.word(*at)));
            if let Some(end) = end.filter(|_| speech) {
                self.pairs.push(Marked { start, end: end + 1, opened: true, closed: false });
            }
            return false;
        }
        if !reopens && !speech {
            return false;
        }
        // `“Nobody came, Varga said.`: the mark was forgotten before the attribution.
        let low = (start + 1).max(tokens.end.saturating_sub(8));
        let comma = (low..tokens.end).rev().find(|at| document.word(*at) == ",");
        if let Some(comma) = comma
            && (comma..tokens.end)
                .any(|at| matches!(document.word(at), "said" | "says" | "added" | "asked" | "told" | "wrote"))
        {
            self.pairs.push(Marked { start, end: comma + 1, opened: true, closed: false });
            return false;
        }
        self.pairs.push(Marked { start, end: tokens.end, opened: true, closed: false });
        // Without a mark at its head, the next paragraph goes on only if it holds the closing one.
        true
    }
}

/// Whether a mark ends a sentence.
pub(super) fn ends_sentence(mark: &str) -> bool {
    mark.starts_with(['.', '!', '?', '…'])
}

/// A quotation mark where it stands.
#[derive(Clone, Copy, Debug)]
struct Spot<'a> {
    document: &'a Document<'a>,
    /// The tokens of its paragraph.
    start: usize,
    end: usize,
    at: usize,
    mark: &'a str,
    /// Whether a space or the paragraph's edge stands before it, and behind it.
    space_before: bool,
    space_after: bool,
}

impl<'a> Spot<'a> {
    /// The token at `at`, if it may be a quotation mark.
    fn new(document: &'a Document<'a>, tokens: &Range<usize>, at: usize) -> Option<Self> {
        let mark = document.word(at);
        let is_mark = document.tokens()[at].kind == TokenKind::Mark
            && mark.starts_with(['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '`', '\'', '‘', '’', '‚']);
        is_mark.then(|| Self {
            document,
            start: tokens.start,
            end: tokens.end,
            at,
            mark,
            space_before: at == tokens.start || document.space_before(at),
            space_after: at + 1 == tokens.end || document.space_before(at + 1),
        })
    }

    fn before(&self) -> &str {
        if self.at > self.start { self.document.word(self.at - 1) } else { "" }
    }

    fn after(&self) -> &str {
        if self.at + 1 < self.end { self.document.word(self.at + 1) } else { "" }
    }

    /// Whether a mark that is glued to an opening bracket, a dash or another opening mark stands as if behind a space.
    fn is_fresh(&self) -> bool {
        self.space_before || matches!(self.before(), "(" | "[" | "—" | "–" | "--" | "-" | ":")
    }

    /// What the mark does, given the marks that are open.
    fn act(&self, open: &[(u32, Family)]) -> Act {
        let is_open = |family| open.last().is_some_and(|last| last.1 == family);
        match self.mark {
            "„" | "‟" | "``" => Act::Open(Family::Double),
            // The German closing mark is the English opening one.
            "“" if is_open(Family::Double) && !self.space_before && self.space_after => Act::Close(Family::Double),
            "“" => Act::Open(Family::Double),
            "”" if self.space_before && !self.space_after && open.is_empty() => Act::Open(Family::Double),
            "”" => Act::Close(Family::Double),
            // Two apostrophes close what two grave accents open, or stand for a straight mark at both ends.
            "\"" | "''" => self.straight(open),
            "«" | "‹" | "»" | "›" => {
                let inward = matches!(self.mark, "«" | "‹");
                if is_open(Family::Guillemet) && (!inward || !self.space_before) {
                    Act::Close(Family::Guillemet)
                } else if inward || self.space_before && !self.space_after {
                    Act::Open(Family::Guillemet)
                } else {
                    Act::Close(Family::Guillemet)
                }
            }
            "‚" => Act::Open(Family::Single),
            "‘" | "`" | "'" if self.opens_single() => Act::Open(Family::Single),
            "’" | "'" | "‘" if is_open(Family::Single) && self.closes_single() => Act::Close(Family::Single),
            _ => Act::None,
        }
    }

    /// A mark that opens and closes alike.
    fn straight(&self, open: &[(u32, Family)]) -> Act {
        let is_open = open.iter().rev().take(LOOK_BACK).any(|open| open.1 == Family::Double);
        let fresh = self.is_fresh() || matches!(self.before(), "'" | "‘");
        if is_open && (self.space_after || !fresh) {
            return Act::Close(Family::Double);
        }
        if !self.space_before && self.document.tokens()[self.at - 1].kind == TokenKind::Number {
            return Act::None; // inches
        }
        if fresh && (!self.space_after || self.at == self.start) || !is_open && !self.space_after {
            return Act::Open(Family::Double);
        }
        Act::Close(Family::Double)
    }

    /// Whether a single mark opens rather than stands for left out letters (`’90s`, `'em`).
    fn opens_single(&self) -> bool {
        let fresh = self.is_fresh() || matches!(self.before(), "\"" | "''" | "“" | "«");
        let digits = self.mark == "'" && self.after().starts_with(|c: char| c.is_ascii_digit());
        fresh
            && !self.space_after
            && !digits
            && !matches!(self.after(), "em" | "tis" | "twas" | "til" | "cause" | "n" | "round")
    }

    /// Whether a single mark closes rather than is the apostrophe of a plural (`the farmers’ claim`).
    fn closes_single(&self) -> bool {
        let kind = |at: usize| self.document.tokens()[at].kind;
        if self.space_before {
            return false;
        }
        if kind(self.at - 1) == TokenKind::Mark || self.at + 1 == self.end || kind(self.at + 1) == TokenKind::Mark {
            return true;
        }
        // `the farmers’ claim`: the plural's, if another mark that could close follows soon.
        let plural = self.before().ends_with('s');
        let later = || {
            (self.at + 1..self.end.min(self.at + 40))
                .take_while(|later| self.document.word(*later) != "‘")
                .any(|later| matches!(self.document.word(later), "’" | "'") && !self.document.space_before(later))
        };
        self.space_after && !(plural && later())
    }
}
