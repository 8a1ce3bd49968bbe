//! `newsgloss annotate`.

mod html;
mod jsonl;
mod jsonld;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use newsgloss::{Annotations, Date, EntityType, Options};

use super::date;
use super::failure::Failure;
use super::{input, types};

/// Annotate an article: names, dates, sums, quotes and their speakers
///
/// Reads one article of plain text (UTF-8; a line is a paragraph, the first may be the headline) and writes what it
/// names and quotes. With --jsonl it reads many.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_LONG_HELP)]
pub(super) struct Args {
    /// The article; standard input where none is named, or `-`
    file: Option<PathBuf>,

    /// What to write
    #[arg(long, value_enum, default_value_t, conflicts_with = "jsonl")]
    format: Format,

    /// Read and write JSON Lines: `{"id", "text", "published"?}` in, `{"id", "mentions", "entities", "quotes"}` out
    ///
    /// One article a line, answered in order and as they come. A line that cannot be annotated gives `{"id"?, "error"}`,
    /// and the exit status 1 at the end; the others are answered all the same. Empty lines are passed over.
    #[arg(long)]
    jsonl: bool,

    /// The day of publication, against which `Tuesday` or `last month` are resolved
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date::parse)]
    published: Option<Date>,

    /// What you know of the people and things in the article, as JSON: `{"entries": [{"name", "description"?, …}]}`
    ///
    /// An entry may also have "aliases", a "type", a "url", a "wikidata" identifier and the "year" for which the
    /// description holds. Entities that are one of the entries get its identifier, its address, and its description
    /// where the article gives none.
    #[arg(long, value_name = "FILE")]
    knowledge: Option<PathBuf>,

    /// Leave out mentions and quotes that are less sure than this, from 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = 0.0, value_parser = score)]
    min_score: f32,

    /// The types of mentions to look for, with commas between them; all where none is given
    #[arg(long, value_name = "TYPE,…", value_delimiter = ',', value_parser = types::parser())]
    types: Vec<EntityType>,
}

const AFTER_LONG_HELP: &str = r#"Examples:
  newsgloss annotate story.txt
  newsgloss annotate story.txt --published 2024-07-16 --format html > story.html
  pdftotext story.pdf - | newsgloss annotate --types person,organization --min-score 0.8
  newsgloss annotate --jsonl < articles.jsonl > annotations.jsonl

The JSON:
  mentions  [{"start", "end", "type", "entity", "score"}], sorted, never overlapping; "entity" is an id below
  entities  [{"id", "type", "name", "aliases", "description"?, "wikidata"?, "url"?, "value"?}]
  quotes    [{"spans", "kind", "cue", "speaker", "entity", "score"}]; "kind" is direct, mixed or indirect, "cue" the words
            that report it, "speaker" the words that name its source, "entity" the one they stand for
  Positions count UTF-16 code units, as the strings of JavaScript do; "end" is the first position after the span.

Exit status:
  0  all went well
  1  the article, or a line of --jsonl, could not be read, or the output not be written
  2  the command line was not understood"#;

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Annotations as JSON; on a terminal with line breaks
    #[default]
    Json,
    /// A page that shows the article with its annotations
    Html,
    /// A schema.org NewsArticle for search engines
    Jsonld,
}

fn score(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|score| (0.0..=1.0).contains(score)).ok_or_else(|| "not a number from 0 to 1".to_owned())
}

/// Annotates what the arguments name.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let mut options = Options::default();
    options.published = args.published;
    options.min_score = args.min_score;
    if let Some(file) = &args.knowledge {
        let (name, json) = input::read(Some(file))?;
        options.knowledge = serde_json::from_str(&json).map_err(|error| Failure::BadKnowledge { name, error })?;
    }
    if !args.types.is_empty() {
        options.types.clone_from(&args.types);
    }
    if args.jsonl {
        let (name, input) = input::open(args.file.as_deref())?;
        return jsonl::run(&name, input, io::stdout(), &options);
    }
    let (_, text) = input::read(args.file.as_deref())?;
    let annotations = newsgloss::annotate(&text, &options);
    let stdout = io::stdout();
    let pretty = stdout.is_terminal();
    let mut output = BufWriter::new(stdout.lock());
    match args.format {
        Format::Json => json(&annotations.to_utf16(&text), pretty, &mut output),
        Format::Html => html::write(&text, &annotations, &mut output),
        Format::Jsonld => jsonld::write(&text, &annotations, options.published, &mut output),
    }
    .and_then(|()| output.flush())
    .map_err(Failure::Write)
}

fn json(annotations: &Annotations, pretty: bool, output: &mut impl Write) -> io::Result<()> {
    if pretty {
        serde_json::to_writer_pretty(&mut *output, annotations)?;
    } else {
        serde_json::to_writer(&mut *output, annotations)?;
    }
    output.write_all(b"\n")
}
