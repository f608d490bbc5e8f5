//! What the invented park must hold: unique marks, old and new systems, reports that read as real ones.

use std::collections::HashSet;

use super::programs::program;
use super::*;

/// 24 November 2026.
const TODAY: i32 = 20_781;

fn places() -> Vec<Place> {
    let trades = [Trade::Prosecutor, Trade::Prosecutor, Trade::Registry, Trade::Accounts, Trade::Other, Trade::Ict];
    let holder = |person: usize| Holder {
        person,
        room: format!("Chumba {}", person % 9),
        login: format!("mtu{person}"),
        senior: person.is_multiple_of(6),
        trade: trades[person % trades.len()],
    };
    let rooms = ["Mapokezi", "Masjala", "Chumba cha seva", "Chumba 1", "Stoo"].map(str::to_owned).to_vec();
    let place = |code: &str, island, net, people: std::ops::Range<usize>| Place {
        code: code.to_owned(),
        island,
        network: format!("10.20.{net}"),
        rooms: rooms.clone(),
        holders: people.map(holder).collect(),
    };
    vec![place("HQ", 'U', 1, 0..140), place("PBA", 'P', 20, 140..160), place("MM", 'U', 2, 160..190), place("KP", 'P', 21, 190..240)]
}

fn demo() -> Vec<DemoDevice> {
    park(1, &places(), TODAY)
}

#[test]
fn the_same_seed_buys_the_same_park() {
    assert_eq!(demo(), demo());
    assert_ne!(demo(), park(2, &places(), TODAY));
}

#[test]
fn names_tags_addresses_and_serials_are_nobody_elses() {
    let park = demo();
    assert_eq!(park.len(), 400);
    let different = |of: fn(&DemoDevice) -> Option<String>| {
        let all: Vec<String> = park.iter().filter_map(of).collect();
        (all.iter().collect::<HashSet<_>>().len(), all.len())
    };
    let same = |(different, all): (usize, usize)| assert_eq!(different, all);
    same(different(|device| Some(device.name.clone())));
    same(different(|device| Some(device.asset_tag.clone())));
    same(different(|device| device.address.clone()));
    same(different(|device| device.macs.first().cloned()));
    same(different(|device| (device.serial != marks::PLACEHOLDER_SERIAL).then(|| device.serial.clone())));
    assert!(park.iter().all(|device| device.name.len() <= 15), "Windows cuts names after 15 letters");
}

#[test]
fn old_and_new_systems_stand_side_by_side_and_hold_30_to_90_programs() {
    let park = demo();
    let systems: HashSet<&str> = park.iter().filter_map(|device| device.machine.as_ref()).map(Machine::system_name).collect();
    for name in ["Windows 7", "Windows 8.1", "Windows 10", "Windows 11", "Server 2019"] {
        assert!(systems.iter().any(|system| system.contains(name)), "no {name} in {systems:?}");
    }
    for device in park.iter().filter(|device| device.sort.is_computer()) {
        let count = report_xml(device, 0, TODAY).matches("<SOFTWARES>").count();
        assert!((30..=90).contains(&count), "{} has {count} programs", device.name);
    }
}

#[test]
fn the_list_of_programs_is_long_and_names_nothing_twice() {
    let names: HashSet<&str> = (0..PROGRAM_COUNT).map(|number| program(number).name).collect();
    assert_eq!(names.len(), PROGRAM_COUNT);
    assert!((240..=280).contains(&PROGRAM_COUNT), "{PROGRAM_COUNT} programs");
    assert!((0..PROGRAM_COUNT).all(|number| !program(number).versions.is_empty()));
}

#[test]
fn a_report_is_the_same_again_and_different_a_few_months_later() {
    let park = demo();
    let device = park.iter().find(|device| device.sort == Sort::Laptop).expect("a laptop");
    assert_eq!(report_xml(device, 3, TODAY - 600), report_xml(device, 3, TODAY - 600));
    let changed = park.iter().filter(|device| device.sort.is_computer()).filter(|device| report_xml(device, 2, TODAY) != report_xml(device, 14, TODAY)).count();
    assert!(changed > 200, "{changed} machines changed within a year");
}

#[test]
fn a_report_is_balanced_xml_that_names_the_machine() {
    let park = demo();
    for device in park.iter().filter(|device| device.sort.is_computer()) {
        let xml = report_xml(device, 5, TODAY);
        let mut open: Vec<&str> = Vec::new();
        for line in xml.lines().skip(1).map(str::trim) {
            let name = line.trim_start_matches(['<', '/']).split('>').next().unwrap_or_default();
            if line.starts_with("</") {
                assert_eq!(open.pop(), Some(name), "{line}");
            } else if !line.ends_with(&format!("</{name}>")) {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{open:?} never end");
        assert!(xml.contains(&format!("<NAME>{}</NAME>", device.name)) && xml.contains("<QUERY>INVENTORY</QUERY>"));
    }
    let printer = park.iter().find(|device| device.sort == Sort::Printer).expect("a printer");
    assert_eq!(report_xml(printer, 0, TODAY), "");
    assert!(printer_json(printer, 4, TODAY).contains(&printer.serial));
}

#[test]
fn one_image_was_cloned_and_seniors_hold_the_laptops() {
    let park = demo();
    let ids: Vec<&String> = park.iter().filter_map(|device| device.machine.as_ref()).map(|machine| &machine.device_id).collect();
    assert_eq!(ids.len() - ids.iter().collect::<HashSet<_>>().len(), 1);
    let held = park.iter().filter(|device| device.sort == Sort::Laptop).filter_map(|device| device.holder);
    let seniors = held.filter(|person| person.is_multiple_of(6)).count();
    assert!(seniors >= 35, "{seniors} seniors with a laptop");
    assert!(park.iter().all(|device| device.bought_day < TODAY && device.price_tzs >= 100_000));
}
