//! `newsgloss train`.

use std::path::PathBuf;

use super::failure::Failure;

/// Make the tagger's weights and lists from annotated text.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder with train/*.jsonl, lists/*.tsv and text/*.txt.
    data: PathBuf,
    /// Where lists.bin and weights.bin are written.
    #[arg(long, value_name = "FOLDER", default_value = "src/entity")]
    out: PathBuf,
    /// How many features the model has.
    #[arg(long, default_value_t = newsgloss::train::Options::default().rows)]
    rows: usize,
    /// The seed of all chance: the same one gives the same files.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Make only what quotes and their sources are weighed by, from train/*.jsonl, and write it into the folder src.
    #[arg(long)]
    quotes: bool,
}

/// Trains and writes the two files.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let options = newsgloss::train::Options { rows: args.rows, seed: args.seed };
    let start = std::time::Instant::now();
    if args.quotes {
        return quotes(args);
    }
    let model = newsgloss::train::train(&args.data, &options, &mut |line| {
        eprintln!("{:6.1} s  {line}", start.elapsed().as_secs_f32());
    })
    .map_err(Failure::Train)?;
    for (name, bytes) in [("lists.bin", &model.lists), ("weights.bin", &model.weights)] {
        let path = args.out.join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::Train(format!("{}: {error}", path.display())))?;
        eprintln!("{}: {} bytes", path.display(), bytes.len());
    }
    Ok(())
}

/// Writes the tables for quotes.
fn quotes(args: &Args) -> Result<(), Failure> {
    let model = newsgloss::train::quotes(&args.data, &mut |line| eprintln!("{line}")).map_err(Failure::Train)?;
    for (path, bytes) in
        [("src/quote/reliability.bin", &model.reliability), ("src/identity/speaker/measures.bin", &model.measures)]
    {
        std::fs::write(path, bytes).map_err(|error| Failure::Train(format!("{path}: {error}")))?;
        eprintln!("{path}: {} bytes", bytes.len());
    }
    Ok(())
}
