//! How people come to a password: the first account of a new office by a link printed on the server, later ones by a link that the head hands
//! over. A link is for one use and half an hour; only its hash is kept.

use crate::person::{Person, enter, has_account};
use crate::setting::{NAME, UNIT, keep};
use crate::unit::{Site, Unit};
use kernel::actor::Actor;
use kernel::app::App;
use kernel::change::Via;
use kernel::id::Id;
use kernel::permission::Role;
use kernel::problem::{FieldProblem, Problem, Result};
use kernel::record::{Head, Record};
use kernel::sign_in::{password, session, set_password, throttle, token};
use kernel::{vals, words};
use std::sync::Arc;

/// Minutes in which a one-time link must be used.
pub const LINK_MINUTES: i64 = 30;
const MINUTE_US: i64 = 60_000_000;
/// Those who need the link have just asked for it; an older one of the same purpose is void.
const VOID: &str = "DELETE FROM secret_token WHERE purpose = ?1 AND subject = ?2";

/// The address (path alone) at which a new office makes its first account; none when someone can sign in already.
pub fn first_link(app: &Arc<App>) -> Result<Option<String>> {
    if has_account(&app.itself(Via::Command, "").view()?)? {
        return Ok(None);
    }
    Ok(Some(format!("/first/{}", one_time(app, token::FIRST_ACCOUNT, "")?)))
}

/// The address at which one person sets a password, for a slip that is handed over.
pub fn reset_link(app: &Arc<App>, person: Id) -> Result<String> {
    Ok(format!("/reset/{}", one_time(app, token::RESET, &person.to_string())?))
}

fn one_time(app: &Arc<App>, purpose: &'static str, subject: &str) -> Result<String> {
    let void = subject.to_owned();
    app.writer.note(move |conn| conn.run(VOID, vals![purpose, void]).map(|_| ()))?;
    token::issue(app, purpose, subject, app.now() + LINK_MINUTES * MINUTE_US)
}

/// What the first person of a new office says.
#[derive(Clone, Debug, Default)]
pub struct Founding {
    pub office: String,
    pub unit: String,
    pub site: String,
    pub island: String,
    pub name: String,
    pub login: String,
    pub password: String,
    pub language: String,
}

impl Founding {
    /// Refuses what would fail later, while the link is still unused.
    fn check(&self) -> Result<()> {
        let texts = [("office", &self.office), ("unit", &self.unit), ("site", &self.site), ("name", &self.name), ("login", &self.login)];
        let missing = texts.into_iter().filter(|(_, text)| text.is_empty());
        let problems: Vec<_> = missing.map(|(field, _)| FieldProblem { field: field.into(), key: "problem-required".into() }).collect();
        if !problems.is_empty() {
            return Err(Problem::Fields(problems));
        }
        if !["unguja", "pemba"].contains(&self.island.as_str()) {
            return Err(Problem::on("island", "problem-choice"));
        }
        password::acceptable(&self.password, &self.name)
    }
}

/// Founds the office: its names, first site and unit, and the person who heads the unit and administers the system. Takes the link.
pub fn found(app: &Arc<App>, secret: &str, founding: &Founding, from: &str) -> Result<Id> {
    if token::subject(app, token::FIRST_ACCOUNT, secret)?.is_none() {
        return Err(Problem::NotFound);
    }
    founding.check()?;
    token::take(app, token::FIRST_ACCOUNT, secret)?;
    let mut work = app.itself(Via::Page, from).work("office.found")?;
    keep(&mut work, NAME, founding.office.clone().into())?;
    keep(&mut work, UNIT, founding.unit.clone().into())?;
    let letter = if founding.island == "pemba" { "P" } else { "U" };
    let site = Site { head: Head::default(), name: founding.site.clone(), letter: letter.into(), island: founding.island.clone() }.enter(&mut work)?;
    let at_site = || Head { site: Some(site.id()), ..Head::default() };
    let unit = Unit { head: at_site(), name: founding.unit.clone(), ..Unit::default() }.enter(&mut work)?;
    let person = Person {
        name: founding.name.clone(),
        login: Some(founding.login.clone()),
        unit: Some(unit.id()),
        site: Some(site.id()),
        roles: vec![Role::Head, Role::Administrator],
        language: founding.language.clone(),
        state: "active".into(),
        ..Person::default()
    };
    let person = enter(&mut work, person)?;
    set_password(&mut work, person.id(), &founding.password)?;
    work.commit()?;
    app.settings.refresh(&*app.readers.snapshot()?)?;
    Ok(person.id())
}

/// Whose password a link sets, while it may still be used.
pub fn reset_for(app: &Arc<App>, secret: &str) -> Result<(kernel::actor::Person, words::Lang)> {
    let subject = token::subject(app, token::RESET, secret)?.ok_or(Problem::NotFound)?;
    let id = Id::parse(&subject).ok_or(Problem::NotFound)?;
    session::person_of(&*app.readers.snapshot()?, id)?.ok_or(Problem::NotFound)
}

/// Sets the password that its owner has chosen and takes the link; whoever was signed in as this person is no longer.
pub fn reset(app: &Arc<App>, secret: &str, new: &str, from: &str) -> Result<()> {
    let (person, lang) = reset_for(app, secret)?;
    password::acceptable(new, &person.name)?;
    token::take(app, token::RESET, secret)?;
    let id = person.id;
    let mut work = Actor::of(app, person, lang, Via::Page, from).work("person.password")?;
    set_password(&mut work, id, new)?;
    work.also("DELETE FROM work_session WHERE person = ?1", vals![id]);
    let login = work.one("SELECT login FROM rec_person WHERE id = ?1", vals![id], |row| row.text("login"))?.unwrap_or_default();
    work.commit()?;
    throttle::forget_account(app, &login)
}
