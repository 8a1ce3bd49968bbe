//! Promises that hold for every text, tried on arbitrary ones and on ones made of what news is made of.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod support;

use newsgloss::{Annotations, EntityType, Options, Reading, annotate};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use support::sound;

/// Pieces of news: names, cues, marks, figures, and what breaks lines and offsets.
const PIECES: &[&str] = &[
    "Amina Diallo",
    "Diallo",
    "Mr.",
    "J. D. Okoro",
    "Ri Il Gyu",
    "the minister",
    "she",
    "he",
    "They",
    "Kankan",
    "U.S.",
    "the United Nations",
    "(UN)",
    "Reuters",
    "Bank of England",
    "Nobel Prize",
    "World Cup",
    "Iraqi",
    "said",
    "says",
    "told reporters",
    "according to",
    "asked",
    "denied that",
    "quipped",
    "added:",
    "that",
    "who",
    "and",
    "but",
    "not",
    "will rebuild",
    "nobody was hurt",
    "Tuesday",
    "last month",
    "May 3-5",
    "the 1990s",
    "10 a.m.",
    "2024",
    "16 July",
    "$3.5bn",
    "71 million won",
    "Rs 40 crore",
    "12 percent",
    "0.5%",
    "60 kilometers",
    "6.5-magnitude",
    "5'11\"",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "``",
    "''",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "-",
    ":",
    ";",
    ",",
    ".",
    "!",
    "?",
    "…",
    "...",
    "’s",
    "'s",
    "Q:",
    "A:",
    "By",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\t",
    "\u{A0}",
    "\u{200B}",
    "\u{FEFF}",
    "\0",
    "😀",
    "👩‍👩‍👧",
    "e\u{301}",
    "שלום",
    "مرحبا",
    "\u{202E}",
    "東京",
    "。",
    "İ",
    "ß",
    "<b>",
    "&amp;",
    "https://a.example/b?c",
    "@amina",
    "#news",
    "•",
    "*",
];

fn news() -> impl Strategy<Value = String> {
    vec((select(PIECES), select(&[" ", " ", " ", ""][..])), 0..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![news(), any::<String>(), "[ -~\n“”‘’]{0,200}"]
}

fn options() -> impl Strategy<Value = Options> {
    let published = proptest::option::of((-9999_i16..=9999, 1_i8..=12, 1_i8..=28));
    (published, vec(select(&EntityType::ALL[..]), 0..12), 0_f32..=1.0).prop_map(|(published, types, min_score)| {
        let mut options = Options::default();
        options.published = published.map(|(year, month, day)| newsgloss::Date::new(year, month, day).unwrap());
        options.types = types;
        options.min_score = min_score;
        options
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_sound(text in text()) {
        sound::check(&text, &annotate(&text, &Options::default()));
    }

    #[test]
    fn options_leave_out_and_change_nothing_else(text in text(), options in options()) {
        let chosen = annotate(&text, &options);
        sound::check(&text, &chosen);
        let mut all = Options::default();
        all.published = options.published;
        let all = annotate(&text, &all);
        let kept = |m: &&newsgloss::Mention| m.score >= options.min_score && options.types.contains(&m.kind);
        let expected: Vec<_> = all.mentions.iter().filter(kept).map(|m| (m.span, m.kind)).collect();
        let mentions: Vec<_> = chosen.mentions.iter().map(|m| (m.span, m.kind)).collect();
        prop_assert_eq!(mentions, expected);
        let quotes = all.quotes.iter().filter(|quote| quote.score >= options.min_score).count();
        prop_assert_eq!(chosen.quotes.len(), quotes);
    }

    #[test]
    fn slices_and_second_readings_give_the_same(text in text(), bytes in 1_usize..64) {
        let whole = annotate(&text, &Options::default());
        prop_assert_eq!(&annotate(&text, &Options::default()), &whole);
        let mut reading = Reading::new(text.as_str(), Options::default());
        while !reading.step(bytes) {}
        prop_assert_eq!(&reading.finish(), &whole);
        prop_assert_eq!(&Reading::new(text.as_str(), Options::default()).finish(), &whole);
    }

    #[test]
    fn utf16_positions_count_utf16_code_units(text in text()) {
        let bytes = annotate(&text, &Options::default());
        let units = bytes.clone().to_utf16(&text);
        let expected = positions(&bytes).into_iter().map(|at| text[..at].encode_utf16().count()).collect::<Vec<_>>();
        prop_assert_eq!(positions(&units), expected);
    }

    #[test]
    fn json_loses_nothing(text in news()) {
        let annotations = annotate(&text, &Options::default());
        let json = serde_json::to_string(&annotations).unwrap();
        prop_assert_eq!(serde_json::from_str::<Annotations>(&json).unwrap(), annotations);
    }

    #[test]
    fn white_space_holds_nothing(text in "[ \t\r\n\u{A0}\u{2028}\u{3000}\u{FEFF}\u{200B}]{0,50}") {
        prop_assert_eq!(annotate(&text, &Options::default()), Annotations::default());
    }
}

fn positions(annotations: &Annotations) -> Vec<usize> {
    let mentions = annotations.mentions.iter().map(|mention| mention.span);
    let quotes = annotations
        .quotes
        .iter()
        .flat_map(|q| q.spans.iter().copied().chain(q.cue).chain(q.speaker).collect::<Vec<_>>());
    mentions.chain(quotes).flat_map(|span| [span.start, span.end]).collect()
}

/// The pieces of the strategy above do lead to names and quotes; the properties are not tried on silence.
#[test]
fn news_like_texts_hold_names_and_quotes() {
    let text = "“ nobody was hurt ,” said Amina Diallo in Kankan on Tuesday.".replace("“ ", "“").replace(" ,", ",");
    let annotations = annotate(&text, &Options::default());
    assert!(annotations.mentions.len() >= 2 && annotations.quotes.len() == 1, "{annotations:?}");
}
