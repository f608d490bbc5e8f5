//! Requests for help: the list people live in, one request with its story, and what the palette finds.

use maud::{Markup, html};
use pages::action::Action;
use pages::cell::Cell;
use pages::empty::Empty;
use pages::form::Choice;
use pages::layout;
use pages::notice::Flash;
use pages::palette::{self as found_things, Group, Item};
use pages::record::{self, CommentBox, Fact, LinkGroup, RecordLink, Step};
use pages::table::{Bulk, BulkAct, Chip, Column, Direction, Filter, Row, Table, View, table};
use pages::timeline::{Diff, Event, File, timeline};
use pages::tone::Tone;

use crate::sample::Sample;

const LIST: &str = "/desk/requests";

pub fn list(sample: &Sample) -> Markup {
    let frame = sample
        .frame(LIST, sample.t("Maombi", "Requests"))
        .crumb(sample.t("Leo", "Today"), "/")
        .action(Action::link(sample.t("Ombi jipya", "New request"), "/desk/requests/new").icon("plus").key('n').primary());
    layout::page(&frame, table(&sample.tongue, &whole_table(sample)))
}

fn whole_table(sample: &Sample) -> Table {
    let column = |sw, en| Column::new(sample.t(sw, en));
    Table {
        caption: sample.t("Maombi yaliyo wazi", "Open requests"),
        path: LIST.to_owned(),
        kept: vec![("view".to_owned(), "open".to_owned())],
        columns: vec![
            column("Ombi", "Request"),
            column("Hali", "State").sort("/desk/requests?sort=state", None),
            column("Mwombaji", "Requester"),
            column("Limekabidhiwa", "Assigned to"),
            Column::number(sample.t("Saa", "Hours")).sort("/desk/requests?sort=hours", None),
            column("Tarehe ya mwisho", "Due").sort("/desk/requests?sort=-due", Some(Direction::Up)),
        ],
        rows: rows(sample),
        views: views(sample),
        search: Some(String::new()),
        chips: vec![Chip { label: sample.t("Eneo", "Site"), value: "Unguja".to_owned(), remove_href: LIST.to_owned() }],
        filters: vec![
            Filter {
                name: "kind".to_owned(),
                label: sample.t("Aina", "Kind"),
                value: String::new(),
                choices: vec![Choice::new("fault", sample.t("Hitilafu", "Fault")), Choice::new("need", sample.t("Hitaji", "Need"))],
            },
            Filter { name: "from".to_owned(), label: sample.t("Mwombaji", "Requester"), value: String::new(), choices: vec![] },
        ],
        clear_href: Some(LIST.to_owned()),
        count: Some(sample.t("Maombi 8 kati ya 14", "8 of 14 requests")),
        previous: None,
        next: Some("/desk/requests?after=0035".to_owned()),
        exports: vec![Action::download("CSV", "/desk/requests.csv").icon("file-text"), Action::download("Excel", "/desk/requests.xlsx").icon("file-text")],
        bulk: Some(Bulk {
            path: "/desk/requests/many".to_owned(),
            acts: vec![
                BulkAct { name: "act".to_owned(), value: "take".to_owned(), label: sample.t("Chukua", "Take"), icon: "user-plus" },
                BulkAct { name: "act".to_owned(), value: "close".to_owned(), label: sample.t("Funga", "Close"), icon: "circle-check" },
            ],
        }),
        empty: Empty::default(),
    }
}

fn views(sample: &Sample) -> Vec<View> {
    let view = |sw, en, count, is_current| View { label: sample.t(sw, en), href: LIST.to_owned(), count: Some(count), is_current };
    vec![view("Yaliyo wazi", "Open", 14, true), view("Yangu", "Mine", 5, false), view("Yamechelewa", "Late", 2, false), view("Yote", "All", 1204, false)]
}

