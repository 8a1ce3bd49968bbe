//! The bindings in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, JSON, JsString, Reflect};
use newsgloss::wasm::{Article, Facts, Job};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Node};

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = "“We will rebuild,” said Amina Diallo, the mayor of Kankan, on Tuesday.";

fn job(text: impl Into<String>) -> Job {
    Job::new(text.into(), "", "2026-10-16", 0.0, &Facts::new(Vec::new())).expect("the options are good")
}

fn annotate(text: &str) -> JsValue {
    job(text).finish().expect("annotates").into()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

fn list(object: &JsValue, key: &str) -> Vec<JsValue> {
    get(object, key).unchecked_into::<Array>().to_vec()
}

fn number(object: &JsValue, key: &str) -> u32 {
    get(object, key).as_f64().expect("a number") as u32
}

/// The text of a span, cut as JavaScript does it.
fn cut(text: &JsString, span: &JsValue) -> String {
    text.substring(number(span, "start"), number(span, "end")).into()
}

fn document() -> Document {
    web_sys::window().expect("a window").document().expect("a document")
}

/// An element on the page that holds some markup.
fn element(markup: &str) -> Element {
    let element = document().create_element("article").expect("an element");
    element.set_inner_html(markup);
    document().document_element().expect("a page").append_child(&element).expect("on the page");
    element
}

fn read(roots: Vec<Node>) -> Article {
    let mut article = Article::new(roots);
    while !article.step(1).expect("the page throws nothing") {}
    article
}

#[wasm_bindgen_test]
fn answers_have_the_shape_of_the_contract() {
    let notes = annotate(STORY);
    let quotes = list(&notes, "quotes");
    let text = JsString::from(STORY);
    assert_eq!(cut(&text, &list(&quotes[0], "spans")[0]), "“We will rebuild,”");
    assert_eq!(cut(&text, &get(&quotes[0], "cue")), "said");
    assert_eq!(get(&quotes[0], "kind"), "direct");
    let speaker = list(&notes, "entities").swap_remove(number(&quotes[0], "entity") as usize);
    assert_eq!(get(&speaker, "name"), "Amina Diallo");
    assert_eq!(get(&speaker, "type"), "person");
    for mention in list(&notes, "mentions") {
        assert!((0.0..=1.0).contains(&get(&mention, "score").as_f64().expect("a number")));
    }
    // Plain objects: what JSON makes of them and back is the same.
    let json = JSON::stringify(&notes).expect("plain objects");
    assert_eq!(JSON::stringify(&JSON::parse(&String::from(json.clone())).expect("JSON")).expect("plain objects"), json);
}

#[wasm_bindgen_test]
fn positions_count_utf16_units() {
    let text = format!("🎉👩‍🚒 {STORY}");
    let plain = list(&annotate(STORY), "mentions");
    let shifted = list(&annotate(&text), "mentions");
    let text = JsString::from(text.as_str());
    let names = |text: &JsString, mentions: &[JsValue]| mentions.iter().map(|m| cut(text, m)).collect::<Vec<_>>();
    assert!(plain.len() > 1);
    assert_eq!(names(&text, &shifted), names(&STORY.into(), &plain));
}

#[wasm_bindgen_test]
fn slices_give_the_answer_of_one_go() {
    let text = format!("{STORY}\n").repeat(40);
    let mut job = job(text.clone());
    let mut slices = 0;
    while !job.step(64) {
        slices += 1;
    }
    assert!(slices > 10, "{slices} slices");
    let sliced = job.finish().expect("annotates").into();
    assert_eq!(JSON::stringify(&sliced).expect("objects"), JSON::stringify(&annotate(&text)).expect("objects"));
}

#[wasm_bindgen_test]
fn lone_surrogates_do_not_trap_and_keep_their_place() {
    let broken = JsString::from_char_code(&[0xD800, 0x20]).concat(&STORY.into());
    let broken = broken.concat(&JsString::from_char_code(&[0x20, 0xDC00]).into());
    let article = element("<p></p>");
    let node = js_text_node(&broken);
    article.first_child().expect("a paragraph").append_child(&node).expect("a text node");

    let read = read(vec![article.clone().into()]);
    let text = read.text();
    assert_eq!(JsString::from(text.as_str()).length(), broken.length());
    let notes: JsValue =
        Job::new(text, "person", "", 0.0, &Facts::new(Vec::new())).expect("good").finish().expect("annotates").into();
    assert_eq!(cut(&broken, &list(&notes, "mentions")[0]), "Amina Diallo");
    article.remove();
}

/// A text node whose string crosses no border: Rust's strings cannot hold a lone surrogate.
fn js_text_node(text: &JsString) -> Node {
    let create = get(&document(), "createTextNode").unchecked_into::<js_sys::Function>();
    create.call1(&document(), text).expect("a text node").unchecked_into()
}

#[wasm_bindgen_test]
fn options_that_cannot_be_used_are_refused() {
    let refused = |types: &str, published: &str, score: f32| {
        Job::new(STORY.to_owned(), types, published, score, &Facts::new(Vec::new())).is_err()
    };
    assert!(refused("person,ship", "", 0.0));
    assert!(refused("", "last Tuesday", 0.0));
    assert!(refused("", "2026-02-30", 0.0));
    assert!(refused("", "", f32::NAN));
    assert!(refused("", "", 1.5));
    assert!(!refused("person,place", "2026-02-28", 1.0));
}

#[wasm_bindgen_test]
fn any_string_is_answered() {
    for text in ["", "Ghana", "\0\0 Ghana \0", "قال الرئيس: «نعم»", "\u{202E}Ghana\u{202C}"] {
        annotate(text);
    }
    annotate(&"\"".repeat(10_000));
    annotate(&"a".repeat(10_000));
    annotate(&"“Yes,” he said.\n".repeat(500));
}

#[wasm_bindgen_test]
fn the_page_is_read_as_readers_see_it() {
    let article = element(
        "<h2>Late   ferry</h2><p>Kari <em>Haug</em>land&nbsp;waited.<script>var x;</script><span hidden>No.</span></p>\
         <p data-gloss-skip>Advertisement</p><ul><li>One<li>Two</ul><p>Last<br>line</p>",
    );
    let read = read(vec![article.clone().into()]);
    let text = read.text();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["Late ferry", "Kari Haugland\u{a0}waited.", "One", "Two", "Last", "line"]);
    article.remove();
}

