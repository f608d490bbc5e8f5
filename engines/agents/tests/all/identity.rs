//! Which machine a report is from: what is believed, and every row of the table in `compare`.

use agents::{Conflict, Evidence, Kind, Match, RejectedWhy, SameBy, compare, uuid_form};

use crate::{FUSION, GLPI, OCS, fixture, report, report_of};

fn conflict(what: Conflict) -> Match {
    Match::Conflict { what }
}

fn same(by: SameBy) -> Match {
    Match::Same { by }
}

/// Two pieces of evidence, each words and cards, and the verdict.
type Row = (&'static str, &'static [&'static str], &'static str, &'static [&'static str], Match);

const ONE: &str = "00:1b:21:00:00:01";
const TWO: &str = "00:1b:21:00:00:02";

/// `uuid serial model name agent device`, `-` for none; then cards.
fn evidence(words: &str, macs: &[&str]) -> Evidence {
    let words: Vec<_> = words.split(' ').map(|w| (w != "-").then(|| w.to_owned())).collect();
    let [system_uuid, serial, model, name, agent_uuid, device_id] = words.try_into().expect("six");
    Evidence { system_uuid, serial, model, name, agent_uuid, device_id, macs: macs.iter().map(|mac| (*mac).to_owned()).collect(), ..Evidence::default() }
}

#[test]
fn every_row_of_the_table() {
    let rows: [Row; 29] = [
        // 1
        ("u s m n - d", &[ONE], "u s m x - e", &[TWO], conflict(Conflict::ClonedImage)),
        ("u - - n - d", &[ONE], "u - - x - d", &[TWO], conflict(Conflict::ClonedImage)),
        // 2
        ("u s m n a d", &[ONE], "u s m x b e", &[ONE], same(SameBy::UuidAndSerial)),
        ("u s m n - d", &[ONE], "u S m n - d", &[TWO], same(SameBy::UuidAndSerial)),
        // 3, 4
        ("u s m n - d", &[ONE], "u t m n - d", &[TWO], conflict(Conflict::ClonedImage)),
        ("u s m n - d", &[ONE], "u t m n - d", &[ONE], conflict(Conflict::SerialChanged)),
        ("u s m n - d", &[ONE], "u t m n - d", &[], conflict(Conflict::SerialChanged)),
        // 5
        ("u s m n - d", &[ONE], "v s m n - d", &[TWO], conflict(Conflict::BoardExchanged)),
        // 6, and neither
        ("u s m n - -", &[], "v s k n - -", &[], conflict(Conflict::OneSerialTwoModels)),
        ("- s m n - -", &[ONE], "- s k x - -", &[ONE], conflict(Conflict::OneSerialTwoModels)),
        ("- s m n - -", &[ONE], "- s k x - -", &[TWO], Match::Different),
        // 7
        ("- s m n - -", &[ONE], "u s m x - -", &[TWO], same(SameBy::SerialAndModel)),
        // 8
        ("- s - n - -", &[], "- s m n - -", &[], same(SameBy::SerialAndMore)),
        ("- s - n - -", &[], "- s m x - -", &[], conflict(Conflict::SerialAlone)),
        // 9
        ("u - - n - -", &[ONE], "u s m x - -", &[ONE], same(SameBy::Uuid)),
        ("u - - n - -", &[ONE], "u s m n - -", &[TWO], same(SameBy::Uuid)),
        // 10, 11
        ("u s m n - d", &[ONE], "v t m n - d", &[TWO], conflict(Conflict::StrongDiffers)),
        ("u s m n - -", &[ONE], "v t m x - -", &[ONE], conflict(Conflict::StrongDiffers)),
        ("u s m n - -", &[ONE], "v t m n - -", &[TWO], Match::Different),
        // 12, 13
        ("- - - n - d", &[ONE], "- - - x - e", &[ONE], same(SameBy::Macs)),
        ("- - - n - -", &[ONE, TWO], "- - - n - -", &[ONE], same(SameBy::MacsAndName)),
        ("- - - n - -", &[ONE, TWO], "- - - x - -", &[ONE], conflict(Conflict::SharedCard)),
        // 14, 15
        ("- - - n - d", &[ONE], "- - - n - d", &[TWO], conflict(Conflict::ClonedAgent)),
        ("- - - n - d", &[ONE], "- - - n - e", &[TWO], Match::Different),
        // 16, 17, 18
        ("- - - n a d", &[ONE], "- - - x a e", &[], same(SameBy::AgentUuid)),
        ("- - - n a d", &[], "- - - n b d", &[], conflict(Conflict::ClonedAgent)),
        ("- - - n - d", &[], "- - - x - d", &[], same(SameBy::DeviceId)),
        // 19, 20
        ("- - - n - d", &[], "- - - N.ofisi.example - e", &[], conflict(Conflict::NameAlone)),
        ("- - - n - d", &[], "- - - x - e", &[], Match::Different),
    ];
    for (known, known_macs, new, new_macs, verdict) in rows {
        let (a, b) = (evidence(known, known_macs), evidence(new, new_macs));
        assert_eq!(compare(&a, &b), verdict, "{known} {known_macs:?} | {new} {new_macs:?}");
        assert_eq!(compare(&b, &a), verdict, "turned: {known} {known_macs:?} | {new} {new_macs:?}");
        if verdict != Match::Different {
            let keys = b.keys();
            assert!(a.keys().iter().any(|key| keys.contains(key)), "{known} | {new} share no key");
        }
    }
}

