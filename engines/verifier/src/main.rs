//! `tehama-verify`: reads one extract and prints what it proves. Ends with 0 when everything in it
//! holds, 1 when something does not, 2 when there was nothing to judge.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use verifier::{Finding, Language, Trust, sentence, verify};

const USAGE: &str = "\
tehama-verify DONDOO [--log UFUNGUO] [--witness UFUNGUO]... [--quorum N] [--lang sw|en]
tehama-verify EXTRACT [--log KEY] [--witness KEY]... [--quorum N] [--lang sw|en]

  EXTRACT      extract.json, or the folder that holds it
  --log        the log's published key (name+id+base64); without it the key in the file is used
  --witness    a witness's published key; may be repeated
  --quorum     how many of these witnesses must have cosigned (all of them, if not said)
  --lang       one language only
";

struct Asked {
    path: PathBuf,
    trust: Trust,
    languages: Vec<Language>,
}

fn main() -> ExitCode {
    let Some(asked) = asked(env::args().skip(1)) else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    let text = match read(&asked.path) {
        Ok(text) => text,
        Err(error) => return unreadable(&format!("{}: {error}", asked.path.display())),
    };
    match verify(&text, &asked.trust) {
        Ok(finding) => match print(&finding, &asked.languages) {
            Ok(()) if finding.sound => ExitCode::SUCCESS,
            Ok(()) => ExitCode::from(1),
            Err(error) => unreadable(&error.to_string()),
        },
        Err(why) => unreadable(&why.0),
    }
}

fn unreadable(why: &str) -> ExitCode {
    eprintln!("Haisomeki, hakuna kilichohakikiwa: {why}");
    eprintln!("Unreadable, nothing was checked: {why}");
    ExitCode::from(2)
}

fn read(path: &Path) -> io::Result<String> {
    let file = if path.is_dir() { path.join("extract.json") } else { path.to_owned() };
    fs::read_to_string(file)
}

fn print(finding: &Finding, languages: &[Language]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (turn, language) in languages.iter().enumerate() {
        if turn > 0 {
            writeln!(out)?;
        }
        for statement in &finding.statements {
            writeln!(out, "{}", sentence(statement, *language))?;
        }
    }
    out.flush()
}

/// The command line, or `None` when it is not one of ours.
fn asked(mut words: impl Iterator<Item = String>) -> Option<Asked> {
    let mut path = None;
    let mut trust = Trust::default();
    let mut languages = vec![Language::Swahili, Language::English];
    while let Some(word) = words.next() {
        match word.as_str() {
            "--log" if trust.log.is_none() => trust.log = Some(words.next()?),
            "--witness" => trust.witnesses.push(words.next()?),
            "--quorum" => trust.quorum = Some(words.next()?.parse().ok()?),
            "--lang" => {
                languages = match words.next()?.as_str() {
                    "sw" => vec![Language::Swahili],
                    "en" => vec![Language::English],
                    _ => return None,
                }
            }
            _ if word.starts_with('-') || path.is_some() => return None,
            _ => path = Some(PathBuf::from(word)),
        }
    }
    path.map(|path| Asked { path, trust, languages })
}
