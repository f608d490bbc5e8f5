//! What a developer and the checks of a submission run: `cargo xtask test`, or one step of it.
//! It orders the work and tells how it ended; what is checked stands in the tests themselves.

mod install;
mod place;
mod steps;
mod tidy;

use anyhow::Result;
use std::process::ExitCode;

use place::Place;

const USAGE: &str = "\
cargo xtask test                 everything, as for a submission
cargo xtask install              Debian packages that the tests need
cargo xtask tidy                 rules about the structure of the project
cargo xtask agents               real inventory agents report to a demo
cargo xtask browser [--pictures] stories in a real browser; --pictures renews docs/pictures
cargo xtask faults [--rounds N] [--seed N]
                                 power cuts and tampering; 20 rounds unless said otherwise
cargo xtask smoke                a release build, and the demo as someone new meets it";

fn main() -> ExitCode {
    act().unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

fn act() -> Result<ExitCode> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let place = Place::find()?;
    let Some((step, rest)) = words.split_first() else {
        println!("{USAGE}");
        return Ok(ExitCode::FAILURE);
    };
    match (step.as_str(), rest) {
        ("test", []) => return Ok(steps::all(&place)),
        ("install", []) => install::run(&place)?,
        ("tidy", []) => tidy::run(&place)?,
        ("agents", []) => steps::agents_alone(&place)?,
        ("browser", rest) => steps::browser_alone(&place, rest)?,
        ("faults", rest) => steps::faults_alone(&place, rest)?,
        ("smoke", []) => steps::smoke_alone(&place)?,
        _ => {
            println!("{USAGE}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