fn rows(sample: &Sample) -> Vec<Row> {
    let new = || Cell::state(sample.t("Jipya", "New"), Tone::Quiet);
    let going = || Cell::state(sample.t("Linaendelea", "In progress"), Tone::Accent);
    let late = || Cell::state(sample.t("Limechelewa", "Late"), Tone::Bad);
    let waits = || Cell::state(sample.t("Linasubiri mwombaji", "Waits for requester"), Tone::Warn);
    let solved = || Cell::state(sample.t("Limetatuliwa", "Solved"), Tone::Good);
    let row = |number: &str, sw: &str, en: &str, state: Cell, who: &str, officer: Option<&str>, hours: Cell, due: Cell| {
        let officer = officer.map_or(Cell::Empty, Cell::person);
        Row::new(number, format!("{LIST}/{number}"), vec![Cell::lead(sample.t(sw, en), number), state, Cell::text(who), officer, hours, due])
    };
    let hours = |text: &str| Cell::Amount(text.to_owned());
    let mut rows = vec![
        row(
            "OMB-U-2026-0042",
            "Kompyuta mpakato haiwaki",
            "Laptop will not start",
            late(),
            "Mwanaisha Khamis Ali",
            Some("Asha Juma Haji"),
            hours("1.5"),
            sample.ago_cell(-35),
        ),
        row(
            "OMB-U-2026-0041",
            "Barua pepe ya Serikali kwa mtumishi mpya",
            "Government e-mail for a new officer",
            going(),
            "Suleiman Mohamed Said",
            Some("Asha Juma Haji"),
            hours("0.5"),
            sample.ago_cell(-380),
        ),
        row(
            "OMB-U-2026-0040",
            "Kufungua diski mweko kutoka Polisi",
            "Open a USB stick from the Police",
            waits(),
            "Zuhura Omar Abdalla",
            Some("Juma Ali Makame"),
            hours("2"),
            sample.ago_cell(-1500),
        ),
        row(
            "OMB-U-2026-0039",
            "Printa ya masjala inakwama karatasi",
            "Registry printer jams",
            going(),
            "Fatma Said Bakari",
            Some("Juma Ali Makame"),
            hours("3.2"),
            sample.ago_cell(-1600),
        ),
        row(
            "OMB-U-2026-0038",
            "Mkutano wa video na Mahkama Kuu",
            "Video link with the High Court",
            new(),
            "Salum Haji Vuai",
            None,
            Cell::Empty,
            sample.ago_cell(-2900),
        ),
        row(
            "OMB-U-2026-0037",
            "Nenosiri la mfumo wa malipo limesahaulika",
            "Forgotten password of the payment system",
            solved(),
            "Maryam Ame Kombo",
            Some("Asha Juma Haji"),
            hours("0.2"),
            sample.ago_cell(200),
        ),
        row(
            "OMB-U-2026-0036",
            "Kuhamisha simu ya mezani kwenda chumba 14",
            "Move the desk phone to room 14",
            new(),
            "Khadija Rashid Mussa",
            None,
            Cell::Empty,
            sample.ago_cell(-7200),
        ),
        row(
            "OMB-U-2026-0035",
            "Ufikiaji wa folda ya kesi za ardhi",
            "Access to the folder of land cases",
            going(),
            "Ali Hassan Makame",
            Some("Juma Ali Makame"),
            hours("0.8"),
            sample.ago_cell(-7300),
        ),
    ];
    rows[5].is_done = true;
    rows
}

pub fn empty_list(sample: &Sample) -> Markup {
    let frame = sample.frame(LIST, sample.t("Maombi", "Requests")).crumb(sample.t("Leo", "Today"), "/");
    let empty = Empty {
        icon: Some("life-buoy"),
        sentence: sample.t(
            "Hapa zitakaa kazi ambazo watumishi wanaomba kwa kitengo: hitilafu, mahitaji na maswali.",
            "Here stands what officers ask of the unit: faults, needs and questions.",
        ),
        action: Some(Action::link(sample.t("Ombi la kwanza", "First request"), "/desk/requests/new").primary()),
        import: Some(Action::link(sample.t("Ingiza kutoka Excel", "Import from Excel"), "/import").icon("upload")),
    };
    layout::page(&frame, table(&sample.tongue, &Table { empty, ..Table::default() }))
}

pub fn no_match(sample: &Sample) -> Markup {
    let frame = sample.frame(LIST, sample.t("Maombi", "Requests")).crumb(sample.t("Leo", "Today"), "/");
    let table_of = Table { rows: vec![], search: Some("tarakilishi".to_owned()), count: None, ..whole_table(sample) };
    layout::page(&frame, table(&sample.tongue, &table_of))
}

