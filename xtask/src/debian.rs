//! Where only Debian's packages can be reached: a Rust that builds for the browser, made from them.
//!
//! `rustc-web` is the recent Rust that Debian builds its browsers with. Its packages lack the wasm32 standard library
//! and the linker's usual name, so that the first is built from the library's source and the second is linked.

use std::fs;
use std::process::Command;

use crate::machine::{Machine, Result};

/// The name that rustup knows this Rust by.
const TOOLCHAIN: &str = "debian";

/// Debian's own compiler.
pub fn rustc(machine: &Machine) -> Command {
    let mut command = machine.command("/usr/bin/rustc");
    command.env_remove("RUSTUP_TOOLCHAIN");
    command
}

/// Whether the project's Rust is Debian's.
pub fn owns_rust(machine: &Machine) -> bool {
    machine.output(machine.command("rustc").args(["--print", "sysroot"])).as_deref() == Some("/usr")
}

/// Installs packages.
pub fn install(machine: &Machine, packages: &[&str]) -> Result {
    let what = packages.join(", ");
    let apt_get = || privileged(machine, "apt-get").map_err(|reason| format!("{what} missing: {reason}"));
    // One of several sources that cannot be read is no reason to stop; what cannot be found is.
    if let Err(message) = machine.run_long("Reading Debian's package lists", apt_get()?.args(["update", "-qq"])) {
        eprintln!("    {message}");
    }
    let mut command = apt_get()?;
    command.args(["install", "-qq", "-y", "--no-install-recommends"]).args(packages);
    machine.run_long(&format!("Installing Debian's {what}"), &mut command)
}

/// Installs rustfmt and clippy for Debian's Rust.
pub fn install_lints(machine: &Machine) -> Result {
    install(machine, &["rustfmt-web", "rust-web-clippy"])
}

/// Installs Rust and builds its standard library for the browser.
pub fn install_rust(machine: &Machine) -> Result {
    install(machine, &["rustc-web", "cargo-web", "rust-web-src", "rustfmt-web", "rust-web-clippy"])?;
    install_linker(machine)?;
    build_std(machine)
}

/// Makes Debian's Rust the one that rustup uses in the project's folder, whatever is typed there.
pub fn use_by_rustup(machine: &Machine) -> Result {
    let mut link = machine.command("rustup");
    machine.run(link.args(["toolchain", "link", TOOLCHAIN, "/usr"]))?;
    let mut choose = machine.command("rustup");
    let choose = choose.args(["override", "set", TOOLCHAIN, "--path"]).arg(&machine.root);
    machine.run_long("Choosing Debian's Rust for this folder (`rustup override unset` undoes it)", choose)
}

/// Rust calls its linker for wasm `rust-lld`; Debian's has a version in its name.
fn install_linker(machine: &Machine) -> Result {
    let linker = newest_linker(machine).ok_or("Debian's packages have no lld")?;
    install(machine, &[&linker])?;
    let libraries = machine.output(rustc(machine).args(["--print", "target-libdir"])).ok_or("/usr/bin/rustc fails")?;
    let programs = format!("{}/../bin", libraries);
    machine.run(privileged(machine, "mkdir")?.args(["-p", &programs]))?;
    let mut link = privileged(machine, "ln")?;
    machine.run(link.args(["-sf", &format!("/usr/bin/{linker}"), &format!("{programs}/rust-lld")]))
}

fn newest_linker(machine: &Machine) -> Option<String> {
    let list = machine.output(machine.command("apt-cache").args(["search", "--names-only", "^lld-[0-9]+$"]))?;
    let versions = list.lines().filter_map(|line| line.split(' ').next()?.strip_prefix("lld-")?.parse::<u32>().ok());
    versions.max().map(|version| format!("lld-{version}"))
}

fn build_std(machine: &Machine) -> Result {
    let folder = machine.root.join("target/xtask/std");
    let write = |file: &str, content: &str| {
        let path = folder.join(file);
        fs::create_dir_all(folder.join("src"))
            .and_then(|()| fs::write(&path, content))
            .map_err(|error| format!("{}: {error}", path.display()))
    };
    write("Cargo.toml", "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n")?;
    write("src/lib.rs", "")?;

    let mut cargo = machine.command("/usr/bin/cargo");
    cargo.current_dir(&folder).env_remove("RUSTUP_TOOLCHAIN").env("RUSTC", "/usr/bin/rustc");
    cargo.env("CARGO_TARGET_DIR", folder.join("target"));
    // Bitcode, because the browser build optimises across crates; bootstrap, because building std is not stable yet.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "-Zbuild-std=std,panic_abort,test"]);
    machine.run_long("Building the standard library for wasm32-unknown-unknown (a minute)", &mut cargo)?;

    let print = ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"];
    let libraries = machine.output(rustc(machine).args(print)).ok_or("/usr/bin/rustc fails")?;
    let built = folder.join("target/wasm32-unknown-unknown/release/deps");
    let built = fs::read_dir(&built).map_err(|error| format!("{}: {error}", built.display()))?;
    let built = built.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
        let is_empty_crate = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libempty-"));
        path.extension().is_some_and(|extension| extension == "rlib") && !is_empty_crate
    });
    machine.run(privileged(machine, "rm")?.args(["-rf", &libraries]))?;
    machine.run(privileged(machine, "mkdir")?.args(["-p", &libraries]))?;
    machine.run(privileged(machine, "cp")?.args(built).arg(&libraries))
}

/// A program to run as root.
fn privileged(machine: &Machine, program: &str) -> Result<Command> {
    if machine.find("apt-get").is_none() {
        return Err("and there is no apt-get to install it with".to_owned());
    }
    let is_root = machine.output(machine.command("id").arg("-u")).as_deref() == Some("0");
    let mut command = if is_root {
        machine.command(program)
    } else if machine.output(machine.command("sudo").args(["-n", "true"])).is_some() {
        let mut command = machine.command("sudo");
        command.args(["-n", program]);
        command
    } else {
        return Err("and installing it needs root, or sudo without a password".to_owned());
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
