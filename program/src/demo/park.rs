//! The sample office's machines: registered when bought, handed over, and reported by their agents through the agents' own door.

use super::{Event, Making, What};
use agents::Headers;
use anyhow::{Result, bail};
use desk::demo::{DeviceSort, Minute};
use inventory::demo::{Condition, DemoDevice, Holder, Place, Sort, State, Trade, park, printer_json, report_xml};
use inventory::device::{Device, Typed, register};
use inventory::enrolment::{DEFAULT_PER_HOUR, Enrolment, enrol};
use inventory::handover::{Said, hand_over};
use kernel::attached::keep;
use kernel::id::Id;
use kernel::record::Head;
use office::demo::Role;

/// A scribble that is nobody's.
const SIGNATURE: &[u8] = include_bytes!("signature.png");

/// Something that happens to a device.
#[derive(Clone, Copy)]
pub struct Happening {
    device: usize,
    what: Act,
}

#[derive(Clone, Copy)]
enum Act {
    Register,
    HandOver,
    Report(u32),
    /// What the register says at the end: in the store, broken, lost, written off.
    Settle,
}

/// The devices, and the records they became.
pub struct Devices {
    pub park: Vec<DemoDevice>,
    pub records: Vec<Option<Id>>,
}

impl Devices {
    pub fn new(park: Vec<DemoDevice>) -> Self {
        let records = vec![None; park.len()];
        Self { park, records }
    }

    /// The asker's own device of a sort, or one of the office's.
    pub fn wished(&self, asker: usize, sort: DeviceSort, draw: u64) -> Option<(Id, &str)> {
        let fits = |device: &DemoDevice| match sort {
            DeviceSort::Computer => device.sort.is_computer() && device.sort != Sort::Server,
            DeviceSort::Laptop => device.sort == Sort::Laptop,
            DeviceSort::Printer => matches!(device.sort, Sort::Printer | Sort::Copier),
            DeviceSort::Scanner => device.sort == Sort::Scanner,
            DeviceSort::Phone => device.sort == Sort::Phone,
            DeviceSort::Switch => device.sort == Sort::Switch,
            DeviceSort::AccessPoint => device.sort == Sort::AccessPoint,
            DeviceSort::Ups => device.sort == Sort::Ups,
            DeviceSort::Server => device.sort == Sort::Server,
        };
        let there = |n: usize| self.records[n].map(|id| (id, self.park[n].name.as_str()));
        let own = (0..self.park.len()).find(|n| self.park[*n].holder == Some(asker) && fits(&self.park[*n]) && self.records[*n].is_some());
        let all: Vec<usize> = (0..self.park.len()).filter(|n| fits(&self.park[*n]) && self.records[*n].is_some()).collect();
        own.and_then(there).or_else(|| all.get((draw % all.len().max(1) as u64) as usize).copied().and_then(there))
    }
}

impl Making {
    /// The token that the sample's agents report with, good for every site.
    pub(super) fn enrolment(&self) -> Result<String> {
        const FIVE_YEARS_US: i64 = 5 * 366 * 24 * 60 * super::MINUTE_US;
        let head = self.officer(0)?;
        let mut work = head.work("enrolment.make")?;
        let ends_at = kernel::app::Clock::System.now().max(super::moment_us(self.now)) + FIVE_YEARS_US;
        let name = "Kompyuta zote za afisi".to_owned();
        let (_, secret) =
            enrol(&mut work, Enrolment { name, site: self.sites.first().copied(), reports_per_hour: DEFAULT_PER_HOUR * 50, ends_at, ..Enrolment::default() })?;
        work.commit()?;
        Ok(secret)
    }

    pub(super) fn park(&mut self, seed: u64) -> Result<(Vec<DemoDevice>, Vec<Event>)> {
        let places: Vec<Place> = (0..self.office.sites.len()).map(|site| self.place(site)).collect();
        let park = park(seed, &places, self.now.day());
        let mut events = Vec::new();
        for (n, device) in park.iter().enumerate() {
            let mut at = |day: i32, minute: i64, what| {
                let day = day.max(self.from_day);
                if Minute::at(day, minute) < self.now {
                    events.push(Event { at: Minute::at(day, minute).0, what: What::Device(Happening { device: n, what }) });
                }
            };
            let bought = device.bought_day.max(self.from_day) + self.seed.below(5) as i32;
            let minute = 8 * 60 + self.seed.below(300) as i64;
            at(bought, minute, Act::Register);
            if device.holder.is_some() && matches!(device.state, State::InUse | State::UnderRepair) {
                at(bought + 1, minute + 30, Act::HandOver);
            }
            // Three reports tell a machine's story well enough: the first, one between, the newest.
            let first = device.machine.as_ref().map_or(bought, |machine| machine.installed_day.max(bought)) + 2;
            let last = self.now.day() - 1 - self.seed.below(6) as i32;
            for (day, step) in [(first, 0), ((first + last) / 2, 6), (last, 12)] {
                if device.machine.is_some() || device.pages.is_some() {
                    at(day, minute + 60 + i64::from(step), Act::Report(step));
                }
            }
            if device.state != State::InUse {
                at(self.now.day() - 20, minute + 200, Act::Settle);
            }
        }
        Ok((park, events))
    }

