//! The command line of newsgloss. `newsgloss --help` says what it does.

// `wasm-pack test` builds the binary too; there is no command line in a browser.
#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