#[test]
fn a_guest_with_other_cards_is_a_copy_even_under_the_same_name() {
    let mut known = evidence("u s m n - d", &[ONE]);
    known.is_virtual = true;
    let new = evidence("u s m n - d", &[TWO]);
    assert_eq!(compare(&known, &new), conflict(Conflict::ClonedImage));
}

#[test]
fn a_rename_that_ocs_announces_is_followed() {
    let known = evidence("- - - n - d", &[]);
    let new = Evidence { old_device_id: Some("d".into()), ..evidence("- - - x - e", &[]) };
    assert_eq!(compare(&known, &new), same(SameBy::DeviceId));
}

#[test]
fn two_agents_on_one_machine_are_one_machine() {
    let fusion = report("fusion.xml", &FUSION).evidence;
    let ocs = report("ocs.xml", &OCS).evidence;
    assert_ne!(fusion.device_id, ocs.device_id);
    assert_eq!((&ocs.system_uuid, &ocs.serial), (&None, &None));
    assert_eq!(compare(&fusion, &ocs), same(SameBy::Macs));
}

#[test]
fn a_cloned_disk_is_two_machines_for_a_person_to_see() {
    let text = String::from_utf8(fixture("fusion.xml")).expect("text");
    let clone = text.replace("FIKRA0001X", "FIKRA0009Z").replace("AABBCCDDEE01", "AABBCCDDEE09").replace("00-1B-21-AA-BB-01", "00-1B-21-AA-BB-09");
    let (one, two) = (report_of(&text, &FUSION).evidence, report_of(&clone, &FUSION).evidence);
    assert_eq!(one.device_id, two.device_id);
    assert_eq!(compare(&one, &two), conflict(Conflict::StrongDiffers));
    assert_eq!(compare(&one, &report("glpi_full.json", &GLPI).evidence), Match::Different);
}

#[test]
fn both_byte_orders_of_a_uuid_are_one() {
    let (plain, swapped) = ("4c4c4544-0034-3010-8048-b6c04f503732", "44454C4C-3400-1030-8048-B6C04F503732");
    assert_eq!(uuid_form(plain), uuid_form(swapped));
    assert_ne!(uuid_form(plain), uuid_form("4c4c4544-0034-3010-8048-b6c04f503733"));
    assert_eq!(uuid_form("si uuid"), None);
}

fn machine(uuid: &str, serial: &str, vm_system: &str, cards: &str) -> Evidence {
    let body = format!(
        "<REQUEST><CONTENT><HARDWARE><NAME>localhost</NAME><UUID>{uuid}</UUID>\
         <VMSYSTEM>{vm_system}</VMSYSTEM></HARDWARE><BIOS><SSN>{serial}</SSN></BIOS>{cards}\
         </CONTENT><DEVICEID>foo</DEVICEID></REQUEST>"
    );
    report_of(&body, &FUSION).evidence
}

