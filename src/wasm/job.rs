//! Annotating a text, in one go or in slices.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::facts::Facts;
use super::options;
use super::types::JsAnnotations;
use crate::{Annotations, Reading};

/// Annotates a text in slices, so that a page stays responsive.
///
/// Lone surrogates of a JavaScript string arrive as U+FFFD, which is one code unit like them: positions do not change.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Job {
    reading: Reading<'static>,
    /// The text once more, where its UTF-16 positions differ from its bytes.
    text: Option<String>,
}

#[wasm_bindgen]
impl Job {
    /// Prepares to annotate a text. `types` are names of types parted by commas (none: all of them), `published` is
    /// `YYYY-MM-DD` or empty, `min_score` is from 0 to 1.
    ///
    /// # Errors
    /// For options that cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String, types: &str, published: &str, min_score: f32, facts: &Facts) -> Result<Self, JsError> {
        let mut options = options::read(types, published, min_score)?;
        options.knowledge = facts.knowledge();
        let copy = (!text.is_ascii()).then(|| text.clone());
        Ok(Self { reading: Reading::new(text, options), text: copy })
    }

    /// Reads on, with about the work that `bytes` bytes of text take; `true` when only `finish` is left to call.
    pub fn step(&mut self, bytes: usize) -> bool {
        self.reading.step(bytes)
    }

    /// Does what is left and gives the annotations.
    ///
    /// # Errors
    /// What JavaScript throws while the objects are made.
    pub fn finish(self) -> Result<JsAnnotations, JsValue> {
        let mut annotations = self.reading.finish();
        if let Some(text) = self.text {
            annotations = annotations.to_utf16(&text);
        }
        to_js(&annotations)
    }
}

/// Plain objects, as `JSON.parse` would make them.
fn to_js(annotations: &Annotations) -> Result<JsAnnotations, JsValue> {
    Ok(annotations.serialize(&Serializer::json_compatible())?.unchecked_into())
}
