//! Papers as people meet them: what a reader finds in the file, on how many
//! pages, and that the same paper is the same bytes.

use std::io::Write;
use std::process::{Command, Stdio};

use papers::{Block, Column, Foot, Head, Language, Moment, Paper, Problem, Signature, Words, write};

/// One black pixel on clear ground.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06,
    0x00, 0x00, 0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0B, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01,
    0xE9, 0xFA, 0xDC, 0xD8, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        language: Language::Both,
        head: Head {
            government: "Serikali ya Mapinduzi ya Zanzibar".into(),
            office: "Afisi ya Mkurugenzi wa Mashtaka".into(),
            unit: "Kitengo cha TEHAMA".into(),
            reference: Some("AMM/12".into()),
            date: "24 Novemba 2026".into(),
            crest: None,
        },
        title: ("Hati ya makabidhiano", "Hand-over slip").into(),
        class: "Matumizi ya ndani".into(),
        blocks,
        foot: Foot { code: "MKB-U-2026-0117".into(), hash: Some("3f".repeat(32)), checkpoint: Some("size 1204, root q7Zl0m1F".into()) },
        watermark: Some("MFANO – SI HATI HALISI\nDEMO".into()),
        page_of: Language::Both.page_of().into(),
        made: Moment { year: 2026, month: 11, day: 24, hour: 10, minute: 42, second: 0, east_minutes: 180 },
    }
}

fn table(rows: Vec<Vec<String>>) -> Block {
    Block::Table { columns: vec![Column::new(("Nam.", "No."), 1.0).of_numbers(), Column::new(("Kitu", "Item"), 4.0)], rows }
}

/// The text of each page, or `None` where poppler is not installed.
fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    let text = poppler("pdftotext", &["-layout", "-", "-"], pdf)?;
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    Some(pages)
}

fn poppler(tool: &str, words: &[&str], pdf: &[u8]) -> Option<String> {
    let started = Command::new(tool).args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let Ok(mut run) = started else {
        eprintln!("skipped: {tool} of poppler-utils is not installed");
        return None;
    };
    let mut stdin = run.stdin.take().expect("standard input is piped");
    let bytes = pdf.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&bytes));
    let out = run.wait_with_output().expect("the tool ends");
    feed.join().expect("the feeder ends").expect("the tool reads all");
    assert!(out.status.success(), "{tool} refused the file");
    Some(String::from_utf8(out.stdout).expect("UTF-8"))
}

#[test]
fn asha_reads_every_part_of_her_slip() {
    let pdf = write(&paper(vec![
        Block::Heading(("Vilivyokabidhiwa", "Items handed over").into()),
        Block::Facts(vec![(("Kifaa", "Device").into(), "HP ProBook 450".into())]),
        table(vec![vec!["1".into(), "Chaja ya HP".into()]]),
        Block::Paragraph("Aliyepokea atatunza kifaa hiki.".into()),
        Block::Signatures(vec![
            Signature {
                role: ("Aliyepokea", "Received by").into(),
                name: "Asha Mohamed Haji".into(),
                post: "Mwendesha mashtaka".into(),
                signed: Some("24/11/2026 10:42".into()),
                picture: Some(PNG.into()),
            },
            Signature { role: ("Shahidi", "Witness").into(), name: String::new(), post: String::new(), signed: None, picture: None },
        ]),
        Block::Qr { text: "tehama:OMB-U-0042".into(), caption: "Changanua".into() },
    ]))
    .expect("the slip is written");
    let Some(pages) = pages(&pdf) else { return };
    let [page] = pages.as_slice() else {
        panic!("the slip has {} pages", pages.len());
    };
    for words in [
        "SERIKALI YA MAPINDUZI YA ZANZIBAR",
        "Afisi ya Mkurugenzi wa Mashtaka",
        "Kitengo cha TEHAMA",
        "Kumb. Nam. / Ref. No.: AMM/12",
        "Tarehe / Date: 24 Novemba 2026",
        "Hand-over slip",
        "Vilivyokabidhiwa Items handed over",
        "HP ProBook 450",
        "Chaja ya HP",
        "Aliyepokea atatunza kifaa hiki.",
        "Asha Mohamed Haji",
        "Imesainiwa / Signed: 24/11/2026 10:42",
        "Jina / Name: …",
        "Changanua",
        "MKB-U-2026-0117",
        &format!("SHA-256 {}", "3f".repeat(32)),
        "size 1204, root q7Zl0m1F",
        "Ukurasa 1 kati ya 1 · Page 1 of 1",
    ] {
        assert!(page.contains(words), "{words:?} is not in\n{page}");
    }
    assert_eq!(page.matches("MATUMIZI YA NDANI").count(), 2, "top and bottom");
    assert!(!page.contains("HALISI"), "the watermark is no text among the text");
}

