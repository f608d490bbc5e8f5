//! Bodies as they come: packed in three ways, in several encodings, damaged, hostile.

use std::io::Write;

use agents::body::{self, INFLATED_BYTES_MAX, JSON_DEPTH_MAX, Packing, XML_DEPTH_MAX};
use agents::{Message, Refused, Wire, read};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};

use crate::{FUSION, GLPI, fixture, report_of};

fn zlib(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

fn named(name: &str) -> String {
    format!(
        "<REQUEST><CONTENT><HARDWARE><NAME>{name}</NAME></HARDWARE></CONTENT>\
         <DEVICEID>d-2026-01-01-00-00-00</DEVICEID></REQUEST>"
    )
}

fn name_in(bytes: &[u8]) -> Option<String> {
    match read(bytes, &FUSION).expect("a report") {
        Message::Inventory(report) => report.sections.hardware.expect("hardware").name,
        other => panic!("{other:?}"),
    }
}

#[test]
fn all_packings_read_the_same() {
    let plain = fixture("fusion.xml");
    let text = body::open(&plain).expect("plain").text;
    let packed = [(Packing::Zlib, zlib(&plain, 1)), (Packing::Zlib, zlib(&plain, 6)), (Packing::Zlib, zlib(&plain, 9)), (Packing::Gzip, gzip(&plain))];
    for (packing, bytes) in packed {
        let opened = body::open(&bytes).expect("packed");
        assert_eq!(opened.packing, packing);
        assert_eq!(opened.wire, Wire::Xml);
        assert_eq!(opened.text, text);
    }
}

#[test]
fn the_hash_is_of_the_bytes_as_they_came() {
    // printf '{"action":"x"}' | sha256sum
    let opened = body::open(br#"{"action":"x"}"#).expect("open");
    let hex: String = opened.original_sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "bc5817caf683b04c0152efd3be1173390c63be3924fe9b280ff194fb88a68031");
}

#[test]
fn damaged_packing_is_refused() {
    let whole = zlib(&fixture("fusion.xml"), 6);
    for cut in [3, whole.len() / 2, whole.len() - 1] {
        assert_eq!(body::open(&whole[..cut]), Err(Refused::BrokenPacking { packing: "zlib" }));
    }
    let mut flipped = whole.clone();
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    assert_eq!(body::open(&flipped), Err(Refused::BrokenPacking { packing: "zlib" }));
    let cut = &gzip(b"<REQUEST/>")[..12];
    assert_eq!(body::open(cut), Err(Refused::BrokenPacking { packing: "gzip" }));
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let zeros = vec![0; INFLATED_BYTES_MAX + 1];
    assert_eq!(body::open(&gzip(&zeros)), Err(Refused::TooLarge));
    assert_eq!(body::open(&zlib(&zeros, 1)), Err(Refused::TooLarge));
    assert_eq!(body::open(&zeros), Err(Refused::TooLarge));
}

#[test]
fn nothing_and_junk_are_refused() {
    assert_eq!(body::open(b""), Err(Refused::Empty));
    assert_eq!(body::open(b" \r\n\0 "), Err(Refused::Empty));
    assert_eq!(body::open(&zlib(b"", 6)), Err(Refused::Empty));
    assert_eq!(body::open(b"hello"), Err(Refused::UnknownShape));
    assert_eq!(body::open(&[0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]), Err(Refused::UnknownShape));
    assert_eq!(body::open(b"xyz"), Err(Refused::UnknownShape));
}

#[test]
fn dtds_and_entities_are_refused() {
    let declarations = [
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!doctype REQUEST>",
        "<!ENTITY x \"y\">",
        "<?xml version=\"1.0\"?>\n<!DoCtYpE r SYSTEM \"http://198.51.100.1/x\">",
    ];
    for declaration in declarations {
        let body = format!("{declaration}{}", named("&x;"));
        assert_eq!(read(body.as_bytes(), &FUSION), Err(Refused::Dtd), "{declaration}");
    }
    assert_eq!(name_in(named("&x;").as_bytes()).as_deref(), Some("&x;"));
}

#[test]
fn encodings_are_told_by_the_bytes() {
    assert_eq!(name_in(named("Réseau").as_bytes()).as_deref(), Some("Réseau"));
    let latin = |text: &str| -> Vec<u8> { text.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect() };
    assert_eq!(name_in(&latin(&named("Réseau"))).as_deref(), Some("Réseau"));
    let declared = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{}", named("Réseau"));
    assert_eq!(name_in(&latin(&declared)).as_deref(), Some("Réseau"));
    assert_eq!(name_in(declared.as_bytes()).as_deref(), Some("Réseau"), "declared wrongly");
    let mut windows = named("KILA").into_bytes();
    let at = windows.windows(4).position(|w| w == b"KILA").expect("there");
    windows[at] = 0x80;
    assert_eq!(name_in(&windows).as_deref(), Some("€ILA"));
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let units = format!("\u{feff}{}", named("Zanzibar ✔"));
    let little: Vec<u8> = units.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(name_in(&little).as_deref(), Some("Zanzibar ✔"));
    assert_eq!(name_in(&big).as_deref(), Some("Zanzibar ✔"));
    let marked = format!("\u{feff}{}", named("UTF-8"));
    assert_eq!(name_in(marked.as_bytes()).as_deref(), Some("UTF-8"));
}

#[test]
fn one_foreign_byte_leaves_the_rest_utf_8() {
    let declared = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{}", named("✔ X"));
    let mut bytes = declared.into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'X').expect("there");
    let at = bytes[at + 1..].iter().position(|byte| *byte == b'X').map_or(at, |next| at + 1 + next);
    bytes[at] = 0xe9;
    assert_eq!(name_in(&bytes).as_deref(), Some("✔ é"));
}

