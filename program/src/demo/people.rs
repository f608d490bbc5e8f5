//! The sample office's sites, units and people, its hours and holidays.

use super::{Making, PASSWORD};
use anyhow::Result;
use desk::demo::Minute;
use kernel::calendar::{Calendar, Holiday, SETTING};
use kernel::change::Via;
use kernel::permission::Role;
use kernel::record::Head;
use office::demo::Role as DemoRole;
use office::person::Person;
use office::unit::{Site, Unit};

impl Making {
    pub(super) fn people_and_places(&mut self) -> Result<()> {
        let actor = self.app.itself(Via::Command, "");
        let at = super::moment_us(Minute::at(self.from_day, 7 * 60));
        let mut work = actor.work_at("office.found", at)?;
        for site in &self.office.sites {
            let island = if site.island == 'P' { "pemba" } else { "unguja" };
            let made = work.make(Site { name: site.name_sw.into(), letter: site.island.to_string(), island: island.into(), ..Site::default() })?;
            self.sites.push(made.head.id);
        }
        for unit in &self.office.units {
            let parent = unit.under.map(|under| self.units[under]);
            let head = Head { site: Some(self.sites[unit.site]), ..Head::default() };
            let made = work.make(Unit { head, name: unit.name_sw.into(), name_en: Some(unit.name_en.into()), parent, chief: None })?;
            self.units.push(made.head.id);
        }
        let holidays = office::demo::holidays(self.from_day, self.now.day() + 365);
        let holidays = holidays.iter().map(|holiday| Holiday { day: date(holiday.day), name: holiday.name_sw.into() }).collect();
        kernel::settings::set(&mut work, SETTING, serde_json::to_value(Calendar { holidays, ..Calendar::default() })?)?;
        work.commit()?;
        self.enter_people(at)?;
        self.app.settings.refresh(&*self.app.readers.snapshot()?)?;
        Ok(())
    }

    fn enter_people(&mut self, at: i64) -> Result<()> {
        let actor = self.app.itself(Via::Command, "");
        let mut work = actor.work_at("person.enter", at)?;
        for person in &self.office.people {
            let site = self.sites[person.site];
            let made = office::person::enter(
                &mut work,
                Person {
                    head: Head { site: Some(site), ..Head::default() },
                    name: person.name.clone(),
                    staff_number: Some(person.staff_number.clone()),
                    login: person.account.map(|account| account.user_name().to_owned()),
                    post: Some(person.post_sw.into()),
                    unit: Some(self.units[person.unit]),
                    site: Some(site),
                    roles: roles(person.role),
                    language: "sw".into(),
                    phone: person.extension.clone(),
                    email: Some(person.email.clone()),
                    started_on: Some(person.started.clone()),
                    state: "active".into(),
                },
            )?;
            if person.account.is_some() {
                kernel::sign_in::set_password(&mut work, made.head.id, PASSWORD)?;
            }
            self.people.push(made.head.id);
        }
        work.commit()?;
        let mut work = actor.work_at("unit.chief", at)?;
        for (unit, id) in self.office.units.iter().zip(&self.units) {
            let known: Unit = work.fetch(*id)?;
            work.save(&known, Unit { chief: Some(self.people[unit.head]), ..known.clone() })?;
        }
        work.commit()?;
        Ok(())
    }
}

pub(super) fn date(day: i32) -> jiff::civil::Date {
    let at = super::moment_us(Minute::at(day, 12 * 60));
    kernel::words::EAT.to_datetime(kernel::time::moment(at)).date()
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
