//! newsgloss reads a news article and marks who and what it names, and who said what.
//!
//! ```
//! let text = "“We will rebuild,” said Amina Diallo, the mayor of Kankan.";
//! let notes = newsgloss::annotate(text, &newsgloss::Options::default());
//! assert_eq!(&text[notes.mentions[0].span.range()], "Amina Diallo");
//! assert_eq!(notes.mentions[0].kind, newsgloss::EntityType::Person);
//! ```
//!
//! The same text and options give the same answer on every platform: no clock, no network, no global state.

mod annotate;
mod annotations;
mod entity;
mod facts;
mod identity;
mod options;
mod pace;
mod quote;
mod span;
pub mod text;
#[cfg(feature = "train")]
pub mod train;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use annotate::{Reading, annotate};
pub use annotations::{Annotations, Entity, EntityType, Mention, Quote, QuoteKind, Value};
pub use facts::{Knowledge, KnowledgeEntry, KnowledgeError};
pub use jiff::civil::Date;
pub use options::Options;
pub use span::Span;
