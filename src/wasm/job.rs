//! Annotating a text, in one go or in slices.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use super::options;
use super::types::{JsAnnotations, JsOptions, JsText};
use crate::{Annotations, Reading};

/// The longest text that is taken, in UTF-16 code units: more would not fit the memory of a page.
const MAX_UNITS: u32 = 1 << 26;

/// Finds the names, dates, sums and quotes of a text. Lone surrogates are read as U+FFFD, at unchanged offsets.
///
/// # Errors
/// A `TypeError` for what is not a string, a string of more than 2^26 code units, or options that cannot be used.
#[wasm_bindgen(js_name = annotateText)]
pub fn annotate_text(text: &JsText, options: &JsOptions) -> Result<JsAnnotations, JsValue> {
    Job::new(text, options)?.finish()
}

/// The same work as `annotateText`, in slices, so that a page stays responsive.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Job {
    reading: Reading<'static>,
    /// The text once more, where its UTF-16 positions differ from its bytes.
    text: Option<String>,
}

#[wasm_bindgen]
impl Job {
    /// Prepares to annotate a text.
    ///
    /// # Errors
    /// As `annotateText`.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &JsText, options: &JsOptions) -> Result<Self, JsValue> {
        let units = text.unchecked_ref::<js_sys::JsString>().length();
        let text = match text.as_string() {
            Some(_) if units > MAX_UNITS => return Err(options::refuse("the text is too long to be read")),
            Some(text) => text,
            None => return Err(options::refuse("the text must be a string")),
        };
        Self::of(text, options)
    }

    /// Reads on for about `bytes` bytes of text; `true` when only `finish` is left to call.
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

impl Job {
    pub(super) fn of(text: String, options: &JsValue) -> Result<Self, JsValue> {
        let options = options::read(options)?;
        let copy = (!text.is_ascii()).then(|| text.clone());
        Ok(Self { reading: Reading::new(text, options), text: copy })
    }
}

/// Plain objects, as `JSON.parse` would make them.
fn to_js(annotations: &Annotations) -> Result<JsAnnotations, JsValue> {
    Ok(annotations.serialize(&Serializer::json_compatible())?.unchecked_into())
}
