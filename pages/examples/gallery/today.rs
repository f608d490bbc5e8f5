//! The first page of the morning.

use maud::{Markup, html};
use pages::action::Action;
use pages::chart::Beat;
use pages::layout::{self, Frame};
use pages::record;
use pages::today::{Figure, Watch, Work, WorkItem, board, figures, watches};
use pages::tone::Tone;

use crate::sample::Sample;

pub fn today(sample: &Sample) -> Markup {
    let mut frame: Frame = sample.frame("/", sample.tongue.long_date(sample.now));
    frame.is_today = true;
    frame.is_demo = true;
    frame.refresh_seconds = Some(60);
    let frame = frame
        .action(Action::link(sample.t("Andika kwa niaba", "Enter for someone"), "/desk/requests/new?for=").icon("phone"))
        .action(Action::link(sample.t("Ombi jipya", "New request"), "/desk/requests/new").icon("plus").key('n').primary());
    let content = html! {
        (figures(&sample.tongue, &numbers(sample)))
        (board(&[waiting(sample), late(sample)]))
        (record::section(&sample.t("Viungo na huduma, siku 30", "Links and services, 30 days"), services(sample)))
    };
    layout::page(&frame, content)
}

fn numbers(sample: &Sample) -> Vec<Figure> {
    let figure = |label: String, value: &str, unit: Option<&str>, note: (String, Tone), trend: &[f64]| Figure {
        label,
        value: value.to_owned(),
        unit: unit.map(str::to_owned),
        note: Some(note),
        href: Some("/desk/requests".to_owned()),
        trend: trend.to_vec(),
    };
    vec![
        figure(
            sample.t("Maombi yaliyo wazi", "Open requests"),
            "14",
            None,
            (sample.t("2 yamechelewa", "2 are late"), Tone::Bad),
            &[9.0, 11.0, 8.0, 12.0, 15.0, 13.0, 14.0],
        ),
        figure(
            sample.t("Muda wa kutatua, wa kati", "Time to solve, middle"),
            "3.5",
            Some(&sample.t("saa", "hours")),
            (sample.t("Bora kuliko wiki iliyopita", "Better than last week"), Tone::Good),
            &[6.0, 5.5, 5.0, 5.2, 4.1, 4.0, 3.5],
        ),
        figure(
            sample.t("Upatikanaji wa viungo", "Links available"),
            "99.2",
            Some("%"),
            (sample.t("Pemba: kukatika dakika 40", "Pemba: down 40 minutes"), Tone::Warn),
            &[],
        ),
        figure(
            sample.t("Jaribio la urejeshaji", "Restore tested"),
            "12",
            Some(&sample.t("siku zilizopita", "days ago")),
            (sample.t("Limefaulu", "Passed"), Tone::Good),
            &[],
        ),
    ]
}

fn item(title: String, number: &str, tone: Tone, state: String, due: String, due_tone: Tone) -> WorkItem {
    WorkItem { title, number: number.to_owned(), href: "/desk/requests/OMB-U-2026-0042".to_owned(), tone, state, due, due_tone }
}

fn waiting(sample: &Sample) -> Work {
    let progress = sample.t("Linaendelea", "In progress");
    let new = sample.t("Jipya", "New");
    Work {
        title: sample.t("Yanakusubiri", "Waiting for you"),
        icon: "inbox",
        items: vec![
            item(
                sample.t("Kompyuta mpakato haiwaki, kesi saa 5:00", "Laptop will not start, hearing at 11:00"),
                "OMB-U-2026-0042",
                Tone::Bad,
                sample.t("Ya dharura", "Urgent"),
                sample.t("baada ya dakika 35", "in 35 minutes"),
                Tone::Bad,
            ),
            item(
                sample.t("Barua pepe ya Serikali kwa mtumishi mpya", "Government e-mail for a new officer"),
                "OMB-U-2026-0041",
                Tone::Accent,
                progress.clone(),
                sample.t("leo 15:30", "today 15:30"),
                Tone::Quiet,
            ),
            item(
                sample.t("Printa ya masjala inakwama karatasi", "Registry printer jams"),
                "OMB-U-2026-0039",
                Tone::Accent,
                progress,
                sample.t("kesho", "tomorrow"),
                Tone::Quiet,
            ),
            item(
                sample.t("Fungua akaunti ya Mratibu wa Pemba", "Open an account for the Pemba coordinator"),
                "OMB-P-2026-0011",
                Tone::Quiet,
                new,
                sample.t("siku 2", "2 days"),
                Tone::Quiet,
            ),
        ],
        nothing: String::new(),
        more: Some((sample.t("Maombi yote", "All requests"), "/desk/requests?view=mine".to_owned())),
    }
}

fn late(sample: &Sample) -> Work {
    Work {
        title: sample.t("Yamechelewa au yako hatarini", "Late or at risk"),
        icon: "clock",
        items: vec![
            item(
                sample.t("Leseni ya kingavirusi inakwisha", "Antivirus licence runs out"),
                "LES-2024-003",
                Tone::Warn,
                sample.t("Inakaribia", "Close"),
                sample.t("siku 6", "6 days"),
                Tone::Warn,
            ),
            item(
                sample.t("Kalamu ya diski haijarudishwa na mgeni", "USB stick not returned by a visitor"),
                "HIF-U-2026-0007",
                Tone::Bad,
                sample.t("Imechelewa", "Late"),
                sample.t("siku 4 zilizopita", "4 days ago"),
                Tone::Bad,
            ),
            item(
                sample.t("Watumishi 9 hawajasoma sera ya nenosiri", "9 officers have not read the password policy"),
                "SER-2026-02",
                Tone::Warn,
                sample.t("Inakaribia", "Close"),
                "30/11/2026".to_owned(),
                Tone::Quiet,
            ),
        ],
        nothing: String::new(),
        more: None,
    }
}

fn services(sample: &Sample) -> Markup {
    let watch = |name: String, share: &str, word: String, tone, bad: &[(usize, Tone)]| Watch {
        name,
        href: "/network/links".to_owned(),
        state: (word, tone),
        beats: beats(sample, bad),
        share: share.to_owned(),
    };
    let well = || sample.t("Iko sawa", "Well");
    let rows = [
        watch(sample.t("Intaneti, Makao Makuu", "Internet, headquarters"), "99.9%", well(), Tone::Good, &[]),
        watch(
            sample.t("Mkonga kwenda Pemba", "Fibre to Pemba"),
            "97.1%",
            sample.t("Ulikatika jana", "Was down yesterday"),
            Tone::Warn,
            &[(12, Tone::Warn), (28, Tone::Bad)],
        ),
        watch(sample.t("Barua pepe ya Serikali", "Government e-mail"), "99.7%", well(), Tone::Good, &[(5, Tone::Warn), (20, Tone::Accent)]),
    ];
    watches(&sample.tongue, &rows)
}

fn beats(sample: &Sample, bad: &[(usize, Tone)]) -> Vec<Beat> {
    (0..30)
        .map(|day| Beat {
            tone: bad.iter().find(|(at, _)| *at == day).map_or(Tone::Good, |(_, tone)| *tone),
            label: sample.t(&format!("siku {} zilizopita", 30 - day), &format!("{} days ago", 30 - day)),
        })
        .collect()
}
