//! The bindings: what JavaScript sees of newsgloss.
//!
//! An [`Article`] reads the text of a page where it stands, a [`Job`] annotates a text in slices, and
//! [`annotate_text`] does it in one go. Positions that leave through here are UTF-16 code units, the unit of
//! JavaScript's strings and of the DOM.

mod article;
mod job;
mod options;
mod page_text;
mod style;
mod types;

pub use article::Article;
pub use job::{Job, annotate_text};

/// Development builds tell the console where Rust panicked.
#[cfg(debug_assertions)]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
