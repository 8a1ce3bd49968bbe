//! Development commands, with nothing but the standard library: `cargo xtask help` lists them.

mod browser;
mod build;
mod checks;
mod debian;
mod given_names;
mod machine;
mod node;
mod tools;
mod wasm_target;

use std::process::ExitCode;

use machine::{Machine, Result};

const HELP: &str = "\
cargo xtask COMMAND

  demo [PORT]  set up what is missing, build, and serve the demo page on a local address
  test         set up what is missing and run every test and check
  build        set up what is missing, build www/dist and print its sizes
  setup        only set up what the other commands need
  given-names  compute src/identity/given_names.txt from the lists in ../shared/data
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["demo"] => demo(None),
        ["demo", port] => demo(Some(port)),
        ["test"] => test(),
        ["build"] => build(),
        ["setup"] => ready_to_test().map(|_| println!("Everything is there.")),
        ["given-names"] => Machine::new().and_then(|machine| given_names::write(&machine.root)),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no such command: cargo xtask {}\n\n{HELP}", arguments.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result {
    let machine = ready_to_build()?;
    build::build(&machine)?;
    build::sizes(&machine)
}

fn demo(port: Option<&str>) -> Result {
    let machine = ready_to_build()?;
    build::build(&machine)?;
    machine.run(machine.command("node").arg("www/scripts/serve.js").args(port))
}

fn test() -> Result {
    let machine = ready_to_test()?;
    checks::run(&machine)
}

/// Sets up what the wasm and the bundle are built with.
fn ready_to_build() -> Result<Machine> {
    let mut machine = Machine::new()?;
    node::check(&machine)?;
    wasm_target::set_up(&mut machine)?;
    node::install_packages(&machine)?;
    tools::wasm_bindgen(&machine)?;
    Ok(machine)
}

/// Sets up what the tests need besides.
fn ready_to_test() -> Result<Machine> {
    let machine = ready_to_build()?;
    tools::lints(&machine)?;
    tools::wasm_pack(&machine)?;
    browser::chromium(&machine)?;
    browser::firefox(&machine)?;
    Ok(machine)
}
