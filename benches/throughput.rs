//! What reading costs: `cargo bench --bench throughput`.
//!
//! Prints tokens and bytes a second for each part of the work, what a byte of a large text costs beside a byte of a small
//! one, and how much memory was held at most. The texts are the articles of `tests/corpus`, over and over.

use std::hint::black_box;
use std::time::{Duration, Instant};

use newsgloss::text::Document;
use newsgloss::{Options, Reading, annotate};

#[allow(clippy::unwrap_used)]
#[path = "../tests/support/mod.rs"]
mod support;

fn main() {
    let articles = articles();
    let small = text(&articles, 100_000);
    let large = text(&articles, 10_000_000);
    let tokens = Document::new(small.as_str()).tokens().len();
    println!("{} bytes of news, {tokens} tokens; the median of 15 readings, one core\n", small.len());

    let cut = median(15, || drop(black_box(Document::new(small.as_str()))));
    let tagged = median(15, || {
        let mut reading = Reading::new(small.as_str(), Options::default());
        while !reading.step(usize::MAX) {}
        black_box(&reading);
    });
    let all = median(15, || drop(black_box(annotate(&small, &Options::default()))));
    let tagger = tagged.saturating_sub(cut);
    let above = all.saturating_sub(tagged);
    for (name, time) in [
        ("text: words and sentences", cut),
        ("entity: the tagger", tagger),
        ("quote, identity, facts", above),
        ("all", all),
    ] {
        let seconds = time.as_secs_f64();
        let share = 100.0 * seconds / all.as_secs_f64();
        let (tokens, megabytes) = (tokens as f64 / seconds, small.len() as f64 / seconds / 1e6);
        println!("{name:28}{:9.2} ms{share:6.1} %{tokens:14.0} tokens/s{megabytes:8.1} MB/s", 1e3 * seconds);
    }
    println!("\nquote, identity and facts cost {:.2} times what the tagger costs", ratio(above, tagger));

    let before = peak_memory();
    let whole = median(3, || drop(black_box(annotate(&large, &Options::default()))));
    let (a_byte, a_byte_of_small) = (whole.div_f64(large.len() as f64 / 1e6), all.div_f64(small.len() as f64 / 1e6));
    println!("a byte of {} costs {:.2} times a byte of {}", large.len(), ratio(a_byte, a_byte_of_small), small.len());
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        let times = after.saturating_sub(before) as f64 / large.len() as f64;
        println!("peak memory beyond the text itself: {times:.1} times its length");
    }
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

fn median(times: usize, mut work: impl FnMut()) -> Duration {
    let mut costs: Vec<Duration> = (0..times)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed()
        })
        .collect();
    costs.sort_unstable();
    costs[times / 2]
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
