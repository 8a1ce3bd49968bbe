//! Node.js and the npm packages that bundle and test the widget.

use std::fs;

use crate::machine::{Machine, Result};

const OLDEST: u32 = 20;

/// Whether there is a Node.js that is new enough.
pub fn check(machine: &Machine) -> Result {
    let version = machine.output(machine.command("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST => Ok(()),
        Some(_) => Err(format!("Node.js {version} is too old: {OLDEST} or newer is needed (https://nodejs.org)")),
        None => Err(format!("Node.js is missing: {OLDEST} or newer is needed (https://nodejs.org)")),
    }
}

/// Installs what `package-lock.json` names, unless that has been done.
pub fn install_packages(machine: &Machine) -> Result {
    let lock = fs::read_to_string(machine.root.join("package-lock.json"))
        .map_err(|error| format!("package-lock.json: {error}"))?;
    let installed = machine.root.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&installed).is_ok_and(|earlier| earlier == lock) {
        return Ok(());
    }
    machine.run_long("Installing npm packages", machine.command("npm").args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&installed, lock).map_err(|error| format!("{}: {error}", installed.display()))
}
