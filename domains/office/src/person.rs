//! A person of the office: post, unit, site, roles and state. Whoever leaves stays in the records as one who has left.
//! Knows nothing of what a person holds or asks for.

use crate::unit::{Site, Unit};
use kernel::actor::Actor;
use kernel::class::Class;
use kernel::id::{Id, Link};
use kernel::permission::Role;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, Record, RecordType};
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
            Field::new("staff_number", Holds::Text).unique().only_for("account.see"),
            Field::new("login", Holds::Text).unique().only_for("account.see"),
            Field::new("post", Holds::Text),
            Field::new("unit", Holds::Link("unit")).indexed(),
            Field::new("site", Holds::Link("site")),
            Field::new("roles", Holds::Json).only_for("account.see"),
            Field::new("language", Holds::Choice(&["sw", "en"])),
            Field::new("phone", Holds::Text),
            Field::new("email", Holds::Text),
            Field::new("started_on", Holds::Day).only_for("account.see"),
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

/// Takes a person into the records.
pub fn enter(work: &mut Work, person: Person) -> Result<Person> {
    if !work.actor().may("person.edit") {
        return Err(Problem::Forbidden { act: "person.edit".into() });
    }
    let site = person.site.or(work.actor().person.site);
    let person = tidy(work, Person { site, ..person })?;
    if (person.login.is_some() || !person.roles.is_empty()) && !work.actor().may("person.grant") {
        return Err(Problem::Forbidden { act: "person.grant".into() });
    }
    may_regrant(work, &[], &person.roles)?;
    work.make(person)
}

impl Person {
    pub fn is_active(&self) -> bool {
        self.state == "active"
    }

    /// Writes down what is now known of the person. Sign-in name and roles are for whoever may grant them, and no one grants roles to
    /// oneself.
    pub fn correct(&self, work: &mut Work, now: Person) -> Result<Self> {
        work.allow("person.edit", self)?;
        let now = tidy(work, Person { head: self.head.clone(), state: self.state.clone(), ..now })?;
        let regrants = now.roles != granted(&self.roles);
        if regrants || now.login != self.login {
            work.allow("person.grant", self)?;
        }
        if regrants && work.actor().person.id == self.id() {
            return Err(Problem::on("roles", "problem-own-roles"));
        }
        may_regrant(work, &self.roles, &now.roles)?;
        work.save(self, now)
    }

    /// Says in which language the person wants to read.
    pub fn read_in(&self, work: &mut Work, language: &str) -> Result<Self> {
        if work.actor().person.id != self.id() {
            work.allow("person.edit", self)?;
        }
        work.save(self, Self { language: language.into(), ..self.clone() })
    }

    /// Notes that the person has left. The account closes with it: sessions, password, second factor, links and roles go.
    pub fn leave(&self, work: &mut Work, why: &str) -> Result<Self> {
        work.allow("person.edit", self)?;
        if work.actor().person.id == self.id() {
            return Err(Problem::refused("problem-own-leaving"));
        }
        if self.is_above(work.actor()) {
            return Err(Problem::Forbidden { act: "person.edit".into() });
        }
        if !self.is_active() {
            return Err(Problem::refused("problem-person-has-left"));
        }
        work.because(why);
        for close in [
            "DELETE FROM work_session WHERE person = ?1",
            "DELETE FROM secret_password WHERE person = ?1",
            "DELETE FROM secret_totp WHERE person = ?1",
            "DELETE FROM secret_recovery WHERE person = ?1",
            "DELETE FROM secret_token WHERE subject = ?1",
        ] {
            work.also(close, vals![self.id()]);
        }
        work.save(self, Self { state: "left".into(), roles: Vec::new(), ..self.clone() })
    }

    /// Takes back a person who had left; roles and password are given anew.
    pub fn come_back(&self, work: &mut Work) -> Result<Self> {
        work.allow("person.edit", self)?;
        work.save(self, Self { state: "active".into(), ..self.clone() })
    }

    /// Gives the person a password at the counter; the person changes it at the first sign-in.
    pub fn reset_password(&self, work: &mut Work, password: &str) -> Result<()> {
        self.may_be_reset(work)?;
        sign_in::set_password(work, self.id(), password)
    }

