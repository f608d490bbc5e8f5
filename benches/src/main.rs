//! Measures the program against its goals on an office far larger than the one it was written for, and prints hits and misses alike.
//! Everything but `writers` by verbs is measured from outside, on the real binary; what is measured is decided here, what is good is not.

mod browser;
mod inventories;
mod machine;
mod memory;
mod office;
mod outcome;
mod pages;
mod served;
mod writers;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use office::Bench;
use outcome::Outcome;
use std::path::PathBuf;

/// Measurements of tehama; see benches/README.md.
#[derive(Parser)]
#[command(version)]
struct Cli {
    /// What to measure.
    #[arg(value_enum, default_value = "all")]
    what: What,
    /// Folder for the office and what stands beside it; reused when it is complete.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// The built program; `tehama` beside this binary unless said.
    #[arg(long, value_name = "PATH")]
    tehama: Option<PathBuf>,
    /// A twentieth of everything, for a quick try; its figures say nothing of the goals.
    #[arg(long)]
    small: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum What {
    All,
    /// Makes the office and measures nothing.
    Make,
    /// Lists and searches, four users at once.
    Pages,
    /// The peak of the server's memory.
    Memory,
    /// Agents' reports.
    Inventories,
    /// Durable changes, by verbs and through HTTP.
    Writers,
}

fn main() -> Result<()> {
    let cli = Cli::parse();
    let folder = cli.data.unwrap_or_else(|| std::env::temp_dir().join(if cli.small { "tehama-benches-small" } else { "tehama-benches" }));
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    machine::print(&folder)?;
    let bench = Bench::at(&folder, cli.small, cli.tehama)?;
    let mut outcomes = Vec::new();
    let wanted = |what| cli.what == What::All || cli.what == what;
    if wanted(What::Pages) {
        outcomes.extend(pages::measure(&bench)?);
    }
    if wanted(What::Memory) {
        outcomes.extend(memory::measure(&bench)?);
    }
    if wanted(What::Inventories) {
        outcomes.extend(inventories::measure(&bench)?);
    }
    if wanted(What::Writers) {
        outcomes.extend(writers::measure(&bench)?);
    }
    Outcome::print(&outcomes, cli.small);
    Ok(())
}
