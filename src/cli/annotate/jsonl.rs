//! Many articles, one a line of JSON.
//!
//! One thread reads, one a core annotates, one writes. Answers leave in the order of the lines, each as soon as it and
//! those before it are done; no more than a few lines a core are held at a time.

use std::fmt;
use std::io::{self, BufRead, Write};
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use newsgloss::{Annotations, Options};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Deserialize as Derive, Serialize};
use serde_json::value::RawValue;

use crate::cli::date;
use crate::cli::failure::Failure;

/// The answer to a line, with its line break, and whether it is an error.
struct Answer {
    line: Vec<u8>,
    bad: bool,
}

/// A line, and where its answer is awaited.
type Job = (Vec<u8>, SyncSender<Answer>);

/// Answers every line of `input`, whose name is for messages.
pub(super) fn run(
    name: &str,
    input: impl BufRead,
    output: impl Write + Send,
    options: &Options,
) -> Result<(), Failure> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (to_workers, jobs) = sync_channel::<Job>(workers);
    let (to_writer, answers) = sync_channel::<Receiver<Answer>>(2 * workers);
    let jobs = Mutex::new(jobs);
    let (read, written) = thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| work(&jobs, options));
        }
        let writer = scope.spawn(move || write(&answers, output));
        let read = feed(input, to_workers, &to_writer);
        drop(to_writer);
        (read, writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let (bad, all) = written.map_err(Failure::Write)?;
    read.map_err(|error| Failure::Read(name.to_owned(), error))?;
    if bad > 0 { Err(Failure::BadLines { bad, all }) } else { Ok(()) }
}

/// Hands the lines out; ends early when nobody waits for answers any more.
fn feed(
    mut input: impl BufRead,
    to_workers: SyncSender<Job>,
    to_writer: &SyncSender<Receiver<Answer>>,
) -> io::Result<()> {
    let mut first = true;
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if std::mem::take(&mut first) && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let (answer, awaited) = sync_channel(1);
        if to_writer.send(awaited).is_err() || to_workers.send((line, answer)).is_err() {
            return Ok(());
        }
    }
}

fn work(jobs: &Mutex<Receiver<Job>>, options: &Options) {
    loop {
        let job = match jobs.lock() {
            Ok(jobs) => jobs.recv(),
            Err(_) => return,
        };
        let Ok((line, answer)) = job else { return };
        // Where the writer has gone, nobody needs the answer.
        let _ = answer.send(answer_to(&line, options));
    }
}

/// Writes the answers in their order; gives how many were errors, and how many there were.
fn write(answers: &Receiver<Receiver<Answer>>, mut output: impl Write) -> io::Result<(u64, u64)> {
    let (mut bad, mut all) = (0, 0);
    for awaited in answers {
        let Ok(answer) = awaited.recv() else { break };
        output.write_all(&answer.line)?;
        output.flush()?;
        bad += u64::from(answer.bad);
        all += 1;
    }
    Ok((bad, all))
}

/// An article as it comes. Whatever else stands in its line is passed over.
#[derive(Derive)]
struct Article<'l> {
    #[serde(borrow)]
    id: &'l RawValue,
    text: Text,
    #[serde(default)]
    published: Option<String>,
}

#[derive(Serialize)]
struct Annotated<'l> {
    id: &'l RawValue,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(Serialize)]
struct Refused<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'l RawValue>,
    error: String,
}

fn answer_to(line: &[u8], options: &Options) -> Answer {
    let annotated = std::str::from_utf8(line)
        .map_err(|error| format!("not UTF-8: the byte at offset {} of the line fits no character", error.valid_up_to()))
        .and_then(|line| annotate(line, options));
    let (mut line, bad) = match annotated {
        Ok(annotated) => (annotated, false),
        Err(error) => (refuse(&String::from_utf8_lossy(line), error), true),
    };
    line.push(b'\n');
    Answer { line, bad }
}

fn annotate(line: &str, options: &Options) -> Result<Vec<u8>, String> {
    let article: Article<'_> = serde_json::from_str(line).map_err(|error| format!("not an article: {error}"))?;
    if !is_id(article.id) {
        return Err("the id is neither a string nor a number".to_owned());
    }
    let mut options = options.clone();
    if let Some(published) = article.published {
        options.published = Some(date::parse(&published)?);
    }
    let Text(text) = article.text;
    let annotations = newsgloss::annotate(&text, &options).to_utf16(&text);
    serde_json::to_vec(&Annotated { id: article.id, annotations }).map_err(|error| error.to_string())
}

/// The answer to a line that is no article, with the line's id if it can be made out.
fn refuse(line: &str, error: String) -> Vec<u8> {
    #[derive(Derive)]
    struct Known<'l> {
        #[serde(borrow)]
        id: &'l RawValue,
    }
    let id = serde_json::from_str::<Known<'_>>(line).ok().map(|known| known.id).filter(|id| is_id(id));
    serde_json::to_vec(&Refused { id, error }).unwrap_or_else(|_| b"{\"error\":\"not an article\"}".to_vec())
}

fn is_id(id: &RawValue) -> bool {
    id.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit())
}

/// Text from JSON in which lone surrogates, which a JavaScript string may hold, have become U+FFFD. Either is one UTF-16
/// code unit, so positions fit the string that was sent.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes, because `serde_json` refuses lone surrogates in strings; in bytes it gives their three-byte form.
        deserializer.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.to_owned()))
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Text, E> {
        let mut text = String::with_capacity(bytes.len());
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            // A surrogate's three bytes come one by one; the first is always this one.
            if chunk.invalid() == [0xED] {
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
        Ok(Text(text))
    }
}
