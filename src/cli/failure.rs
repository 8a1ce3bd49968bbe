//! What can go wrong at the border with the system.

use std::fmt;
use std::io;

/// Why a command gave up, in words for the person who typed it.
#[derive(Debug)]
pub(super) enum Failure {
    /// A file or standard input could not be read.
    Read(String, io::Error),
    /// The input is not UTF-8: its name, and the first bytes of it if they tell what it is instead.
    NotUtf8 { name: String, offset: usize, utf16: bool },
    /// The input is longer than the library reads.
    TooLong(String),
    /// Standard output could not be written.
    Write(io::Error),
    /// A line of articles marked by hand is none.
    BadGold { name: String, line: usize, error: String },
    /// A knowledge file is none.
    BadKnowledge { name: String, error: serde_json::Error },
    /// Training could not go on.
    #[cfg(feature = "train")]
    Train(String),
    /// Some lines of JSON Lines input were answered with an error.
    BadLines { bad: u64, all: u64 },
}

impl Failure {
    /// Whether the reader of the output has gone away, which is no failure of ours.
    pub(super) fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(name, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "{name}: there is no such file")
            }
            Self::Read(name, error) => write!(f, "{name}: cannot be read: {error}"),
            Self::NotUtf8 { name, utf16: true, .. } => {
                write!(f, "{name}: looks like UTF-16; please convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)")
            }
            Self::NotUtf8 { name, offset, .. } => {
                write!(f, "{name}: is not UTF-8 text (the byte at offset {offset} fits no character)")
            }
            Self::TooLong(name) => write!(f, "{name}: is longer than 4 GiB"),
            Self::Write(error) => write!(f, "the output cannot be written: {error}"),
            Self::BadGold { name, line, error } => {
                write!(f, "{name}: line {line}: not an article marked by hand: {error}")
            }
            Self::BadKnowledge { name, error } => write!(f, "{name}: not a knowledge file: {error}"),
            #[cfg(feature = "train")]
            Self::Train(error) => write!(f, "{error}"),
            Self::BadLines { bad, all } => {
                write!(f, "{bad} of {all} lines could not be annotated; the \"error\" in their answers says why")
            }
        }
    }
}
