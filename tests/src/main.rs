//! The whole program seen from outside: only its command line, its addresses and its files.
//! `cargo xtask` calls it with the program that was built; it starts and stops every server itself.
//! It knows nothing of the program's code, so it cannot share the program's mistakes.

mod agents;
mod faults;
mod form;
mod http;
mod office;
mod person;
mod printed;
mod smoke;

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;

use office::Office;

/// What the command line says; every part has an answer for the common case.
struct Asked {
    program: PathBuf,
    scratch: PathBuf,
    rounds: u32,
    seed: u64,
    rest: Vec<String>,
}

const USAGE: &str = "outside <agents|faults|smoke|with> --program FILE --scratch DIR \
                     [--rounds N] [--seed N] [-- COMMAND...]";

fn main() -> ExitCode {
    match act() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let act = words.next().context(USAGE)?;
    let asked = read(words)?;
    let office = Office::in_folder(&asked.program, &asked.scratch)?;
    match act.as_str() {
        "agents" => agents::run(&office),
        "faults" => faults::run(&office, asked.rounds, asked.seed),
        "smoke" => smoke::run(&office),
        "with" => office::with(&office, &asked.rest),
        _ => bail!(USAGE),
    }
}

fn read(mut words: impl Iterator<Item = String>) -> Result<Asked> {
    let (mut program, mut scratch, mut rest) = (None, None, Vec::new());
    // The number of this run is chance enough; it is printed, so that a run can be repeated.
    let (mut rounds, mut seed) = (20, u64::from(std::process::id()));
    while let Some(word) = words.next() {
        if word == "--" {
            rest.extend(words.by_ref());
            break;
        }
        let value = words.next().with_context(|| format!("{word} needs a value; {USAGE}"))?;
        match word.as_str() {
            "--program" => program = Some(PathBuf::from(value)),
            "--scratch" => scratch = Some(PathBuf::from(value)),
            "--rounds" => rounds = value.parse().context("--rounds is a number")?,
            "--seed" => seed = value.parse().context("--seed is a number")?,
            _ => bail!("{word} is not known; {USAGE}"),
        }
    }
    Ok(Asked { program: program.context(USAGE)?, scratch: scratch.context(USAGE)?, rounds, seed, rest })
}
