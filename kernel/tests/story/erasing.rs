//! A lawful order takes values away for good, and every proof still holds.

use kernel::app::DATABASE;
use kernel::change::Via;
use kernel::problem::Problem;
use testkit::{Office, Person};

const SECRET_NUMBER: &str = "0777-314159";

#[test]
fn what_was_erased_is_nowhere_and_all_is_still_proved() {
    let office = Office::open(vec![]);
    let juma = office.person("Juma Khatib Ali", &[]);
    let name = juma.id.to_string();
    for phone in [SECRET_NUMBER, "0777-000000"] {
        let mut work = office.app.itself(Via::Command, "").work("person.edit").expect("work");
        let known: Person = work.find(&name).expect("found");
        work.save(&known, Person { phone: Some(phone.into()), ..known.clone() }).expect("saved");
        work.commit().expect("committed");
    }
    office.is_sound();
    let mut work = office.app.itself(Via::Command, "").work("erasure.order").expect("work");
    kernel::erasure::erase(&mut work, "person", &name, &["phone".into()], "Mahkama Kuu, kesi ya mfano 1/2026", "Amri").expect("ordered");
    work.commit().expect("committed");
    office.is_sound();
    office.app.end();
    let bytes = std::fs::read(office.app.data.join(DATABASE)).expect("reads");
    let needle = SECRET_NUMBER.as_bytes();
    assert!(!bytes.windows(needle.len()).any(|window| window == needle), "the number still stands in the database");
}

#[test]
fn nobody_erases_without_the_right_or_an_authority() {
    let office = Office::open(vec![]);
    let asha = office.person("Asha Juma Khamis", &[]);
    let erase = |actor: kernel::actor::Actor, authority: &str| {
        let mut work = actor.work("erasure.order")?;
        kernel::erasure::erase(&mut work, "person", &asha.id.to_string(), &["phone".into()], authority, "").map(|_| ())
    };
    assert!(matches!(erase(asha.actor(), "Mimi"), Err(Problem::Forbidden { .. })));
    assert!(matches!(erase(office.app.itself(Via::Command, ""), " "), Err(Problem::Fields(_))));
}

#[test]
fn a_required_field_may_be_erased_and_the_record_still_reads() {
    let office = Office::open(vec![]);
    let juma = office.person("Juma Khatib Ali", &[]);
    let name = juma.id.to_string();
    let mut work = office.app.itself(Via::Command, "").work("erasure.order").expect("work");
    kernel::erasure::erase(&mut work, "person", &name, &["name".into()], "Mahkama Kuu, mfano", "Amri").expect("ordered");
    work.commit().expect("committed");
    let mut work = office.app.itself(Via::Command, "").work("person.edit").expect("work");
    let known: Person = work.find(&name).expect("still found");
    assert_eq!((known.name.as_str(), known.head.erased.as_str()), ("", "name"));
    work.save(&known, Person { phone: Some("0777-1".into()), ..known.clone() }).expect("and still kept up");
    work.commit().expect("committed");
    office.is_sound();
}
