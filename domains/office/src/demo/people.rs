//! The demo's people: who has which post where, with names, numbers and telephones that look like
//! the office's and belong to nobody. It knows no passwords and no records.

use std::collections::HashSet;

use kernel::seed::Seed;

use super::names::{FAMILIES, MEN, WOMEN};
use super::posts::{Post, STAFFING};
use super::structure::{Site, Unit};

/// What a person may do in the program; the default rights of DOMAIN.md, section 3.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    Staff,
    /// Registry, personnel, planning, accounts, procurement and stores: their step only.
    Clerk,
    /// Head of a department, division, unit or region, and the Pemba coordinator.
    HeadOfUnit,
    Technician,
    Officer,
    HeadOfIct,
    Director,
    Auditor,
}

/// The five people of the demo who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Account {
    Staff,
    Officer,
    Head,
    Director,
    Auditor,
}

impl Account {
    pub const ALL: [Self; 5] = [Self::Staff, Self::Officer, Self::Head, Self::Director, Self::Auditor];

    /// The name typed at sign-in.
    pub fn user_name(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Officer => "officer",
            Self::Head => "head",
            Self::Director => "director",
            Self::Auditor => "auditor",
        }
    }
}

/// The title before a name in letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Honorific {
    Mheshimiwa,
    Bwana,
    Bibi,
}

impl Honorific {
    pub fn short(self) -> &'static str {
        match self {
            Self::Mheshimiwa => "Mhe.",
            Self::Bwana => "Bw.",
            Self::Bibi => "Bi.",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// `DPP-0001` to `DPP-0300`, in order of entering service.
    pub staff_number: String,
    /// Own name, father's, grandfather's or family's.
    pub name: String,
    pub honorific: Honorific,
    pub post_sw: &'static str,
    pub post_en: &'static str,
    /// 1 the most senior to 6.
    pub grade: u8,
    pub role: Role,
    /// Index into `Office::units`.
    pub unit: usize,
    /// Index into `Office::sites`.
    pub site: usize,
    pub room: &'static str,
    /// Four digits, unique in the office.
    pub extension: Option<String>,
    /// At `dpp.example`, a name that no mail can reach.
    pub email: String,
    /// First day of service as `YYYY-MM-DD`; not after 2021.
    pub started: String,
    pub uses_computer: bool,
    pub account: Option<Account>,
}

/// (unit, place within the unit's staffing, account, name, a woman): whom the visitor of a demo meets by name.
const NAMED: &[(&str, usize, Option<Account>, &str, bool)] = &[
    ("mkurugenzi", 0, Some(Account::Director), "Zuhura Makame Shaibu", true),
    ("mashtaka", 20, Some(Account::Staff), "Fatma Haji Ussi", true),
    ("tehama", 0, Some(Account::Head), "Khamis Vuai Machano", false),
    ("tehama", 1, Some(Account::Officer), "Asha Juma Mbwana", true),
    ("tehama", 2, None, "Saleh Pandu Silima", false),
    ("tehama", 3, None, "Omar Faki Kombo", false),
    ("ukaguzi", 1, Some(Account::Auditor), "Nassor Mohammed Tamim", false),
];

/// Everybody, unit by unit; writes each unit's head into `units`.
pub(super) fn people(seed: u64, sites: &[Site], units: &mut [Unit]) -> Vec<Person> {
    let mut crowd = Crowd {
        seed: Seed::new(seed).fork("office"),
        people: Vec::new(),
        names: NAMED.iter().map(|named| named.3.to_owned()).collect(),
        emails: HashSet::new(),
    };
    for (key, posts) in STAFFING {
        let unit = units.iter().position(|unit| unit.key == *key).expect("the staffing table names units that exist");
        units[unit].head = crowd.people.len();
        let each = posts.iter().flat_map(|(post, count)| (0..*count).map(move |_| *post));
        for (place, post) in each.enumerate() {
            let site = if post.role == Role::Technician { 1 } else { units[unit].site };
            crowd.join(post, (key, place), unit, site, &sites[site]);
        }
    }
    number_by_service(&mut crowd.people);
    crowd.people
}

/// People made so far and what they already took.
struct Crowd {
    seed: Seed,
    people: Vec<Person>,
    names: HashSet<String>,
    emails: HashSet<String>,
}

impl Crowd {
    fn join(&mut self, post: &Post, at: (&str, usize), unit: usize, site: usize, place: &Site) {
        let named = NAMED.iter().find(|named| (named.0, named.1) == at);
        let woman = named.map_or_else(|| self.seed.chance(if post.uses_wheel_or_gate() { 8 } else { 52 }), |named| named.4);
        let name = named.map_or_else(|| self.new_name(woman), |named| named.3.to_owned());
        let email = self.new_email(&name);
        let telephone = post.computer && (post.grade <= 3 || self.seed.chance(35));
        let person = Person {
            staff_number: String::new(),
            honorific: honorific(post, woman),
            post_sw: post.sw,
            post_en: post.en,
            grade: post.grade,
            role: post.role,
            unit,
            site,
            room: self.room(post, place),
            extension: telephone.then(|| format!("{}", 2000 + self.people.len())),
            email,
            started: self.first_day(post.grade),
            uses_computer: post.computer,
            account: named.and_then(|named| named.2),
            name,
        };
        self.people.push(person);
    }

