//! What reading costs: `cargo bench --no-default-features --bench throughput`. The command line stays out because it is
//! built to abort where it would panic, and benches are not; Cargo cannot build the library for both at once.
//!
//! Prints tokens and bytes a second for each part of the work, what a byte of a large text costs beside a byte of a small
//! one, and how much memory was held at most. The texts are the articles of `tests/corpus`, over and over.

use std::hint::black_box;
use std::time::Duration;

use newsgloss::text::Document;
use newsgloss::{Options, Reading};

#[allow(clippy::unwrap_used)]
#[path = "../tests/support/mod.rs"]
mod support;

use support::clock::cost;

fn main() {
    let articles = articles();
    let small = text(&articles, 100_000);
    let large = text(&articles, 10_000_000);
    let tokens = Document::new(small.as_str()).tokens().len();
    println!("{} bytes of news, {tokens} tokens, one core; the least of {READINGS} readings\n", small.len());

    let parts = (0..READINGS)
        .map(|_| read(&small))
        .fold([Duration::MAX; 4], |least, parts| std::array::from_fn(|part| least[part].min(parts[part])));
    let all: Duration = parts.iter().sum();
    let names = ["text: words and sentences", "entity: the tagger", "quote", "identity and facts", "all"];
    for (name, time) in names.into_iter().zip(parts.into_iter().chain([all])) {
        let share = 100.0 * ratio(time, all);
        let a_second = |units: usize| units as f64 / time.as_secs_f64() / 1e6;
        println!(
            "{name:28}{:9.2} ms{share:6.1} %{:10.2} million tokens/s{:8.1} MB/s",
            1e3 * time.as_secs_f64(),
            a_second(tokens),
            a_second(small.len())
        );
    }
    let [_, tagger, quotes, above] = parts;
    println!("\nquotes cost {:.2} times what the tagger costs", ratio(quotes, tagger));
    println!("quotes, identity and facts cost {:.2} times what the tagger costs", ratio(quotes + above, tagger));

    let before = peak_memory();
    // As many bytes of either, one after the other: the quiet moments of a busy machine are too short for the large one.
    let times = large.len() / small.len();
    let a_byte = (0..3).map(|_| {
        let whole: Duration = read(&large).iter().sum();
        let pieces: Duration = (0..times).map(|_| read(&small).iter().sum::<Duration>()).sum();
        ratio(whole, pieces) * (times * small.len()) as f64 / large.len() as f64
    });
    let a_byte = a_byte.fold(f64::INFINITY, f64::min);
    println!("a byte of {} costs {a_byte:.2} times a byte of {}", large.len(), small.len());
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        let times = after.saturating_sub(before) as f64 / large.len() as f64;
        println!("peak memory beyond the text itself: {times:.1} times its length");
    }
}

/// How often the small text is read.
const READINGS: usize = 25;

/// Reads a text; gives what words, tagger, quotes and the floors above them cost.
///
/// A step as large as can be goes to the end of a part of the work.
fn read(text: &str) -> [Duration; 4] {
    let mut reading = Reading::new(text, Options::default());
    let mut done = false;
    let mut steps = Vec::new();
    while !done {
        steps.push(cost(|| done = reading.step(usize::MAX)));
    }
    drop(black_box(reading.finish()));
    steps.try_into().unwrap_or_default()
}

/// The articles without their marks.
fn articles() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/articles");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    let sources = paths.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    sources.map(|source| support::notation::article("bench", &source).gold.text + "\n").collect()
}

/// As many articles as make up about this many bytes.
fn text(articles: &str, bytes: usize) -> String {
    articles.repeat(bytes.div_ceil(articles.len()))
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// The most memory this process has held so far, in bytes, where the system tells it.
fn peak_memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}
