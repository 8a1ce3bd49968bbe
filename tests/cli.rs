//! What the command line promises, tried on the program itself.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

#[path = "cli/html.rs"]
mod html;
#[path = "cli/jsonl.rs"]
mod jsonl;
#[path = "cli/jsonld.rs"]
mod jsonld;
mod support;

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

const SAMPLE: &str = "“😀 We will rebuild,” said Amina Diallo, the mayor of Kankan, on Tuesday.";

/// Starts the program with everything piped.
fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_newsgloss"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs the program to its end.
fn run(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = start(args);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that does not read all of its input closes it early.
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Runs the program, which must succeed and have nothing to say beside its answer.
fn answer(args: &[&str], input: impl AsRef<[u8]>) -> String {
    let output = run(args, input);
    assert!(output.status.success(), "{args:?}: {output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the program, which must fail with this status; gives what it says.
fn complaint(args: &[&str], input: impl AsRef<[u8]>, status: i32) -> String {
    let output = run(args, input);
    assert_eq!(output.status.code(), Some(status), "{args:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

/// A file of this test's own, gone when it is dropped.
struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("newsgloss-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

/// The part of a text between two positions in UTF-16 code units.
fn slice_utf16(text: &str, span: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
    String::from_utf16(&units[at("start")..at("end")]).unwrap()
}

#[test]
fn help_shows_a_newcomer_the_way() {
    for args in [&["--help"][..], &["help"]] {
        let help = answer(args, "");
        for needed in ["annotate", "eval", "Exit status", "echo '"] {
            assert!(help.contains(needed), "{help}");
        }
    }
    let help = answer(&["annotate", "--help"], "");
    for needed in ["Examples:", "--format", "--published", "--jsonl", "--min-score", "--types", "UTF-16", "Exit status"]
    {
        assert!(help.contains(needed), "{help}");
    }
    assert!(complaint(&[], "", 2).contains("Usage"));
    assert_eq!(answer(&["--version"], "").trim(), concat!("newsgloss ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let json: Value = serde_json::from_str(&answer(&["annotate"], SAMPLE)).unwrap();
    assert_eq!(json.as_object().unwrap().keys().collect::<Vec<_>>(), ["entities", "mentions", "quotes"]);
    let quote = &json["quotes"][0];
    assert_eq!(slice_utf16(SAMPLE, &quote["spans"][0]), "“😀 We will rebuild,”");
    assert_eq!(quote["kind"], "direct");
    assert_eq!(slice_utf16(SAMPLE, &quote["cue"]), "said");
    assert!(slice_utf16(SAMPLE, &quote["speaker"]).contains("Diallo"));
    let speaker = usize::try_from(quote["entity"].as_u64().unwrap()).unwrap();
    assert_eq!(json["entities"][speaker]["name"], "Amina Diallo");
    assert_eq!(json["entities"][speaker]["type"], "person");
    for (id, entity) in json["entities"].as_array().unwrap().iter().enumerate() {
        assert_eq!(entity["id"], id);
        assert!(entity["aliases"].is_array());
    }
    let mentions = json["mentions"].as_array().unwrap();
    assert!(!mentions.is_empty());
    for mention in mentions {
        let score = mention["score"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&score));
        let entity = usize::try_from(mention["entity"].as_u64().unwrap()).unwrap();
        assert_eq!(json["entities"][entity]["type"], mention["type"]);
    }
    assert!(mentions.iter().any(|mention| slice_utf16(SAMPLE, mention) == "Kankan"));
}

#[test]
fn an_article_comes_from_a_file_or_from_standard_input() {
    let file = File::new("article.txt", SAMPLE);
    let from_file = answer(&["annotate", file.path()], "");
    assert_eq!(from_file, answer(&["annotate"], SAMPLE));
    assert_eq!(from_file, answer(&["annotate", "-"], SAMPLE));
    assert!(from_file.ends_with('\n') && from_file.lines().count() == 1);
}

#[test]
fn options_are_heeded() {
    let types = |args: &[&str]| -> Vec<String> {
        let json: Value = serde_json::from_str(&answer(args, SAMPLE)).unwrap();
        let mentions = json["mentions"].as_array().unwrap();
        mentions.iter().map(|mention| mention["type"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(types(&["annotate", "--types", "date"]), ["date"]);
    assert_eq!(types(&["annotate", "--types", "person,date"]), ["person", "date"]);
    assert!(types(&["annotate", "--min-score", "1"]).len() < types(&["annotate"]).len());
    let dated: Value =
        serde_json::from_str(&answer(&["annotate", "--published", "2024-07-19", "--types", "date"], SAMPLE)).unwrap();
    assert_eq!(dated["entities"][0]["value"]["date"], "2024-07-16");
    let undated: Value = serde_json::from_str(&answer(&["annotate", "--types", "date"], SAMPLE)).unwrap();
    assert!(undated["entities"][0].get("value").is_none());
}

#[test]
fn mistakes_on_the_command_line_are_explained() {
    for (args, needed) in [
        (&["annotate", "--format", "pdf"][..], "jsonld"),
        (&["annotate", "--types", "person,planet"], "organization"),
        (&["annotate", "--published", "16 July 2024"], "2024-07-16"),
        (&["annotate", "--published", "2023-02-29"], "not a day of the calendar"),
        (&["annotate", "--min-score", "1.5"], "from 0 to 1"),
        (&["annotate", "--min-score", "NaN"], "from 0 to 1"),
        (&["annotate", "--jsonl", "--format", "html"], "cannot be used with"),
        (&["annotated"], "annotate"),
    ] {
        let complaint = complaint(args, "", 2);
        assert!(complaint.contains(needed), "{args:?}: {complaint}");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let missing = complaint(&["annotate", "no/such/article.txt"], "", 1);
    assert!(missing.contains("no/such/article.txt") && missing.contains("no such file"), "{missing}");
    let folder = complaint(&["annotate", env!("CARGO_MANIFEST_DIR")], "", 1);
    assert!(folder.contains(env!("CARGO_MANIFEST_DIR")), "{folder}");
    let latin1 = File::new("latin1.txt", b"caf\xE9");
    let not_utf8 = complaint(&["annotate", latin1.path()], "", 1);
    assert!(not_utf8.contains("not UTF-8") && not_utf8.contains("offset 3"), "{not_utf8}");
    assert!(complaint(&["annotate"], b"\xFF\xFEh\0i\0", 1).contains("UTF-16"));
}

#[test]
fn any_text_has_an_answer() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_newsgloss")).unwrap();
    let program = String::from_utf8_lossy(&program[..program.len().min(200_000)]).into_owned();
    let long = "\u{202E}שלום \0 e\u{301}👩‍👩‍👧 “".repeat(20_000);
    for text in ["", "\n", " \r \u{FEFF}", "\0", "a", &program, &long] {
        for format in ["json", "html", "jsonld"] {
            answer(&["annotate", "--format", format], text);
        }
    }
}

#[test]
fn nothing_is_said_when_the_reader_of_the_output_leaves() {
    let mut child = start(&["annotate", "--format", "html"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all("One more line.\n".repeat(10_000).as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn eval_scores_marked_articles() {
    let gold = r#"{"text": "Amina Diallo spoke.", "mentions": [{"start": 0, "end": 12, "type": "person"}]}"#;
    let table = answer(&["eval", "--types", "person"], gold);
    let row = table.lines().find(|line| line.starts_with("person")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["person", "1", "1", "100.0", "100.0", "100.0"]);
    assert!(complaint(&["eval"], "\n{\"text\": 1}", 1).contains("line 2"));
    let beyond = r#"{"text": "Short.", "mentions": [{"start": 0, "end": 12, "type": "person"}]}"#;
    assert!(complaint(&["eval"], beyond, 1).contains("no characters 0 to 12"));
}

#[test]
fn knowledge_comes_from_a_file() {
    let known =
        r#"{"entries": [{"name": "Amina Diallo", "type": "person", "wikidata": "Q42", "url": "/people/diallo"}]}"#;
    let file = File::new("known.json", known);
    let json: Value = serde_json::from_str(&answer(&["annotate", "--knowledge", file.path()], SAMPLE)).unwrap();
    let diallo = json["entities"].as_array().unwrap().iter().find(|entity| entity["name"] == "Amina Diallo").unwrap();
    assert_eq!((&diallo["wikidata"], &diallo["url"]), (&"Q42".into(), &"/people/diallo".into()));
    let description = answer(&["annotate", "--format", "jsonld", "--knowledge", file.path()], SAMPLE);
    assert!(description.contains("\"sameAs\": \"https://www.wikidata.org/entity/Q42\""), "{description}");
    let bad = File::new("bad.json", r#"{"entries": [{"name": "Amina Diallo", "url": "javascript:alert(1)"}]}"#);
    assert!(complaint(&["annotate", "--knowledge", bad.path()], SAMPLE, 1).contains(bad.path()));
    assert!(complaint(&["annotate", "--knowledge", "no/such.json"], SAMPLE, 1).contains("no/such.json"));
}