pub fn request(sample: &Sample) -> Markup {
    let mut frame = sample
        .frame("/desk/requests/OMB-U-2026-0042", sample.t("Kompyuta mpakato haiwaki", "Laptop will not start"))
        .crumb(sample.t("Leo", "Today"), "/")
        .crumb(sample.t("Maombi", "Requests"), LIST)
        .action(Action::link(sample.t("Hariri", "Edit"), "edit").icon("pencil").key('e'))
        .action(Action::link(sample.t("Kabidhi", "Assign"), "assign").icon("user-plus").key('a'))
        .action(Action::post(sample.t("Sitisha", "Put on hold"), "hold").icon("clock"))
        .action(Action::link(sample.t("Chapisha kadi ya kazi", "Print the job card"), "card").icon("printer"))
        .action(Action::post(sample.t("Ondoa ombi", "Withdraw"), "withdraw").icon("x").danger())
        .action(Action::link(sample.t("Tatua", "Solve"), "solve").icon("check").key('t').primary());
    frame.number = Some("OMB-U-2026-0042".to_owned());
    frame.state = Some((sample.t("Linaendelea", "In progress"), Tone::Accent));
    frame.flash = Some(Flash {
        text: sample.t("Ombi limekabidhiwa kwa Asha Juma Haji.", "The request is with Asha Juma Haji now."),
        tone: Tone::Good,
        undo: Some(Action::post(sample.t("Tendua", "Undo"), "/undo").field("change", "8812").icon("undo-2")),
    });
    let step = |sw, en, step| (sample.t(sw, en), step);
    let main = html! {
        (record::path(&sample.tongue, &[step("Limewasilishwa", "Submitted", Step::Past), step("Linaendelea", "In progress", Step::Now), step("Limetatuliwa", "Solved", Step::Ahead), step("Limefungwa", "Closed", Step::Ahead)]))
        (record::facts(&sample.tongue, &request_facts(sample)))
        (record::section(&sample.t("Maelezo", "Description"), record::prose(&sample.t("Kompyuta haiwaki tangu asubuhi. Taa ya kuchaji inawaka lakini skrini ni nyeusi. Nina kesi Mahkama Kuu saa 5:00 na mafaili yote yamo ndani.", "The laptop has not started since the morning. The charging light is on but the screen is black. I have a hearing at the High Court at 11:00 and all files are inside."))))
        (record::section(&sample.t("Historia", "History"), html! {
            (timeline(&sample.tongue, &events(sample)))
        }))
        (record::comment_box(&sample.tongue, &CommentBox { path: "comments".to_owned(), text: String::new(), may_be_internal: true, may_attach: true }))
    };
    layout::page(&frame, record::record(main, record::links(&sample.tongue, &links(sample))))
}

fn request_facts(sample: &Sample) -> Vec<Fact> {
    vec![
        Fact::new(sample.t("Mwombaji", "Requester"), Cell::Person { name: "Mwanaisha Khamis Ali".to_owned(), href: Some("/p".to_owned()) }),
        Fact::new(sample.t("Kipaumbele", "Priority"), Cell::state(sample.t("Dharura", "Urgent"), Tone::Bad)),
        Fact::new(sample.t("Limekabidhiwa", "Assigned to"), Cell::Person { name: "Asha Juma Haji".to_owned(), href: Some("/p".to_owned()) }),
        Fact::new(sample.t("Tarehe ya mwisho", "Due"), sample.ago_cell(-35)),
        Fact::new(sample.t("Sehemu", "Section"), Cell::text(sample.t("Uendeshaji mashtaka", "Prosecutions"))),
        Fact::new(sample.t("Jukumu", "Duty"), Cell::Tags(vec!["D2".to_owned(), "D5".to_owned()])),
        Fact::new(sample.t("Lilifika kwa", "Came by"), Cell::text(sample.t("Simu, liliandikwa baadaye", "Phone, entered later"))),
        Fact::new(sample.t("Muda uliotumika", "Time spent"), Cell::Amount(sample.t("saa 1 dakika 30", "1 h 30 min"))),
    ]
}

