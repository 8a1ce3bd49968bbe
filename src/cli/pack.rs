//! `newsgloss pack`.

use std::path::PathBuf;

use super::failure::Failure;

/// Make a knowledge file of public figures and bodies from tables of names and facts.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder with the tables, *.tsv
    lists: PathBuf,
    /// The file to write
    out: PathBuf,
    /// Take the lists too whose licences ask that the file be shared alike: countries, supranational bodies
    #[arg(long)]
    share_alike: bool,
}

/// Makes and writes the file.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let file = newsgloss::train::knowledge(&args.lists, args.share_alike).map_err(Failure::Train)?;
    let mut json = serde_json::to_string(&file).map_err(|error| Failure::Train(error.to_string()))?;
    // An entry a line: changes can be read in a diff.
    json = json.replace("},{\"name\"", "},\n{\"name\"");
    json.push('\n');
    let failed = |error| Failure::Train(format!("{}: {error}", args.out.display()));
    std::fs::write(&args.out, &json).map_err(failed)?;
    eprintln!("{}: {} entries, {} bytes", args.out.display(), file.entries.len(), json.len());
    Ok(())
}
