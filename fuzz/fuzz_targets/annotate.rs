//! Any text has a sound answer, the same in slices as at once: `cargo +nightly fuzz run annotate`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use newsgloss::{Options, Reading, annotate};

#[path = "../../tests/support/sound.rs"]
mod sound;

fuzz_target!(|text: &str| {
    let annotations = annotate(text, &Options::default());
    sound::check(text, &annotations);
    let mut reading = Reading::new(text, Options::default());
    while !reading.step(16) {}
    assert_eq!(reading.finish(), annotations);
    sound::check_utf16(text, &annotations.to_utf16(text));
});
