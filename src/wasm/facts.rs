//! What a site knows, on its way over the border.

use wasm_bindgen::prelude::*;

use crate::{EntityType, Knowledge, KnowledgeEntry};

/// What a site knows of people and things, read once and used for every part of its articles.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Facts(Knowledge);

/// The strings that make an entry: name, aliases (one a line), type, description, url, wikidata; empty where unknown.
const FIELDS: usize = 6;

#[wasm_bindgen]
impl Facts {
    /// Takes entries of six strings each: name, aliases (one a line), type, description, url, wikidata. A string is
    /// empty where nothing is known; entries that cannot be used are passed over.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(fields: Vec<String>) -> Self {
        let entries = fields.chunks_exact(FIELDS).map(entry).filter(|entry| Knowledge::new([entry.clone()]).is_ok());
        Self(Knowledge::new(entries).unwrap_or_default())
    }
}

impl Facts {
    pub(super) fn knowledge(&self) -> Knowledge {
        self.0.clone()
    }
}

fn entry(fields: &[String]) -> KnowledgeEntry {
    let field = |at: usize| Some(&fields[at]).filter(|field| !field.is_empty()).cloned();
    KnowledgeEntry {
        aliases: fields[1].lines().map(str::to_owned).collect(),
        kind: EntityType::from_name(&fields[2]),
        description: field(3),
        url: field(4),
        wikidata: field(5),
        ..KnowledgeEntry::new(&fields[0])
    }
}
