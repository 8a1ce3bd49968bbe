//! The contract in TypeScript.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const CONTRACT: &'static str = r#"
export type EntityType = "person" | "organization" | "place" | "group" | "event" | "product" | "work" | "law"
                       | "date" | "money" | "percent" | "quantity";
/** A half-open range, in UTF-16 code units. */
export interface Span { start: number; end: number }
/** A place in the text that names something; `entity` is the `id` of what it names, `score` a probability. */
export interface Mention extends Span { type: EntityType; entity: number; score: number }
/** What a date, sum, percentage or quantity comes to; what is not sure is left out. */
export interface Value { date?: string; amount?: number; currency?: string; unit?: string }
/** A person or thing that the article names. */
export interface Entity {
  id: number; type: EntityType; name: string; aliases: string[];
  description?: string; wikidata?: string; url?: string; value?: Value;
}
/** Something that somebody is reported to have said, written or thought. */
export interface Quote {
  spans: Span[]; kind: "direct" | "mixed" | "indirect"; cue: Span | null;
  speaker: Span | null; entity: number | null; score: number;
}
export interface Annotations { mentions: Mention[]; entities: Entity[]; quotes: Quote[] }

/** What a site itself knows of a person or thing. */
export interface KnowledgeEntry {
  name: string; aliases?: string[]; type?: EntityType;
  description?: string; url?: string; wikidata?: string; year?: number;
}
export interface Knowledge { entries: KnowledgeEntry[] }
export interface TextOptions {
  /** The types to look for; all by default. */
  types?: EntityType[];
  /** The day of publication, `YYYY-MM-DD` (what follows the day is ignored): "Tuesday" is resolved against it. */
  published?: string | Date;
  /** Leaves out what is less probable, from 0 (the default) to 1. */
  minScore?: number;
  /** What the site itself knows of the people and things in its articles. */
  knowledge?: Knowledge;
}
"#;

#[wasm_bindgen]
extern "C" {
    /// The contract's annotations, as plain objects.
    #[wasm_bindgen(typescript_type = "Annotations")]
    pub type JsAnnotations;

    /// The text nodes of an article.
    #[wasm_bindgen(typescript_type = "Text[]")]
    pub type TextNodes;

    /// Elements of the page.
    #[wasm_bindgen(typescript_type = "Element[]")]
    pub type Elements;
}