#[test]
fn what_makers_leave_behind_is_no_identity() {
    let serials = [
        "To Be Filled By O.E.M.",
        "Default string",
        "0123456789",
        "System Serial Number",
        "0",
        "00000000",
        "XXXXXXXX",
        "Not Applicable",
        "ABC",
        "1234567890",
        "............",
    ];
    for serial in serials {
        let evidence = machine("", serial, "Physical", "");
        assert_eq!(evidence.serial, None, "{serial}");
        assert!(evidence.rejected.iter().any(|r| r.what == Kind::Serial), "{serial} is not named");
    }
    let uuids = [
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "03000200-0400-0500-0006-000700080009",
        "00020003-0004-0005-0006-000700080009",
        "12345678-1234-5678-90AB-CDDEEFAABBCC",
        "FEFEFEFE-FEFE-FEFE-FEFE-FEFEFEFEFEFE",
    ];
    for uuid in uuids {
        let evidence = machine(uuid, "", "Physical", "");
        assert_eq!(evidence.system_uuid, None, "{uuid}");
        assert!(evidence.rejected.iter().any(|r| r.what == Kind::SystemUuid), "{uuid} is not named");
    }
    let evidence = machine("", "", "Physical", "");
    assert_eq!((evidence.name, evidence.device_id), (None, None), "localhost and foo are everywhere");
}

#[test]
fn only_cards_of_the_machine_itself_count() {
    let card = |name: &str, mac: &str, more: &str| format!("<NETWORKS><DESCRIPTION>{name}</DESCRIPTION><MACADDR>{mac}</MACADDR>{more}</NETWORKS>");
    let judge = |vm: &str, card: String| {
        let evidence = machine("", "", vm, &card);
        match evidence.macs.first() {
            Some(_) => None,
            None => evidence.rejected.iter().find(|r| r.what == Kind::Mac).map(|r| r.why),
        }
    };
    use RejectedWhy::{DockOrUsb, GroupAddress, NotAnAddress, OneCharacter, Randomised, VirtualCard};
    let physical = |name, mac, more| judge("Physical", card(name, mac, more));
    assert_eq!(physical("eth0", "00:1B:21:00:00:01", ""), None);
    assert_eq!(physical("Intel(R) Ethernet", "001b.2100.0001", ""), None);
    assert_eq!(physical("lo", "00:00:00:00:00:00", ""), Some(OneCharacter));
    assert_eq!(physical("docker0", "02:42:11:22:33:44", ""), Some(VirtualCard));
    assert_eq!(physical("VMware Virtual Ethernet Adapter", "00:50:56:c0:00:08", ""), Some(VirtualCard));
    assert_eq!(physical("TAP-Windows Adapter V9", "00:ff:3a:68:62:80", ""), Some(VirtualCard));
    let flagged = "<VIRTUALDEV>1</VIRTUALDEV>";
    let real = card("eth1", "00:1b:21:00:00:02", "<VIRTUALDEV>0</VIRTUALDEV>");
    let both = machine("", "", "Physical", &(card("x0", "00:1b:21:00:00:01", flagged) + &real));
    assert_eq!(both.macs, ["00:1b:21:00:00:02"]);
    assert_eq!(physical("en0", "00:1b:21:00:00:01", flagged), None, "macOS: all cards are flagged");
    assert_eq!(physical("enx", "00:e0:4c:68:01:db", ""), Some(DockOrUsb));
    assert_eq!(physical("eth2", "00:1b:21:00:00:03", "<DRIVER>r8152</DRIVER>"), Some(DockOrUsb));
    assert_eq!(physical("wlan0", "ae:ed:e7:56:9b:a0", "<TYPE>wifi</TYPE>"), Some(Randomised));
    assert_eq!(physical("eth3", "61:b5:99:e6:84:ea", ""), Some(GroupAddress));
    assert_eq!(physical("eth4", "si anwani", ""), Some(NotAnAddress));
    assert_eq!(physical("eth5", "52:54:00:12:34:56", ""), Some(VirtualCard));
    assert_eq!(judge("KVM", card("eth5", "52:54:00:12:34:56", "")), None, "a guest's own card");
    let virtio = "<DRIVER>virtio_net</DRIVER>";
    assert_eq!(physical("eth0", "02:fc:00:00:00:01", virtio), None, "OCS calls a guest physical that it cannot name");
    assert_eq!(judge("KVM", card("ifb0", "d6:95:7d:86:2f:82", "")), Some(VirtualCard));
    assert_eq!(judge("Docker", card("eth0", "02:42:ac:11:00:02", "")), Some(VirtualCard));
}
