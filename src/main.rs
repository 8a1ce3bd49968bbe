//! The command line of newsgloss.

fn main() {}
