//! What the tests share. Each test file uses a part of it.
#![allow(dead_code)]

pub(crate) mod clock;
pub(crate) mod notation;
pub(crate) mod render;
#[path = "../../src/cli/eval/score.rs"]
pub(crate) mod score;
pub(crate) mod sound;