#[test]
fn a_long_table_repeats_its_head_and_keeps_every_row_in_order() {
    let rows = (1..=200).map(|at| vec![at.to_string(), format!("kifaa-{at:03}")]);
    let pdf = write(&paper(vec![table(rows.collect())])).expect("the table is written");
    let Some(pages) = pages(&pdf) else { return };
    assert!((5..=8).contains(&pages.len()), "{} pages", pages.len());
    let mut seen = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let label = format!("Ukurasa {} kati ya {}", at + 1, pages.len());
        assert!(page.contains(&label), "{label}");
        assert_eq!(page.matches("Kitu").count(), 1, "one head on page {}", at + 1);
        assert_eq!(page.matches("MATUMIZI YA NDANI").count(), 2);
        assert!(page.contains("MKB-U-2026-0117"));
        seen.extend(page.split_whitespace().filter(|word| word.starts_with("kifaa-")).map(str::to_owned));
    }
    let wanted: Vec<String> = (1..=200).map(|at| format!("kifaa-{at:03}")).collect();
    assert_eq!(seen, wanted);
}

#[test]
fn a_row_goes_whole_to_the_next_page_and_only_a_giant_is_split() {
    let lines = |name: &str, count: usize| (1..=count).map(|at| format!("{name}{at}.")).collect::<Vec<_>>().join("\n");
    let rows = vec![vec!["1".into(), lines("kwanza", 40)], vec!["2".into(), lines("pili", 20)], vec!["3".into(), lines("jitu", 150)]];
    let pdf = write(&paper(vec![table(rows)])).expect("the table is written");
    let Some(pages) = pages(&pdf) else { return };
    let page_of = |word: &str| pages.iter().position(|page| page.contains(word));
    assert_eq!(page_of("pili1."), page_of("pili20."), "the second row is whole");
    assert_ne!(page_of("kwanza40."), page_of("pili1."), "it did not fit below the first");
    assert!(page_of("jitu150.") > page_of("jitu1."));
    for at in 1..=150 {
        assert!(page_of(&format!("jitu{at}.")).is_some(), "line {at} is lost");
    }
}

#[test]
fn a_word_wider_than_its_column_is_broken_and_not_cut() {
    let hash = "0123456789abcdef".repeat(8);
    let narrow = Block::Table { columns: vec![Column::new("A", 1.0), Column::new("B", 9.0)], rows: vec![vec![hash.clone(), "mwisho".into()]] };
    let pdf = write(&paper(vec![narrow])).expect("the table is written");
    let Some(text) = poppler("pdftotext", &["-raw", "-", "-"], &pdf) else {
        return;
    };
    let joined: String = text.split_whitespace().collect();
    assert!(joined.contains(&hash), "{joined}");
}

#[test]
fn characters_without_a_letter_become_boxes_and_never_fail_the_paper() {
    let odd = "Jina: 李 😀 \u{e000} \u{0}\u{feff}\u{fffe} ʿAlī Moh’d e\u{301}\u{ad}mwisho";
    let blocks = vec![
        Block::Heading(odd.into()),
        Block::Paragraph((odd, odd).into()),
        Block::Facts(vec![(odd.into(), odd.into())]),
        table(vec![vec![odd.into(), odd.into()]]),
    ];
    let mut paper = paper(blocks);
    paper.title = odd.into();
    let pdf = write(&paper).expect("odd characters never fail a paper");
    let Some(pages) = pages(&pdf) else { return };
    assert!(pages[0].contains("Jina: □ □ □"), "{}", pages[0]);
    assert!(pages[0].contains("ʿAlī Moh’d"), "{}", pages[0]);
}

#[test]
fn no_character_at_all_fails_a_paper() {
    let every: Vec<char> = ('\u{0}'..='\u{1FFFF}').chain('\u{E0000}'..='\u{F0100}').collect();
    let blocks = every.chunks(512).flat_map(|some| {
        let text: String = some.iter().collect();
        [Block::Heading(text.as_str().into()), Block::Paragraph(text.into())]
    });
    write(&paper(blocks.collect())).expect("any text can be printed");
}

