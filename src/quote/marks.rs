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
    stack: Vec<(usize, Family)>,
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
        let mut goes_on = self.unclosed && matches!(act(document, &tokens, tokens.start, &[]), Act::Open(_));
        for at in tokens.clone() {
            match act(document, &tokens, at, &self.stack) {
                Act::None => {}
                Act::Open(family) => self.stack.push((at, family)),
                Act::Close(family) => {
                    let low = self.stack.len().saturating_sub(LOOK_BACK);
                    if let Some(index) = self.stack[low..].iter().rposition(|open| open.1 == family) {
                        let start = self.stack[low + index].0;
                        self.stack.truncate(low + index);
                        self.pairs.push(Marked { start, end: at + 1, opened: true, closed: true });
                    } else if self.unclosed && !goes_on && self.pairs.is_empty() && self.stack.is_empty() {
                        goes_on = true;
                        self.pairs.push(Marked { start: tokens.start, end: at + 1, opened: false, closed: true });
                    }
                }
            }
        }
        self.unclosed = self.leave_open(document, &tokens, next);
        self.pairs.sort_unstable_by_key(|pair| pair.start);
        let mut done = tokens.start;
        for pair in &self.pairs {
            // The rest lies within a stretch that was taken.
            if pair.start >= done && !pair.inner().is_empty() {
                done = pair.end;
                found.push(*pair);
            }
        }
        goes_on && !found.is_empty()
    }

    /// Ends the quotes that no mark closes; says whether one goes on behind the paragraph.
    fn leave_open(&mut self, document: &Document<'_>, tokens: &Range<usize>, next: Option<usize>) -> bool {
        let reopens = next.is_some_and(|next| matches!(document.word(next), "“" | "\"" | "«" | "„" | "``" | "''"));
        // A single mark that nothing closes is an apostrophe, unless the next paragraph begins with one.
        let reopens_single = next.is_some_and(|next| matches!(document.word(next), "‘" | "'"));
        let mut open = self.stack.iter().filter(|open| open.1 != Family::Single || reopens_single);
        let Some(&(start, family)) = open.next() else { return false };
        let reopens = if family == Family::Single { reopens_single } else { reopens };
        let speech = start == tokens.start || matches!(document.word(start - 1), "," | ":" | "—" | "–" | "-");
        if let Some(&(second, _)) = open.next()
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

/// What the mark at `at` does, given the marks that are open.
fn act(document: &Document<'_>, tokens: &Range<usize>, at: usize, open: &[(usize, Family)]) -> Act {
    if document.tokens()[at].kind != TokenKind::Mark {
        return Act::None;
    }
    let word = document.word(at);
    if !word.starts_with(['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '`', '\'', '‘', '’', '‚']) {
        return Act::None;
    }
    let before = at == tokens.start || document.space_before(at);
    let after = at + 1 == tokens.end || document.space_before(at + 1);
    let is_open = |family| open.last().is_some_and(|last| last.1 == family);
    match word {
        "„" | "‟" | "``" => Act::Open(Family::Double),
        // The German closing mark is the English opening one.
        "“" if is_open(Family::Double) && !before && after => Act::Close(Family::Double),
        "“" => Act::Open(Family::Double),
        "”" if before && !after && open.is_empty() => Act::Open(Family::Double),
        "”" => Act::Close(Family::Double),
        // Two apostrophes close what two grave accents open, or stand for a straight mark at both ends.
        "\"" | "''" => straight(document, tokens, at, open, before, after),
        "«" | "‹" | "»" | "›" => {
            let inward = matches!(word, "«" | "‹");
            if is_open(Family::Guillemet) && (!inward || !before) {
                Act::Close(Family::Guillemet)
            } else if inward || before && !after {
                Act::Open(Family::Guillemet)
            } else {
                Act::Close(Family::Guillemet)
            }
        }
        "‚" => Act::Open(Family::Single),
        "‘" | "`" | "'" if opens_single(document, tokens, at, before, after) => Act::Open(Family::Single),
        "’" | "'" | "‘" if closes_single(document, tokens, at, open, before, after) => Act::Close(Family::Single),
        _ => Act::None,
    }
}

fn straight(
    document: &Document<'_>,
    tokens: &Range<usize>,
    at: usize,
    open: &[(usize, Family)],
    before: bool,
    after: bool,
) -> Act {
    let is_open = open.iter().rev().take(LOOK_BACK).any(|open| open.1 == Family::Double);
    // Glued to an opening bracket or a dash, it stands as if behind a space.
    let fresh = before || matches!(document.word(at - 1), "(" | "[" | "—" | "–" | "--" | "-" | "'" | "‘" | ":");
    if is_open && (after || !fresh) {
        return Act::Close(Family::Double);
    }
    if !before && document.tokens()[at - 1].kind == TokenKind::Number {
        return Act::None; // inches
    }
    if fresh && (!after || at == tokens.start) || !is_open && !after {
        return Act::Open(Family::Double);
    }
    Act::Close(Family::Double)
}

/// Whether a single mark opens rather than stands for left out letters (`’90s`, `'em`).
fn opens_single(document: &Document<'_>, tokens: &Range<usize>, at: usize, before: bool, after: bool) -> bool {
    let fresh =
        before || matches!(document.word(at - 1), "(" | "[" | "—" | "–" | "--" | "-" | "\"" | "''" | "“" | "«" | ":");
    if !fresh || after || at + 1 == tokens.end {
        return false;
    }
    !matches!(document.word(at + 1), "em" | "tis" | "twas" | "til" | "cause" | "n" | "round")
        && !document.word(at + 1).starts_with(|c: char| c.is_ascii_digit() && document.word(at) == "'")
}

/// Whether a single mark closes rather than is the apostrophe of a plural (`the farmers’ claim`).
fn closes_single(
    document: &Document<'_>,
    tokens: &Range<usize>,
    at: usize,
    open: &[(usize, Family)],
    before: bool,
    after: bool,
) -> bool {
    if before || open.last().is_none_or(|last| last.1 != Family::Single) {
        return false;
    }
    if document.tokens()[at - 1].kind == TokenKind::Mark || at + 1 == tokens.end {
        return true;
    }
    let next = &document.tokens()[at + 1];
    if next.kind == TokenKind::Mark {
        return true;
    }
    // `the farmers’ claim`: the plural's, if another mark that could close follows soon.
    let plural = document.word(at - 1).ends_with('s');
    let later = || {
        (at + 1..tokens.end.min(at + 40))
            .take_while(|later| !matches!(document.word(*later), "‘"))
            .any(|later| matches!(document.word(later), "’" | "'") && !document.space_before(later))
    };
    after && !(plural && later())
}
