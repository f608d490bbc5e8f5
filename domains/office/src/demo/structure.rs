//! Where the demo's people work and whom they answer to: the three departments, five independent
//! units, the Pemba Coordination Office and five regional offices that the real office describes in
//! public. Divisions and places are plausible guesses; a real office types its own.

/// What sort of unit it is; decides nothing but the order on the page and the title of its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    Directorate,
    Department,
    Division,
    Independent,
    Coordination,
    Regional,
}

/// One part of the organisation tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// A short name that never changes, such as `tehama`.
    pub key: &'static str,
    pub kind: UnitKind,
    pub name_sw: &'static str,
    pub name_en: &'static str,
    /// Index of the unit it answers to; `None` for the Director's office only.
    pub under: Option<usize>,
    /// Index of the site where most of it sits.
    pub site: usize,
    /// Index of the person who leads it.
    pub head: usize,
}

/// A building where people of the office work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Two or three letters, used in device names: `DPP-HQ-014`.
    pub code: &'static str,
    /// `U` for Unguja or `P` for Pemba; the letter in record numbers.
    pub island: char,
    pub name_sw: &'static str,
    pub name_en: &'static str,
    pub town: &'static str,
    /// Network of the site, without its last part: `10.20.1`.
    pub network: &'static str,
    pub rooms: &'static [&'static str],
}

#[rustfmt::skip] // a table reads as a table
const HQ_ROOMS: &[&str] = &[
    "Mapokezi", "Masjala", "Ukumbi wa mikutano", "Chumba cha seva", "Maktaba", "Chumba 101", "Chumba 102", "Chumba 103",
    "Chumba 104", "Chumba 105", "Chumba 106", "Chumba 107", "Chumba 108", "Chumba 201", "Chumba 202", "Chumba 203",
    "Chumba 204", "Chumba 205", "Chumba 206", "Chumba 207", "Chumba 208", "Chumba 301", "Chumba 302", "Chumba 303",
    "Chumba 304", "Chumba 305", "Stoo",
];
#[rustfmt::skip]
const SMALL_ROOMS: &[&str] = &["Mapokezi", "Masjala", "Chumba 1", "Chumba 2", "Chumba 3", "Chumba 4", "Chumba cha mikutano"];

/// The seven sites, headquarters first.
#[rustfmt::skip]
pub(super) fn sites() -> Vec<Site> {
    let site = |code, island, name_sw, name_en, town, network, rooms| Site { code, island, name_sw, name_en, town, network, rooms };
    vec![
        site("HQ", 'U', "Makao Makuu, Unguja", "Headquarters, Unguja", "Mjini Unguja", "10.20.1", HQ_ROOMS),
        site("PBA", 'P', "Afisi ya Uratibu, Pemba", "Pemba Coordination Office", "Chake Chake", "10.20.20", SMALL_ROOMS),
        site("MM", 'U', "Afisi ya Mkoa wa Mjini Magharibi", "Mjini Magharibi Regional Office", "Mwanakwerekwe", "10.20.2", SMALL_ROOMS),
        site("KU", 'U', "Afisi ya Mkoa wa Kaskazini Unguja", "Kaskazini Unguja Regional Office", "Mkokotoni", "10.20.3", SMALL_ROOMS),
        site("SU", 'U', "Afisi ya Mkoa wa Kusini Unguja", "Kusini Unguja Regional Office", "Tunguu", "10.20.4", SMALL_ROOMS),
        site("KP", 'P', "Afisi ya Mkoa wa Kaskazini Pemba", "Kaskazini Pemba Regional Office", "Wete", "10.20.21", SMALL_ROOMS),
        site("SP", 'P', "Afisi ya Mkoa wa Kusini Pemba", "Kusini Pemba Regional Office", "Mkoani", "10.20.22", SMALL_ROOMS),
    ]
}

/// The organisation tree, parents before children. Heads are filled in when the people are made.
#[rustfmt::skip]
pub(super) fn units() -> Vec<Unit> {
    use UnitKind::*;
    let unit = |key, kind, name_sw, name_en, under, site| Unit { key, kind, name_sw, name_en, under, site, head: usize::MAX };
    vec![
        unit("mkurugenzi", Directorate, "Afisi ya Mkurugenzi wa Mashtaka", "Director's Office", None, 0),
        unit("mashtaka", Department, "Idara ya Uendeshaji wa Mashtaka", "Department of Prosecutions", Some(0), 0),
        unit("rufaa", Department, "Idara ya Rufaa na Utafiti wa Sheria", "Department of Appeals and Legal Research", Some(0), 0),
        unit("utumishi", Department, "Idara ya Uendeshaji na Utumishi", "Department of Administration", Some(0), 0),
        unit("rasilimali", Division, "Divisheni ya Rasilimali Watu", "Human Resources Division", Some(3), 0),
        unit("mipango", Division, "Divisheni ya Mipango", "Planning Division", Some(3), 0),
        unit("masjala", Division, "Divisheni ya Masjala na Kumbukumbu", "Registry and Records Division", Some(3), 0),
        unit("tehama", Independent, "Kitengo cha TEHAMA", "ICT Unit", Some(0), 0),
        unit("ukaguzi", Independent, "Kitengo cha Ukaguzi wa Ndani", "Internal Audit Unit", Some(0), 0),
        unit("uhasibu", Independent, "Kitengo cha Uhasibu", "Accounts Unit", Some(0), 0),
        unit("ununuzi", Independent, "Kitengo cha Ununuzi na Uondoshaji wa Mali", "Procurement and Disposal Unit", Some(0), 0),
        unit("habari", Independent, "Kitengo cha Uhusiano na Habari", "Public Relations Unit", Some(0), 0),
        unit("pemba", Coordination, "Afisi ya Uratibu Pemba", "Pemba Coordination Office", Some(0), 1),
        unit("mjini-magharibi", Regional, "Mkoa wa Mjini Magharibi", "Mjini Magharibi Region", Some(1), 2),
        unit("kaskazini-unguja", Regional, "Mkoa wa Kaskazini Unguja", "Kaskazini Unguja Region", Some(1), 3),
        unit("kusini-unguja", Regional, "Mkoa wa Kusini Unguja", "Kusini Unguja Region", Some(1), 4),
        unit("kaskazini-pemba", Regional, "Mkoa wa Kaskazini Pemba", "Kaskazini Pemba Region", Some(12), 5),
        unit("kusini-pemba", Regional, "Mkoa wa Kusini Pemba", "Kusini Pemba Region", Some(12), 6),
    ]
}
