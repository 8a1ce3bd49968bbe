//! Every test and check, one after the other, with a summary at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::machine::{Machine, Result};
use crate::{browser, build, tools};

enum Outcome {
    Passed,
    Failed(String),
    /// Not run, because something is missing that could not be installed.
    Skipped(&'static str),
}

struct Checks<'m> {
    machine: &'m Machine,
    results: Vec<(&'static str, Outcome, Duration)>,
}

/// Runs all of them, also those after one that fails.
pub fn run(machine: &Machine) -> Result {
    let mut checks = Checks { machine, results: Vec::new() };
    checks.rust();
    checks.browser_build();
    checks.scripts();
    checks.browsers();
    checks.summary()
}

impl Checks<'_> {
    fn rust(&mut self) {
        if tools::has_rustfmt(self.machine) {
            self.cargo("rustfmt", &["fmt", "--all", "--check"]);
        } else {
            self.skip("rustfmt", "rustfmt is not installed");
        }
        if tools::has_clippy(self.machine) {
            let deny = ["--", "-D", "warnings"];
            self.cargo("clippy", &[&["clippy", "--workspace", "--all-targets", "--all-features"], &deny[..]].concat());
            let wasm = ["clippy", "--lib", "--tests", "--no-default-features", "--target", "wasm32-unknown-unknown"];
            self.cargo("clippy for wasm", &[&wasm[..], &deny[..]].concat());
        } else {
            self.skip("clippy", "clippy is not installed");
        }
        self.cargo("library alone", &["check", "--lib", "--no-default-features"]);
        self.cargo("tests", &["test", "--workspace", "--all-features", "--no-fail-fast"]);
        let mut doc = self.machine.command("cargo");
        doc.args(["doc", "--workspace", "--no-deps", "--all-features"]).env("RUSTDOCFLAGS", "-D warnings");
        self.command("documentation", &mut doc);
    }

    fn browser_build(&mut self) {
        self.check("browser build", build::build);
        self.check("sizes", build::sizes);
    }

    fn scripts(&mut self) {
        let machine = self.machine;
        self.command("types", machine.npm_program("tsc").args(["--project", "www"]));
        let sources = "{www,tests,benches}/**/*.{js,css}";
        self.command("prettier", machine.npm_program("prettier").args(["--check", sources]));
    }

    fn browsers(&mut self) {
        let machine = self.machine;
        self.command("wasm in Chromium", machine.command("wasm-pack").args(["test", "--headless", "--chrome"]));
        let mut playwright = machine.npm_program("playwright");
        playwright.args(["test", "--config", "tests/e2e/playwright.config.js"]);
        if let Some(chromium) = browser::find_chromium(machine) {
            playwright.env("CHROMIUM", chromium);
        }
        self.command("pages in Chromium", &mut playwright);
        match browser::find_firefox(machine) {
            Some(firefox) => {
                let mut node = machine.command("node");
                node.args(["--test", "tests/firefox/"]).env("FIREFOX", firefox);
                self.command("pages in Firefox", &mut node);
            }
            None => self.skip("pages in Firefox", "Firefox is not installed"),
        }
    }

    fn cargo(&mut self, name: &'static str, arguments: &[&str]) {
        self.command(name, self.machine.command("cargo").args(arguments));
    }

    fn command(&mut self, name: &'static str, command: &mut Command) {
        self.check(name, |machine| machine.run(command));
    }

    fn check(&mut self, name: &'static str, work: impl FnOnce(&Machine) -> Result) {
        eprintln!("\n==> {name}");
        let start = Instant::now();
        let outcome = match work(self.machine) {
            Ok(()) => Outcome::Passed,
            Err(message) => {
                eprintln!("xtask: {message}");
                Outcome::Failed(message)
            }
        };
        self.results.push((name, outcome, start.elapsed()));
    }

    fn skip(&mut self, name: &'static str, reason: &'static str) {
        self.results.push((name, Outcome::Skipped(reason), Duration::ZERO));
    }

    fn summary(self) -> Result {
        let (mut passed, mut failed, mut skipped) = (0, 0, 0);
        println!();
        for (name, outcome, time) in &self.results {
            let (word, detail) = match outcome {
                Outcome::Passed => (&mut passed, "passed".to_owned()),
                Outcome::Failed(message) => (&mut failed, format!("FAILED: {message}")),
                Outcome::Skipped(reason) => (&mut skipped, format!("skipped: {reason}")),
            };
            *word += 1;
            println!("{name:<26} {:>5} s  {detail}", time.as_secs());
        }
        println!("\nchecks: {passed} passed, {failed} failed, {skipped} skipped");
        if failed == 0 { Ok(()) } else { Err(format!("{failed} of {} checks failed", self.results.len())) }
    }
}
