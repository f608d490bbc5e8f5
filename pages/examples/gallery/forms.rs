//! Forms: a request, the same with mistakes, a hand-over to sign, signing in, and a page that is not there.

use maud::Markup;
use pages::action::Action;
use pages::form::{Choice, Field, Form, Kind, Part, Problem, Submit, form};
use pages::layout;
use pages::problem::{Trouble, trouble};

use crate::sample::Sample;

pub fn new_request(sample: &Sample) -> Markup {
    request(sample, "", vec![])
}

pub fn wrong_request(sample: &Sample) -> Markup {
    let problems = vec![
        Problem::on("title", sample.t("Andika kwa ufupi tatizo ni nini.", "Say in a few words what is wrong.")),
        Problem::on("due", sample.t("Tarehe hii imeshapita. Chagua ya leo au ya baadaye.", "This date has passed. Choose today or later.")),
    ];
    request(sample, "2026-11-03", problems)
}

fn request(sample: &Sample, due: &str, problems: Vec<Problem>) -> Markup {
    let frame = sample
        .frame("/desk/requests/new", sample.t("Ombi jipya", "New request"))
        .crumb(sample.t("Leo", "Today"), "/")
        .crumb(sample.t("Maombi", "Requests"), "/desk/requests");
    let people = vec![Choice::new("7", "Mwanaisha Khamis Ali"), Choice::new("8", "Salum Haji Vuai")];
    let what = Part::new(vec![
        Field::text("title", sample.t("Tatizo au hitaji", "Fault or need"), "")
            .required()
            .help(sample.t("Mfano: printa ya chumba 12 haichapishi.", "For example: the printer in room 12 does not print.")),
        Field::choice(
            "priority",
            sample.t("Kipaumbele", "Priority"),
            "normal",
            vec![
                Choice::new("low", sample.t("Ndogo", "Low")).detail(sample.t("Wiki hii", "This week")),
                Choice::new("normal", sample.t("Kawaida", "Normal")).detail(sample.t("Siku 1", "1 day")),
                Choice::new("urgent", sample.t("Dharura", "Urgent")).detail(sample.t("Kesi au mfumo umesimama", "A hearing, or a system is down")),
            ],
        )
        .required(),
        Field::long_text("text", sample.t("Maelezo", "Description"), ""),
        Field::new(
            "device",
            sample.t("Kifaa", "Device"),
            Kind::Lookup { url: "/lookup/devices".to_owned(), value: String::new(), choices: vec![Choice::new("14", "HP ProBook 450 G8 · ZDPP/ICT/LT/014")] },
        )
        .half(),
        Field::date("due", sample.t("Linahitajika kufikia", "Needed by"), due).half(),
        Field::new("files", sample.t("Viambatisho", "Attachments"), Kind::File { is_many: true, accept: Some("image/*,.pdf") })
            .help(sample.t("Picha ya skrini husaidia. Kila faili lisizidi MB 20.", "A picture of the screen helps. Up to 20 MB each.")),
    ]);
    let mut who = Part::titled(
        sample.t("Kwa niaba ya", "On behalf of"),
        vec![
            Field::new("person", sample.t("Mtumishi", "Officer"), Kind::Lookup { url: "/lookup/people".to_owned(), value: "7".to_owned(), choices: people })
                .half(),
            Field::new("at", sample.t("Saa aliyopiga simu", "When they called"), Kind::DateTime { date: "2026-11-24".to_owned(), time: "08:05".to_owned() })
                .half(),
            Field::check("later", sample.t("Limeandikwa baadaye, kutoka karatasi au simu", "Entered later, from paper or phone"), true),
        ],
    );
    who.help = Some(sample.t("Kwa ombi lililoletwa kwa simu au ana kwa ana.", "For a request that came by phone or in person."));
    let mut whole = Form::new("/desk/requests/new", sample.t("Wasilisha ombi", "Submit request"), vec![what, who]);
    whole.problems = problems;
    whole.cancel = Some("/desk/requests".to_owned());
    whole.revision = Some(3);
    whole.other_submits = vec![Submit { name: "as".to_owned(), value: "draft".to_owned(), label: sample.t("Hifadhi kama rasimu", "Save as draft") }];
    layout::page(&frame, form(&sample.tongue, &whole))
}

pub fn handover(sample: &Sample) -> Markup {
    let frame = sample
        .frame("/inventory/devices/LT-014/hand-over", sample.t("Kabidhi kifaa", "Hand over a device"))
        .crumb(sample.t("Vifaa", "Devices"), "/inventory/devices")
        .crumb("HP ProBook 450 G8", "/inventory/devices/LT-014");
    let places = ["Makao Makuu", "Mjini Magharibi", "Kaskazini Unguja", "Kusini Unguja", "Kaskazini Pemba", "Kusini Pemba"];
    let parts = vec![Part::new(vec![
        Field::new(
            "place",
            sample.t("Mahali", "Place"),
            Kind::Choice { value: "0".to_owned(), choices: places.iter().enumerate().map(|(at, name)| Choice::new(at.to_string(), *name)).collect() },
        )
        .half()
        .required(),
        Field::new(
            "battery",
            sample.t("Hali ya betri", "Battery health"),
            Kind::Number { value: "82".to_owned(), min: Some(0), max: Some(100), step: None, unit: Some("%".to_owned()) },
        )
        .half(),
        Field::new(
            "with",
            sample.t("Vinavyokabidhiwa pamoja", "Handed over with it"),
            Kind::Many {
                values: vec!["charger".to_owned()],
                choices: vec![
                    Choice::new("charger", sample.t("Chaja", "Charger")),
                    Choice::new("bag", sample.t("Mkoba", "Bag")),
                    Choice::new("mouse", sample.t("Kipanya", "Mouse")),
                ],
            },
        ),
        Field::new("signature", sample.t("Saini ya mpokeaji", "Receiver's signature"), Kind::Signature).required(),
    ])];
    let mut whole = Form::new("/x", sample.t("Kabidhi", "Hand over"), parts);
    whole.cancel = Some("/inventory/devices/LT-014".to_owned());
    layout::page(&frame, form(&sample.tongue, &whole))
}

pub fn sign_in(sample: &Sample) -> Markup {
    let mut frame = sample.frame("/sign-in", sample.t("Ingia", "Sign in"));
    frame.is_demo = true;
    let name = Field::new("name", sample.t("Jina la mtumiaji", "User name"), Kind::Text { value: String::new(), autocomplete: Some("username"), hint: None })
        .required();
    let password = Field::password("password", sample.t("Nenosiri", "Password"), "current-password").required();
    let whole = Form::new("/sign-in", sample.t("Ingia", "Sign in"), vec![Part::new(vec![name, password])]);
    layout::bare(&frame, form(&sample.tongue, &whole))
}

pub fn not_found(sample: &Sample) -> Markup {
    let frame = sample.frame("/x", sample.t("Ukurasa huu haupo", "There is no such page"));
    let what = Trouble {
        advice: sample.t(
            "Huenda kiungo ni cha zamani, au huna ruhusa ya kuona kumbukumbu hii. Mwombe aliyekutumia kiungo, au anza tena kutoka Leo.",
            "The link may be old, or the record is not for you to see. Ask whoever sent it, or start again from Today.",
        ),
        reference: Some(sample.t("Namba ya tukio: 7F2A-19", "Reference: 7F2A-19")),
        actions: vec![Action::link(sample.t("Nenda Leo", "Go to Today"), "/").primary()],
    };
    layout::bare(&frame, trouble(&what))
}