    fn place(&self, site: usize) -> Place {
        let here = &self.office.sites[site];
        let holders = self.office.people.iter().enumerate().filter(|(_, person)| person.site == site && person.uses_computer);
        Place {
            code: here.code.into(),
            island: here.island,
            network: here.network.into(),
            rooms: here.rooms.iter().map(|room| (*room).to_owned()).collect(),
            holders: holders
                .map(|(index, person)| Holder {
                    person: index,
                    room: person.room.into(),
                    login: person.email.split('@').next().unwrap_or_default().into(),
                    senior: person.grade >= 8,
                    trade: trade(person.role, person.post_sw),
                })
                .collect(),
        }
    }

    pub(super) fn happens(&mut self, devices: &mut Devices, happening: &Happening, token: &str) -> Result<()> {
        let device = &devices.park[happening.device];
        let record = devices.records[happening.device];
        match (happening.what, record) {
            (Act::Register, _) => devices.records[happening.device] = Some(self.registered(device)?),
            (Act::HandOver, Some(id)) => {
                let Some(holder) = device.holder else { return Ok(()) };
                let officer = self.officer(1 + happening.device % 3)?;
                let mut work = officer.work("handover.hand_over")?;
                let known: Device = work.fetch(id)?;
                // A few slips are still out: somebody has to ask for them.
                let is_signed = !happening.device.is_multiple_of(40);
                let signature = is_signed.then(|| keep(&self.app, "saini.png", "image/png", SIGNATURE)).transpose()?;
                hand_over(&mut work, &[known], self.people[holder], Said { condition: Some("Vizima".into()), signature, ..Said::default() })?;
                work.commit()?;
            }
            (Act::Report(step), Some(_)) => self.reported(device, step, token)?,
            (Act::Settle, Some(id)) => {
                let officer = self.officer(1)?;
                let mut work = officer.work("device.correct")?;
                let known: Device = work.fetch(id)?;
                work.save(&known, Device { state: state(device.state).into(), ..known.clone() })?;
                work.commit()?;
            }
            (_, None) => {}
        }
        Ok(())
    }

    fn registered(&self, device: &DemoDevice) -> Result<Id> {
        let officer = self.officer(1)?;
        let mut work = officer.work("device.register")?;
        let made = register(
            &mut work,
            Typed {
                name: device.name.clone(),
                tag: Some(device.asset_tag.clone()),
                kind: kind(device.sort).into(),
                state: "in_store".into(),
                place: Some(device.room.clone()),
                manufacturer: Some(device.maker.into()),
                model: Some(device.model.into()),
                serial: Some(device.serial.clone()),
                bought_on: Some(super::people::date(device.bought_day).to_string()),
                price_tzs: i64::try_from(device.price_tzs).ok(),
                funder: Some(device.funder.into()),
                warranty_until: Some(super::people::date(device.bought_day + 365 * i32::from(device.warranty_years)).to_string()),
                condition: Some(condition(device.condition).into()),
                site: self.sites.get(device.place).copied(),
                ..Typed::default()
            },
        )?;
        let known = made.clone();
        // What stands in a room and is nobody's own is in use from the first day.
        if device.holder.is_none() && device.state == State::InUse {
            work.save(&known, Device { head: Head { ..known.head.clone() }, state: "in_use".into(), ..known.clone() })?;
        }
        work.commit()?;
        Ok(made.head.id)
    }

    fn reported(&self, device: &DemoDevice, step: u32, token: &str) -> Result<()> {
        let day = i32::try_from(self.app.now() / (24 * 60 * super::MINUTE_US)).unwrap_or(0);
        let (body, client) = match device.machine {
            Some(_) => (report_xml(device, step, day), "FusionInventory-Agent_v2.6-3"),
            None => (printer_json(device, step, day), "GLPI-Agent_v1.11"),
        };
        if body.is_empty() {
            return Ok(());
        }
        let address = device.address.clone().unwrap_or_default();
        let answer = inventory::agent::take(&self.app, token, &address, &Headers { user_agent: client, ..Headers::default() }, body.as_bytes());
        if answer.status != 200 {
            bail!("the report of {} was answered {}: {}", device.name, answer.status, String::from_utf8_lossy(&answer.body));
        }
        Ok(())
    }
}

fn trade(role: Role, post: &str) -> Trade {
    match role {
        Role::Officer | Role::Technician | Role::HeadOfIct => Trade::Ict,
        Role::Clerk if post.contains("asibu") => Trade::Accounts,
        Role::Clerk => Trade::Registry,
        _ if post.contains("akili") || post.contains("ashtaka") => Trade::Prosecutor,
        _ => Trade::Other,
    }
}

fn kind(sort: Sort) -> &'static str {
    match sort {
        Sort::Desktop => "desktop",
        Sort::Laptop => "laptop",
        Sort::Server => "server",
        Sort::Printer | Sort::Copier => "printer",
        Sort::Scanner => "scanner",
        Sort::Switch => "switch",
        Sort::AccessPoint => "access_point",
        Sort::Ups => "ups",
        Sort::Phone => "phone",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::InUse => "in_use",
        State::InStore => "in_store",
        State::UnderRepair => "under_repair",
        State::Lost => "lost",
        State::Disposed => "disposed",
    }
}

fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Good => "good",
        Condition::Fair => "worn",
        Condition::Poor => "broken",
    }
}
