//! Whichever way a list goes into the table, it shows what the reader's rights and the filters allow, no more and no less, in order, and counts
//! it right. Held against the plainest reading there is: every record, asked one by one. A few hundred requests are
//! asked on every run; `cargo test -p benches -- --ignored` asks thousands, enough for each way to be taken, and takes minutes.

use desk::clock::Urgency;
use desk::request::{CATEGORIES, Request, STATES, State};
use kernel::class::Class;
use kernel::id::Id;
use kernel::list::{Asked, COUNTED, how_many, list};
use kernel::permission::Role;
use kernel::record::Head;
use kernel::seed::Seed;
use std::collections::BTreeSet;
use testkit::{Office, Someone};

const FEW: usize = 600;
/// Half of them are more than a list is entered by, so that the widest reader's way is the list's own order; of a common word there are more than
/// are counted.
const MANY: usize = 9_000;
const A_CHANGE: usize = 300;

/// Half of the requests are one person's, a tenth another's, the rest many people's; three units, four classes, all states.
fn fill(office: &Office, people: &[&Someone], units: &[Id], requests: usize) {
    let program = office.app.itself(kernel::change::Via::Command, "");
    let mut seed = Seed::new(4);
    for from in (0..requests).step_by(A_CHANGE) {
        let mut work = program.work("request.open").expect("work");
        for n in from..from + A_CHANGE {
            let requester = match seed.below(10) {
                0..5 => people[0].id,
                5 => people[1].id,
                _ => people[2 + seed.below(people.len() as u64 - 2) as usize].id,
            };
            let class = *seed.pick(&[Class::Open, Class::Internal, Class::Internal, Class::Confidential, Class::Secret]);
            let state = [State::New, State::Assigned, State::Waiting, State::Resolved, State::Closed, State::Withdrawn][seed.weighted(&[4, 8, 2, 2, 83, 1])];
            work.make(Request {
                head: Head { site: Some(office.site), class, ..Head::default() },
                subject: format!("{} namba {n}", if seed.chance(30) { "Printa" } else { "Kompyuta" }),
                kind: "incident".into(),
                category: Some((*seed.pick(CATEGORIES)).into()),
                urgency: Urgency::Normal,
                channel: "self".into(),
                requester,
                unit: Some(*seed.pick(units)),
                state,
                assignee: seed.chance(60).then(|| people[seed.below(3) as usize].id),
                due_at: seed.chance(80).then(|| office.app.now() + seed.below(1_000) as i64 - 500),
                ..Request::default()
            })
            .expect("made");
        }
        work.commit().expect("committed");
    }
}

fn asked(person: &Someone, query: &str) -> Asked {
    let view = person.actor().view().expect("a view");
    let pairs: Vec<(String, String)> = query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect();
    Asked::read(view.kind("request").expect("requests"), &pairs).expect("readable")
}

/// The ids of every page, first to last.
fn walked(person: &Someone, query: &str) -> Vec<Id> {
    let view = person.actor().view().expect("a view");
    let mut asked = Asked { limit: 400, ..asked(person, query) };
    let mut ids = Vec::new();
    loop {
        let page = list(&view, "request", &asked).expect("a page");
        ids.extend(page.rows.iter().map(|stored| stored.head.id));
        match page.next {
            Some(next) => asked.after = Some(next),
            None => return ids,
        }
    }
}

/// What a person sees, by asking of every record.
fn seen(person: &Someone) -> Vec<Request> {
    let view = person.actor().view().expect("a view");
    let all: Vec<Request> = view.all("1", &[]).expect("all");
    all.into_iter().filter(|request| view.may("request.see", request)).collect()
}

/// The same as `walked`, by asking of every record that is seen whether it fits.
fn plainly(person: &Someone, seen: &[Request], query: &str) -> BTreeSet<Id> {
    let fits = |request: &Request, name: &str, value: &str| match name {
        "q" => request.subject.to_lowercase().split(' ').any(|word| word == value),
        "state" => value.split(',').any(|state| request.state.name() == state),
        "category" => request.category.as_deref() == Some(value),
        "class" => request.head.class.name() == value,
        "unit" => request.unit.map(|unit| unit.to_string()).as_deref() == Some(value),
        "requester" => request.requester == person.id,
        "assignee" if value == "none" => request.assignee.is_none(),
        "assignee" => request.assignee == Some(person.id),
        "due_at" => request.due_at.is_some_and(|due| due < person.office.app.now()),
        _ => true,
    };
    seen.iter()
        .filter(|request| query.split('&').filter_map(|pair| pair.split_once('=')).all(|(name, value)| fits(request, name, value)))
        .map(|request| request.head.id)
        .collect()
}

