//! Whoever reads a secret leaves a trace, also through the JSON API and with a token that may write nothing else.

use kernel::change::Via;
use kernel::class::Class;
use kernel::permission::Role;
use kernel::record::Head;
use testkit::{Office, Person};

#[test]
fn a_secret_read_through_the_api_is_a_look() {
    let office = Office::open(vec![]);
    let head = office.person("Mwanaidi Omar Said", &[Role::Head]);
    let mut work = office.app.itself(Via::Command, "").work("person.enter").expect("work");
    let secret = Person {
        head: Head { class: Class::Secret, ..Head::default() },
        name: "Shahidi wa Siri".into(),
        language: "sw".into(),
        state: "active".into(),
        ..Person::default()
    };
    let id = work.make(secret).expect("made").head.id;
    work.commit().expect("committed");
    let before = office.changes();
    let page = head.gets("/api/v1/person?limit=500").is(200);
    let shown = page.text().contains("Shahidi wa Siri");
    assert_eq!(office.changes() - before, i64::from(shown), "shown without a trace, or a trace of nothing");
    let reader = head.actor().read_only();
    let stored = reader.view().expect("a view").find_stored("person", &id.to_string());
    if let Ok(stored) = stored {
        kernel::look::at_all(&reader, kernel::look::secret([&stored])).expect("a reader's look is written");
    }
    office.is_sound();
}

#[test]
fn more_readers_than_snapshots_are_all_answered() {
    let office = Office::open(vec![]);
    let head = office.person("Mwanaidi Omar Said", &[Role::Head]);
    std::thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| head.gets("/api/v1/person").is(200));
        }
    });
}
