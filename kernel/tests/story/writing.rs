//! Changes go in whole, in order, once, and only from the newest state.

use kernel::change::Via;
use kernel::problem::Problem;
use testkit::{Office, Person, Unit};

fn unit(office: &Office, name: &str) -> Unit {
    let mut work = office.app.itself(Via::Command, "").work("unit.make").expect("work");
    let unit = work.make(Unit { name: name.into(), ..Unit::default() }).expect("a unit");
    work.commit().expect("committed");
    unit
}

#[test]
fn a_stale_save_is_refused_and_nothing_of_it_is_kept() {
    let office = Office::open(vec![]);
    let masjala = unit(&office, "Masjala");
    let rename = |name: &str| {
        let mut work = office.app.itself(Via::Command, "").work("unit.rename")?;
        work.save(&masjala, Unit { name: name.into(), ..masjala.clone() })?;
        work.commit()
    };
    rename("Masjala Kuu").expect("the first save");
    let changes = office.changes();
    assert!(matches!(rename("Masjala Ndogo"), Err(Problem::Stale { .. })));
    assert_eq!(office.changes(), changes);
    office.is_sound();
}

#[test]
fn a_taken_login_is_told_by_its_field() {
    let office = Office::open(vec![]);
    office.person("Asha Juma Khamis", &[]);
    let mut work = office.app.itself(Via::Command, "").work("person.enter").expect("work");
    let twin =
        Person { name: "Asha wa Pili".into(), login: Some("asha.juma.khamis".into()), state: "active".into(), language: "sw".into(), ..Person::default() };
    work.make(twin).expect("buffered");
    match work.commit() {
        Err(Problem::Fields(fields)) => assert_eq!(fields[0].field, "login"),
        other => panic!("{other:?}"),
    }
    office.is_sound();
}

#[test]
fn many_write_at_once_and_each_gets_its_own_place() {
    let office = Office::open(vec![]);
    let before = office.changes();
    let seqs: Vec<i64> = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..16)
            .map(|hand| {
                let app = office.app.clone();
                scope.spawn(move || {
                    (0..25)
                        .map(|n| {
                            let mut work = app.itself(Via::Command, "").work("unit.make").expect("work");
                            work.make(Unit { name: format!("Kitengo {hand}-{n}"), ..Unit::default() }).expect("a unit");
                            work.commit().expect("committed").seq
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().expect("a hand ends")).collect()
    });
    let mut sorted = seqs.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), 400, "a place was given twice");
    assert_eq!((sorted[0], office.changes()), (before, before + 400));
    office.is_sound();
}

#[test]
fn an_empty_work_writes_nothing() {
    let office = Office::open(vec![]);
    let masjala = unit(&office, "Masjala");
    let changes = office.changes();
    let mut work = office.app.itself(Via::Command, "").work("unit.rename").expect("work");
    work.save(&masjala, masjala.clone()).expect("the same");
    work.commit().expect("nothing to do");
    assert_eq!(office.changes(), changes);
}

#[test]
fn a_name_is_found_in_any_spelling_and_by_a_part() {
    let office = Office::open(vec![]);
    office.person("Moh'd Muhammad Ussi", &[]);
    let asha = office.person("Asha Juma Khamis", &[]);
    let view = asha.actor().view().expect("a view");
    for words in ["mohamed ussi", "MOHAMMED", "uss"] {
        let hits = kernel::search::find(&view, words, &["person"], 10).expect("found");
        assert_eq!(hits.len(), 1, "{words}");
        assert_eq!(hits[0].title, "Moh'd Muhammad Ussi");
    }
    for hostile in ["\"", "' OR 1=1 --", "near:(", "* AND", "NOT", "{name}", "^"] {
        kernel::search::find(&view, hostile, &[], 10).expect("a question is never an error");
    }
}

#[test]
fn a_full_disk_loses_nothing_and_the_office_goes_on_when_there_is_room() {
    let office = Office::open(vec![]);
    let limit = |pages: &'static str| office.app.writer.note(move |conn| conn.batch(&format!("PRAGMA max_page_count = {pages}"))).expect("a pragma");
    let make = |n: usize| {
        let mut work = office.app.itself(Via::Command, "").work("unit.make")?;
        work.make(Unit { name: format!("Kitengo {n}"), name_en: Some("x".repeat(400)), ..Unit::default() })?;
        work.commit()
    };
    limit("1");
    let mut acknowledged = Vec::new();
    let mut refused = 0;
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..8).map(|hand| scope.spawn(move || (0..60).map(|n| make(hand * 100 + n)).collect::<Vec<_>>())).collect();
        for answer in hands.into_iter().flat_map(|hand| hand.join().expect("a hand ends")) {
            match answer {
                Ok(committed) => acknowledged.push(committed.seq),
                Err(Problem::Store(_)) => refused += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
    });
    assert!(refused > 0, "the disk was never full");
    limit("1000000");
    make(1).expect("there is room again");
    let kept = office.app.readers.snapshot().expect("reads").rows("SELECT seq FROM ledger_change ORDER BY seq", &[], |row| row.int("seq")).expect("reads");
    assert_eq!(kept, (0..office.changes()).collect::<Vec<_>>(), "the ledger has a hole");
    assert!(acknowledged.iter().all(|seq| kept.contains(seq)), "an acknowledged change is lost");
    office.is_sound();
}

#[test]
fn two_programs_never_write_one_office() {
    let office = Office::open(vec![]);
    let again = kernel::app::App::open(kernel::app::Opening {
        data: &office.app.data,
        keys: kernel::log::Keys { folder: office.keys(), entropy: [7; 32], is_demo: false, begins_anew: false },
        clock: kernel::app::Clock::System,
        chance: kernel::app::Chance::System,
        domains: vec![],
        secure: false,
        in_a_hurry: false,
        words: &[kernel::words()],
    });
    assert!(matches!(again, Err(Problem::Store(said)) if said.contains("another program")));
}
