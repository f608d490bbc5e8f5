//! Someone with the disk in hand falsifies the records: each case is done to the folder by
//! faults/tamper.py, must be refused by the command that is there to find it, and must be named.

use anyhow::{Context, Result, ensure};
use std::process::Command;

use super::layer::faults_folder;
use crate::office::{Office, text};

/// What is done, and the command that must find it.
const CASES: [(&str, &[&str]); 5] =
    [("flip", &["verify"]), ("cut-tail", &["verify"]), ("swap", &["verify"]), ("edit", &["rebuild", "--check"]), ("remove", &["rebuild", "--check"])];

pub fn run(office: &Office) -> Result<()> {
    office.must_be_sound().context("before any tampering")?;
    office.keep_as("sound")?;
    for (case, command) in CASES {
        let outcome = found(office, case, command);
        office.put_back("sound")?;
        println!("{case}: {}", outcome.with_context(|| case.to_owned())?);
    }
    office.must_be_sound().context("after the sound folder was put back")
}

fn found(office: &Office, case: &str, command: &[&str]) -> Result<String> {
    let script = faults_folder().join("tamper.py");
    let output = Command::new("python3").arg(script).arg(case).arg(text(&office.data())?).output()?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    ensure!(output.status.success(), "not done: {}", String::from_utf8_lossy(&output.stderr));
    let names: Vec<&str> = said.split_whitespace().collect();

    let (satisfied, answer) = office.ask(command)?;
    let command = command.join(" ");
    ensure!(!satisfied, "tehama {command} did not find it:\n{answer}");
    let named = names.iter().find(|name| has_word(&answer, name));
    let named = named.with_context(|| format!("tehama {command} names none of {names:?}:\n{answer}"))?;
    Ok(format!("found by {command}, named {named}"))
}

/// `word` stands in `text` on its own, not as a part of a longer number or name.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        [before, after].iter().all(|c| !c.is_some_and(|c| c.is_alphanumeric() || c == '_'))
    })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_number_inside_another_is_not_named() {
        assert!(has_word("change 42: the body", "42"));
        assert!(!has_word("change 142 or 420 or x42", "42"));
    }
}
