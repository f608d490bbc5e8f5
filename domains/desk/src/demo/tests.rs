//! What the planned requests must hold: order, office hours, a believable pile, words without gaps.

use std::collections::{HashMap, HashSet};

use super::*;

/// Tuesday, 24 November 2026, 10:40.
const NOW: Minute = Minute(20_781 * 1_440 + 640);

fn scene(how_many: usize) -> Scene {
    let asker = |person| Asker { person, island: if person % 5 == 0 { 'P' } else { 'U' }, room: format!("Chumba {person}") };
    let seat = |person, island| OfficerSeat { person, island };
    Scene {
        askers: (100..340).map(asker).collect(),
        officers: vec![seat(1, 'U'), seat(2, 'U'), seat(3, 'U'), seat(4, 'P')],
        guest: Some(17),
        from_day: NOW.day() - 730,
        now: NOW,
        closed: vec![NOW.day() - 300, NOW.day() - 299],
        how_many,
    }
}

fn is_open(request: &PlannedRequest) -> bool {
    !matches!(request.stage, Stage::Closed | Stage::Withdrawn)
}

#[test]
fn every_sort_of_request_is_told_completely() {
    let all = templates::all();
    assert!((78..=90).contains(&all.len()), "{} templates", all.len());
    let keys: HashSet<&str> = all.iter().map(|template| template.key).collect();
    assert_eq!(keys.len(), all.len());
    for template in &all {
        let told = [template.subject, template.description, template.found, template.done];
        assert!(told.iter().all(|text| !text.is_empty()), "{}", template.key);
        let texts = told.join(" ");
        assert!(template.about.is_some() || !texts.contains("{device}"), "{} names a device it has not", template.key);
        assert!(template.hearing || !texts.contains("{hour}"), "{} names an hour it has not", template.key);
    }
    let weight =
        |english: bool| -> u32 { all.iter().filter(|template| (template.language == Language::English) == english).map(|template| template.weight).sum() };
    let share = weight(true) * 100 / (weight(true) + weight(false));
    assert!((10..=20).contains(&share), "{share} % in English");
}

#[test]
fn the_same_seed_plans_the_same_requests() {
    assert_eq!(plan(5, &scene(120)), plan(5, &scene(120)));
    assert_ne!(plan(5, &scene(120)), plan(6, &scene(120)));
}

#[test]
fn everything_happens_in_order_inside_office_hours_and_before_now() {
    let hours = Hours::new(&scene(0).closed);
    for request in plan(1, &scene(1_500)) {
        let key = request.template.key;
        assert!(request.asked_at <= request.entered_at && request.entered_at <= NOW, "{key}");
        let mut before = request.entered_at;
        for step in &request.steps {
            assert!(step.at >= before && step.at <= NOW, "{key}: {step:?} after {before:?}");
            assert!(hours.is_open(step.at.day()), "{key}: {step:?}");
            assert!((Hours::OPENS..=Hours::CLOSES).contains(&step.at.of_day()), "{key}: {step:?}");
            before = step.at;
        }
    }
}

#[test]
fn most_is_closed_and_a_believable_pile_is_open() {
    let planned = plan(1, &scene(1_500));
    assert_eq!(planned.len(), 1_500);
    let open: Vec<&PlannedRequest> = planned.iter().filter(|request| is_open(request)).collect();
    assert!((20..=30).contains(&open.len()), "{} open", open.len());
    let urgent = open.iter().filter(|request| request.hearing.is_some_and(|hearing| hearing.at > NOW)).count();
    assert_eq!(urgent, 3);
    let old = open.iter().filter(|request| NOW.day() - request.asked_at.day() > 4).count();
    assert!((3..=12).contains(&old), "{old} old ones");
    let guest = scene(0).askers[17].person;
    assert!(open.iter().filter(|request| request.asker == guest).count() >= 3);
}

#[test]
fn the_verbs_come_in_an_order_that_the_desk_allows() {
    for request in plan(2, &scene(1_500)) {
        let mut stage = Stage::New;
        for step in &request.steps {
            stage = match (&step.act, stage) {
                (Act::Comment { .. }, Stage::Assigned) => Stage::InProgress,
                (Act::Comment { .. }, stage) => stage,
                (Act::Assign { .. }, Stage::New) => Stage::Assigned,
                (Act::Wait { .. }, Stage::Assigned | Stage::InProgress) => Stage::Waiting,
                (Act::Resume, Stage::Waiting) | (Act::Reopen { .. }, Stage::Resolved) => Stage::InProgress,
                (Act::Resolve { .. }, Stage::Assigned | Stage::InProgress) => Stage::Resolved,
                (Act::Confirm { .. }, Stage::Resolved) => Stage::Closed,
                (Act::Withdraw { .. }, Stage::New) => Stage::Withdrawn,
                (act, stage) => panic!("{}: {act:?} while {stage:?}", request.template.key),
            };
        }
        assert_eq!(stage, request.stage, "{}", request.template.key);
    }
}

#[test]
fn fridays_are_quiet_court_weeks_busy_and_only_the_device_is_left_to_fill() {
    let planned = plan(3, &scene(1_500));
    let mut by_weekday: HashMap<i32, usize> = HashMap::new();
    for request in &planned {
        *by_weekday.entry((request.asked_at.day() + 3).rem_euclid(7)).or_default() += 1;
        let texts = [&request.subject, &request.description];
        assert!(texts.iter().all(|text| !text.replace("{device}", "").contains('{')), "{}", request.template.key);
    }
    assert!(by_weekday[&4] * 4 < by_weekday[&0] * 3, "{by_weekday:?}");
    assert!(!by_weekday.contains_key(&5) && !by_weekday.contains_key(&6), "{by_weekday:?}");
}

#[test]
fn the_moments_play_in_order_with_each_entry_first() {
    let planned = plan(4, &scene(200));
    let moments = in_order(&planned);
    assert_eq!(moments.len(), planned.len() + planned.iter().map(|request| request.steps.len()).sum::<usize>());
    assert!(moments.windows(2).all(|pair| pair[0].at <= pair[1].at));
    let mut entered = HashSet::new();
    for moment in moments {
        match moment.step {
            None => assert!(entered.insert(moment.request)),
            Some(_) => assert!(entered.contains(&moment.request)),
        }
    }
}

#[test]
fn a_demo_opened_on_a_sunday_night_still_works() {
    let scene = Scene { now: Minute::at(NOW.day() - 2, 23 * 60), ..scene(300) };
    let planned = plan(1, &scene);
    assert_eq!(planned.len(), 300);
    assert!(planned.iter().all(|request| request.steps.iter().all(|step| step.at <= scene.now)));
}
