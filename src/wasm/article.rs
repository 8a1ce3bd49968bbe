//! Reading the text of an article from the live page.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Element, Node};

use super::page_text::{Gap, PageText};
use super::style::{Role, role};
use super::types::{Elements, TextNodes};

/// The text of one or several parts of a page, as a reader sees it, with the text node of each piece.
///
/// Blocks become paragraphs and `<br>` a line break; white space is collapsed as the page does it. Scripts, code, form
/// fields, hidden parts and what is marked `data-gloss-skip` are left out. `<q>` and `<blockquote>` bring their
/// quotation marks, which stand in no text node. The page may change between two slices only outside of these parts.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Article {
    /// The parts that are still to be read, last one first.
    roots: Vec<Node>,
    /// The elements that we are in, the outermost first.
    open: Vec<Open>,
    next: Option<Node>,
    page: PageText,
    nodes: Array,
    veiled: Array,
}

/// An element that has been entered.
#[derive(Debug)]
struct Open {
    node: Node,
    gap: Gap,
    keeps_lines: bool,
    is_quotation: bool,
}

#[wasm_bindgen]
impl Article {
    /// Prepares to read parts of a page: elements, shadow roots or text nodes, in the order of the page.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(mut roots: Vec<Node>) -> Self {
        roots.reverse();
        Self {
            roots,
            open: Vec::new(),
            next: None,
            page: PageText::default(),
            nodes: Array::new(),
            veiled: Array::new(),
        }
    }

    /// Reads on for about `nodes` nodes; `true` when all is read.
    ///
    /// # Errors
    /// What the page throws.
    pub fn step(&mut self, nodes: u32) -> Result<bool, JsValue> {
        for _ in 0..nodes {
            if let Some(node) = self.next.take() {
                self.visit(node)?;
            } else if let Some(left) = self.open.pop() {
                // A root's neighbours are not ours.
                self.next = if self.open.is_empty() { None } else { left.node.next_sibling() };
                self.leave(&left);
            } else if let Some(root) = self.roots.pop() {
                self.page.part(Gap::Paragraph);
                self.visit(root)?;
            } else {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The text that has been read.
    #[wasm_bindgen(getter)]
    pub fn text(&self) -> String {
        self.page.text().to_owned()
    }

    /// The text nodes that hold visible text, in the order of the text.
    #[must_use]
    pub fn nodes(&self) -> TextNodes {
        self.nodes.clone().unchecked_into()
    }

    /// Elements that were passed over because they are hidden, and may be shown later.
    #[must_use]
    pub fn veiled(&self) -> Elements {
        self.veiled.clone().unchecked_into()
    }

    /// The runs of characters that stand together, three numbers each: where the run begins in the text (ascending), the
    /// index in `nodes` of its text node (2^32 - 1 for characters that stand in none), and where it begins in that node.
    #[must_use]
    pub fn runs(&self) -> Uint32Array {
        self.page.runs().into()
    }
}

impl Article {
    fn visit(&mut self, node: Node) -> Result<(), JsValue> {
        match node.node_type() {
            Node::ELEMENT_NODE => self.enter(node)?,
            Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
                self.take(&node);
                self.next = if self.open.is_empty() { None } else { node.next_sibling() };
            }
            // A document, or the root of a shadow tree.
            Node::DOCUMENT_NODE | Node::DOCUMENT_FRAGMENT_NODE => {
                self.next = node.first_child();
                self.open.push(Open { node, gap: Gap::Paragraph, keeps_lines: false, is_quotation: false });
            }
            _ => self.next = if self.open.is_empty() { None } else { node.next_sibling() },
        }
        Ok(())
    }

    fn enter(&mut self, node: Node) -> Result<(), JsValue> {
        let element: &Element = node.unchecked_ref();
        let name = element.local_name();
        let role = role(element, &name)?;
        if let Role::Read { gap, keeps_lines } = role {
            let inherited = self.open.last().is_some_and(|open| open.keeps_lines);
            self.page.part(gap);
            let is_quotation = matches!(name.as_str(), "q" | "blockquote");
            if is_quotation {
                self.page.open_quotation(name == "blockquote");
            } else if matches!(name.as_str(), "footer" | "figcaption") || (name == "cite" && self.page.at_line_start())
            {
                self.page.end_speech();
            }
            self.next = node.first_child();
            self.open.push(Open { node, gap, keeps_lines: keeps_lines.unwrap_or(inherited), is_quotation });
            return Ok(());
        }
        match role {
            Role::LineBreak => self.page.part(Gap::Line),
            Role::Veiled => {
                self.veiled.push(&node);
            }
            // A picture or a field within a line parts the words beside it.
            _ => self.page.part(Gap::Space),
        }
        self.next = if self.open.is_empty() { None } else { node.next_sibling() };
        Ok(())
    }

    fn leave(&mut self, open: &Open) {
        if open.is_quotation {
            self.page.close_quotation();
        }
        self.page.part(open.gap);
    }

    fn take(&mut self, node: &Node) {
        let data = node.unchecked_ref::<CharacterData>().data();
        let keeps_lines = self.open.last().is_some_and(|open| open.keeps_lines);
        if self.page.append(self.nodes.length(), &data, keeps_lines) {
            self.nodes.push(node);
        }
    }
}
