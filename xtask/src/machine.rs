//! The machine that the commands run on: where the project lies, which Rust is used, how programs are started.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, thread};

/// What cannot go on says why, in a line for people.
pub type Result<T = ()> = std::result::Result<T, String>;

/// Which Rust the project's own builds use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rust {
    /// The one that runs this program.
    Ambient,
    /// The one that rustup has been told to use in the project's folder.
    Override,
    /// The one in `/usr/bin`, where there is no rustup.
    System,
}

/// See the module.
#[derive(Debug)]
pub struct Machine {
    /// The project's folder.
    pub root: PathBuf,
    /// Which Rust builds it.
    pub rust: Rust,
    path: OsString,
}

impl Machine {
    /// Looks around.
    pub fn new() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask lies outside the project")?.to_owned();
        Ok(Self { root, rust: Rust::Ambient, path: search_path()? })
    }

    /// A program to run in the project's folder, with the project's Rust and what `cargo install` has installed.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path).env_remove("CARGO");
        match self.rust {
            Rust::Ambient => {}
            // It would hide the override, and was perhaps set by the very rustup that runs this program.
            Rust::Override => {
                command.env_remove("RUSTUP_TOOLCHAIN");
            }
            Rust::System => {
                let mut path = OsString::from("/usr/bin:");
                path.push(&self.path);
                command.env("PATH", path);
            }
        }
        command
    }

    /// A program of one of the npm packages.
    pub fn npm_program(&self, name: &str) -> Command {
        self.command(&self.root.join("node_modules/.bin").join(name).to_string_lossy())
    }

    /// Runs a command whose output the reader sees.
    pub fn run(&self, command: &mut Command) -> Result {
        let status = command.status().map_err(|error| format!("{}: {error}", describe(command)))?;
        if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", describe(command))) }
    }

    /// Runs a command that takes its time: says what for, and how long it took.
    pub fn run_long(&self, what: &str, command: &mut Command) -> Result {
        eprintln!("==> {what}");
        let start = Instant::now();
        self.run(command)?;
        eprintln!("    done in {} s", start.elapsed().as_secs());
        Ok(())
    }

    /// Like [`Machine::run_long`], but ends the command when the time is up.
    pub fn run_within(&self, limit: Duration, what: &str, command: &mut Command) -> Result {
        eprintln!("==> {what}");
        let start = Instant::now();
        let mut child =
            command.stdin(Stdio::null()).spawn().map_err(|error| format!("{}: {error}", describe(command)))?;
        loop {
            match child.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(format!("{} failed ({status})", describe(command))),
                Ok(None) if start.elapsed() < limit => thread::sleep(Duration::from_millis(50)),
                _ => {
                    // Either it is killed, or it has just ended by itself.
                    let _ = child.kill();
                    let _ = child.wait();
                    return Err(format!("{} did not end within {} s", describe(command), limit.as_secs()));
                }
            }
        }
    }

    /// What a command prints, without the white space around; `None` when it cannot be run or fails.
    pub fn output(&self, command: &mut Command) -> Option<String> {
        let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Where a program lies, if it is on the search path.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path).map(|folder| folder.join(program)).find(|file| file.is_file())
    }

    /// Whether rustup manages the Rust that runs this program.
    pub fn has_rustup(&self) -> bool {
        self.find("rustup").is_some()
            && self.output(self.command("rustup").args(["show", "active-toolchain"])).is_some()
    }
}

/// The search path, with the folder of `cargo install` on it even where the reader's shell has not.
fn search_path() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(home) = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo"))) {
        let installed = home.join("bin");
        if !folders.contains(&installed) {
            folders.push(installed);
        }
    }
    env::join_paths(folders).map_err(|error| format!("PATH: {error}"))
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
