//! Makes the weights and lists that the tagger is built with, from annotated text and tables of names.
//!
//! The same data, settings and seed give the same files, byte for byte.

mod augment;
mod cluster;
mod crf;
mod data;
mod fit;
mod knowledge;
mod lists;
mod quotes;
mod sequence;

pub use knowledge::{KnowledgeFile, Source, knowledge};
pub use quotes::{QuoteModel, quotes};

use std::path::Path;

use data::{Article, SOURCES};
use fit::Fit;

use crate::entity::lists::Lists;
use crate::entity::tagger::{Model as Tagging, Tagger};
use crate::pace::{self, Pace};
use crate::text::Document;

/// What `newsgloss train` may be told.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many features the finished model has.
    pub rows: usize,
    /// The seed of all chance.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows: 38_000, seed: 1 }
    }
}

/// The finished files.
#[derive(Clone, Debug)]
pub struct Model {
    /// The compiled name lists.
    pub lists: Vec<u8>,
    /// The packed weights.
    pub weights: Vec<u8>,
}

/// Trains on the folder `data`, which holds `train/*.jsonl` and `lists/*.tsv`; `say` is told of the progress.
///
/// # Errors
/// Says which file could not be read, and why.
pub fn train(data: &Path, options: &Options, say: &mut dyn FnMut(String)) -> Result<Model, String> {
    let mut random = fastrand::Rng::with_seed(options.seed);
    let mut sources = Vec::new();
    for source in SOURCES {
        let path = data.join("train").join(format!("{}.jsonl", source.name));
        sources.push((source, data::read(&path, source.weight)?));
    }
    let mut names = lists::Names::default();
    names.read(&data.join("lists"))?;
    for article in sources.iter_mut().flat_map(|(_, articles)| articles) {
        article.retype_peoples(|name| names.is_people(name));
    }
    names.learn(sources.iter().flat_map(|(_, articles)| articles));
    say(format!("names by list: {:?}", names.sizes()));
    let mut clustering = cluster::Clustering::default();
    for article in sources.iter().flat_map(|(_, articles)| articles) {
        clustering.add(&article.text);
    }
    let path = data.join("text").join("gmb.txt");
    clustering.add(&std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?);
    let clusters = clustering.run(&mut random);
    say(format!("{} words in clusters", clusters.len()));
    let compiled = names.compile(&clusters);
    let lists = Lists::decode(&compiled).ok_or("the compiled lists cannot be read back")?;

    say("a first model, of the sources that mark all types".to_owned());
    let complete = sources.iter().filter(|(_, articles)| articles.iter().all(Article::is_complete));
    let complete: Vec<Article> = complete.flat_map(|(_, articles)| articles.iter().cloned()).collect();
    let first = Fit { rows: 200_000, epochs: (4, 0), least: 2 }.run(&complete, &lists, &mut random, say);
    let first = Tagging::decode(&compiled, &first).ok_or("the first model cannot be read back")?;
    for article in sources.iter_mut().flat_map(|(_, articles)| articles).filter(|article| !article.is_complete()) {
        find_possible(article, &first);
    }

    let articles = with_copies(&sources, &mut random);
    say(format!("the model, of {} articles and excerpts", articles.len()));
    let weights = Fit { rows: options.rows, epochs: (7, 4), least: 3 }.run(&articles, &lists, &mut random, say);
    Ok(Model { lists: compiled, weights })
}

/// How sure the first model must be for its finding to count as marked.
const SURE: f32 = 0.8;

/// Notes what a first model finds of the types that an article does not mark: as marked where it is sure, else as
/// possible.
fn find_possible(article: &mut Article, model: &Tagging) {
    let document = Document::new(article.text.as_str());
    let mut tagger = Tagger::default();
    while !tagger.step(model, &document, usize::MAX) {}
    let marked = article.mentions.clone();
    for mention in pace::finish(tagger.finish(&document, &Pace::unhurried())) {
        let kind = mention.kind as usize;
        let at = marked.partition_point(|(span, _)| span.end <= mention.span.start);
        let free = marked.get(at).is_none_or(|(span, _)| !span.overlaps(mention.span));
        if article.marked >> kind & 1 == 1 || !free {
            continue;
        }
        let found = if mention.score >= SURE { &mut article.mentions } else { &mut article.possible };
        found.push((mention.span, kind));
    }
    article.mentions.sort_by_key(|(span, _)| span.start);
}

/// All articles with their copies: other names in the same places, and excerpts.
fn with_copies(sources: &[(&data::Source, Vec<Article>)], random: &mut fastrand::Rng) -> Vec<Article> {
    let mut pool = augment::Pool::default();
    for (source, articles) in sources {
        if source.weight >= 0.5 {
            pool.add(articles);
        }
    }
    let mut all = Vec::new();
    for (source, articles) in sources {
        for article in articles {
            for _ in 0..source.swapped {
                all.push(pool.swap(article, random));
            }
            // A short text has little evidence beside it; the tagger must have met such.
            if article.text.len() > 600 && random.f32() < 0.4 {
                for _ in 0..4 {
                    let mut excerpt = augment::excerpt(article, random);
                    excerpt.weight *= 0.5;
                    all.push(excerpt);
                }
            }
        }
        all.extend(articles.iter().cloned());
    }
    all
}
