//! The sites, units and about 300 people of the sample office, as records; a few of each role can sign in.

use super::{Accounts, PASSWORD, actor};
use anyhow::Result;
use kernel::actor::Actor;
use kernel::app::App;
use kernel::calendar::{Calendar, SETTING};
use kernel::change::Via;
use kernel::id::Id;
use kernel::permission::Role;
use kernel::record::Head;
use office::demo::Role as DemoRole;
use office::person::{Person, enter};
use office::unit::{Site, Unit};
use std::sync::Arc;

/// Seed of the sample office's people.
const SEED: u64 = 1;
/// So many of each role can sign in.
const STAFF: usize = 4;
const HEADS: usize = 2;

pub struct People {
    pub sites: Vec<Id>,
    /// Everybody outside the ICT unit who uses a computer.
    pub askers: Vec<Actor>,
    /// The ICT unit, its head first.
    pub unit: Vec<Actor>,
    pub accounts: Accounts,
}

impl People {
    /// The head of the ICT unit.
    pub fn head(&self) -> &Actor {
        &self.unit[0]
    }

    /// One of the officers.
    pub fn officer(&self, n: usize) -> &Actor {
        &self.unit[1 + n % (self.unit.len() - 1)]
    }
}

pub fn found(app: &Arc<App>, at: i64) -> Result<People> {
    let office = office::demo::office(SEED);
    let program = app.itself(Via::Command, "");
    let mut work = program.work_at("office.found", at)?;
    let (mut sites, mut units, mut people) = (Vec::new(), Vec::<Id>::new(), Vec::new());
    for site in &office.sites {
        let island = if site.island == 'P' { "pemba" } else { "unguja" };
        let made = work.make(Site { name: site.name_sw.into(), letter: site.island.to_string(), island: island.into(), ..Site::default() })?;
        sites.push(made.head.id);
    }
    for unit in &office.units {
        let head = Head { site: Some(sites[unit.site]), ..Head::default() };
        let parent = unit.under.map(|under| units[under]);
        units.push(work.make(Unit { head, name: unit.name_sw.into(), name_en: Some(unit.name_en.into()), parent, chief: None })?.head.id);
    }
    kernel::settings::set(&mut work, SETTING, serde_json::to_value(Calendar::default())?)?;
    work.commit()?;
    let ict = office.ict();
    let mut accounts = Accounts { staff: Vec::new(), heads: Vec::new(), officers: Vec::new() };
    let mut work = program.work_at("person.enter", at)?;
    for (n, person) in office.people.iter().enumerate() {
        let login = login(&mut accounts, person, ict.contains(&n));
        let site = Some(sites[person.site]);
        let entered = enter(
            &mut work,
            Person {
                head: Head { site, ..Head::default() },
                name: person.name.clone(),
                staff_number: Some(person.staff_number.clone()),
                login: login.clone(),
                post: Some(person.post_sw.into()),
                unit: Some(units[person.unit]),
                site,
                roles: roles(person.role),
                language: "sw".into(),
                phone: person.extension.clone(),
                email: Some(person.email.clone()),
                started_on: Some(person.started.clone()),
                state: "active".into(),
            },
        )?;
        if login.is_some() {
            kernel::sign_in::set_password(&mut work, entered.head.id, PASSWORD)?;
        }
        people.push(entered.head.id);
    }
    work.commit()?;
    app.settings.refresh(&*app.readers.snapshot()?)?;
    let askers = (0..people.len()).filter(|n| office.people[*n].uses_computer && !ict.contains(n));
    let askers = askers.map(|n| actor(app, people[n])).collect::<Result<Vec<_>>>()?;
    let unit = ict.iter().map(|n| actor(app, people[*n])).collect::<Result<Vec<_>>>()?;
    Ok(People { sites, askers, unit, accounts })
}

/// The sign-in name of those who get one, noted by role.
fn login(accounts: &mut Accounts, person: &office::demo::Person, is_ict: bool) -> Option<String> {
    let (list, most) = match person.role {
        DemoRole::Staff if person.uses_computer => (&mut accounts.staff, STAFF),
        DemoRole::HeadOfUnit => (&mut accounts.heads, HEADS),
        DemoRole::Officer | DemoRole::Technician if is_ict => (&mut accounts.officers, usize::MAX),
        _ => return None,
    };
    if list.len() >= most {
        return None;
    }
    let login = person.email.split('@').next()?.to_owned();
    list.push(login.clone());
    Some(login)
}

fn roles(role: DemoRole) -> Vec<Role> {
    match role {
        DemoRole::Staff => vec![Role::Staff],
        DemoRole::Clerk => vec![Role::Staff, Role::Clerk],
        DemoRole::HeadOfUnit => vec![Role::Staff, Role::DepartmentHead],
        DemoRole::Technician | DemoRole::Officer => vec![Role::Staff, Role::Officer],
        DemoRole::HeadOfIct => vec![Role::Staff, Role::Officer, Role::Head, Role::DepartmentHead],
        DemoRole::Director => vec![Role::Staff, Role::Director],
        DemoRole::Auditor => vec![Role::Staff, Role::Auditor],
    }
}
