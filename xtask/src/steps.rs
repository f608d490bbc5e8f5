//! The steps of `cargo xtask test` in their order, what each needs from an earlier one, and the
//! table at the end. A step that fails does not stop those that do not need it: one run tells all.

use anyhow::{Context, Result, bail, ensure};
use std::fs::File;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::place::{Place, run};
use crate::{install, tidy};

/// A step says what it did by printing; `Ok(false)` is a step that had nothing to do.
struct Step {
    name: &'static str,
    needs: &'static [&'static str],
    act: fn(&Place) -> Result<bool>,
}

enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

const STEPS: [Step; 12] = [
    Step { name: "install", needs: &[], act: |place| done(install::run(place)) },
    Step { name: "fmt", needs: &[], act: |place| done(place.cargo("fmt --all --check")) },
    Step { name: "tidy", needs: &[], act: |place| done(tidy::run(place)) },
    Step { name: "build", needs: &[], act: |place| done(build(place)) },
    Step { name: "clippy", needs: &[], act: |place| done(clippy(place)) },
    Step { name: "tests", needs: &["build"], act: |place| done(tests(place)) },
    Step { name: "ledger oracle", needs: &["install", "build"], act: oracle },
    Step { name: "agents", needs: &["install", "build"], act: |place| done(agents(place)) },
    Step { name: "browser", needs: &["install", "build"], act: |place| done(browser(place, &[])) },
    Step { name: "faults", needs: &["install", "build"], act: |place| done(faults(place, &[])) },
    Step { name: "release", needs: &[], act: |place| done(release(place)) },
    Step { name: "smoke", needs: &["build", "release"], act: |place| done(smoke(place)) },
];

type Ended<'a> = (&'a Step, Outcome, Duration);

/// Runs every step and prints the table; the last line is for those who count.
pub fn all(place: &Place) -> ExitCode {
    closing(&run_all(place, &STEPS))
}

fn run_all<'a>(place: &Place, steps: &'a [Step]) -> Vec<Ended<'a>> {
    let mut ended: Vec<Ended> = Vec::new();
    for step in steps {
        println!("\n== {}", step.name);
        let begun = Instant::now();
        let outcome = match missed(step, &ended) {
            Some(need) => Outcome::Skipped(format!("needs {need}")),
            None => outcome_of((step.act)(place)),
        };
        if let Outcome::Failed(why) = &outcome {
            println!("{} failed: {why}", step.name);
        }
        ended.push((step, outcome, begun.elapsed()));
    }
    ended
}

/// A step that this one needs and that did not pass.
fn missed(step: &Step, ended: &[Ended]) -> Option<&'static str> {
    let passed = |need: &str| ended.iter().any(|(earlier, outcome, _)| earlier.name == need && matches!(outcome, Outcome::Passed));
    step.needs.iter().copied().find(|need| !passed(need))
}

fn outcome_of(result: Result<bool>) -> Outcome {
    match result {
        Ok(true) => Outcome::Passed,
        Ok(false) => Outcome::Skipped("nothing to do".into()),
        Err(error) => Outcome::Failed(format!("{error:#}")),
    }
}

