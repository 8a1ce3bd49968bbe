//! The browsers that the tests run in.

use std::env;
use std::path::PathBuf;

use crate::debian;
use crate::machine::{Machine, Result};

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Where Chromium or Chrome is: as the variable `CHROMIUM` says, or on the search path.
pub fn find_chromium(machine: &Machine) -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from).filter(|file| file.is_file());
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    named.or_else(|| CHROMIUM.iter().find_map(|name| machine.find(name))).or_else(|| mac.is_file().then_some(mac))
}

/// Where Firefox is: as the variable `FIREFOX` says, or on the search path.
pub fn find_firefox(machine: &Machine) -> Option<PathBuf> {
    let named = env::var_os("FIREFOX").map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| FIREFOX.iter().find_map(|name| machine.find(name)))
}

/// Installs Chromium and its driver, unless there is a Chromium or Chrome. (wasm-pack fetches a driver that is missing.)
pub fn chromium(machine: &Machine) -> Result {
    if find_chromium(machine).is_some() {
        return Ok(());
    }
    debian::install(machine, &["chromium", "chromium-driver"])
        .map_err(|message| format!("{message}; install Chromium or Chrome, or name it in the variable CHROMIUM"))
}

/// Installs Firefox where that is possible; the checks say so when it is missing all the same.
pub fn firefox(machine: &Machine) -> Result {
    if find_firefox(machine).is_none()
        && let Err(message) = debian::install(machine, &["firefox-esr"])
    {
        eprintln!("    {message}");
    }
    Ok(())
}
