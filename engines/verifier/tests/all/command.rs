//! `tehama-verify` at the terminal: what it prints and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::office::{court, extract, log_key};

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tehama-verify")).args(words).output().unwrap()
}

fn written(folder: &Path, json: &str) -> String {
    let path = folder.join("extract.json");
    fs::write(&path, json).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn it_ends_with_0_1_or_2_and_speaks_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let json = extract().to_json();
    let path = written(folder.path(), &json);
    let (log, witness) = (log_key().verifier().to_string(), court().verifier().to_string());
    let sound = run(&[&path, "--log", &log, "--witness", &witness]);
    let told = String::from_utf8(sound.stdout).unwrap();
    assert_eq!(sound.status.code(), Some(0), "{told}");
    assert!(told.contains("MATOKEO: kila kilichomo kwenye dondoo kinalingana."));
    assert!(told.contains("OUTCOME: everything in the extract fits together."));

    let whole_folder = run(&[folder.path().to_str().unwrap(), "--lang", "sw"]);
    assert_eq!(whole_folder.status.code(), Some(0));
    assert!(!String::from_utf8(whole_folder.stdout).unwrap().contains("OUTCOME"));

    let path = written(folder.path(), &json.replacen("chumba 42", "chumba 43", 1));
    let altered = run(&[&path, "--log", &log]);
    assert_eq!(altered.status.code(), Some(1));
    let told = String::from_utf8(altered.stdout).unwrap();
    assert!(told.contains("IMEKATALIWA: ingizo namba 42"), "{told}");
    assert!(told.contains("REFUTED: entry 42: its parts are not those that were written"), "{told}");

    let path = written(folder.path(), &json[..100]);
    for words in [
        vec![path.as_str()],
        vec!["/nowhere/extract.json"],
        vec![],
        vec!["a", "b"],
        vec![&path, "--log"],
        vec![&path, "--quorum", "two"],
        vec![&path, "--lang", "fr"],
    ] {
        let unreadable = run(&words);
        assert_eq!(unreadable.status.code(), Some(2), "{words:?}");
        assert!(unreadable.stdout.is_empty() && !unreadable.stderr.is_empty());
    }
}
