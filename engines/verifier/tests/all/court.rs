//! What the court is told: what is proved, what is not, and every altered byte.

use ledger::extract::{Extract, ExtractPart};
use ledger::note::KeyKind;
use verifier::{Fault, Finding, Language, Statement, Trust, sentence, verify};

use crate::office::{ORIGIN, auditor, court, extract, extract_of, key, log_key};

fn trust() -> Trust {
    let log = Some(log_key().verifier().to_string());
    Trust { log, witnesses: vec![court().verifier().to_string()], quorum: None }
}

fn found(extract: &Extract, trust: &Trust) -> Finding {
    verify(&extract.to_json(), trust).unwrap()
}

fn english(finding: &Finding) -> String {
    let lines = finding.statements.iter().map(|statement| sentence(statement, Language::English));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_sound_extract_is_proved_in_plain_sentences() {
    let finding = found(&extract(), &trust());
    assert!(finding.sound);
    let told = english(&finding);
    for line in [
        "Proved: the key you brought of logs.dpp.example/tehama/1 signed the log (entries: 300;",
        "Proved: the witness witness.court.example/w1 cosigned this log on 2026-11-18T14:16:40+03:00;",
        "Proved: entry 42 (sequence 42, source 1, written 2026-11-18T14:06:40.000042+03:00) is in the log",
        "    kind = request.open",
        "    photo = [4 bytes, SHA-256 ",
        "    One part of this entry is withheld or was erased by order",
        "Never proved here: that what was written is true",
        "OUTCOME: everything in the extract fits together.",
    ] {
        assert!(told.contains(line), "{line}\nin\n{told}");
    }
    assert!(!told.contains("Asha"));
    assert!(!told.contains('\u{1b}'), "no value may steer the reader's screen");
    assert!(told.contains("Printa ya chumba 42 \\u{1b}[2J haichapi"));
}

#[test]
fn without_a_key_from_elsewhere_it_says_what_that_means() {
    let finding = found(&extract(), &Trust::default());
    assert!(finding.sound);
    let own = |statement: &Statement| matches!(statement, Statement::SignedByOwn { .. });
    assert!(finding.statements.iter().any(own));
    assert!(finding.statements.contains(&Statement::NoWitness));
    assert!(english(&finding).contains("by the key in the extract itself"));
    assert!(!english(&finding).contains("Proved: the key"));
}

#[test]
fn another_offices_key_is_not_enough() {
    let thief = key(ORIGIN, KeyKind::Log, 66);
    let forged = extract_of(&thief, &[42]);
    assert!(found(&forged, &Trust::default()).sound, "it fits together by its own key");
    let finding = found(&forged, &Trust { witnesses: vec![], ..trust() });
    assert!(!finding.sound);
    assert!(finding.statements.contains(&Statement::NotSigned(Fault::OtherKey)));
    let renamed = key("logs.elsewhere.example", KeyKind::Log, 7).verifier().to_string();
    assert!(!found(&extract(), &Trust { log: Some(renamed), ..Trust::default() }).sound);
}

#[test]
fn the_readers_witnesses_are_counted() {
    let both = vec![court().verifier().to_string(), auditor().verifier().to_string()];
    let with = |quorum| Trust { witnesses: both.clone(), quorum, ..trust() };
    let finding = found(&extract(), &with(None));
    assert!(!finding.sound);
    let missing = Statement::NotCosigned { name: auditor().name().into() };
    assert!(finding.statements.contains(&missing));
    assert!(finding.statements.contains(&Statement::TooFewWitnesses { have: 1, want: 2 }));
    assert!(found(&extract(), &with(Some(1))).sound);
    let renamed = key("witness.other.example", KeyKind::Witness, 8).verifier().to_string();
    let twice = Trust { witnesses: vec![both[0].clone(), renamed], ..trust() };
    assert!(verify(&extract().to_json(), &twice).is_err(), "one key is not two witnesses");
}

#[test]
fn a_demo_is_called_one_and_cannot_hide_it() {
    let demo = extract_of(&key("demo.invalid/tehama", KeyKind::Log, 3), &[1]);
    let finding = found(&demo, &Trust::default());
    assert!(finding.sound && finding.statements.contains(&Statement::Demo));
    assert!(english(&finding).contains("THIS EXTRACT IS A DEMO'S"));
    let hidden = found(&Extract { demo: false, ..demo }, &Trust::default());
    assert!(!hidden.sound && hidden.statements.contains(&Statement::Demo));
}

#[test]
fn each_kind_of_alteration_is_named() {
    let why = |alter: &dyn Fn(&mut Extract)| {
        let mut extract = extract();
        alter(&mut extract);
        let finding = found(&extract, &trust());
        assert!(!finding.sound);
        let fault = |statement: &Statement| match statement {
            Statement::Refuted { why, .. } | Statement::NotSigned(why) => Some(*why),
            _ => None,
        };
        finding.statements.iter().find_map(fault)
    };
    let edited = |extract: &mut Extract| {
        let ExtractPart::Text(part) = &mut extract.entries[1].parts[2] else { panic!() };
        part.value.push('!');
    };
    assert_eq!(why(&edited), Some(Fault::OtherParts));
    assert_eq!(why(&|extract| drop(extract.entries[1].parts.pop())), Some(Fault::OtherParts));
    assert_eq!(why(&|extract| extract.entries[1].index = 43), Some(Fault::OtherRoot));
    assert_eq!(why(&|extract| extract.entries[1].index = 300), Some(Fault::BrokenProof));
    assert_eq!(why(&|extract| extract.entries[1].proof.swap(1, 2)), Some(Fault::OtherRoot));
    assert_eq!(why(&|extract| drop(extract.entries[1].proof.pop())), Some(Fault::BrokenProof));
    assert_eq!(why(&|extract| extract.entries[1].entry.truncate(8)), Some(Fault::BrokenEntry));
    assert_eq!(why(&|extract| extract.entries[2].index = 0), Some(Fault::RepeatedIndex));
    let longer = |extract: &mut Extract| extract.checkpoint = extract.checkpoint.replace("\n300\n", "\n301\n");
    assert_eq!(why(&longer), Some(Fault::FalseSignature));
    let swapped = |extract: &mut Extract| {
        let entry = extract.entries[0].entry.clone();
        extract.entries[0].entry = std::mem::replace(&mut extract.entries[1].entry, entry);
    };
    assert_eq!(why(&swapped), Some(Fault::OtherParts));
}

/// Whatever byte is flipped: it is unreadable, refuted, or only in what is said not to be proved.
#[test]
fn no_flipped_byte_passes() {
    let mut extract = extract_of(&log_key(), &[42]);
    // One signature less to compute for each of some 3,000 documents.
    extract.witnesses.clear();
    let (json, trust) = (extract.to_json(), || Trust { witnesses: vec![], ..trust() });
    let told = |finding: Finding| {
        let proved = |statement: &Statement| !matches!(statement, Statement::Question(_));
        finding.statements.into_iter().filter(proved).collect::<Vec<_>>()
    };
    let sound = told(verify(&json, &trust()).unwrap());
    let mut refuted = 0;
    for at in 0..json.len() {
        let mut bytes = json.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        match verify(&text, &trust()) {
            Ok(finding) if finding.sound => assert_eq!(told(finding), sound, "byte {at}"),
            Ok(_) => refuted += 1,
            Err(_) => {}
        }
    }
    assert!(refuted > 800, "only {refuted} flips were judged");
}

#[test]
fn a_document_that_two_readers_could_read_differently_is_unreadable() {
    let json = extract().to_json();
    for broken in [
        json.replacen("\"demo\": false", "\"demo\": true, \"demo\": false", 1),
        json.replacen("\"tag\": \"kind\"", "\"t\\u0061g\": \"state\", \"tag\": \"kind\"", 1),
        json.replacen("\"question\"", "\"guilty\": \"yes\", \"question\"", 1),
        json.replacen("\"demo\": false,", "", 1),
        json.replace("extract@1", "extract@2"),
        json.replacen("\"index\": 42", "\"index\": 42.5", 1),
        json[..json.len() / 2].to_owned(),
        "[]".to_owned(),
    ] {
        assert_ne!(broken, json);
        assert!(verify(&broken, &trust()).is_err(), "{broken:.200}");
    }
}

#[test]
fn every_statement_has_its_swahili_sentence() {
    for finding in [found(&extract(), &trust()), found(&extract(), &Trust::default())] {
        for statement in &finding.statements {
            let (sw, en) = (sentence(statement, Language::Swahili), sentence(statement, Language::English));
            let is_value = matches!(statement, Statement::Shown { .. });
            assert!(!sw.trim().is_empty() && (is_value || sw != en), "{en}");
        }
    }
}
