//! `newsgloss eval`.

mod gold;
mod score;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use newsgloss::{EntityType, Options};

use self::score::{Counts, QuoteScore, Score, Share};
use super::failure::Failure;
use super::{input, types};

/// Measure how well articles are annotated, against annotations made by hand
///
/// Reads JSON Lines: `{"text", "published"?, "types"?, "mentions": [{"start", "end", "type", "key"?, "value"?}],
/// "quotes"?: [{"start", "end", "frags"?, "type", "speaker_start"?, "speaker_end"?, "by"?}]}`, positions in Unicode code
/// points. Mentions count when span and type are right, but for a leading `the`, a person's title or a trailing
/// possessive; quotes when they share 80 % of their characters.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The articles; standard input where none is named, or `-`
    gold: Option<PathBuf>,

    /// The types of mentions that count, with commas between them; all that the file marks where none is given
    #[arg(long, value_name = "TYPE,…", value_delimiter = ',', value_parser = types::parser())]
    types: Vec<EntityType>,
}

/// Annotates the articles and writes a table of the figures.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let (name, text) = input::read(args.gold.as_deref())?;
    let types = if args.types.is_empty() { EntityType::ALL.to_vec() } else { args.types.clone() };
    let mut score = Score::default();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (gold, published) =
            gold::read(line).map_err(|error| Failure::BadGold { name: name.clone(), line: number + 1, error })?;
        let mut options = Options::default();
        options.published = published;
        let annotations = newsgloss::annotate(&gold.text, &options);
        score.add(&gold, &annotations, &types);
    }
    let mut output = BufWriter::new(io::stdout().lock());
    table(&score, &mut output).and_then(|()| output.flush()).map_err(Failure::Write)
}

fn table(score: &Score, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "{:36}{:>8}{:>8}{:>8}{:>8}{:>8}", "mentions", "gold", "found", "P", "R", "F1")?;
    for (kind, counts) in &score.types {
        row(kind.name(), *counts, output)?;
    }
    row("all", score.names(), output)?;
    let (precision, recall, f1) = score.identity();
    if f1 > 0.0 {
        writeln!(output, "\n{:52}{precision:8.1}{recall:8.1}{f1:8.1}", "who is who (B-cubed)")?;
    }
    if score.dates.asked > 0 {
        share("\nvalue, of dates found", score.dates, output)?;
    }
    if score.quotes.quotes.gold > 0.0 {
        writeln!(output, "\n{:36}{:>8}{:>8}{:>8}{:>8}{:>8}", "quotes", "gold", "found", "P", "R", "F1")?;
        quotes("in quotation marks", score.marked_quotes, output)?;
        quotes("all", score.quotes, output)?;
        if score.entities.asked > 0 {
            share("entity, of those found", score.entities, output)?;
            row("all, with entity", score.end_to_end, output)?;
        }
    }
    Ok(())
}

fn row(name: &str, counts: Counts, output: &mut impl Write) -> io::Result<()> {
    let Counts { gold, found, .. } = counts;
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    writeln!(output, "{name:36}{gold:8}{found:8}{precision:8.1}{recall:8.1}{f1:8.1}")
}

fn quotes(name: &str, score: QuoteScore, output: &mut impl Write) -> io::Result<()> {
    row(name, score.quotes, output)?;
    row(&format!("{name}, with speaker"), score.with_speaker, output)?;
    share("speaker, of those found", score.speaker, output)?;
    share("cue, of those found", score.cue, output)
}

fn share(name: &str, share: Share, output: &mut impl Write) -> io::Result<()> {
    writeln!(output, "{name:36}{:8}{:>8}{:8.1} %", share.asked, "", share.percent())
}
