//! Inputs that are made to be slow or to break something: each has a sound answer, in time linear in its length.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use newsgloss::{Annotations, Options, annotate};
use support::clock::cost;
use support::sound;

/// Four times the text may take this many times as long. Twice the linear cost leaves room for caches; quadratic work
/// would take sixteen times.
const MOST: f64 = 8.0;

/// Annotates `make(n)`, `n` being about the number of bytes or units asked for, and checks the answer and what it costs.
fn try_out(n: usize, make: impl Fn(usize) -> String) -> Annotations {
    let (part, whole) = (make(n / 4), make(n));
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    let mut answer = Annotations::default();
    // The least of several readings: what else the machine does can only add to them.
    for _ in 0..4 {
        short = short.min(cost(|| drop(annotate(&part, &Options::default()))));
        long = long.min(cost(|| answer = annotate(&whole, &Options::default())));
        if long.as_secs_f64() < MOST * short.as_secs_f64() {
            sound::check(&whole, &answer);
            return answer;
        }
    }
    panic!("{} bytes took {short:?}, {} bytes {long:?}", part.len(), whole.len());
}

const MEGABYTE: usize = 1 << 20;

fn repeated(piece: &str) -> impl Fn(usize) -> String {
    move |bytes| piece.repeat(bytes / piece.len() + 1)
}

#[test]
fn empty_and_one_word() {
    for text in
        ["", "a", ".", "“", "\u{301}", "Paris", "2024", "$", "said", "PARIS (AP) — ", "“Go,” said", "From:", "A:"]
    {
        sound::check(text, &annotate(text, &Options::default()));
    }
    assert_eq!(annotate("", &Options::default()), Annotations::default());
}

#[test]
fn a_megabyte_without_a_space() {
    try_out(MEGABYTE, repeated("a"));
    try_out(MEGABYTE, repeated("Aa1"));
    try_out(MEGABYTE, repeated("a.b@"));
}

#[test]
fn a_megabyte_of_numbers() {
    try_out(MEGABYTE, repeated("1,"));
    try_out(MEGABYTE, repeated("1 "));
    try_out(MEGABYTE, repeated("$1 million "));
}

#[test]
fn a_megabyte_of_straight_marks() {
    try_out(MEGABYTE, repeated("\""));
    try_out(MEGABYTE, repeated("\" "));
    try_out(MEGABYTE, repeated("' "));
}

#[test]
fn a_megabyte_of_opening_marks() {
    try_out(MEGABYTE, repeated("“"));
    try_out(MEGABYTE, repeated("”"));
    try_out(MEGABYTE, repeated("“a "));
    try_out(MEGABYTE, repeated("‘a\n"));
}

#[test]
fn a_hundred_thousand_marks_within_each_other() {
    try_out(100_000, |n| format!("{}{}", "“‘".repeat(n / 2), "’”".repeat(n / 2)));
    try_out(100_000, |n| format!("{}he said{}", "“a ".repeat(n), " b”".repeat(n)));
    try_out(100_000, |n| format!("{}{}", "(".repeat(n), ")".repeat(n)));
}

#[test]
fn two_hundred_thousand_paragraphs() {
    try_out(200_000, |n| "a\n".repeat(n));
    try_out(200_000, |n| "\n\n".repeat(n));
    try_out(200_000, |n| "“Go on.\n\n".repeat(n));
}

#[test]
fn ten_thousand_speakers() {
    let name = |i: usize| {
        let letters = |mut i: usize| {
            let mut word = String::new();
            for _ in 0..4 {
                word.push(char::from(b'a' + u8::try_from(i % 26).unwrap()));
                i /= 26;
            }
            word
        };
        format!("A{} B{}", letters(i), letters(i * 7))
    };
    let answer = try_out(10_000, |n| (0..n).map(|i| format!("“We will go,” said {}.\n", name(i))).collect());
    assert_eq!(answer.quotes.len(), 10_000);
}

#[test]
fn many_of_one_name() {
    try_out(20_000, |n| "Amina Diallo met Diallo, who saw Amina Diallo in Kankan. ".repeat(n / 4));
    try_out(20_000, |n| "“Yes,” she said. He said no. ".repeat(n / 4));
    // All share the surname, none the first name.
    try_out(10_000, |n| (0..n).map(|i| format!("A{i}a Diallo spoke. Diallo left. ")).collect());
}

#[test]
fn one_endless_sentence() {
    try_out(MEGABYTE, repeated("he said that "));
    try_out(MEGABYTE, repeated("Amina of Kankan and "));
    try_out(MEGABYTE, repeated("A. "));
    try_out(MEGABYTE, repeated("said, "));
    try_out(MEGABYTE, repeated("according to "));
    try_out(MEGABYTE, repeated("Kankan "));
}

#[test]
fn text_from_right_to_left() {
    try_out(MEGABYTE, repeated("قالت أمينة: «سنبني من جديد». "));
    try_out(MEGABYTE, repeated("\u{202E}“We will,” said Amina.\u{202C} שלום "));
}

#[test]
fn nul_bytes_and_other_controls() {
    try_out(MEGABYTE, repeated("\0"));
    try_out(MEGABYTE, repeated("Amina\0Diallo\u{8}\u{7F} "));
}

#[test]
fn emoji_and_combining_marks() {
    try_out(MEGABYTE, repeated("👩‍👩‍👧😀 "));
    try_out(MEGABYTE, repeated("\u{301}"));
    try_out(MEGABYTE, |bytes| format!("e{}", "\u{301}".repeat(bytes / 2)));
    try_out(MEGABYTE, repeated("\u{200B}"));
}

#[test]
fn lone_carriage_returns_and_odd_spaces() {
    try_out(MEGABYTE, repeated("a\r"));
    try_out(MEGABYTE, repeated("\u{A0}\u{2028}"));
    let answer = annotate("“We will go,” said Amina Diallo.\r“Yes,” she said.", &Options::default());
    assert_eq!(answer.quotes.len(), 2);
}

#[test]
fn links_and_markup() {
    try_out(MEGABYTE, repeated("https://a.example/"));
    try_out(MEGABYTE, repeated("www."));
    try_out(MEGABYTE, repeated("<b>&amp;"));
}
