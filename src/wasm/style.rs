//! What an element means for the text: whether it is read, and what it parts.

use wasm_bindgen::JsValue;
use web_sys::{Element, Window};

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
    Read { gap: Gap, keeps_lines: bool },
}

/// The role of an element of which the name is known.
///
/// # Errors
/// What the page throws when its styles are asked for.
pub(super) fn role(window: &Window, element: &Element, name: &str) -> Result<Role, JsValue> {
    if is_no_prose(name) || (element.has_attributes() && is_marked_off(element)) {
        return Ok(Role::Skipped);
    }
    if name == "br" {
        return Ok(Role::LineBreak);
    }
    let Some(style) = window.get_computed_style(element)? else { return Ok(Role::Skipped) };
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
    let keeps_lines = matches!(
        style.get_property_value("white-space")?.as_str(),
        "pre" | "pre-wrap" | "pre-line" | "break-spaces" | "preserve" | "preserve nowrap" | "preserve-breaks"
    );
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

/// What the page itself marks as not to be read, or as being written in.
fn is_marked_off(element: &Element) -> bool {
    element.has_attribute("data-gloss-skip")
        || element.get_attribute("aria-hidden").as_deref() == Some("true")
        || element.get_attribute("contenteditable").is_some_and(|value| value != "false")
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