fn closing(ended: &[Ended]) -> ExitCode {
    let (mut passed, mut failed, mut skipped, mut unmet) = (0, 0, 0, 0);
    println!("\n{:<16}{:>9}  outcome", "step", "seconds");
    for (step, outcome, time) in ended {
        let said = match outcome {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed(_) => "FAILED".to_owned(),
            Outcome::Skipped(why) => format!("skipped: {why}"),
        };
        println!("{:<16}{:>9.1}  {said}", step.name, time.as_secs_f64());
        match outcome {
            Outcome::Passed => passed += 1,
            Outcome::Failed(_) => failed += 1,
            Outcome::Skipped(why) => {
                skipped += 1;
                unmet += u32::from(why.starts_with("needs "));
            }
        }
    }
    let total: Duration = ended.iter().map(|(_, _, time)| *time).sum();
    println!("{:<16}{:>9.1}", "all", total.as_secs_f64());
    println!("\n{passed} passed, {failed} failed, {skipped} skipped");
    if failed + unmet > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn done(result: Result<()>) -> Result<bool> {
    result.map(|()| true)
}

/// Programs and tests in one call: with the features of the tests' own dependencies both are
/// resolved alike, so that the later steps find every crate as it was built here.
fn build(place: &Place) -> Result<()> {
    place.cargo("build --profile ci --workspace --bins --lib --tests --examples")
}

/// In the same profile, so that build scripts (SQLite in C) and macros are not built again.
fn clippy(place: &Place) -> Result<()> {
    place.cargo("clippy --profile ci --workspace --bins --lib --tests -- -D warnings")
}

fn tests(place: &Place) -> Result<()> {
    place.cargo("test --profile ci --workspace --no-fail-fast")
}

/// A second opinion on the ledger by somebody else's code, which comes from PyPI into an
/// environment of its own: what an example of the ledger computed is computed again.
fn oracle(place: &Place) -> Result<bool> {
    let script = place.root.join("engines/ledger/tests/oracle.py");
    if !script.exists() {
        return Ok(false);
    }
    let home = place.scratch("oracle");
    let (python, vectors) = (home.join("bin/python"), home.join("vectors.json"));
    if !python.exists() {
        run(place.command("python3").args(["-m", "venv"]).arg(&home))?;
    }
    run(place.command(place.built("examples/vectors")).stdout(File::create(&vectors)?))?;
    done(run(place.command(&python).arg(&script).arg(&vectors)))
}

fn agents(place: &Place) -> Result<()> {
    outside(place, "agents", &[])
}

fn faults(place: &Place, words: &[String]) -> Result<()> {
    outside(place, "faults", words)
}

/// All stories with their pictures beside the build; or only the few pictures that docs/ shows.
fn browser(place: &Place, words: &[String]) -> Result<()> {
    let (script, pictures) = match words {
        [] => ("run.mjs", place.scratch("pictures")),
        [word] if word == "--pictures" => ("pictures.mjs", place.root.join("docs/pictures")),
        _ => bail!("browser knows only --pictures"),
    };
    let folder = place.root.join("tests/browser");
    if is_older(&folder.join("node_modules/.package-lock.json"), &folder.join("package-lock.json")) {
        run(place.command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    }
    let mut command = outside_command(place, "with", &place.built("tehama"))?;
    command.arg("--").arg("node").arg(folder.join(script));
    run(command.env("TEHAMA_PICTURES", pictures))
}

fn release(place: &Place) -> Result<()> {
    place.cargo("build --release -p tehama")
}

/// From an empty folder each time: the first start of a new office is what is looked at.
fn smoke(place: &Place) -> Result<()> {
    let scratch = place.scratch("smoke");
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch)?;
    }
    run(&mut outside_command(place, "smoke", &place.target.join("release/tehama"))?)
}

fn outside(place: &Place, act: &str, words: &[String]) -> Result<()> {
    run(outside_command(place, act, &place.built("tehama"))?.args(words))
}

fn outside_command(place: &Place, act: &str, program: &Path) -> Result<std::process::Command> {
    // The demo of the ci profile is made once for all; the release has its own.
    let scratch = place.scratch(if act == "smoke" { "smoke" } else { "ci" });
    let outside = place.built("outside");
    ensure!(outside.exists(), "{} is not built", outside.display());
    let mut command = place.command(outside);
    command.arg(act).arg("--program").arg(program).arg("--scratch").arg(scratch);
    Ok(command)
}

fn is_older(made: &Path, from: &Path) -> bool {
    let time = |path: &Path| std::fs::metadata(path).and_then(|about| about.modified());
    match (time(made), time(from)) {
        (Ok(made), Ok(from)) => made < from,
        _ => true,
    }
}

pub fn agents_alone(place: &Place) -> Result<()> {
    install::run(place)?;
    build(place)?;
    agents(place)
}

pub fn browser_alone(place: &Place, words: &[String]) -> Result<()> {
    install::run(place)?;
    build(place)?;
    browser(place, words)
}

pub fn faults_alone(place: &Place, words: &[String]) -> Result<()> {
    install::run(place)?;
    build(place)?;
    faults(place, words).context("faults")
}

pub fn smoke_alone(place: &Place) -> Result<()> {
    build(place)?;
    release(place)?;
    smoke(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &'static str, needs: &'static [&'static str], act: fn(&Place) -> Result<bool>) -> Step {
        Step { name, needs, act }
    }

    #[test]
    fn what_needs_a_failed_step_is_skipped_and_the_run_fails() {
        let steps = [step("build", &[], |_| bail!("broken")), step("tests", &["build"], |_| Ok(true)), step("fmt", &[], |_| Ok(true))];
        let ended = run_all(&Place::find().unwrap(), &steps);
        assert!(matches!(&ended[0].1, Outcome::Failed(why) if why == "broken"));
        assert!(matches!(&ended[1].1, Outcome::Skipped(why) if why == "needs build"));
        assert!(matches!(&ended[2].1, Outcome::Passed));
        assert_eq!(closing(&ended), ExitCode::FAILURE);
    }

    #[test]
    fn nothing_to_do_is_no_failure() {
        let steps = [step("oracle", &[], |_| Ok(false))];
        assert_eq!(closing(&run_all(&Place::find().unwrap(), &steps)), ExitCode::SUCCESS);
    }

    #[test]
    fn a_step_needs_only_earlier_ones() {
        for (n, step) in STEPS.iter().enumerate() {
            for need in step.needs {
                assert!(STEPS[..n].iter().any(|earlier| earlier.name == *need), "{} needs {need}", step.name);
            }
        }
    }
}
