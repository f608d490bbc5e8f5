//! The first morning: the office's own register comes in, every bad row named, and the machines in it are known again when they report.

use crate::office::{Office, encoded};
use axum::http::StatusCode;

const REGISTER: &str = "\u{feff}REJISTA YA VIFAA 2026;;;;;;\n\
    Namba ya mali;Aina;Maelezo ya kifaa;Serial No;Anayekitumia;Tarehe ya ununuzi;Bei (TZS)\n\
    DPP-0001;Laptop;HP ProBook;5CD2471QZK;Asha Juma Haji;01/07/2025;2,400,000/=\n\
    DPP-0002;Gari;Toyota;;;;\n\
    DPP-0003;Printa;HP LaserJet;CN-77;Hayupo Kabisa;31/02/2025;nyingi\n\
    ;Swichi;Cisco;;;;\n\
    DPP-0001;Laptop;Nakala;;;;\n\
    '=DPP-6;UPS;APC;AP-6;;2019;\n";

async fn keep(office: &Office, name: &str, bytes: &[u8]) -> String {
    office.upload(&office.juma, "/device/import", "file", name, bytes).await.location()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_row_is_named_before_anything_is_written() {
    let office = Office::open();
    let kept = keep(&office, "rejista.csv", REGISTER.as_bytes()).await;
    assert_eq!(office.get(&office.asha, &kept).await.status, StatusCode::NOT_FOUND);
    let mapping = office.get(&office.juma, &kept).await.text();
    for guessed in
        ["value=\"tag\" selected", "value=\"serial\" selected", "value=\"holder\" selected", "value=\"bought_on\" selected", "value=\"price_tzs\" selected"]
    {
        assert!(mapping.contains(guessed), "{guessed}");
    }
    let chosen = [("c0", "tag"), ("c1", "kind"), ("c2", "name"), ("c3", "serial"), ("c4", "holder"), ("c5", "bought_on"), ("c6", "price_tzs")];
    let without_key = office.post(&office.juma, &format!("{kept}/check"), &[("c1", "kind")]).await;
    assert!(without_key.text().contains("Chagua ni safu ipi"));
    let tried = office.post(&office.juma, &format!("{kept}/check"), &chosen).await.text();
    for told in ["Gari", "Aina hii ya kifaa haijulikani", "Hayupo Kabisa", "Hakuna mtumishi", "31/02/2025", "nyingi", "hauna namba ya mali", "mara mbili"] {
        assert!(tried.contains(told), "{told} in {tried}");
    }
    assert!(tried.contains("Andika vifaa 2 na uache mistari yenye makosa (4)"));
    assert_eq!(office.count("SELECT count(*) FROM rec_device"), 0, "a dry run writes nothing");

    assert!(office.post(&office.juma, &format!("{kept}/write"), &chosen).await.location().contains("device-imported"));
    assert_eq!(office.count("SELECT count(*) FROM rec_device"), 2);
    let device = &office.devices("5CD2471QZK").await[0];
    assert_eq!(
        (device["tag"].as_str(), device["holder"].as_str(), device["bought_on"].as_str()),
        (Some("DPP-0001"), Some("Asha Juma Haji"), Some("2025-07-01"))
    );
    assert_eq!((device["price_tzs"].as_i64(), device["state"].as_str()), (Some(2_400_000), Some("in_use")));
    assert_eq!(office.devices("AP-6").await[0]["tag"], "=DPP-6", "a formula's escape comes off");

    // The same file again says what is known; the columns are remembered under the office's own headings.
    let tried = office.post(&office.juma, &format!("{kept}/check"), &chosen).await.text();
    assert!(!tried.contains("/write"), "nothing is left to write");
    office.is_sound();
}

#[tokio::test(flavor = "multi_thread")]
async fn excel_comes_in_and_its_machines_are_known_again() {
    let office = Office::open();
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (column, heading) in (0..).zip(["Asset Tag", "Device", "Serial Number", "Model", "Purchase Date", "Cost"]) {
        page.write_string(0, column, heading).expect("a cell");
    }
    for row in 1..=1_200_u32 {
        page.write_string(row, 0, format!("DPP-{row:04}")).expect("a cell");
        page.write_string(row, 1, format!("Kompyuta {row}")).expect("a cell");
        page.write_string(row, 2, format!("SER{row:05}")).expect("a cell");
        page.write_string(row, 3, "Probook ya zamani").expect("a cell");
        page.write_number(row, 5, 1_500_000.0).expect("a cell");
    }
    // A stray cell at the sheet's far corner must cost nothing.
    page.write_string(1_048_575, 16_383, "x").expect("a cell");
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    page.write_datetime_with_format(1, 4, rust_xlsxwriter::ExcelDateTime::from_ymd(2024, 7, 1).expect("a day"), &date).expect("a cell");
    let kept = keep(&office, "register.xlsx", &book.save_to_buffer().expect("a file")).await;
    let chosen = [("c0", "tag"), ("c1", "name"), ("c2", "serial"), ("c3", "model"), ("c4", "bought_on"), ("c5", "price_tzs")];
    office.post(&office.juma, &format!("{kept}/write"), &chosen).await.location();
    assert_eq!(office.count("SELECT count(*) FROM rec_device"), 1_200);
    assert_eq!(office.devices("SER00001").await[0]["bought_on"], "2024-07-01");

    // The model is a person's word for it; the serial read off the sticker is enough.
    let (_, token) = office.token(|_| {});
    let report = "<REQUEST><CONTENT><BIOS><SSN>SER00007</SSN><SMODEL>HP ProBook 450 G9</SMODEL></BIOS><HARDWARE><NAME>HQ-PC-7</NAME></HARDWARE></CONTENT>\
                  <DEVICEID>HQ-PC-7-2026-01-02-03-04-05</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>";
    assert_eq!(office.report(&format!("/i/{token}"), "FusionInventory-Agent_v2.6-3", report.as_bytes()).await.status, StatusCode::OK);
    let device = &office.devices("SER00007").await[0];
    assert_eq!((device["tag"].as_str(), device["name"].as_str(), device["model"].as_str()), (Some("DPP-0007"), Some("HQ-PC-7"), Some("HP ProBook 450 G9")));
    assert_eq!(office.count("SELECT count(*) FROM rec_device"), 1_200);

    for nonsense in [&b"\x00\x01\x02\x03"[..], b"PK\x03\x04 but no book", b""] {
        let reply = office.upload(&office.juma, "/device/import", "file", "rejista.xlsx", nonsense).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.text());
    }
    assert_eq!(office.get(&office.juma, &format!("/device/import/{}", encoded("../../office.db"))).await.status, StatusCode::NOT_FOUND);
    office.is_sound();
}
