//! What happens to one request of the demo after it is asked: who takes it, what is written, what it
//! waits for, how it ends. Times stay inside office hours and never pass the moment the demo shows.

use kernel::seed::Seed;

use super::hours::{Hours, Minute};
use super::template::{Language, Priority, Template, Waiting};

/// Who acts: the asker, or an officer by place in `Scene::officers`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    Asker,
    Officer(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Handed to an officer, by place in `Scene::officers`.
    Assign {
        to: usize,
    },
    Comment {
        text: String,
        internal: bool,
    },
    Wait {
        for_whom: Waiting,
        text: String,
    },
    Resume,
    Resolve {
        text: String,
    },
    /// The asker agrees; `on_behalf` when an officer enters it after a telephone call.
    Confirm {
        on_behalf: bool,
    },
    Reopen {
        text: String,
    },
    Withdraw {
        text: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub at: Minute,
    pub by: Voice,
    pub act: Act,
}

/// How far a request has come when the demo opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    New,
    Assigned,
    InProgress,
    Waiting,
    Resolved,
    Closed,
    Withdrawn,
}

/// What a timeline is made from.
pub(super) struct Story<'a> {
    pub template: &'a Template,
    pub hours: &'a Hours,
    pub entered_at: Minute,
    pub officer: usize,
    /// The asker's text with its slots filled, for every text of the template.
    pub fill: &'a dyn Fn(&str) -> String,
}

impl Story<'_> {
    /// The steps of a finished request; `quick` leaves out waiting, doubt and long silence.
    pub fn finished(&self, seed: &mut Seed, quick: bool) -> (Stage, Vec<Step>) {
        let mut told = Telling::new(self);
        if !quick && seed.chance(2) {
            told.wait_a_little(seed, 5, 90);
            told.asker(Act::Withdraw { text: self.say("Nimeshapata ufumbuzi, ahsante.", "It works again by itself, thank you.") });
            return (Stage::Withdrawn, told.steps);
        }
        told.taken(seed, quick);
        told.looked_at(seed, quick);
        if !quick && seed.chance(50) {
            told.held_up(seed);
        }
        told.resolved(seed);
        if !quick && seed.chance(7) {
            told.reopened(seed);
        }
        told.confirmed(seed, quick);
        (Stage::Closed, told.steps)
    }

    /// The steps of a request that stands at `stage` when the demo opens.
    pub fn open(&self, seed: &mut Seed, stage: Stage) -> Vec<Step> {
        let mut told = Telling::new(self);
        if stage == Stage::New {
            return told.steps;
        }
        told.taken(seed, true);
        if stage == Stage::Assigned {
            return told.steps;
        }
        told.looked_at(seed, true);
        match stage {
            Stage::Waiting => told.waits_for(),
            Stage::Resolved => told.resolved(seed),
            _ => {}
        }
        told.steps
    }

    fn say(&self, sw: &str, en: &str) -> String {
        if self.template.language == Language::English { en.to_owned() } else { sw.to_owned() }
    }
}

/// The story while it is told: the steps so far and the time of the last.
struct Telling<'a> {
    story: &'a Story<'a>,
    now: Minute,
    steps: Vec<Step>,
}

impl<'a> Telling<'a> {
    fn new(story: &'a Story<'a>) -> Self {
        Self { story, now: story.entered_at, steps: Vec::new() }
    }

    fn wait_a_little(&mut self, seed: &mut Seed, low: u64, high: u64) {
        self.now = self.story.hours.after(self.now, seed.between(low, high) as i64);
    }

    fn officer(&mut self, act: Act) {
        self.steps.push(Step { at: self.now, by: Voice::Officer(self.story.officer), act });
    }

    fn asker(&mut self, act: Act) {
        self.steps.push(Step { at: self.now, by: Voice::Asker, act });
    }

    fn comment(&mut self, by: Voice, text: &str, internal: bool) {
        let act = Act::Comment { text: (self.story.fill)(text), internal };
        self.steps.push(Step { at: self.now, by, act });
    }

    /// The head hands out every third request, officers take the others themselves.
    fn taken(&mut self, seed: &mut Seed, quick: bool) {
        let longest = match (self.story.template.priority, quick) {
            (Priority::Critical, _) => 9,
            (Priority::High, _) | (_, true) => 40,
            _ => 200,
        };
        self.wait_a_little(seed, 2, longest);
        let by = if seed.chance(33) { Voice::Officer(0) } else { Voice::Officer(self.story.officer) };
        self.steps.push(Step { at: self.now, by, act: Act::Assign { to: self.story.officer } });
    }

    fn looked_at(&mut self, seed: &mut Seed, quick: bool) {
        let officer = Voice::Officer(self.story.officer);
        if let Some((question, answer)) = self.story.template.exchange
            && !quick
            && seed.chance(60)
        {
            self.wait_a_little(seed, 3, 20);
            self.comment(officer, question, false);
            self.wait_a_little(seed, 4, 120);
            self.comment(Voice::Asker, answer, false);
        }
        self.wait_a_little(seed, 5, 25);
        if quick || seed.chance(55) {
            self.comment(officer, self.story.template.found, true);
        }
    }

    fn waits_for(&mut self) {
        let (for_whom, text) = self.story.template.waits.unwrap_or((Waiting::Asker, "Tunasubiri majibu ya mwombaji."));
        let text = (self.story.fill)(text);
        self.officer(Act::Wait { for_whom, text });
    }

    fn held_up(&mut self, seed: &mut Seed) {
        let Some((for_whom, _)) = self.story.template.waits else {
            return;
        };
        self.waits_for();
        let (low, high) = match for_whom {
            Waiting::Asker | Waiting::Approval => (1, 3),
            Waiting::LinkProvider => (0, 1),
            Waiting::Authority => (2, 9),
            Waiting::SparePart | Waiting::Supplier => (2, 14),
        };
        let days = seed.between(low, high) as i64;
        self.now = self.story.hours.after(self.now, days * Hours::LENGTH);
        self.wait_a_little(seed, 20, 200);
        self.officer(Act::Resume);
    }

    fn resolved(&mut self, seed: &mut Seed) {
        let (low, high) = self.story.template.effort;
        self.wait_a_little(seed, low, high);
        let text = (self.story.fill)(self.story.template.done);
        self.officer(Act::Resolve { text });
    }

    fn reopened(&mut self, seed: &mut Seed) {
        self.wait_a_little(seed, 30, 900);
        let text = self.story.say("Samahani, tatizo limerudi tena.", "Sorry, the trouble is back.");
        self.asker(Act::Reopen { text });
        self.wait_a_little(seed, 10, 120);
        let note = self.story.say("Nimefika tena na kukagua pamoja na mtumiaji.", "Went back and checked together with the user.");
        self.officer(Act::Comment { text: note, internal: false });
        self.resolved(seed);
    }

    fn confirmed(&mut self, seed: &mut Seed, quick: bool) {
        self.wait_a_little(seed, 3, if quick { 40 } else { 700 });
        if seed.chance(22) {
            self.officer(Act::Confirm { on_behalf: true });
            return;
        }
        if seed.chance(18) {
            let thanks = self.story.say("Ahsante sana, sasa inafanya kazi.", "Thank you very much, it works.");
            self.asker(Act::Comment { text: thanks, internal: false });
        }
        self.asker(Act::Confirm { on_behalf: false });
    }
}