    /// Three parts, not yet taken; the father's name is always a man's.
    fn new_name(&mut self, woman: bool) -> String {
        loop {
            let own = *self.seed.pick(if woman { WOMEN } else { MEN });
            let father = *self.seed.pick(MEN);
            let last_names = if self.seed.chance(70) { FAMILIES } else { MEN };
            let last = *self.seed.pick(last_names);
            let name = format!("{own} {father} {last}");
            if own != father && father != last && self.names.insert(name.clone()) {
                return name;
            }
        }
    }

    /// `fatma.ussi@dpp.example`, with a number when two people would share it.
    fn new_email(&mut self, name: &str) -> String {
        let plain: String = name.to_lowercase().replace('\'', "");
        let parts: Vec<&str> = plain.split(' ').collect();
        let stem = format!("{}.{}", parts[0], parts[2]);
        let candidates = (1..).map(|count| if count == 1 { stem.clone() } else { format!("{stem}{count}") });
        let free = candidates.map(|box_name| format!("{box_name}@dpp.example"));
        let email = free.into_iter().find(|email| !self.emails.contains(email)).expect("numbers do not end");
        self.emails.insert(email.clone());
        email
    }

    fn room(&mut self, post: &Post, place: &Site) -> &'static str {
        match post.sw {
            "Mtunza Kumbukumbu" => "Masjala",
            "Mlinzi" | "Mhudumu" | "Dereva" => "Mapokezi",
            "Mtunza Stoo" => place.rooms.last().expect("a site has rooms"),
            _ => {
                let offices: Vec<&'static str> = place.rooms.iter().copied().filter(|room| numbered(room)).collect();
                self.seed.pick::<&'static str>(&offices)
            }
        }
    }

    /// The more senior, the longer ago; a weekday is not looked for, old files hold any date.
    fn first_day(&mut self, grade: u8) -> String {
        let latest = 2021 - u64::from(6_u8.saturating_sub(grade)) * 2;
        let year = self.seed.between(latest.saturating_sub(14).max(1996), latest);
        format!("{year}-{:02}-{:02}", self.seed.between(1, 12), self.seed.pick(&[1, 1, 1, 2, 15, 16, 3, 4]))
    }
}

impl Post {
    fn uses_wheel_or_gate(&self) -> bool {
        matches!(self.sw, "Dereva" | "Mlinzi")
    }
}

fn numbered(room: &str) -> bool {
    room.ends_with(|last: char| last.is_ascii_digit())
}

fn honorific(post: &Post, woman: bool) -> Honorific {
    match (post.role, woman) {
        (Role::Director, _) => Honorific::Mheshimiwa,
        (_, true) => Honorific::Bibi,
        (_, false) => Honorific::Bwana,
    }
}

/// Staff numbers are given in the order people entered service.
fn number_by_service(people: &mut [Person]) {
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by(|one, other| people[*one].started.cmp(&people[*other].started).then(one.cmp(other)));
    for (number, index) in order.into_iter().enumerate() {
        people[index].staff_number = format!("DPP-{:04}", number + 1);
    }
}
