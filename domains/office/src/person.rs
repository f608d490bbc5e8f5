//! A person of the office: post, unit, site, roles and state. Whoever leaves stays in the records as one who has left.

use kernel::class::Class;
use kernel::id::Id;
use kernel::permission::Role;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, RecordType};
use kernel::sign_in;
use kernel::vals;
use kernel::work::Work;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Person {
    #[serde(skip)]
    pub head: Head,
    /// Given, father's and grandfather's name, in full.
    pub name: String,
    pub staff_number: Option<String>,
    pub login: Option<String>,
    pub post: Option<String>,
    pub unit: Option<Id>,
    pub site: Option<Id>,
    #[serde(default)]
    pub roles: Vec<Role>,
    #[serde(default = "swahili")]
    pub language: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub started_on: Option<String>,
    #[serde(default = "active")]
    pub state: String,
}
kernel::record!(Person, "person");

fn swahili() -> String {
    "sw".into()
}
fn active() -> String {
    "active".into()
}

pub const STATES: &[&str] = &["active", "left"];

pub fn describe() -> RecordType {
    RecordType {
        kind: "person",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("staff_number", Holds::Text).unique(),
            Field::new("login", Holds::Text).unique(),
            Field::new("post", Holds::Text),
            Field::new("unit", Holds::Link("unit")).indexed(),
            Field::new("site", Holds::Link("site")),
            Field::new("roles", Holds::Json),
            Field::new("language", Holds::Choice(&["sw", "en"])),
            Field::new("phone", Holds::Text),
            Field::new("email", Holds::Text),
            Field::new("started_on", Holds::Day),
            Field::new("state", Holds::Choice(STATES)),
        ],
        title: "name",
        list: &["name", "post", "unit", "site", "phone", "state"],
        search: &["name", "staff_number", "post", "phone"],
        filters: &["unit", "site", "state"],
        sort: ("name", false),
        persons: &["id"],
        unit: Some("unit"),
        class: Class::Internal,
        duties: &["D7"],
        keeps: &[Keeps::History, Keeps::Import],
    }
}

impl Person {
    pub fn is_active(&self) -> bool {
        self.state == "active"
    }

    /// Says in which language the person wants to read.
    pub fn read_in(&self, work: &mut Work, language: &str) -> Result<Self> {
        if work.actor().person.id != self.id() {
            work.allow("person.edit", self)?;
        }
        work.save(self, Self { language: language.into(), ..self.clone() })
    }

    /// Gives the person a password at the counter; the person changes it at the first sign-in.
    pub fn reset_password(&self, work: &mut Work, password: &str) -> Result<()> {
        work.allow("person.edit", self)?;
        if self.login.is_none() {
            return Err(Problem::on("login", "problem-required"));
        }
        sign_in::set_password(work, self.id(), password)
    }

    fn id(&self) -> Id {
        self.head.id
    }
}

/// Takes a person into the records.
pub fn enter(work: &mut Work, person: Person) -> Result<Person> {
    if !work.actor().may("person.edit") {
        return Err(Problem::Forbidden { act: "person.edit".into() });
    }
    let login = person.login.map(|login| login.trim().to_lowercase()).filter(|login| !login.is_empty());
    work.make(Person { login, ..person })
}

/// Whether anyone can sign in at all; an office without is waiting for its first account.
pub fn has_account(view: &kernel::actor::View) -> Result<bool> {
    Ok(view.number("SELECT count(*) FROM secret_password", vals![])? > 0)
}
