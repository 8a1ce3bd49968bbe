//! The programs that `cargo install` and rustup bring.

use std::fs;

use crate::debian;
use crate::machine::{Machine, Result};

/// Installs the `wasm-bindgen` program of the version that Cargo.lock names: the two must agree to the letter.
pub fn wasm_bindgen(machine: &Machine) -> Result {
    let lock = fs::read_to_string(machine.root.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let wanted = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen")?;
    let present = machine.output(machine.command("wasm-bindgen").arg("--version")).unwrap_or_default();
    if present.split_whitespace().nth(1) == Some(wanted) {
        return Ok(());
    }
    let install = |locked: bool| {
        let mut command = machine.command("cargo");
        command.args(["install", "wasm-bindgen-cli", "--version", wanted, "--force"]);
        if locked {
            command.arg("--locked");
        }
        machine.run_long(&format!("Installing wasm-bindgen-cli {wanted} (some minutes)"), &mut command)
    };
    // Its lock has named a package before that the registry had not got yet.
    install(true).or_else(|_| install(false))
}

/// Installs wasm-pack, which runs the tests in the browser.
pub fn wasm_pack(machine: &Machine) -> Result {
    if machine.find("wasm-pack").is_some() {
        return Ok(());
    }
    let mut command = machine.command("cargo");
    machine.run_long("Installing wasm-pack (some minutes)", command.args(["install", "wasm-pack", "--locked"]))
}

/// Installs rustfmt and clippy where that is possible; the checks say so when they are missing all the same.
pub fn lints(machine: &Machine) -> Result {
    if has_rustfmt(machine) && has_clippy(machine) {
        return Ok(());
    }
    let mut command = machine.command("rustup");
    command.args(["component", "add", "rustfmt", "clippy"]);
    if machine.has_rustup() && machine.run_long("Adding rustfmt and clippy", &mut command).is_ok() {
        return Ok(());
    }
    if debian::owns_rust(machine) { debian::install_lints(machine) } else { Ok(()) }
}

/// Whether `cargo fmt` works.
pub fn has_rustfmt(machine: &Machine) -> bool {
    machine.output(machine.command("cargo").args(["fmt", "--version"])).is_some()
}

/// Whether `cargo clippy` works.
pub fn has_clippy(machine: &Machine) -> bool {
    machine.output(machine.command("cargo").args(["clippy", "--version"])).is_some()
}

/// The version of a package in a Cargo.lock.
fn locked_version<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn finds_the_version_of_exactly_the_package_named() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
