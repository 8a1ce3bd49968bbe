//! Where articles come from.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;

use super::failure::Failure;

/// Opens a file, or standard input where none or `-` is named; gives its name for messages too.
pub(super) fn open(file: Option<&Path>) -> Result<(String, Box<dyn BufRead>), Failure> {
    let Some(path) = file.filter(|path| path.as_os_str() != "-") else {
        if io::stdin().is_terminal() {
            let _ = writeln!(io::stderr(), "newsgloss: reading from the terminal; Ctrl-D on a line of its own ends it");
        }
        return Ok(("standard input".to_owned(), Box::new(io::stdin().lock())));
    };
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => Ok((name, Box::new(BufReader::new(file)))),
        Err(error) => Err(Failure::Read(name, error)),
    }
}

/// Reads all of a file, or of standard input; gives its name for messages too.
pub(super) fn read(file: Option<&Path>) -> Result<(String, String), Failure> {
    let (name, mut input) = open(file)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|error| Failure::Read(name.clone(), error))?;
    if bytes.len() > newsgloss::text::MAX_BYTES {
        return Err(Failure::TooLong(name));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => Err(Failure::NotUtf8 {
            name,
            offset: error.utf8_error().valid_up_to(),
            utf16: error.as_bytes().starts_with(b"\xFF\xFE") || error.as_bytes().starts_with(b"\xFE\xFF"),
        }),
    }
}
