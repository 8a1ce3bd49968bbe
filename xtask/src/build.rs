//! The browser build: Rust to wasm, its bindings, the bundle.

use crate::machine::{Machine, Result};

/// Builds `www/dist` and prints what is in it. Fails when it is larger than a reader should have to wait for.
pub fn build(machine: &Machine) -> Result {
    wasm(machine)?;
    machine.run_long("Bundling the widget", machine.command("node").arg("www/scripts/bundle.js"))?;
    machine.run(machine.command("node").arg("www/scripts/size.js"))
}

/// Builds `www/pkg`: the module as Rust makes it, its JavaScript and its types.
fn wasm(machine: &Machine) -> Result {
    let mut cargo = machine.command("cargo");
    cargo.args(["build", "--release", "--lib", "--no-default-features", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--target-dir", "target"]);
    machine.run_long("Building the wasm module", &mut cargo)?;
    let mut bindgen = machine.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--out-dir", "www/pkg", "--out-name", "newsgloss"]);
    bindgen.arg("target/wasm32-unknown-unknown/release/newsgloss.wasm");
    machine.run(&mut bindgen)
}
