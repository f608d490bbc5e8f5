//! Whoever touches the database behind the program's back is found, and what was touched is named.

use kernel::app::DATABASE;
use kernel::change::Via;
use kernel::verify::{Fault, ledger, open, replay};
use testkit::{Office, Unit};

/// An office with a signed past.
fn signed() -> Office {
    let office = Office::open(vec![]);
    for name in ["Masjala", "Uhasibu", "Mipango", "Ukaguzi", "Pemba"] {
        let mut work = office.app.itself(Via::Command, "").work("unit.make").expect("work");
        work.make(Unit { name: name.into(), ..Unit::default() }).expect("a unit");
        work.commit().expect("committed");
    }
    office.app.checkpoint().expect("signed");
    office
}

fn tamper(office: &Office, sql: &str) {
    let conn = rusqlite::Connection::open(office.app.data.join(DATABASE)).expect("opens");
    let touched = conn.execute(sql, []).expect("tampers");
    assert!(touched > 0, "{sql} touched nothing");
}

fn faults(office: &Office) -> Vec<Fault> {
    let conn = open(&office.app.data).expect("opens");
    let mut faults = ledger(&conn, &office.app.data, &office.keys()).expect("reads").faults;
    faults.extend(replay(&conn, &office.app.registry).expect("replays").faults);
    faults
}

#[test]
fn an_untouched_office_is_sound() {
    signed().is_sound();
}

#[test]
fn an_altered_body_is_named_by_its_change() {
    let office = signed();
    tamper(&office, "UPDATE ledger_change SET body = replace(body, 'Uhasibu', 'Uhasibv') WHERE body LIKE '%Uhasibu%'");
    assert!(faults(&office).iter().any(|fault| matches!(fault, Fault::Change { seq: 2, .. })), "{:?}", faults(&office));
}

#[test]
fn every_column_of_a_change_is_guarded() {
    for column in [
        "id = lower(hex(randomblob(16)))",
        "at = at + 1",
        "actor = 'x'",
        "verb = 'x'",
        "class = 0",
        "nonce = randomblob(16)",
        "entry = randomblob(56)",
        "leaf = randomblob(32)",
    ] {
        let office = signed();
        tamper(&office, &format!("UPDATE ledger_change SET {column} WHERE seq = 3"));
        assert!(faults(&office).iter().any(|fault| matches!(fault, Fault::Change { seq: 3, .. })), "{column}: {:?}", faults(&office));
    }
}

#[test]
fn a_cut_tail_and_a_swap_are_found() {
    let office = signed();
    tamper(&office, "DELETE FROM ledger_change WHERE seq >= 4");
    assert!(faults(&office).iter().any(|fault| matches!(fault, Fault::Signed { what, .. } if what.contains("4 are here"))), "{:?}", faults(&office));
    let office = signed();
    tamper(&office, "UPDATE ledger_change SET seq = 900 WHERE seq = 2");
    tamper(&office, "UPDATE ledger_change SET seq = 2 WHERE seq = 3");
    tamper(&office, "UPDATE ledger_change SET seq = 3 WHERE seq = 900");
    assert!(faults(&office).iter().any(|fault| matches!(fault, Fault::Change { seq: 2 | 3, .. })), "{:?}", faults(&office));
}

#[test]
fn an_edited_row_is_named_by_table_and_field() {
    let office = signed();
    tamper(&office, "UPDATE rec_unit SET name = 'Nyengine' WHERE name = 'Mipango'");
    let said: Vec<String> = faults(&office).iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|line| line.contains("rec_unit") && line.contains("Nyengine") && line.contains("Mipango")), "{said:?}");
}

#[test]
fn yesterdays_database_is_not_signed_again_under_the_old_name() {
    let office = signed();
    let old = office.app.log.origin().to_owned();
    let copy = tempfile::tempdir().expect("a folder");
    kernel::db::Conn::open_writer(&office.app.data.join(DATABASE)).expect("opens").copy_to(&copy.path().join(DATABASE)).expect("copied");
    let mut work = office.app.itself(Via::Command, "").work("unit.make").expect("work");
    work.make(Unit { name: "Leo".into(), ..Unit::default() }).expect("a unit");
    work.commit().expect("committed");
    office.app.checkpoint().expect("signed");
    let conn = kernel::db::Conn::open_writer(&copy.path().join(DATABASE)).expect("opens");
    let found = ledger(&conn, copy.path(), &office.keys()).expect("reads").faults;
    assert!(found.iter().any(|fault| matches!(fault, Fault::Signed { what, .. } if what.contains("older database"))), "{found:?}");
    let keys = kernel::log::Keys { folder: office.keys(), entropy: [9; 32], is_demo: false, begins_anew: false };
    let log = kernel::log::Log::open(&conn, keys).expect("opens");
    assert_ne!(log.origin(), old);
    assert_eq!(log.reopened().map(|last| last.checkpoint.origin.clone()), Some(old));
}
