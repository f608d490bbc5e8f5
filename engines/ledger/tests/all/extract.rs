//! An extract shows what was asked for, withholds the rest, and does not survive an altered byte.

use ledger::checkpoint::Checkpoint;
use ledger::extract::{Asked, Extract, ExtractError};
use ledger::leaf::parts;
use ledger::note::{KeyKind, Note};
use ledger::tiles::{TileCache, View};

use crate::log::{Rows, change, changes, court, key, log_key, signed};

fn asked(index: u64) -> Asked {
    let (nonce, items, entry) = change(index);
    let mut parts = parts(&nonce, &items).unwrap();
    parts[0] = parts[0].withheld();
    Asked { index, entry, parts }
}

fn cosigned(rows: &Rows) -> Note {
    let mut note = signed(&rows.leaves, rows.leaves.len() as u64);
    note.signatures.push(court().cosign(&note.text, 1_795_000_000).unwrap());
    note
}

fn build(rows: &Rows, asked: &[Asked]) -> Result<Extract, ExtractError> {
    let cache = TileCache::in_memory();
    let view = View::new(rows, &cache).unwrap();
    let witnesses = [court().verifier()];
    Extract::build("Nani alifungua ombi 42?", &cosigned(rows), &log_key().verifier(), &witnesses, asked, &view)
}

#[test]
fn an_extract_is_read_back_and_holds() {
    let rows = changes(300);
    let extract = build(&rows, &[asked(0), asked(42), asked(299)]).unwrap();
    let read = Extract::from_json(&extract.to_json()).unwrap();
    assert_eq!(read, extract);
    let (log, witnesses) = read.own_keys().unwrap();
    let checked = read.verify(&log, &witnesses).unwrap();
    assert_eq!(checked.records, [asked(0), asked(42), asked(299)]);
    assert_eq!(checked.cosigned[0].at, Some(1_795_000_000));
    assert!(!extract.to_json().contains("Asha"), "what is withheld is not there");
    assert!(extract.to_json().contains("Printa ya chumba 42 haichapi"));
}

#[test]
fn an_edited_row_cannot_be_extracted() {
    let rows = changes(300);
    let mut edited = asked(42);
    let ledger::leaf::Part::Shown { value, .. } = &mut edited.parts[2] else { panic!() };
    value[0] ^= 1;
    assert!(matches!(build(&rows, &[edited]), Err(ExtractError::OtherParts { index: 42 })));
    let mut rehashed = asked(42);
    rehashed.entry.at_us += 1;
    assert!(matches!(build(&rows, &[rehashed]), Err(ExtractError::Proof { index: 42, .. })));
    let moved = Asked { index: 43, ..asked(42) };
    assert!(matches!(build(&rows, &[moved]), Err(ExtractError::Proof { index: 43, .. })));
    assert!(matches!(build(&rows, &[asked(1), asked(1)]), Err(ExtractError::Repeated { index: 1 })));
}

#[test]
fn every_altered_member_is_found() {
    let rows = changes(300);
    let extract = build(&rows, &[asked(7), asked(8)]).unwrap();
    let log = log_key().verifier();
    let holds = |extract: &Extract| extract.verify(&log, &[court().verifier()]).is_ok();
    assert!(holds(&extract));
    let altered = |alter: &dyn Fn(&mut Extract)| {
        let mut extract = extract.clone();
        alter(&mut extract);
        assert!(!holds(&extract));
    };
    altered(&|extract| extract.demo = true);
    altered(&|extract| extract.entries[0].index = 9);
    altered(&|extract| extract.entries[0].entry = extract.entries[1].entry.clone());
    altered(&|extract| extract.entries[0].parts = extract.entries[1].parts.clone());
    altered(&|extract| drop(extract.entries[0].parts.pop()));
    altered(&|extract| extract.entries[0].parts.swap(1, 2));
    altered(&|extract| drop(extract.entries[0].proof.pop()));
    altered(&|extract| extract.entries[0].proof.swap(0, 1));
    altered(&|extract| extract.entries[0].proof[0].make_ascii_lowercase());
    altered(&|extract| extract.checkpoint = extract.checkpoint.replacen("300", "301", 1));
    let json = extract.to_json();
    for broken in [
        json.replace("extract@1", "extract@2"),
        json.replace("\"question\"", "\"answer\""),
        json.replacen("\"demo\": false", "\"demo\": false, \"demo\": false", 1),
        json.replacen("\"tag\"", "\"digest\": \"\", \"tag\"", 1),
    ] {
        assert!(Extract::from_json(&broken).is_err());
    }
}

/// The mark of a demo is the log's name, which is signed: it cannot be taken off.
#[test]
fn a_demo_says_so() {
    let rows = changes(3);
    let origin = "demo.invalid/tehama";
    let demo_key = key(origin, KeyKind::Log, 3);
    let root = ledger::tree::root_of(&rows.leaves);
    let note = Checkpoint { origin: origin.into(), size: 3, root }.sign(&demo_key).unwrap();
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache).unwrap();
    let demo = Extract::build("", &note, &demo_key.verifier(), &[], &[asked(1)], &view).unwrap();
    assert!(demo.demo);
    let unmarked = Extract { demo: false, ..demo };
    assert!(matches!(unmarked.verify(&demo_key.verifier(), &[]), Err(ExtractError::DemoMark(_))));
}