#[test]
fn every_way_into_a_list_shows_what_the_rights_allow() {
    lists_show_what_the_rights_allow(FEW);
}

#[test]
#[ignore = "minutes; for whoever changes how a list is entered"]
fn every_way_into_a_long_list_shows_what_the_rights_allow() {
    lists_show_what_the_rights_allow(MANY);
}

fn lists_show_what_the_rights_allow(requests: usize) {
    let office = Office::open(vec![desk::domain()]);
    let units = [office.unit, office.make_unit("Idara ya Mashtaka"), office.make_unit("Masjala")];
    let much = office.person_of("Asha Juma Ali", &[Role::Staff], units[1]);
    let some = office.person_of("Fatma Haji Ussi", &[Role::Staff, Role::DepartmentHead], units[2]);
    let officer = office.person_of("Saleh Pandu Silima", &[Role::Staff, Role::Officer], units[0]);
    let little = office.person_of("Omar Faki Kombo", &[Role::Staff], units[1]);
    let head = office.person_of("Khamis Vuai Machano", &[Role::Staff, Role::Officer, Role::Head], units[0]);
    let nothing = office.person_of("Mwana Isha Said", &[Role::Staff], units[1]);
    fill(&office, &[&much, &some, &officer, &little, &head], &units, requests);
    let by_unit = format!("unit={}", units[1]);
    let queries = [
        "",
        "sort=made_at",
        "sort=-due_at",
        "sort=due_at",
        "sort=subject",
        "state=new,assigned,waiting",
        "state=closed",
        "state=closed&sort=-due_at",
        "category=printer",
        "class=secret",
        "class=confidential&state=closed",
        "requester=me",
        "requester=me&state=new",
        "assignee=me&state=new,assigned",
        "assignee=none&state=new",
        "assignee=none",
        "due_at=past&state=new,assigned&sort=due_at",
        &by_unit,
        "state=waiting&category=email",
        "class=open&requester=me",
    ];
    for person in [&much, &some, &officer, &little, &head, &nothing] {
        let seen = seen(person);
        for query in queries {
            let (walked, plain) = (walked(person, query), plainly(person, &seen, query));
            let set: BTreeSet<Id> = walked.iter().copied().collect();
            assert_eq!(set.len(), walked.len(), "{query} shows a record twice");
            assert_eq!(set, plain, "{} with {query:?}", person.actor().person.name);
            let view = person.actor().view().expect("a view");
            let counted = how_many(&view, "request", &asked(person, query)).expect("a count");
            assert_eq!(counted, (plain.len() as i64).min(COUNTED + 1), "{query:?} is counted wrong");
            let total = list(&view, "request", &asked(person, query)).expect("a page").total;
            assert_eq!(total, counted, "{query:?} tells another total");
        }
    }
    assert!(seen(&nothing).is_empty() && seen(&head).len() > requests * 8 / 9, "the roles are too much alike to tell anything");
    assert_eq!(STATES.len(), 6);
}

#[test]
fn words_find_within_the_rights_and_the_filters() {
    words_find_what_the_rights_allow(FEW);
}

#[test]
#[ignore = "minutes; for whoever changes how a list is entered"]
fn words_find_among_many_within_the_rights_and_the_filters() {
    words_find_what_the_rights_allow(MANY);
}

fn words_find_what_the_rights_allow(requests: usize) {
    let office = Office::open(vec![desk::domain()]);
    let units = [office.unit, office.make_unit("Masjala")];
    let much = office.person_of("Asha Juma Ali", &[Role::Staff], units[1]);
    let some = office.person_of("Fatma Haji Ussi", &[Role::Staff, Role::DepartmentHead], units[1]);
    let little = office.person_of("Omar Faki Kombo", &[Role::Staff], units[1]);
    fill(&office, &[&much, &some, &little], &units, requests);
    let readers = [&much, &some, &little].map(|person| (person, seen(person)));
    for query in ["q=printa&state=new", "q=printa&class=secret", "q=printa&category=email&sort=due_at", "q=hakuna", "q=kompyuta&requester=me&state=waiting"] {
        for (person, seen) in &readers {
            let (walked, plain) = (walked(person, query), plainly(person, seen, query));
            let set: BTreeSet<Id> = walked.into_iter().collect();
            // Of a common word the newest thousand are looked through.
            assert!(set.is_subset(&plain), "{query} shows what it may not");
            let found = plainly(person, seen, query.split('&').next().unwrap_or_default()).len() as i64;
            assert!(found > COUNTED || set == plain, "{query} leaves something out");
        }
    }
    assert!(!plainly(&little, &seen(&little), "q=printa").is_empty());
}
