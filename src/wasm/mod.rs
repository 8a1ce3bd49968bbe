//! The bindings: what JavaScript sees of newsgloss.
//!
//! An [`Article`] reads the text of a page where it stands, and a [`Job`] annotates a text in slices. Positions that
//! leave through here are UTF-16 code units, the unit of JavaScript's strings and of the DOM.
//!
//! Every function that crosses the border costs the page some of its download, so there are few: what a site may ask
//! for is checked in the widget, and comes as plain strings and numbers.

mod article;
mod facts;
mod job;
mod options;
mod page_text;
mod style;
mod types;

pub use article::Article;
pub use facts::Facts;
pub use job::Job;

/// Development builds tell the console where Rust panicked.
#[cfg(debug_assertions)]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}