#[test]
fn control_characters_go() {
    assert_eq!(name_in(named("A\u{1}B\u{0}C&#0;&#1;D").as_bytes()).as_deref(), Some("ABCD"));
    let json = "{\"deviceid\":\"d\",\"content\":{\"hardware\":{\"name\":\"A\\u0000B\nC\"}}}";
    let report = report_of(json, &GLPI);
    assert_eq!(report.sections.hardware.expect("hardware").name.as_deref(), Some("AB C"));
}

#[test]
fn nesting_has_an_end() {
    let deep = format!("<REQUEST>{}", "<A>".repeat(XML_DEPTH_MAX));
    assert_eq!(read(deep.as_bytes(), &FUSION), Err(Refused::XmlTooDeep));
    let million = "<A>".repeat(1_000_000);
    assert_eq!(read(million.as_bytes(), &FUSION), Err(Refused::XmlTooDeep));
    let deep = format!("{{\"a\":{}", "[".repeat(JSON_DEPTH_MAX));
    assert_eq!(read(deep.as_bytes(), &GLPI), Err(Refused::JsonTooDeep));
    let million = format!("{{\"a\":{}", "[".repeat(1_000_000));
    assert_eq!(read(million.as_bytes(), &GLPI), Err(Refused::JsonTooDeep));
}

#[test]
fn a_million_empty_elements_are_too_many() {
    let body = format!("<REQUEST>{}</REQUEST>", "<A/>".repeat(1_000_001));
    assert_eq!(read(body.as_bytes(), &FUSION), Err(Refused::TooMany));
    let body = format!("{{\"a\":[{}0]}}", "0,".repeat(1_000_001));
    assert_eq!(read(body.as_bytes(), &GLPI), Err(Refused::TooMany));
}

#[test]
fn broken_text_is_refused_with_its_place() {
    for body in ["<REQUEST><A>", "<REQUEST><A></B></REQUEST>", "<REQUEST"] {
        let refused = read(body.as_bytes(), &FUSION).expect_err("broken");
        assert!(matches!(refused, Refused::BrokenXml { .. }), "{body}: {refused}");
    }
    for body in ["{", "{\"a\":}", "{\"a\":1}}", "{'a':1}"] {
        let refused = read(body.as_bytes(), &GLPI).expect_err("broken");
        assert!(matches!(refused, Refused::BrokenJson { .. }), "{body}: {refused}");
    }
    assert_eq!(read(b"<REPLY/>", &FUSION), Err(Refused::NotARequest));
    assert_eq!(read(b"{}", &GLPI), Err(Refused::NotAnAction));
    let nameless = b"<REQUEST><QUERY>PROLOG</QUERY></REQUEST>";
    assert_eq!(read(nameless, &FUSION), Err(Refused::Incomplete { missing: "a DEVICEID" }));
}

#[test]
fn a_large_hostile_body_is_read_in_one_pass() {
    let values = "token=".repeat(300_000);
    let cards: String =
        (0..60_000u32).map(|at| format!("<NETWORKS><MACADDR>02:00:{:02x}:{:02x}:{:02x}:01</MACADDR></NETWORKS>", at >> 16, at >> 8 & 255, at & 255)).collect();
    let body = format!(
        "<REQUEST><CONTENT><HARDWARE><NAME>n</NAME><DNS>{values}</DNS></HARDWARE>{cards}</CONTENT>\
         <DEVICEID>d</DEVICEID></REQUEST>"
    );
    let report = report_of(&body, &FUSION);
    assert_eq!(report.sections.networks.expect("networks").len(), 60_000);
    assert!(report.evidence.rejected.len() <= 64);
}
