//! The text of a page as a reader sees it, and where each part of it stands.

/// The owner of characters that stand in no text node: paragraph breaks, the marks of `<q>`.
const NOBODY: u32 = u32::MAX;

/// What lies between the last visible character and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    /// A `<br>`.
    Line,
    /// The edge of a block.
    Paragraph,
}

/// How far the quotation marks of a `<q>` or `<blockquote>` have come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marks {
    /// Nothing visible has come yet.
    Awaited,
    /// The opening mark has been written, the closing mark is owed.
    Open,
    /// The author wrote marks, or the quotation has ended.
    Settled,
}

#[derive(Clone, Copy, Debug)]
struct Quotation {
    marks: Marks,
    /// A `<blockquote>`: every paragraph of it opens with a mark, as newspapers do it.
    is_block: bool,
}

/// Collects characters, collapsing white space as the page does, and keeps for every run of them where it stands.
#[derive(Debug, Default)]
pub(super) struct PageText {
    text: String,
    /// The length of `text` in UTF-16 code units.
    units: u32,
    /// Runs, three numbers each: the position in the text, the owner (an index of text nodes), and the offset in the
    /// owner's data.
    runs: Vec<u32>,
    /// The owner of the last run.
    owner: Option<u32>,
    /// What follows the last character without a gap: the offset in the last run's owner.
    next_offset: u32,
    gap: Gap,
    /// Where the white space of a [`Gap::Space`] stands.
    space: (u32, u32),
    quotations: Vec<Quotation>,
}

impl PageText {
    /// Takes the data of a text node. Gives whether any of it is visible.
    pub(super) fn append(&mut self, owner: u32, data: &str, keeps_lines: bool) -> bool {
        let before = self.units;
        let mut offset = 0;
        for c in data.chars() {
            match c {
                '\n' if keeps_lines => self.part(Gap::Line),
                ' ' | '\t' | '\n' | '\r' | '\x0C' => {
                    if self.gap == Gap::None {
                        self.gap = Gap::Space;
                        self.space = (owner, offset);
                    }
                }
                // Invisible: places where a word may be broken, and marks of byte order.
                '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
                _ => {
                    self.fill_gap(c);
                    self.push(c, owner, offset);
                }
            }
            offset += c.len_utf16() as u32;
        }
        self.units > before
    }

    /// Notes that something parts what has been from what will come.
    pub(super) fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
        if gap == Gap::Space && self.gap == gap {
            self.space = (NOBODY, 0);
        }
    }

    pub(super) fn open_quotation(&mut self, is_block: bool) {
        self.quotations.push(Quotation { marks: Marks::Awaited, is_block });
    }

    /// Leaves the innermost `<q>` or `<blockquote>`.
    pub(super) fn close_quotation(&mut self) {
        self.end_speech();
        self.quotations.pop();
    }

    /// What follows in a `<blockquote>` is its source, no longer the words quoted.
    pub(super) fn end_speech(&mut self) {
        if let Some(quotation) = self.quotations.last_mut() {
            if quotation.marks == Marks::Open {
                let mark = mark(self.quotations.len(), true);
                self.push(mark, NOBODY, 0);
            }
            if let Some(quotation) = self.quotations.last_mut() {
                quotation.marks = Marks::Settled;
            }
        }
    }

    /// Whether the next character begins a line.
    pub(super) fn at_line_start(&self) -> bool {
        self.gap >= Gap::Line || self.units == 0
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn runs(&self) -> &[u32] {
        &self.runs
    }

    /// Writes the gap and the marks that are due before the visible character `next`.
    fn fill_gap(&mut self, next: char) {
        let gap = std::mem::take(&mut self.gap);
        if self.units > 0 {
            match gap {
                Gap::None => {}
                Gap::Space => {
                    let (owner, offset) = self.space;
                    // White space at the end of another node, or of several characters, begins no run of its own.
                    if self.continues(owner, offset) {
                        self.push(' ', owner, offset);
                    } else {
                        self.push(' ', NOBODY, 0);
                    }
                }
                Gap::Line => self.push('\n', NOBODY, 0),
                // An empty line, so that short lines in a row are never taken for one paragraph wrapped by hand.
                Gap::Paragraph => {
                    self.push('\n', NOBODY, 0);
                    self.push('\n', NOBODY, 0);
                }
            }
        }
        if self.quotations.is_empty() {
            return;
        }
        let is_mark = matches!(next, '"' | '\'' | '“' | '‘' | '„' | '«' | '‹' | '”' | '’' | '»');
        for depth in 0..self.quotations.len() {
            let Quotation { marks, is_block } = self.quotations[depth];
            if marks == Marks::Awaited && is_mark {
                self.quotations[depth].marks = Marks::Settled;
            } else if marks == Marks::Awaited || (marks == Marks::Open && is_block && gap == Gap::Paragraph && !is_mark)
            {
                self.quotations[depth].marks = Marks::Open;
                self.push(mark(depth + 1, false), NOBODY, 0);
            }
        }
    }

    fn continues(&self, owner: u32, offset: u32) -> bool {
        owner != NOBODY && self.owner == Some(owner) && self.next_offset == offset
    }

    fn push(&mut self, c: char, owner: u32, offset: u32) {
        let goes_on = if owner == NOBODY { self.owner == Some(NOBODY) } else { self.continues(owner, offset) };
        if !goes_on {
            self.runs.extend([self.units, owner, offset]);
            self.owner = Some(owner);
        }
        self.text.push(c);
        let units = c.len_utf16() as u32;
        self.units += units;
        self.next_offset = offset + units;
    }
}

/// The mark for a quotation at a depth that begins at 1: double, then single, then double again.
fn mark(depth: usize, closing: bool) -> char {
    match (depth % 2 == 1, closing) {
        (true, false) => '“',
        (true, true) => '”',
        (false, false) => '‘',
        (false, true) => '’',
    }
}
