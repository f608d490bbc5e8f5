//! The desk's requests, each step a change of its own by the person who takes it: asked, given to an officer, answered, solved, confirmed.
//! One in ten is secret; those of the last weeks are still under way.

use super::words::{description, solution, subject};
use super::{DAY_US, HOUR_US, People, crew};
use anyhow::Result;
use desk::clock::Urgency;
use desk::request::{Asked, Request, open};
use kernel::actor::Actor;
use kernel::class::Class;
use kernel::id::Id;
use kernel::seed::Seed;

const CATEGORIES: &[(&str, u32)] = &[
    ("hardware", 20),
    ("program", 15),
    ("account", 14),
    ("network", 16),
    ("printer", 11),
    ("email", 9),
    ("court_link", 3),
    ("power", 4),
    ("security", 2),
    ("media", 2),
    ("training", 2),
    ("other", 2),
];
/// Of a hundred requests so many are secret, and so many confidential.
const SECRET: u64 = 10;
const CONFIDENTIAL: u64 = 4;
/// The last of a hundred, of which half are still under way: three in a hundred of all.
const RECENT: usize = 94;

/// How far a request has come.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Come {
    Asked,
    Assigned,
    Waiting,
    Resolved,
    Closed,
}

pub fn play(people: &People, count: usize, from: i64, now: i64) -> Result<()> {
    crew::together("requests", count, |n| {
        let mut seed = Seed::new(n as u64).fork("request");
        let at = from + (now - 3 * DAY_US - from) / count.max(1) as i64 * n as i64;
        let is_recent = n * 100 >= count * RECENT;
        let come =
            if is_recent && seed.chance(50) { *seed.pick(&[Come::Asked, Come::Assigned, Come::Assigned, Come::Waiting, Come::Resolved]) } else { Come::Closed };
        Played { people, asker: &people.askers[seed.below(people.askers.len() as u64) as usize], officer: people.officer(n), at, come }.play(&mut seed)
    })
}

struct Played<'a> {
    people: &'a People,
    asker: &'a Actor,
    officer: &'a Actor,
    at: i64,
    come: Come,
}

impl Played<'_> {
    fn play(&self, seed: &mut Seed) -> Result<()> {
        let (id, class) = self.ask(seed)?;
        if self.come < Come::Assigned {
            return Ok(());
        }
        // A secret one is given out by the head.
        let giver = if class >= Class::Secret { self.people.head() } else { self.officer };
        let officer = self.officer.person.id;
        step(giver, "request.assign", self.at + HOUR_US / 3, id, |work, request| request.assign(work, officer).map(drop))?;
        if class < Class::Secret && seed.chance(30) {
            step(self.officer, "request.comment", self.at + HOUR_US, id, |work, request| request.comment(work, "Tunakuja kuangalia.", false))?;
        }
        if self.come == Come::Waiting {
            return step(self.officer, "request.wait", self.at + 2 * HOUR_US, id, |work, request| request.wait_for(work, "Kipuri").map(drop));
        }
        if self.come >= Come::Resolved {
            let said = solution(seed);
            step(self.officer, "request.resolve", self.at + 3 * HOUR_US, id, |work, request| request.resolve(work, &said).map(drop))?;
        }
        if self.come == Come::Closed {
            step(self.asker, "request.confirm", self.at + DAY_US, id, |work, request| request.confirm(work).map(drop))?;
        }
        Ok(())
    }

    fn ask(&self, seed: &mut Seed) -> Result<(Id, Class)> {
        let is_own = seed.chance(60);
        let drawn = seed.below(100);
        let class = if drawn < SECRET {
            Class::Secret
        } else if drawn < SECRET + CONFIDENTIAL {
            Class::Confidential
        } else {
            Class::Internal
        };
        let has_common = seed.chance(30);
        let weights: Vec<u32> = CATEGORIES.iter().map(|category| category.1).collect();
        let urgency = [Urgency::Normal, Urgency::Low, Urgency::High, Urgency::Court][seed.weighted(&[70, 15, 13, 2])];
        let mut work = if is_own { self.asker } else { self.officer }.work_at("request.open", self.at)?;
        let asked = Asked {
            subject: subject(seed, has_common),
            description: description(seed, has_common),
            kind: if seed.chance(70) { "incident" } else { "request" }.into(),
            category: Some(CATEGORIES[seed.weighted(&weights)].0.into()),
            urgency,
            court_at: (urgency == Urgency::Court).then_some(self.at + 2 * DAY_US),
            channel: if is_own { "self" } else { "phone" }.into(),
            requester: (!is_own).then_some(self.asker.person.id),
            class,
            ..Asked::default()
        };
        let request = open(&mut work, asked)?;
        work.commit()?;
        Ok((request.head.id, class))
    }
}

fn step(actor: &Actor, verb: &str, at: i64, id: Id, take: impl FnOnce(&mut kernel::work::Work, &Request) -> kernel::problem::Result<()>) -> Result<()> {
    let mut work = actor.work_at(verb, at)?;
    let request: Request = work.fetch(id)?;
    take(&mut work, &request)?;
    work.commit()?;
    Ok(())
}
