//! What an element means for the text: whether it is read, and what it parts.

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element};

use super::page_text::Gap;

/// What an element and the page's styles ask of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Not part of the article's words, whatever the page does.
    Skipped,
    /// Not to be seen now; it may be later.
    Veiled,
    /// A `<br>`.
    LineBreak,
    /// Read; `gap` lies before and after it.
    /// Whether line breaks in its text are kept is known of blocks; what is within a line does as its block.
    Read { gap: Gap, keeps_lines: Option<bool> },
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = getComputedStyle)]
    fn computed_style(element: &Element) -> Result<CssStyleDeclaration, JsValue>;
}

/// What a page marks as not to be read, and what is being written in.
const MARKED_OFF: &str = "[data-gloss-skip],[aria-hidden=true],[contenteditable]:not([contenteditable=false])";

/// The role of an element of which the name is known.
///
/// # Errors
/// What the page throws when its styles are asked for.
pub(super) fn role(element: &Element, name: &str) -> Result<Role, JsValue> {
    if is_no_prose(name) || element.matches(MARKED_OFF)? {
        return Ok(Role::Skipped);
    }
    if name == "br" {
        return Ok(Role::LineBreak);
    }
    let style = computed_style(element)?;
    let display = style.get_property_value("display")?;
    if display == "none" || matches!(style.get_property_value("visibility")?.as_str(), "hidden" | "collapse") {
        return Ok(Role::Veiled);
    }
    let gap = match display.as_str() {
        "contents" | "inline" | "ruby" => Gap::None,
        // An empty string: the element is in no document with styles.
        "" if is_phrasing(name) => Gap::None,
        display if display.starts_with("inline") && is_phrasing(name) => Gap::None,
        display if display.starts_with("inline") => Gap::Space,
        // A drop capital floats, and belongs to its word all the same.
        _ if is_phrasing(name) && style.get_property_value("float")? != "none" => Gap::None,
        _ => Gap::Paragraph,
    };
    let keeps_lines = match gap {
        Gap::None => None,
        // `pre-wrap` and its like, and the same in the terms of CSS Text 4.
        _ => {
            let space = style.get_property_value("white-space")?;
            Some(["pre", "break-spaces"].iter().any(|kept| space.starts_with(kept)))
        }
    };
    Ok(Role::Read { gap, keeps_lines })
}

/// Elements that hold no prose: scripts, code, form fields, pictures, readings of characters, and newsgloss itself.
fn is_no_prose(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "code"
            | "pre"
            | "kbd"
            | "samp"
            | "input"
            | "textarea"
            | "select"
            | "option"
            | "optgroup"
            | "datalist"
            | "button"
            | "label"
            | "output"
            | "progress"
            | "meter"
            | "audio"
            | "video"
            | "canvas"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "rt"
            | "rp"
            | "head"
            | "title"
            | "news-gloss"
            | "news-gloss-layer"
    )
}

/// Whether an element stands within a line unless a style says otherwise.
fn is_phrasing(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "mark"
            | "nobr"
            | "q"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
            | "news-gloss-mark"
    )
}
