//! `newsgloss annotate --jsonl`.

use std::io::{BufRead, BufReader, Write};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::{SAMPLE, answer, run, slice_utf16, start};

fn lines(output: &[u8]) -> Vec<Value> {
    let output = std::str::from_utf8(output).unwrap();
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_line_is_answered_in_order() {
    // Of very different lengths, so that they are not done in the order in which they came.
    let input: String =
        (0..300).map(|i| format!("{}\n", json!({ "id": i, "text": SAMPLE.repeat(1 + (i * 37) % 23) }))).collect();
    let answers = lines(answer(&["annotate", "--jsonl"], &input).as_bytes());
    assert_eq!(answers.len(), 300);
    for (i, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], i);
        assert!(answer["mentions"].is_array() && answer["entities"].is_array() && answer["quotes"].is_array());
        assert_eq!(answer["quotes"].as_array().unwrap().len(), 1 + (i * 37) % 23, "{i}");
    }
}

#[test]
fn an_answer_is_that_of_the_single_article() {
    let single: Value = serde_json::from_str(&answer(&["annotate", "--published", "2024-07-19"], SAMPLE)).unwrap();
    let line = json!({ "id": "a", "text": SAMPLE, "published": "2024-07-19" }).to_string();
    // Without a line break at the end, after a byte order mark, with fields that are not asked for.
    let odd = format!("\u{FEFF}{{\"mentions\": [[[]]], {}", &line[1..]);
    for input in [line, odd] {
        let mut answer = lines(answer(&["annotate", "--jsonl"], input).as_bytes());
        assert_eq!(answer.len(), 1);
        assert_eq!(answer[0].as_object_mut().unwrap().remove("id"), Some(json!("a")));
        assert_eq!(answer[0], single);
        assert_eq!(slice_utf16(SAMPLE, &answer[0]["quotes"][0]["spans"][0]), "“😀 We will rebuild,”");
    }
}

#[test]
fn the_day_of_publication_on_the_line_wins() {
    let input = [
        json!({ "id": 1, "text": "on Tuesday" }),
        json!({ "id": 2, "text": "on Tuesday", "published": "2024-07-19" }),
        json!({ "id": 3, "text": "on Tuesday", "published": null }),
    ];
    let input: String = input.iter().map(|line| format!("{line}\n")).collect();
    let answers = lines(answer(&["annotate", "--jsonl", "--published", "2020-01-03"], input).as_bytes());
    let dates: Vec<&Value> = answers.iter().map(|answer| &answer["entities"][0]["value"]["date"]).collect();
    assert_eq!(dates, ["2019-12-31", "2024-07-16", "2019-12-31"]);
}

#[test]
fn an_id_comes_back_as_it_was() {
    for id in ["\"x\"", "0", "-1.50", "1e400", "123456789012345678901234567890", "\"\\u00e9\\n\"", "\"\""] {
        let answer = answer(&["annotate", "--jsonl"], format!("{{\"text\": \"\", \"id\": {id}}}"));
        assert!(answer.starts_with(&format!("{{\"id\":{id},\"mentions\"")), "{answer}");
    }
}

#[test]
fn a_bad_line_is_no_harm_to_its_neighbours() {
    let bad: &[(&[u8], Value, &str)] = &[
        (b"nonsense", Value::Null, "not an article"),
        (b"{\"id\": 7, \"text\": \"cut sho", Value::Null, "not an article"),
        (b"{\"id\": 7}", json!(7), "text"),
        (b"{\"text\": \"no id\"}", Value::Null, "id"),
        (b"{\"id\": 7, \"text\": null}", json!(7), "string"),
        (b"{\"id\": null, \"text\": \"\"}", Value::Null, "id"),
        (b"{\"id\": [1], \"text\": \"\"}", Value::Null, "id"),
        (b"{\"id\": \"x\", \"text\": \"caf\xE9\"}", json!("x"), "not UTF-8"),
        (b"{\"id\": 7, \"text\": \"\", \"published\": \"2024-13-01\"}", json!(7), "2024-13-01"),
        (b"{\"id\": 7, \"text\": \"\", \"published\": 2024}", json!(7), "expected a string"),
        (b"[1, 2]", Value::Null, "not an article"),
        (b"{\"id\": 7, \"text\": \"\"} {}", Value::Null, "trailing"),
        (b"\0", Value::Null, "not an article"),
    ];
    let good = json!({ "id": "good", "text": SAMPLE }).to_string();
    let mut input = Vec::new();
    for (line, ..) in bad {
        for line in [good.as_bytes(), line] {
            input.extend_from_slice(line);
            input.extend_from_slice(b"\r\n\n");
        }
    }
    let output = run(&["annotate", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let summary = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(summary.contains(&format!("{} of {} lines", bad.len(), 2 * bad.len())), "{summary}");
    let answers = lines(&output.stdout);
    assert_eq!(answers.len(), 2 * bad.len());
    for (pair, (line, id, needed)) in answers.chunks(2).zip(bad) {
        let line = String::from_utf8_lossy(line);
        assert_eq!(pair[0]["id"], "good", "before {line}");
        assert_eq!(pair[0]["quotes"].as_array().unwrap().len(), 1);
        assert_eq!(pair[1].get("id").unwrap_or(&Value::Null), id, "{line}");
        let error = pair[1]["error"].as_str().unwrap();
        assert!(error.contains(needed), "{line}: {error}");
    }
}

#[test]
fn lone_surrogates_keep_their_place() {
    let input = "{\"id\": 1, \"text\": \"\\ud83d Kankan \\udc00\\ud83d\\ude00.\\n“It is late,” said Amina Diallo.\"}";
    let answers = lines(answer(&["annotate", "--jsonl"], input).as_bytes());
    let text = "\u{FFFD} Kankan \u{FFFD}😀.\n“It is late,” said Amina Diallo.";
    assert_eq!(slice_utf16(text, &answers[0]["quotes"][0]["spans"][0]), "“It is late,”");
}

#[test]
fn an_answer_comes_before_the_next_line() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, answers) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        while stdout.read_line(&mut line).unwrap() > 0 {
            if sender.send(std::mem::take(&mut line)).is_err() {
                break;
            }
        }
    });
    for id in 0..3 {
        writeln!(stdin, "{}", json!({ "id": id, "text": SAMPLE })).unwrap();
        let answer = answers.recv_timeout(Duration::from_secs(60)).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn nothing_is_said_when_the_reader_of_the_answers_leaves() {
    let mut child = start(&["annotate", "--jsonl"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let line = format!("{}\n", json!({ "id": 1, "text": SAMPLE }));
    let writer = thread::spawn(move || while stdin.write_all(line.as_bytes()).is_ok() {});
    stdout.read_line(&mut String::new()).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}

#[test]
fn no_lines_are_no_answers() {
    assert_eq!(answer(&["annotate", "--jsonl"], ""), "");
    assert_eq!(answer(&["annotate", "--jsonl"], "\n \r\n\n"), "");
}
