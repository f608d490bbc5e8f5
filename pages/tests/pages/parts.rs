//! Small pages to look into.

use std::sync::Arc;

use kernel::words::{Lang, Tongue, Words};
use pages::action::Action;
use pages::cell::Cell;
use pages::form::{Choice, Field, Form, Kind, Part, Problem, form};
use pages::layout::{self, Frame, Office, Person, RailGroup, RailLink};
use pages::table::{Bulk, BulkAct, Column, Direction, Row, Table, table};
use pages::tone::Tone;

pub fn tongue(lang: Lang) -> Tongue {
    Tongue::new(Arc::new(Words::new(&[pages::words()]).unwrap()), lang)
}

pub fn frame() -> Frame {
    let office = Office { name: "Afisi".to_owned(), unit: "Kitengo cha TEHAMA".to_owned(), short: "DPP".to_owned() };
    let mut frame = Frame::new(tongue(Lang::Sw), office, "/desk/requests?view=mine", "Maombi")
        .crumb("Leo", "/")
        .action(Action::post("Funga", "/close").field("id", "7").key('f'))
        .action(Action::link("Ombi jipya", "/desk/requests/new").icon("plus").primary());
    frame.person = Some(Person { name: "Asha Juma".to_owned(), post: "Afisa".to_owned(), href: "/me".to_owned() });
    frame.rail = vec![RailGroup { label: "Mifumo".to_owned(), links: vec![RailLink::new("Vifaa", "/inventory/devices", "laptop").waiting(1).current(true)] }];
    frame
}

pub fn list(rows: usize) -> Table {
    Table {
        caption: "Maombi".to_owned(),
        path: "/desk/requests".to_owned(),
        kept: vec![("view".to_owned(), "mine".to_owned()), ("q".to_owned(), "old".to_owned())],
        columns: vec![Column::new("Ombi"), Column::new("Hali").sort("/desk/requests?sort=state", Some(Direction::Up)), Column::number("Saa")],
        rows: (0..rows)
            .map(|at| {
                let number = format!("OMB-U-2026-{at:04}");
                let cells = vec![Cell::lead(format!("Printa {at} haichapishi"), &number), Cell::state("Jipya", Tone::Quiet), Cell::Number(at as i64 * 100)];
                Row::new(at.to_string(), format!("/desk/requests/{number}"), cells)
            })
            .collect(),
        search: Some("printa".to_owned()),
        bulk: Some(Bulk {
            path: "/desk/requests/many".to_owned(),
            acts: vec![BulkAct { name: "act".to_owned(), value: "take".to_owned(), label: "Chukua".to_owned(), icon: "user-plus" }],
        }),
        next: Some("/desk/requests?after=50".to_owned()),
        ..Table::default()
    }
}

pub fn list_page(rows: usize) -> String {
    let frame = frame();
    layout::page(&frame, table(&frame.tongue, &list(rows))).into_string()
}

/// Every kind of field once, two of them wrong.
pub fn form_page() -> String {
    let frame = frame();
    let choices = || vec![Choice::new("low", "Ndogo"), Choice::new("urgent", "Dharura")];
    let many = || (0..9).map(|at| Choice::new(at.to_string(), format!("Mahali {at}"))).collect::<Vec<_>>();
    let fields = vec![
        Field::text("title", "Tatizo", "<printa>").help("Kwa ufupi").required(),
        Field::long_text("text", "Maelezo", "mstari & mwengine"),
        Field::choice("priority", "Kipaumbele", "urgent", choices()).required(),
        Field::choice("place", "Mahali", "3", many()),
        Field::new("with", "Pamoja", Kind::Many { values: vec!["low".to_owned()], choices: choices() }),
        Field::new("device", "Kifaa", Kind::Lookup { url: "/lookup/devices".to_owned(), value: "3".to_owned(), choices: many() }),
        Field::date("due", "Tarehe", "2026-13-45"),
        Field::new("at", "Saa", Kind::DateTime { date: "2026-11-24".to_owned(), time: "14:05".to_owned() }),
        Field::new("cost", "Gharama", Kind::Number { value: "5".to_owned(), min: Some(0), max: None, step: Some("0.5"), unit: Some("TZS".to_owned()) }),
        Field::check("later", "Baadaye", true),
        Field::new("files", "Faili", Kind::File { is_many: true, accept: None }),
        Field::password("secret", "Nenosiri", "current-password"),
        Field::new("kept", "", Kind::Hidden { value: "9".to_owned() }),
        Field::new("signature", "Saini", Kind::Signature),
    ];
    let mut whole = Form::new("/desk/requests/new", "Wasilisha", vec![Part::titled("Ombi", fields)]);
    whole.problems = vec![Problem::on("title", "Ni ndefu mno."), Problem::on("due", "Si tarehe."), Problem::whole("Haikuhifadhiwa.")];
    whole.revision = Some(4);
    layout::page(&frame, form(&frame.tongue, &whole)).into_string()
}
