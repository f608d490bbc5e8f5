//! The sample office's requests, each step played by the person who takes it.

use super::park::Devices;
use super::{Making, moment_us};
use anyhow::Result;
use desk::clock::Urgency;
use desk::demo::{Act, Asker, Category, Channel, Kind, Moment, OfficerSeat, PlannedRequest, Priority, Scene, Voice, Waiting, plan};
use desk::request::{Asked, Request, open};
use kernel::actor::Actor;
use kernel::class::Class;
use kernel::id::Id;

/// The plan, and the records it became.
pub struct Requests {
    plan: Vec<PlannedRequest>,
    records: Vec<Option<(Id, String)>>,
}

impl Requests {
    pub fn new(plan: Vec<PlannedRequest>) -> Self {
        let records = vec![None; plan.len()];
        Self { plan, records }
    }
}

impl Making {
    pub(super) fn requests(&self, seed: u64) -> Vec<PlannedRequest> {
        let ict = self.office.ict();
        let island = |person: usize| self.office.sites[self.office.people[person].site].island;
        let askers: Vec<usize> = (0..self.office.people.len()).filter(|person| self.office.people[*person].uses_computer && !ict.contains(person)).collect();
        let guest = self.office.owner(office::demo::Account::Staff);
        let scene = Scene {
            guest: askers.iter().position(|person| *person == guest),
            askers: askers.iter().map(|person| Asker { person: *person, island: island(*person), room: self.office.people[*person].room.into() }).collect(),
            officers: ict.iter().map(|person| OfficerSeat { person: *person, island: island(*person) }).collect(),
            from_day: self.from_day + 3,
            now: self.now,
            closed: office::demo::holidays(self.from_day, self.now.day()).iter().map(|holiday| holiday.day).collect(),
            how_many: super::REQUESTS,
        };
        plan(seed, &scene)
    }

    pub(super) fn plays(&mut self, requests: &mut Requests, devices: &Devices, moment: Moment) -> Result<()> {
        let planned = &requests.plan[moment.request];
        match (moment.step, &requests.records[moment.request]) {
            (None, _) => requests.records[moment.request] = Some(self.asks(planned, devices)?),
            (Some(step), Some((id, device))) => {
                let step = &planned.steps[step];
                let actor = self.voice(planned, step.by)?;
                self.steps(&actor, planned, *id, device, &step.act)?;
            }
            (Some(_), None) => {}
        }
        Ok(())
    }

    fn voice(&self, planned: &PlannedRequest, voice: Voice) -> Result<Actor> {
        match voice {
            Voice::Asker => self.actor(planned.asker),
            Voice::Officer(seat) => self.officer(seat),
        }
    }

    fn asks(&self, planned: &PlannedRequest, devices: &Devices) -> Result<(Id, String)> {
        let device = planned.device.and_then(|wish| devices.wished(planned.asker, wish.sort, wish.draw));
        let name = device.map_or("kompyuta yangu", |(_, name)| name).to_owned();
        let text = |text: &str| PlannedRequest::with_device(text, &name);
        let own = planned.channel == Channel::Own;
        let actor = self.voice(planned, planned.entered_by)?;
        let mut work = actor.work("request.open")?;
        let later = (planned.asked_at < planned.entered_at).then(|| moment_us(planned.asked_at));
        let request = open(
            &mut work,
            Asked {
                subject: text(&planned.subject),
                description: text(&planned.description),
                kind: kind(planned.template.kind).into(),
                category: Some(category(planned.template.category).into()),
                urgency: urgency(planned.priority, planned.hearing.is_some()),
                court_at: planned.hearing.map(|hearing| moment_us(hearing.at)),
                channel: channel(planned.channel).into(),
                requester: (!own).then(|| self.people[planned.asker]),
                device: device.map(|(id, _)| id),
                class: if planned.template.category == Category::Security { Class::Confidential } else { Class::Internal },
                happened_at: later,
            },
        )?;
        work.commit()?;
        Ok((request.head.id, name))
    }

    fn steps(&self, actor: &Actor, planned: &PlannedRequest, id: Id, device: &str, act: &Act) -> Result<()> {
        let text = |text: &str| PlannedRequest::with_device(text, device);
        let mut work = actor.work(verb(act))?;
        let request: Request = work.fetch(id)?;
        match act {
            Act::Assign { to } => {
                let ict = self.office.ict();
                request.assign(&mut work, self.people[ict[to % ict.len()]]).map(|_| ())?;
            }
            Act::Comment { text: said, internal } => request.comment(&mut work, &text(said), *internal)?,
            Act::Wait { for_whom, text: said } => {
                request.wait_for(&mut work, whom(*for_whom)).map(|_| ())?;
                work.because(&text(said));
            }
            Act::Resume => request.resume(&mut work).map(|_| ())?,
            Act::Resolve { text: said } => request.resolve(&mut work, &text(said)).map(|_| ())?,
            Act::Confirm { on_behalf } => {
                if *on_behalf {
                    work.on_behalf_of(self.people[planned.asker]);
                }
                request.confirm(&mut work).map(|_| ())?;
            }
            Act::Reopen { text: said } => request.reopen(&mut work, &text(said)).map(|_| ())?,
            Act::Withdraw { text: said } => request.withdraw(&mut work, &text(said)).map(|_| ())?,
        }
        work.commit()?;
        Ok(())
    }
}

fn verb(act: &Act) -> &'static str {
    match act {
        Act::Assign { .. } => "request.assign",
        Act::Comment { .. } => "request.comment",
        Act::Wait { .. } => "request.wait",
        Act::Resume => "request.resume",
        Act::Resolve { .. } => "request.resolve",
        Act::Confirm { .. } => "request.confirm",
        Act::Reopen { .. } => "request.reopen",
        Act::Withdraw { .. } => "request.withdraw",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Incident => "incident",
        Kind::Request => "request",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Own => "self",
        Channel::Telephone => "phone",
        Channel::WalkIn => "walk_in",
    }
}

fn urgency(priority: Priority, hearing: bool) -> Urgency {
    match priority {
        _ if hearing => Urgency::Court,
        Priority::Critical | Priority::High => Urgency::High,
        Priority::Normal => Urgency::Normal,
        Priority::Low => Urgency::Low,
    }
}

fn category(category: Category) -> &'static str {
    match category {
        Category::Computer => "hardware",
        Category::Printing => "printer",
        Category::Account | Category::People => "account",
        Category::Mail => "email",
        Category::Network | Category::Telephone => "network",
        Category::Hearing => "court_link",
        Category::Program => "program",
        Category::Security => "security",
        Category::Power => "power",
    }
}

fn whom(waiting: Waiting) -> &'static str {
    match waiting {
        Waiting::Asker => "Mwombaji",
        Waiting::SparePart => "Kipuri",
        Waiting::Supplier => "Msambazaji",
        Waiting::Authority => "eGAZ",
        Waiting::LinkProvider => "Mtoa huduma wa mtandao",
        Waiting::Approval => "Idhini",
    }
}