#[test]
fn an_empty_paper_is_one_page() {
    let bare = Paper {
        head: Head::default(),
        foot: Foot::default(),
        title: "".into(),
        class: String::new(),
        watermark: None,
        ..paper(vec![Block::Paragraph("".into()), Block::Facts(Vec::new()), Block::Signatures(Vec::new()), table(Vec::new()), Block::Space(f32::NAN)])
    };
    let pdf = write(&bare).expect("an empty paper is a paper");
    let Some(pages) = pages(&pdf) else { return };
    assert_eq!(pages.len(), 1);
}

#[test]
fn a_full_page_leaves_no_empty_one_behind() {
    let full = vec![Block::Paragraph("Mwisho.".into()), Block::Space(5000.0)];
    let pdf = write(&paper(full)).expect("written");
    let Some(pages) = pages(&pdf) else { return };
    assert_eq!(pages.len(), 1);
}

#[test]
fn a_paragraph_flows_on_without_losing_or_stranding_a_line() {
    let long: Vec<String> = (1..=1200).map(|at| format!("neno{at}")).collect();
    let text = vec![Block::Paragraph(Words::from(long.join(" ")))];
    let pdf = write(&paper(text)).expect("the text is written");
    let Some(pages) = pages(&pdf) else { return };
    let all = pages.concat();
    for word in &long {
        assert!(all.split_whitespace().any(|seen| seen == word), "{word} is lost");
    }
    let last = pages.last().expect("there is a page");
    let lines = last.lines().filter(|line| line.contains("neno")).count();
    assert!(lines >= 2, "one line stands alone on the last page");
}

#[test]
fn the_same_paper_is_the_same_bytes() {
    let rows = (1..=50).map(|at| vec![at.to_string(), "kifaa".into()]).collect();
    let blocks = vec![table(rows), Block::Qr { text: "x".into(), caption: "y".into() }];
    let one = write(&paper(blocks.clone())).expect("written");
    let two = write(&paper(blocks)).expect("written again");
    assert!(one == two, "two writings differ");
}

#[test]
fn the_file_says_that_it_is_pdf_a_2a_in_swahili() {
    let pdf = write(&paper(Vec::new())).expect("written");
    let holds = |words: &str| pdf.windows(words.len()).any(|bytes| bytes == words.as_bytes());
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert!(holds("<pdfaid:part>2</pdfaid:part>"));
    assert!(holds("<pdfaid:conformance>A</pdfaid:conformance>"));
    assert!(holds("/Lang(sw-TZ)") || holds("/Lang (sw-TZ)"));
    let Some(told) = poppler("pdfinfo", &["-"], &pdf) else {
        return;
    };
    assert!(told.contains("Hati ya makabidhiano"), "{told}");
    assert!(told.contains("SI HATI HALISI DEMO"), "{told}");
    assert!(told.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")));
}

#[test]
fn what_would_be_cut_is_refused() {
    let wide = table(vec![vec!["1".into(), "a".into(), "b".into()]]);
    assert!(matches!(write(&paper(vec![wide])), Err(Problem::WideRow { row: 1, cells: 3, columns: 2 })));
    let qr = Block::Qr { text: "x".repeat(4000), caption: "y".into() };
    assert!(matches!(write(&paper(vec![qr])), Err(Problem::LongQr { bytes: 4000 })));
    let signed = |name: &str, picture: Option<Vec<u8>>| {
        paper(vec![Block::Signatures(vec![Signature { role: "Aliyepokea".into(), name: name.into(), post: String::new(), signed: None, picture }])])
    };
    let no_png = signed("Asha", Some(b"si picha".to_vec()));
    assert!(matches!(write(&no_png), Err(Problem::Picture { .. })));
    let cut_png = signed("Asha", Some(PNG[..50].to_vec()));
    assert!(matches!(write(&cut_png), Err(Problem::Picture { .. })));
    let endless = signed(&"jina ".repeat(3000), None);
    assert!(matches!(write(&endless), Err(Problem::Tall { .. })));
    let mut loud = paper(Vec::new());
    loud.class = "siri ".repeat(60);
    assert!(matches!(write(&loud), Err(Problem::Tall { .. })));
}