#[wasm_bindgen_test]
fn runs_lead_back_into_the_page() {
    let article = element("<p>“<i>Go</i>,” \n said <a>Rayna   Stoeva</a>.</p><p>Nobody 🎺 did.</p>");
    let read = read(vec![article.clone().into()]);
    let (text, nodes, runs) = (JsString::from(read.text()), Array::from(&read.nodes()), read.runs().to_vec());
    let mut letters = 0;
    for (run, next) in runs.chunks_exact(3).zip(runs.chunks_exact(3).skip(1)) {
        let &[start, owner, offset] = run else { unreachable!("chunks of three") };
        if owner == u32::MAX {
            continue;
        }
        let data = JsString::from(nodes.get(owner).unchecked_into::<Node>().text_content().expect("characters"));
        let words = String::from(text.substring(start, next[0]));
        letters += words.trim().chars().count();
        assert!(String::from(data.substring(offset, data.length())).starts_with(words.trim()), "{words:?}");
    }
    assert!(letters > 20, "{letters} letters in {runs:?}");
    article.remove();
}

#[wasm_bindgen_test]
fn reading_changes_nothing() {
    let markup = "<p>“Go,” <b>said</b> <a href=\"#x\">Rayna Stoeva</a>.</p>";
    let article = element(markup);
    read(vec![article.clone().into()]);
    assert_eq!(article.inner_html(), markup);
    article.remove();
}

#[wasm_bindgen_test]
fn knowledge_fills_what_the_article_leaves_open() {
    let strings = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect::<Vec<String>>();
    let facts = Facts::new(strings(&[
        "Amina Diallo",
        "A. Diallo\nMadame Diallo",
        "person",
        "painter",
        "/people/diallo",
        "Q1065",
        "Kankan",
        "",
        "place",
        "",
        "javascript:alert(1)",
        "",
        "an entry cut short",
    ]));
    let job = Job::new(STORY.to_owned(), "", "", 0.0, &facts).expect("the options are good");
    let notes: JsValue = job.finish().expect("annotates").into();
    let named = |name: &str| list(&notes, "entities").into_iter().find(|entity| get(entity, "name") == name);
    let diallo = named("Amina Diallo").expect("she is named");
    assert_eq!(get(&diallo, "url"), "/people/diallo");
    assert_eq!(get(&diallo, "wikidata"), "Q1065");
    assert!(get(&named("Kankan").expect("it is named"), "url").is_undefined());
}

#[wasm_bindgen_test]
fn quotation_elements_bring_their_marks() {
    let article = element(
        "<p><q>Stay</q>, she <q>said, <q>now</q></q></p><blockquote><p>One.</p><p>Two.</p><footer>Ana Ruiz</footer></blockquote>\
         <blockquote>“Marked.”</blockquote>",
    );
    let read = read(vec![article.clone().into()]);
    let text = read.text();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, ["“Stay”, she “said, ‘now’”", "“One.", "“Two.”", "Ana Ruiz", "“Marked.”"]);
    article.remove();
}

#[wasm_bindgen_test]
fn what_is_hidden_now_is_remembered() {
    let article = element("<p>Seen.</p><p style='display: none'>Later.</p><p style='visibility: hidden'>Never.</p>");
    let read = read(vec![article.clone().into()]);
    assert_eq!(read.text(), "Seen.");
    assert_eq!(read.veiled().unchecked_into::<Array>().length(), 2);
    article.remove();
}

#[wasm_bindgen_test]
fn drop_capitals_belong_to_their_words() {
    let article = element("<p><span style='float: left'>A</span>mina <span style='display: block'>Diallo</span></p>");
    let read = read(vec![article.clone().into()]);
    assert_eq!(read.text(), "Amina\n\nDiallo");
    article.remove();
}
