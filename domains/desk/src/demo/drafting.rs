//! Draws one request of the demo after another: its day, its words, its asker, and the officer who
//! takes it on. `plan` says how many and how far; this file only knows how one is made.

use kernel::seed::Seed;

use super::days::{Day, is_court_week};
use super::hours::{Hours, Minute, weekday};
use super::plan::{Channel, DeviceWish, Hearing, PlannedRequest, Scene};
use super::slots::Slots;
use super::template::{Category, Language, Priority, Storm, Template};
use super::templates;
use super::timeline::{Stage, Step, Story, Voice};

pub(super) struct Drafting<'a> {
    seed: Seed,
    scene: &'a Scene,
    hours: Hours,
    days: Vec<Day>,
    weights: Vec<u32>,
    templates: Vec<&'static Template>,
}

impl<'a> Drafting<'a> {
    pub fn new(seed: u64, scene: &'a Scene) -> Self {
        assert!(!scene.askers.is_empty() && !scene.officers.is_empty(), "a desk needs people on both sides");
        let mut seed = Seed::new(seed).fork("desk");
        let hours = Hours::new(&scene.closed);
        let open: Vec<i32> = (scene.from_day..=scene.now.day()).filter(|day| hours.is_open(*day)).collect();
        assert!(!open.is_empty(), "the demo's span has no open day");
        let days: Vec<Day> = open.iter().enumerate().map(|(past, number)| Day::draw(&mut seed, *number, past, open.len())).collect();
        let weights = days.iter().map(|day| day.weight).collect();
        Self { seed, scene, hours, days, weights, templates: templates::all() }
    }

    /// A request that came to its end before now.
    pub fn finished(&mut self) -> PlannedRequest {
        for attempt in 0..10_000 {
            let day = self.seed.weighted(&self.weights);
            let template = self.template_for(day);
            let asked_at = self.minute_of(self.days[day].number);
            let asker = self.asker_for(template);
            let mut draft = self.draft(template, asked_at, asker, None);
            // Days near the end have room for quick stories only.
            let quick = attempt > 0 || self.hours.span(asked_at, self.scene.now) < 20 * Hours::LENGTH;
            self.tell(&mut draft, |story, seed| story.finished(seed, quick));
            if draft.request.steps.last().is_some_and(|step| step.at < self.scene.now) {
                return draft.request;
            }
        }
        panic!("the demo's span leaves no room for finished requests");
    }

    /// A request still open now, asked `ago` (at least, at most) office minutes before.
    pub fn open(&mut self, stage: Stage, ago: (u64, u64), hearing: bool, guest: Option<usize>) -> PlannedRequest {
        let minutes = self.seed.between(ago.0, ago.1) as i64;
        let asked_at = self.hours.before(self.scene.now, minutes);
        let template = self.open_template(stage, hearing, guest.is_some());
        let asker = guest.unwrap_or_else(|| self.asker_for(template));
        let due = self.hours.after(self.scene.now, self.seed.between(25, 170) as i64);
        let mut draft = self.draft(template, asked_at, asker, hearing.then_some(due));
        self.tell(&mut draft, |story, seed| (stage, story.open(seed, stage)));
        let entered_at = draft.request.entered_at;
        squeeze(&mut draft.request.steps, entered_at, self.scene.now);
        draft.request
    }

