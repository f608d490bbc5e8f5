//! One made-up morning in the office: its people, its places, and the frame around every page.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::words::{Lang, Tongue, Words};
use pages::cell::{Cell, When};
use pages::layout::{Frame, Office, Person, RailGroup, RailLink};

pub struct Sample {
    pub tongue: Tongue,
    pub now: Timestamp,
}

impl Sample {
    pub fn new(lang: Lang) -> Self {
        let words = Words::new(&[pages::words()]).expect("the texts are sound");
        let now = "2026-11-24T06:10:00Z".parse().expect("a moment");
        Self { tongue: Tongue::new(Arc::new(words), lang), now }
    }

    /// One text in the language of the page.
    pub fn t(&self, sw: &str, en: &str) -> String {
        match self.tongue.lang {
            Lang::Sw => sw.to_owned(),
            Lang::En => en.to_owned(),
        }
    }

    pub fn ago(&self, minutes: i64) -> When {
        When::new(&self.tongue, self.now - SignedDuration::from_mins(minutes), self.now)
    }

    pub fn ago_cell(&self, minutes: i64) -> Cell {
        Cell::Time(self.ago(minutes))
    }

    pub fn frame(&self, path: &str, title: String) -> Frame {
        let office = Office {
            name: self.t("Afisi ya Mkurugenzi wa Mashtaka Zanzibar", "Office of the Director of Public Prosecutions, Zanzibar"),
            unit: self.t("Kitengo cha TEHAMA", "ICT Unit"),
            short: "DPP".to_owned(),
        };
        let mut frame = Frame::new(self.tongue.clone(), office, path, title);
        frame.person = Some(Person { name: "Asha Juma Haji".to_owned(), post: self.t("Afisa TEHAMA", "ICT Officer"), href: "/office/people/asha".to_owned() });
        frame.rail = self.rail(path);
        frame
    }

    fn rail(&self, path: &str) -> Vec<RailGroup> {
        let group = |sw, en, links: Vec<RailLink>| RailGroup { label: self.t(sw, en), links };
        let link = |sw, en, href: &str, icon, key, waiting| {
            RailLink::new(self.t(sw, en), href, icon).key(key).waiting(waiting).current(path == href || (href.len() > 1 && path.starts_with(href)))
        };
        vec![
            group(
                "",
                "",
                vec![
                    link("Leo", "Today", "/", "house", "g l", 0),
                    link("Kazi zangu", "My work", "/tasks", "square-check", "g k", 3),
                    link("Maombi", "Requests", "/desk/requests", "life-buoy", "g o", 5),
                ],
            ),
            group(
                "Mifumo",
                "Systems",
                vec![
                    link("Vifaa", "Devices", "/inventory/devices", "laptop", "g v", 0),
                    link("Programu na leseni", "Programs and licences", "/inventory/programs", "package", "g p", 0),
                    link("Mifumo", "Systems", "/inventory/systems", "server", "g m", 0),
                    link("Nakala rudufu", "Backups", "/software/backups", "database", "g n", 1),
                ],
            ),
            group(
                "Mawasiliano",
                "Communication",
                vec![
                    link("Mitandao na viungo", "Networks and links", "/network/links", "network", "g t", 0),
                    link("Mashirika", "Organisations", "/liaison/organisations", "handshake", "g s", 0),
                ],
            ),
            group(
                "Usalama",
                "Security",
                vec![
                    link("Matukio", "Incidents", "/security/incidents", "shield-alert", "g u", 0),
                    link("Kumbukumbu za matumizi", "Records of use", "/usage", "fingerprint", "g f", 0),
                    link("Hifadhi ya kumbukumbu", "Record store", "/archive", "archive", "g h", 0),
                ],
            ),
            group(
                "Uongozi",
                "Leadership",
                vec![
                    link("Mkakati", "Strategy", "/strategy", "target", "g a", 0),
                    link("Sera na taratibu", "Policies", "/policy", "scroll-text", "g e", 2),
                    link("Ushauri", "Advice", "/advice", "lightbulb", "g i", 0),
                    link("Taarifa", "Reports", "/reports", "chart-column", "g r", 0),
                ],
            ),
        ]
    }
}
