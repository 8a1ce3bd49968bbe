//! The browser build: Rust to wasm, its bindings, the bundle.

use crate::machine::{Machine, Result};

/// What rustc itself has on by default for wasm32-unknown-unknown; all of it is older than the oldest browser that
/// newsgloss supports. Never `--all-features`: that writes modules that engines refuse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

const MODULE: &str = "www/pkg/newsgloss_bg.wasm";

/// Builds `www/dist`.
pub fn build(machine: &Machine) -> Result {
    wasm(machine)?;
    machine.run_long("Bundling the widget", machine.command("node").arg("www/scripts/bundle.js"))
}

/// Prints what is in `www/dist`. Fails when it is more than a reader should have to wait for.
pub fn sizes(machine: &Machine) -> Result {
    machine.run(machine.command("node").arg("www/scripts/size.js"))
}

/// Builds `www/pkg`: the module, its JavaScript and its types.
fn wasm(machine: &Machine) -> Result {
    let mut cargo = machine.command("cargo");
    cargo.args(["build", "--release", "--lib", "--no-default-features", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--target-dir", "target"]);
    // Measured on the demo's article: `z` downloads 45 KB less (brotli) than the `3` of native builds, and reads in 1.4
    // times the time, still a few milliseconds.
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "z");
    // Stripping symbols takes the list of wasm features with it, which wasm-bindgen reads; wasm-opt strips the rest.
    cargo.env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo");
    machine.run_long("Building the wasm module", &mut cargo)?;
    let mut bindgen = machine.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--out-dir", "www/pkg", "--out-name", "newsgloss"]);
    bindgen.arg("target/wasm32-unknown-unknown/release/newsgloss.wasm");
    machine.run(&mut bindgen)?;
    let mut optimise = machine.npm_program("wasm-opt");
    optimise.args([MODULE, "-o", MODULE, "-Oz"]).args(WASM_FEATURES);
    machine.run_long("Optimising the wasm module", &mut optimise)
}