fn events(sample: &Sample) -> Vec<Event> {
    let event = |who: &str, sw, en, minutes| Event::new(who, sample.t(sw, en), sample.ago(minutes));
    vec![
        Event {
            icon: "plus",
            proof: Some("/ledger/8801".to_owned()),
            ..event("Asha Juma Haji", "ameandika ombi hili kwa niaba ya Mwanaisha Khamis Ali", "entered this request for Mwanaisha Khamis Ali", 95)
        },
        Event {
            icon: "pencil",
            proof: Some("/ledger/8804".to_owned()),
            diffs: vec![
                Diff { field: sample.t("Kipaumbele", "Priority"), before: Some(sample.t("Kawaida", "Normal")), after: Some(sample.t("Dharura", "Urgent")) },
                Diff { field: sample.t("Kifaa", "Device"), before: None, after: Some("ZDPP/ICT/LT/014".to_owned()) },
            ],
            ..event("Asha Juma Haji", "amebadilisha ombi", "changed the request", 90)
        },
        Event {
            icon: "message-square",
            comment: Some(sample.t(
                "Nimeleta kompyuta ya akiba LT-031. Ingia kwa akaunti yako; folda ya kesi imefunguliwa kutoka kwenye seva.",
                "I have brought the spare laptop LT-031. Sign in with your account; the case folder is open from the server.",
            )),
            files: vec![File { name: sample.t("hati-ya-kuazima.pdf", "loan-slip.pdf"), size: "84 KB".to_owned(), href: "/f".to_owned() }],
            ..event("Asha Juma Haji", "ameandika", "wrote", 60)
        },
        Event {
            icon: "lock",
            is_internal: true,
            comment: Some(sample.t(
                "Diski inaonesha hitilafu 14 za SMART. Tusitumie tena hata ikiwaka; nakala ya jana usiku ipo.",
                "The disk shows 14 SMART errors. Not to be used again even if it starts; last night's copy is there.",
            )),
            ..event("Juma Ali Makame", "ameandika kwa kitengo", "wrote to the unit", 32)
        },
        Event {
            icon: "circle-check",
            tone: Tone::Good,
            proof: Some("/ledger/8812".to_owned()),
            ..event("Mwanaisha Khamis Ali", "amethibitisha kupokea kompyuta ya akiba", "confirmed receiving the spare laptop", 12)
        },
    ]
}

fn links(sample: &Sample) -> Vec<LinkGroup> {
    let link = |icon, title: String, detail: &str, state| RecordLink { href: "/x".to_owned(), icon, title, detail: detail.to_owned(), state };
    vec![
        LinkGroup {
            title: sample.t("Vifaa", "Devices"),
            links: vec![
                link("laptop", "HP ProBook 450 G8".to_owned(), "ZDPP/ICT/LT/014", Some((sample.t("Katika matengenezo", "Under repair"), Tone::Warn))),
                link("laptop", "Dell Latitude 5420".to_owned(), "ZDPP/ICT/LT/031", Some((sample.t("Kimeazimwa", "On loan"), Tone::Accent))),
            ],
            add: Some(Action::link(sample.t("Unganisha kifaa", "Link a device"), "link")),
        },
        LinkGroup {
            title: sample.t("Maombi yanayofanana", "Similar requests"),
            links: vec![link(
                "life-buoy",
                sample.t("Skrini nyeusi baada ya umeme kukatika", "Black screen after a power cut"),
                "OMB-U-2026-0017",
                Some((sample.t("Limefungwa", "Closed"), Tone::Quiet)),
            )],
            add: None,
        },
        LinkGroup { title: sample.t("Gharama", "Cost"), links: vec![], add: Some(Action::link(sample.t("Ongeza gharama", "Add a cost"), "cost")) },
    ]
}

fn groups(sample: &Sample) -> Vec<Group> {
    let item = |icon, label: String, detail: &str, state, key| Item { label, detail: detail.to_owned(), href: "/x".to_owned(), icon, state, key };
    vec![
        Group {
            title: sample.t("Kumbukumbu", "Records"),
            items: vec![
                item(
                    "laptop",
                    "HP ProBook 450 G8".to_owned(),
                    "ZDPP/ICT/LT/014 · 5CD1234XYZ",
                    Some((sample.t("Katika matengenezo", "Under repair"), Tone::Warn)),
                    None,
                ),
                item(
                    "life-buoy",
                    sample.t("Kompyuta mpakato haiwaki", "Laptop will not start"),
                    "OMB-U-2026-0042",
                    Some((sample.t("Linaendelea", "In progress"), Tone::Accent)),
                    None,
                ),
                item("user-round", "Mwanaisha Khamis Ali".to_owned(), &sample.t("Mwendesha mashtaka", "Prosecutor"), None, None),
            ],
        },
        Group {
            title: sample.t("Vitendo", "Acts"),
            items: vec![
                item("plus", sample.t("Ombi jipya", "New request"), "", None, Some("n")),
                item("user-minus", sample.t("Anzisha kuondoka kazini", "Start a leaver"), "", None, None),
            ],
        },
        Group {
            title: sample.t("Sehemu", "Places"),
            items: vec![item("laptop", sample.t("Vifaa", "Devices"), &sample.t("Mifumo", "Systems"), None, Some("g v"))],
        },
    ]
}

pub fn found(sample: &Sample) -> Markup {
    let frame = sample.frame("/search?q=kompyuta", sample.t("Matokeo ya “kompyuta”", "Found for “laptop”"));
    layout::page(&frame, found_things::found(&sample.tongue, &groups(sample)))
}

/// The answer to the palette's question, which is no whole page.
pub fn palette(sample: &Sample) -> Markup {
    found_things::results(&sample.tongue, &groups(sample))
}
