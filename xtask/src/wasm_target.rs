//! The standard library for `wasm32-unknown-unknown`.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::debian;
use crate::machine::{Machine, Result, Rust};

/// How long rustup may take; where its server cannot be reached, it says so much sooner or never.
const PATIENCE: Duration = Duration::from_secs(180);

/// Finds a Rust that builds for the browser, or makes one: by rustup, or else from Debian's packages.
pub fn set_up(machine: &mut Machine) -> Result {
    if builds_wasm(machine, machine.command("rustc"))? {
        return Ok(());
    }
    let rustup = machine.has_rustup();
    if rustup {
        let mut command = machine.command("rustup");
        command.args(["target", "add", "wasm32-unknown-unknown"]).env("RUST_BACKTRACE", "0");
        match machine.run_within(PATIENCE, "Adding the wasm32-unknown-unknown target", &mut command) {
            Ok(()) if builds_wasm(machine, machine.command("rustc"))? => return Ok(()),
            Ok(()) => eprintln!("    this Rust still does not build for wasm32-unknown-unknown"),
            Err(message) => eprintln!("    {message}; trying Debian's packages"),
        }
    }
    if !builds_wasm(machine, debian::rustc(machine))? {
        debian::install_rust(machine)?;
        if !builds_wasm(machine, debian::rustc(machine))? {
            return Err("Debian's Rust has been set up, yet does not build for wasm32-unknown-unknown".to_owned());
        }
    }
    if rustup {
        debian::use_by_rustup(machine)?;
        machine.rust = Rust::Override;
    } else {
        machine.rust = Rust::System;
    }
    Ok(())
}

/// Whether a compiler is new enough for this project and has library and linker for the browser: by trying it.
fn builds_wasm(machine: &Machine, mut rustc: Command) -> Result<bool> {
    let folder = machine.root.join("target/xtask");
    let source = folder.join("probe.rs");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    // Let chains came with 1.88, the oldest Rust that builds this project.
    let probe = "pub fn probe(word: &str) -> bool {\n    if let Some(c) = word.chars().next() && c == 'a' { true } else { false }\n}\n";
    fs::write(&source, probe).map_err(|error| format!("{}: {error}", source.display()))?;
    rustc.args(["--edition=2024", "--crate-type=cdylib", "--target=wasm32-unknown-unknown", "-o"]);
    Ok(machine.output(rustc.arg(folder.join("probe.wasm")).arg(source)).is_some())
}
