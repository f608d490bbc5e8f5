//! Writes a custody hand-over slip in Swahili and English, to look at:
//! `cargo run -p papers --example slip -- slip.pdf [rows]`. With a number of
//! rows it writes a long table instead.

use std::process::ExitCode;

use papers::{Block, Column, Foot, Head, Language, Moment, Paper, Signature};

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(path) = words.next() else {
        eprintln!("usage: slip FILE [ROWS]");
        return ExitCode::FAILURE;
    };
    let paper = match words.next().and_then(|rows| rows.parse().ok()) {
        Some(rows) => register(rows),
        None => slip(),
    };
    let written = papers::write(&paper).map_err(|problem| problem.to_string());
    let saved = written.and_then(|bytes| std::fs::write(&path, bytes).map_err(|error| format!("{path}: {error}")));
    match saved {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn slip() -> Paper {
    Paper {
        title: ("Hati ya makabidhiano ya kifaa", "Hand-over slip of a device").into(),
        blocks: vec![
            Block::Facts(vec![
                (("Namba ya mali", "Asset tag").into(), "OMB-U-KM-0042".into()),
                (("Kifaa", "Device").into(), "Kompyuta mpakato – HP ProBook 450 G9".into()),
                (("Namba ya mfululizo", "Serial number").into(), "5CD2471QZK".into()),
                (("Kutoka kwa", "From").into(), "Stoo ya TEHAMA, Makao Makuu, Unguja".into()),
                (("Kwa", "To").into(), "Asha Mohamed Haji, Mwendesha mashtaka, Kusini Pemba".into()),
                (("Tarehe na saa", "Date and time").into(), "24 Novemba 2026, saa 4:42 asubuhi (10:42)".into()),
                (("Sababu", "Reason").into(), "Kazi za mahkama nje ya Afisi".into()),
            ]),
            Block::Heading(("Vilivyokabidhiwa", "Items handed over").into()),
            Block::Table {
                columns: vec![
                    Column::new(("Nam.", "No."), 0.07).of_numbers(),
                    Column::new(("Kitu", "Item"), 0.38),
                    Column::new(("Namba ya mfululizo", "Serial number"), 0.27),
                    Column::new(("Hali", "Condition"), 0.28),
                ],
                rows: [
                    ["1", "Kompyuta mpakato HP ProBook 450 G9", "5CD2471QZK", "Nzuri"],
                    ["2", "Chaja ya HP 65 W", "WHQTU0A8RBX1KC", "Nzuri; kebo imechakaa kidogo"],
                    ["3", "Mfuko wa kompyuta", "–", "Mpya"],
                ]
                .iter()
                .map(|row| row.map(str::to_owned).to_vec())
                .collect(),
            },
            Block::Paragraph(
                (
                    "Aliyepokea atatunza kifaa hiki, hatakikabidhi kwa mtu mwengine bila \
                     kuijulisha Kitengo cha TEHAMA, na atatoa taarifa mara moja kikipotea au \
                     kuharibika.",
                    "The receiver keeps this device safe, hands it to nobody else without \
                     telling the ICT Unit, and reports at once if it is lost or damaged.",
                )
                    .into(),
            ),
            Block::Signatures(vec![
                Signature {
                    role: ("Aliyekabidhi", "Handed over by").into(),
                    name: "Haji Mohamed Haji".into(),
                    post: "Afisa TEHAMA".into(),
                    signed: None,
                    picture: None,
                },
                Signature {
                    role: ("Aliyepokea", "Received by").into(),
                    name: "Asha Mohamed Haji".into(),
                    post: "Mwendesha mashtaka".into(),
                    signed: None,
                    picture: None,
                },
            ]),
            Block::Qr {
                text: "https://tehama.afisi/d/OMB-U-KM-0042".into(),
                caption: ("Changanua kuona historia ya kifaa hiki.", "Scan to see the history of this device.").into(),
            },
        ],
        ..blank()
    }
}

fn register(rows: usize) -> Paper {
    let row = |at: usize| {
        vec![
            (at + 1).to_string(),
            format!("OMB-U-{:04}", at + 1),
            ["Kompyuta ya mezani", "Kompyuta mpakato", "Printa ya mtandao"][at % 3].to_owned(),
            match at % 17 {
                3 => "Afisi ya Mratibu Pemba, chumba cha masjala, kabati la pili kutoka mlangoni".into(),
                _ => "Makao Makuu".to_owned(),
            },
            format!("{},{:03},000", 1 + at / 100, at % 100 * 7),
        ]
    };
    Paper {
        title: ("Daftari la vifaa", "Register of devices").into(),
        blocks: vec![Block::Table {
            columns: vec![
                Column::new(("Nam.", "No."), 0.08).of_numbers(),
                Column::new(("Namba ya mali", "Asset tag"), 0.2),
                Column::new(("Aina", "Kind"), 0.25),
                Column::new(("Mahali", "Place"), 0.3),
                Column::new(("Thamani (TZS)", "Value (TZS)"), 0.17).of_numbers(),
            ],
            rows: (0..rows).map(row).collect(),
        }],
        ..blank()
    }
}

fn blank() -> Paper {
    Paper {
        language: Language::Both,
        head: Head {
            government: "Serikali ya Mapinduzi ya Zanzibar".into(),
            office: "Afisi ya Mkurugenzi wa Mashtaka".into(),
            unit: "Kitengo cha TEHAMA".into(),
            reference: Some("AMM/TEHAMA/12/2026".into()),
            date: "24 Novemba 2026".into(),
            crest: None,
        },
        title: "".into(),
        class: "Matumizi ya ndani / Internal use".into(),
        blocks: Vec::new(),
        foot: Foot {
            code: "MKB-U-2026-0117".into(),
            hash: Some("3f2a9c01b7de44580c6b1f2e9a7d3c5580e1f4a6b29d7c03518e6fa4bb02d9c7".into()),
            checkpoint: Some("size 1204, root q7Zl0m1Fh3vE0xk0rC9yqv2x3Tt8m5n1uJb4w6aYdEs=".into()),
        },
        watermark: Some("MFANO – SI HATI HALISI\nDEMO".into()),
        page_of: Language::Both.page_of().to_owned(),
        made: Moment { year: 2026, month: 11, day: 24, hour: 10, minute: 42, second: 0, east_minutes: 180 },
    }
}
