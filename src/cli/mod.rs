//! The commands and what they share. The library knows nothing of them.

mod annotate;
mod date;
mod eval;
mod failure;
mod input;
#[cfg(feature = "train")]
mod pack;
#[cfg(feature = "train")]
mod train;
mod types;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Marks who and what a news article names, and who said what.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "Try it:
  echo '“We will rebuild,” said Amina Diallo, the mayor of Kankan.' | newsgloss annotate

Exit status:
  0  all went well
  1  something could not be read or written; the message says what
  2  the command line was not understood"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(annotate::Args),
    Eval(eval::Args),
    #[cfg(feature = "train")]
    Train(train::Args),
    #[cfg(feature = "train")]
    Pack(pack::Args),
}

/// Reads the command line and does what it says.
pub(crate) fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Annotate(args) => annotate::run(&args),
        Command::Eval(args) => eval::run(&args),
        #[cfg(feature = "train")]
        Command::Train(args) => train::run(&args),
        #[cfg(feature = "train")]
        Command::Pack(args) => pack::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output had enough: `newsgloss … | head`.
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // `eprintln!` would panic where standard error is closed.
            let _ = writeln!(io::stderr(), "newsgloss: {failure}");
            ExitCode::FAILURE
        }
    }
}