    /// Notes that a one-time link to set a password was given out; the link itself is made after the commit.
    pub fn offer_reset(&self, work: &mut Work) -> Result<()> {
        self.may_be_reset(work)?;
        work.mention(Link::new("person", self.id()), "password link given");
        Ok(())
    }

    /// Takes the second factor away at the counter when the phone is lost; the person sets a new one. One's own goes by a code alone, or an open
    /// computer would be enough.
    pub fn take_factor(&self, work: &mut Work, why: &str) -> Result<()> {
        self.may_be_reset(work)?;
        if work.actor().person.id == self.id() {
            return Err(Problem::Forbidden { act: "person.reset".into() });
        }
        work.because(why);
        sign_in::second_factor::remove(work, self.id());
        Ok(())
    }

    /// Whether this account is none of the actor's to open or close: those of head, Director and auditor are not for an administrator alone.
    pub fn is_above(&self, actor: &Actor) -> bool {
        is_administrator_alone(actor) && self.roles.iter().any(|role| ABOVE.contains(role))
    }

    /// Whoever sets a password can read what its owner reads.
    fn may_be_reset(&self, work: &Work) -> Result<()> {
        work.allow("person.reset", self)?;
        if self.is_above(work.actor()) {
            return Err(Problem::Forbidden { act: "person.reset".into() });
        }
        if self.login.is_none() || !self.is_active() {
            return Err(Problem::refused("problem-no-login"));
        }
        Ok(())
    }
}

/// Roles that read secrets, or may give any role.
const ABOVE: [Role; 3] = [Role::Director, Role::Head, Role::Auditor];

fn is_administrator_alone(actor: &Actor) -> bool {
    actor.has(Role::Administrator) && !actor.has(Role::Head)
}

/// These roles are the head's to give and to take. Where no head is left, an administrator gives them, or the office could never have one again.
fn may_regrant(work: &Work, before: &[Role], now: &[Role]) -> Result<()> {
    let changes = ABOVE.iter().any(|role| before.contains(role) != now.contains(role));
    if !changes || !is_administrator_alone(work.actor()) {
        return Ok(());
    }
    match work.number("SELECT count(*) FROM rec_person WHERE state = 'active' AND roles LIKE '%\"head\"%'", vals![])? {
        0 => Ok(()),
        _ => Err(Problem::on("roles", "problem-roles-of-the-head")),
    }
}

/// The same person with the blanks gone, at a site and unit that exist.
fn tidy(work: &Work, person: Person) -> Result<Person> {
    let some = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    if let Some(unit) = person.unit {
        known::<Unit>(work, unit, "unit")?;
    }
    if let Some(site) = person.site {
        known::<Site>(work, site, "site")?;
    }
    let login = some(person.login).map(|login| login.to_lowercase());
    if login.as_ref().is_some_and(|login| login.len() > sign_in::LONGEST_LOGIN) {
        return Err(Problem::on("login", "problem-too-long"));
    }
    Ok(Person {
        // The site of the record and that of the person share a column.
        head: Head { site: person.site, ..person.head },
        name: person.name.split_whitespace().collect::<Vec<_>>().join(" "),
        staff_number: some(person.staff_number),
        login,
        post: some(person.post),
        phone: some(person.phone),
        email: some(person.email),
        started_on: some(person.started_on),
        roles: granted(&person.roles),
        ..person
    })
}

/// Refuses a link to what is not there. One that this very change makes is not yet readable and comes in by the program alone.
fn known<R: Record>(work: &Work, id: Id, field: &str) -> Result<()> {
    if work.actor().person.id == Id::nobody() {
        return Ok(());
    }
    match work.find::<R>(&id.to_string()) {
        Err(Problem::NotFound) => Err(Problem::on(field, "problem-choice")),
        other => other.map(|_| ()),
    }
}

/// Roles beyond being of the staff, each once, in one order.
fn granted(roles: &[Role]) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| *role != Role::Staff && roles.contains(role)).collect()
}

/// Whether anyone can sign in at all; an office without is waiting for its first account.
pub fn has_account(view: &kernel::actor::View) -> Result<bool> {
    Ok(view.number("SELECT count(*) FROM secret_password", vals![])? > 0)
}
