//! Figures of a quarter, as the report to the Director shows them.

use maud::{Markup, html};
use pages::action::Action;
use pages::chart::{Bar, Chart, Series, Spread, bars, columns, line, spread};
use pages::layout;

use crate::sample::Sample;

pub fn figures(sample: &Sample) -> Markup {
    let frame = sample
        .frame("/reports/2026-q1", sample.t("Robo ya 1 (Julai–Septemba 2026)", "Quarter 1 (July–September 2026)"))
        .crumb(sample.t("Uongozi", "Leadership"), "/leadership")
        .crumb(sample.t("Taarifa", "Reports"), "/reports")
        .action(Action::link(sample.t("Chapisha", "Print"), "print").icon("printer"));
    let months = ["Okt", "Nov", "Des", "Jan", "Feb", "Mac", "Apr", "Mei", "Jun", "Jul", "Ago", "Sep"];
    let labels: Vec<String> = months.iter().map(|month| (*month).to_owned()).collect();
    let opened = [31.0, 28.0, 22.0, 40.0, 37.0, 33.0, 29.0, 35.0, 41.0, 38.0, 30.0, 26.0];
    let before = [25.0, 30.0, 20.0, 33.0, 35.0, 36.0, 31.0, 30.0, 36.0, 35.0, 33.0, 30.0];
    let requests = Chart {
        title: sample.t("Maombi yaliyofunguliwa", "Requests opened"),
        note: sample.t("kwa mwezi", "a month"),
        labels: labels.clone(),
        series: vec![series(sample.t("Mwaka huu", "This year"), &opened), series(sample.t("Mwaka uliopita", "Last year"), &before)],
    };
    let mut pemba = series("Pemba".to_owned(), &[99.0, 98.2, 97.5, 99.1, 99.4, 96.0, 98.0, 99.0, 99.2, 97.1, 98.8, 99.3]);
    pemba.values[5] = None;
    let links = Chart {
        title: sample.t("Saa bila umeme", "Hours without power"),
        note: sample.t("kwa mwezi, kwa eneo", "a month, by site"),
        labels,
        series: vec![
            series("Unguja".to_owned(), &[4.0, 6.5, 3.0, 2.0, 8.0, 12.0, 15.0, 9.0, 4.0, 3.0, 2.5, 3.0]),
            Series { values: pemba.values.iter().map(|value| value.map(|value| (100.0 - value) * 3.0)).collect(), ..pemba },
        ],
    };
    let bar = |label: String, value: f64| Bar { label, value, shown: format!("{value:.0}"), href: None };
    let kinds = [
        bar(sample.t("Kompyuta na vifaa", "Computers and devices"), 41.0),
        bar(sample.t("Akaunti na nenosiri", "Accounts and passwords"), 27.0),
        bar(sample.t("Mtandao na intaneti", "Network and internet"), 14.0),
        bar(sample.t("Mkutano wa video", "Video link"), 8.0),
        bar(sample.t("Barua pepe", "E-mail"), 4.0),
    ];
    let hours = |smallest, quarter, middle, three_quarters, largest| Spread { smallest, quarter, middle, three_quarters, largest };
    let times = [
        (sample.t("Dharura", "Urgent"), hours(0.2, 0.5, 1.1, 2.0, 4.5)),
        (sample.t("Kawaida", "Normal"), hours(0.5, 2.0, 4.5, 8.0, 22.0)),
        (sample.t("Ndogo", "Low"), hours(1.0, 6.0, 11.0, 19.0, 40.0)),
    ];
    let content = html! {
        div.board {
            (columns(&sample.tongue, &requests))
            (line(&sample.tongue, &links))
            (bars(&sample.t("Maombi kwa aina", "Requests by kind"), "", &kinds))
            (spread(&sample.tongue, &sample.t("Saa hadi kutatuliwa", "Hours until solved"), &sample.t("robo, kati na robo tatu", "quarters and middle"), &times))
        }
    };
    layout::page(&frame, content)
}

fn series(name: String, values: &[f64]) -> Series {
    Series { name, values: values.iter().copied().map(Some).collect() }
}