    /// A guest of the demo sees everyday troubles of her own, in Swahili.
    fn open_template(&mut self, stage: Stage, hearing: bool, for_guest: bool) -> &'static Template {
        const EVERYDAY: [Category; 3] = [Category::Computer, Category::Account, Category::Program];
        let everyday = |template: &Template| template.language == Language::Swahili && EVERYDAY.contains(&template.category);
        let fits = |template: &&&Template| {
            template.hearing == hearing
                && (!for_guest || everyday(template))
                && (hearing || template.priority < Priority::Critical)
                && (stage != Stage::Waiting || template.waits.is_some())
                && template.storm.is_none()
        };
        let fitting: Vec<&'static Template> = self.templates.iter().filter(fits).copied().collect();
        fitting[self.seed.below(fitting.len() as u64) as usize]
    }

    /// On a bad day most ask about what broke; otherwise troubles of that sort are rare.
    fn template_for(&mut self, day: usize) -> &'static Template {
        let Day { number, storm, .. } = self.days[day];
        let everybody = storm.is_some() && self.seed.chance(60);
        let weight = |template: &&Template| match (everybody, template.storm) {
            (true, broke) => {
                if broke == storm {
                    template.weight
                } else {
                    0
                }
            }
            (false, Some(_)) => 1,
            (false, None) if template.hearing && is_court_week(number) => template.weight * 9,
            (false, None) => template.weight * 3,
        };
        let weights: Vec<u32> = self.templates.iter().map(weight).collect();
        self.templates[self.seed.weighted(&weights)]
    }

    /// Busy from eight to ten and after the midday break; nobody asks during Friday prayer.
    fn minute_of(&mut self, day: i32) -> Minute {
        const BY_HOUR: [u32; 8] = [9, 22, 19, 14, 10, 8, 12, 6];
        let hour = self.seed.weighted(&BY_HOUR) as i64;
        let minute = Hours::OPENS + hour * 60 + self.seed.below(60) as i64;
        let prayer = weekday(day) == 4 && (12 * 60..14 * 60).contains(&minute);
        Minute::at(day, if prayer { minute - 3 * 60 } else { minute })
    }

    /// A place in `scene.askers`; some ask far more often than others, and the link to Pemba breaks for Pemba.
    fn asker_for(&mut self, template: &Template) -> usize {
        let pemba_only = template.storm == Some(Storm::PembaLink);
        let askers = &self.scene.askers;
        let places: Vec<usize> = (0..askers.len()).filter(|place| !pemba_only || askers[*place].island == 'P').collect();
        let places = if places.is_empty() { (0..askers.len()).collect() } else { places };
        if let Some(guest) = self.scene.guest
            && places.contains(&guest)
            && self.seed.chance(1)
        {
            return guest;
        }
        // The lower of two draws, then scattered, so that frequent askers sit in every unit.
        let drawn = self.seed.below(places.len() as u64).min(self.seed.below(places.len() as u64));
        places[(drawn as usize * 89 + 7) % places.len()]
    }

    /// A place in `scene.officers`: Pemba's own for Pemba, otherwise mostly the officers, seldom the head.
    fn officer_for(&mut self, island: char, template: &Template) -> usize {
        let officers = &self.scene.officers;
        let weight = |(place, officer): (usize, &super::plan::OfficerSeat)| {
            let near = if officer.island == island { 30 } else { 2 };
            if place == 0 && template.priority < Priority::High { 2 } else { near }
        };
        let weights: Vec<u32> = officers.iter().enumerate().map(weight).collect();
        self.seed.weighted(&weights)
    }

    fn channel_for(&mut self, template: &Template) -> Channel {
        let weights = if template.priority == Priority::Critical { [25, 60, 15] } else { [58, 27, 15] };
        [Channel::Own, Channel::Telephone, Channel::WalkIn][self.seed.weighted(&weights)]
    }

    /// `due` names the hour of a hearing that is still to come.
    fn draft(&mut self, template: &'static Template, asked_at: Minute, asker: usize, due: Option<Minute>) -> Draft {
        let seat = &self.scene.askers[asker];
        let wait = self.seed.between(3, 20) as i64 * 15;
        let at = due.unwrap_or_else(|| self.hours.after(asked_at, wait));
        // Courts call cases on the quarter of an hour.
        let at = Minute(at.0 - at.0.rem_euclid(15) + 15);
        let mut slots = Slots::draw(&mut self.seed, &seat.room, seat.island);
        slots.hour = at.clock();
        let officer = self.officer_for(seat.island, template);
        let channel = self.channel_for(template);
        let later = if channel != Channel::Own && self.seed.chance(35) { self.seed.between(20, 260) as i64 } else { 0 };
        let request = PlannedRequest {
            template,
            subject: slots.fill(template.subject),
            description: slots.fill(template.description),
            asker: seat.person,
            channel,
            asked_at,
            // What is still open was noted by now, however busy the officer was.
            entered_at: self.hours.after(asked_at, later).min(self.scene.now).max(asked_at),
            entered_by: if channel == Channel::Own { Voice::Asker } else { Voice::Officer(officer) },
            device: template.about.map(|sort| DeviceWish { sort, draw: self.seed.next() >> 1 }),
            priority: self.priority_of(template),
            hearing: template.hearing.then_some(Hearing { court: slots.court, at }),
            stage: Stage::New,
            steps: Vec::new(),
        };
        Draft { request, officer, slots }
    }

    /// Now and then the officer sees it otherwise than the sort of request suggests.
    fn priority_of(&mut self, template: &Template) -> Priority {
        match template.priority {
            Priority::Normal if self.seed.chance(12) => Priority::High,
            Priority::Normal if self.seed.chance(10) => Priority::Low,
            Priority::Low if self.seed.chance(15) => Priority::Normal,
            priority => priority,
        }
    }

    fn tell(&mut self, draft: &mut Draft, ending: impl Fn(&Story, &mut Seed) -> (Stage, Vec<Step>)) {
        let story = Story {
            template: draft.request.template,
            hours: &self.hours,
            entered_at: draft.request.entered_at,
            officer: draft.officer,
            fill: &|text| draft.slots.fill(text),
        };
        let (stage, steps) = ending(&story, &mut self.seed);
        (draft.request.stage, draft.request.steps) = (stage, steps);
    }
}

/// A request being made, with what fills its texts.
struct Draft {
    request: PlannedRequest,
    officer: usize,
    slots: Slots,
}

/// Brings steps that would lie after `now` back between `start` and `now`, in their order.
fn squeeze(steps: &mut [Step], start: Minute, now: Minute) {
    let Some(last) = steps.last().map(|step| step.at) else {
        return;
    };
    if last < now {
        return;
    }
    let parts = steps.len() as i64 + 1;
    for (place, step) in steps.iter_mut().enumerate() {
        step.at = Minute(start.0 + (now.0 - start.0) * (place as i64 + 1) / parts);
    }
}
