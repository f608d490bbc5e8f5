//! The list and the first page: views that are addresses, figures that agree with them, files of exactly what is shown.

use crate::{ASHA, JUMA, MWANAIDI, asks, house};
use kernel::domain::Section;
use kernel::permission::Role;
use testkit::Someone;

fn today(who: &Someone) -> Vec<Section> {
    let actor = who.actor();
    let view = actor.view().expect("a view");
    (desk::domain().today)(&view).expect("today")
}

fn section<'a>(sections: &'a [Section], title: &str) -> &'a Section {
    sections
        .iter()
        .find(|section| section.title == title)
        .unwrap_or_else(|| panic!("no {title} among {:?}", sections.iter().map(|s| &s.title).collect::<Vec<_>>()))
}

#[test]
fn the_views_of_an_officer_hold_what_they_say() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    asks(&asha, "Ya mahkama", &[("urgency", "court"), ("court_at", "2026-11-24T09:10")]);
    asks(&asha, "Ya kesho mahkamani", &[("urgency", "court"), ("court_at", "2026-11-25T09:10")]);
    let mine = asks(&asha, "Ya Juma", &[("urgency", "high")]);
    let waits = asks(&asha, "Inayosubiri", &[("urgency", "court"), ("court_at", "2026-11-24T09:10")]);
    juma.posts(&format!("{mine}/take"), &[]).leads();
    juma.posts(&format!("{waits}/wait"), &[("waiting_for", "ZECO")]).leads();
    office.is_now("2026-11-24T09:15");

    juma.gets("/request?assignee=me&state=new,assigned,waiting").is(200).shows("Ya Juma").hides("Ya mahkama").shows("aria-current=\"page\"");
    juma.gets("/request?assignee=none&state=new,assigned,waiting").is(200).shows("Ya mahkama").hides("Ya Juma");
    juma.gets("/request?state=new,assigned&due_at=past&sort=due_at").is(200).shows("Ya mahkama").shows("tone-bad").hides("Ya kesho").hides("Inayosubiri");
    juma.gets("/request?court_at=today,future&state=new,assigned,waiting&sort=court_at")
        .is(200)
        .shows("Ya mahkama")
        .shows("Ya kesho mahkamani")
        .hides("Ya Juma");
    juma.gets("/request?court_at=today").is(200).hides("Ya kesho mahkamani");
    juma.gets("/request?court_at=hapana").is(422);

    let sections = today(&juma);
    assert_eq!(section(&sections, "Yaliyochelewa").lines.len(), 1);
    assert_eq!(section(&sections, "Mahkamani leo").lines.len(), 2);
    assert_eq!(section(&sections, "Yangu").lines[0].title, "Ya Juma");
    assert_eq!(section(&sections, "Yanasubiri").lines[0].title, "Inayosubiri");
    // Three of the four have had an answer promised or given by now; the late one had none.
    let figures: Vec<&str> = section(&sections, "Dawati la msaada").figures.iter().map(|figure| figure.value.as_str()).collect();
    assert_eq!(figures, ["4", "1", "66%", "—"]);
}

#[test]
fn the_first_page_is_each_one_s_own() {
    let office = house();
    let (asha, juma, mwanaidi) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]), office.person(MWANAIDI, &[Role::Head]));
    let director = office.person("Haji Mohamed Haji", &[Role::Director]);
    assert_eq!(today(&asha).len(), 1, "somebody without requests is told so, and no more");
    let made = asks(&asha, "Mlango wa seva", &[]);
    let open = asks(&asha, "Kiyoyozi", &[]);
    juma.posts(&format!("{open}/take"), &[]).leads();
    office.is_now("2026-11-24T09:20");
    juma.posts(&format!("{made}/resolve"), &[("solution", "Umefunguliwa.")]).leads();

    let own = today(&asha);
    assert_eq!(section(&own, "Thibitisha kuwa yametatuliwa").lines[0].href, made);
    assert_eq!(section(&own, "Maombi yangu yaliyo wazi").lines[0].who, JUMA);
    let heads = today(&mwanaidi);
    let load = &section(&heads, "Kazi za maafisa").lines[0];
    assert_eq!((load.title.as_str(), load.number.as_str()), (JUMA, "ombi 1 wazi"));
    let figures = &section(&heads, "Dawati la msaada").figures;
    assert_eq!((figures[0].trend.len(), figures[0].trend[28], figures[0].trend[29]), (30, 0.0, 1.0));
    assert_eq!((figures[2].value.as_str(), figures[3].value.as_str()), ("100%", "dakika 20"));
    let directors = today(&director);
    assert_eq!((directors.len(), directors[0].lines.len(), directors[0].figures[0].value.as_str()), (1, 0, "1"));
}

#[test]
fn a_spreadsheet_runs_no_formula() {
    let office = house();
    let (asha, juma) = (office.person(ASHA, &[]), office.person(JUMA, &[Role::Officer]));
    asks(&asha, "=HYPERLINK(\"http://x\")", &[]);
    asks(&asha, "Kawaida", &[]);
    let csv = juma.gets("/request/export.csv").is(200);
    assert_eq!(csv.media_type, "text/csv; charset=utf-8");
    csv.shows("\"'=HYPERLINK(\"\"http://x\"\")\"");
    juma.gets("/request/export.csv?q=kawaida").is(200).shows("Kawaida").hides("HYPERLINK");
    let xlsx = juma.gets("/request/export.xlsx").is(200);
    assert!(xlsx.bytes.starts_with(b"PK"));
}
