//! A sealed copy is worth what its restore is worth: told as stories on a whole office.

use crate::command::{backup, restore};
use crate::domains::domains;
use kernel::app::DATABASE;
use kernel::change::Via;
use kernel::verify::{ledger, open, replay};
use std::path::Path;
use testkit::{Office, Person};

/// An office with a file, a request and a phone number in it, sealed into a copy.
fn saved(office: &Office, target: &Path) -> std::path::PathBuf {
    let asha = office.person("Asha Juma Khamis", &[]);
    let opened = asha.uploads("/request", &[("subject", "Printa imekwama"), ("urgency", "normal")], ("files", "picha.txt", b"karatasi imekwama"));
    opened.leads();
    let mut work = office.app.itself(Via::Command, "").work("person.correct").expect("work");
    let known: Person = work.find(&asha.id.to_string()).expect("found");
    work.save(&known, Person { phone: Some("0777-271828".into()), ..known.clone() }).expect("saved");
    work.commit().expect("committed");
    office.app.checkpoint().expect("signed");
    backup::seal(&office.app.data, &office.keys(), target).expect("sealed")
}

#[test]
fn a_copy_restores_to_the_same_office() {
    let office = Office::open(domains());
    let scratch = tempfile::tempdir().expect("a folder");
    let copy = saved(&office, &scratch.path().join("copies"));
    let names: Vec<String> = std::fs::read_dir(&copy).expect("reads").flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(names.contains(&"office.db.age".to_owned()) && names.contains(&"SHA256SUMS".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("key")), "a key lies in the copy: {names:?}");
    let restored = scratch.path().join("restored");
    let identity = backup::identity(&office.keys()).expect("the key");
    assert!(restore::restore(&copy, &restored, &identity).expect("restored"));
    let conn = open(&restored).expect("opens");
    let finding = ledger(&conn, &restored, &office.keys()).expect("reads");
    assert!(finding.faults.is_empty() && finding.files == 1 && finding.changes > 0, "{:?}", finding.faults);
    assert!(replay(&conn, &office.app.registry).expect("replays").faults.is_empty());
}

#[test]
fn a_damaged_copy_is_refused_and_a_full_folder_is_left_alone() {
    let office = Office::open(domains());
    let scratch = tempfile::tempdir().expect("a folder");
    let copy = saved(&office, &scratch.path().join("copies"));
    let identity = backup::identity(&office.keys()).expect("the key");
    let full = scratch.path().join("full");
    std::fs::create_dir(&full).expect("a folder");
    std::fs::write(full.join("kitu"), "").expect("a file");
    assert!(restore::restore(&copy, &full, &identity).is_err());
    let sealed = copy.join("office.db.age");
    let mut bytes = std::fs::read(&sealed).expect("reads");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&sealed, bytes).expect("writes");
    let target = scratch.path().join("never");
    assert!(restore::restore(&copy, &target, &identity).is_err());
    assert!(!target.join(DATABASE).exists());
}

#[test]
fn what_was_erased_after_the_copy_is_erased_again() {
    let office = Office::open(domains());
    let scratch = tempfile::tempdir().expect("a folder");
    let copy = saved(&office, &scratch.path().join("copies"));
    let id = office.app.readers.snapshot().expect("reads").one("SELECT id FROM rec_person WHERE phone = '0777-271828'", &[], |row| row.text("id"));
    let id = id.expect("reads").expect("a person");
    let mut work = office.app.itself(Via::Command, "").work("erasure.order").expect("work");
    kernel::erasure::erase(&mut work, "person", &id, &["phone".into()], "Mahkama Kuu, mfano", "Amri").expect("ordered");
    work.commit().expect("committed");
    office.app.end();
    let restored = scratch.path().join("restored");
    restore::restore(&copy, &restored, &backup::identity(&office.keys()).expect("the key")).expect("restored");
    let app = crate::command::open(&restored, &office.keys(), crate::command::Manner::everyday(false)).expect("opens");
    assert_eq!(kernel::erasure::repeat(&app).expect("repeated"), 1);
    assert_eq!(kernel::erasure::repeat(&app).expect("nothing more"), 0);
    app.end();
    let conn = open(&restored).expect("opens");
    assert_eq!(conn.number("SELECT count(*) FROM rec_person WHERE phone IS NOT NULL", &[]).expect("reads"), 0);
    assert!(ledger(&conn, &restored, Path::new("")).expect("reads").faults.is_empty());
    assert!(replay(&conn, &app.registry).expect("replays").faults.is_empty());
}
