//! How many people of which post each unit of the demo has, in the office's own words. Only the
//! shape matters: many prosecutors, a busy registry, and an ICT unit of four.

use super::people::Role;

/// One line of the staffing table.
pub(super) struct Post {
    pub sw: &'static str,
    pub en: &'static str,
    pub role: Role,
    /// Works at a computer, so asks for help and holds devices.
    pub computer: bool,
    /// Grade, 1 the most senior; decides who has a telephone and a laptop.
    pub grade: u8,
}

const fn post(sw: &'static str, en: &'static str, role: Role, computer: bool, grade: u8) -> Post {
    Post { sw, en, role, computer, grade }
}

use Role::{Auditor, Clerk, HeadOfIct, HeadOfUnit, Officer, Staff, Technician};

const DIRECTOR: Post = post("Mkurugenzi wa Mashtaka", "Director of Public Prosecutions", Role::Director, true, 1);
const DEPUTY: Post = post("Naibu Mkurugenzi wa Mashtaka", "Deputy Director of Public Prosecutions", Role::Director, true, 1);
const ADVISER: Post = post("Mshauri wa Sheria", "Legal Adviser", Staff, true, 2);
const HEAD_OF_DEPARTMENT: Post = post("Mkuu wa Idara", "Head of Department", HeadOfUnit, true, 2);
const HEAD_OF_DIVISION: Post = post("Mkuu wa Divisheni", "Head of Division", HeadOfUnit, true, 3);
const HEAD: Post = post("Mkuu wa Kitengo", "Head of Unit", HeadOfUnit, true, 2);
const HEAD_ICT: Post = post("Mkuu wa Kitengo cha TEHAMA", "Head of the ICT Unit", HeadOfIct, true, 2);
const COORDINATOR: Post = post("Mratibu, Pemba", "Coordinator, Pemba", HeadOfUnit, true, 2);
const REGION_HEAD: Post = post("Mwendesha Mashtaka Mkuu wa Mkoa", "Regional Prosecutor in Charge", HeadOfUnit, true, 2);
const PRINCIPAL: Post = post("Wakili Mkuu wa Serikali", "Principal State Attorney", Staff, true, 2);
const SENIOR: Post = post("Wakili Muandamizi wa Serikali", "Senior State Attorney", Staff, true, 3);
const ATTORNEY: Post = post("Wakili wa Serikali", "State Attorney", Staff, true, 4);
const PROSECUTOR: Post = post("Mwendesha Mashtaka", "Prosecutor", Staff, true, 4);
const RESEARCHER: Post = post("Afisa Utafiti", "Research Officer", Staff, true, 4);
const LIBRARIAN: Post = post("Mkutubi", "Librarian", Staff, true, 5);
const SECRETARY: Post = post("Katibu Muhtasi", "Personal Secretary", Staff, true, 5);
const ADMIN: Post = post("Afisa Utawala", "Administrative Officer", Staff, true, 4);
const HR: Post = post("Afisa Utumishi", "Human Resources Officer", Clerk, true, 4);
const PLANNER: Post = post("Afisa Mipango", "Planning Officer", Clerk, true, 4);
const STATISTICIAN: Post = post("Mtakwimu", "Statistician", Clerk, true, 4);
const REGISTRY: Post = post("Mtunza Kumbukumbu", "Registry Clerk", Clerk, true, 5);
const ICT_OFFICER: Post = post("Afisa TEHAMA", "ICT Officer", Officer, true, 4);
const ICT_TECHNICIAN: Post = post("Fundi wa TEHAMA", "ICT Technician", Technician, true, 5);
const AUDIT: Post = post("Mkaguzi wa Ndani", "Internal Auditor", Auditor, true, 4);
const ACCOUNTANT: Post = post("Mhasibu", "Accountant", Clerk, true, 4);
const CASHIER: Post = post("Keshia", "Cashier", Clerk, true, 5);
const BUYER: Post = post("Afisa Ununuzi", "Procurement Officer", Clerk, true, 4);
const STORES: Post = post("Mtunza Stoo", "Storekeeper", Clerk, true, 5);
const PRESS: Post = post("Afisa Habari", "Information Officer", Staff, true, 4);
const PROTOCOL: Post = post("Afisa Itifaki", "Protocol Officer", Staff, true, 4);
const DRIVER: Post = post("Dereva", "Driver", Staff, false, 6);
const GUARD: Post = post("Mlinzi", "Security Guard", Staff, false, 6);
const ATTENDANT: Post = post("Mhudumu", "Office Attendant", Staff, false, 6);

/// (key of the unit, posts with their number); the first post of a unit is its head's.
#[rustfmt::skip] // a table reads as a table
pub(super) const STAFFING: &[(&str, &[(&Post, u8)])] = &[
    ("mkurugenzi", &[(&DIRECTOR, 1), (&DEPUTY, 1), (&ADVISER, 2), (&SECRETARY, 3), (&DRIVER, 3)]),
    ("mashtaka", &[(&HEAD_OF_DEPARTMENT, 1), (&PRINCIPAL, 4), (&SENIOR, 10), (&ATTORNEY, 28), (&SECRETARY, 4), (&REGISTRY, 5)]),
    ("rufaa", &[(&HEAD_OF_DEPARTMENT, 1), (&PRINCIPAL, 3), (&SENIOR, 6), (&ATTORNEY, 12), (&RESEARCHER, 4), (&LIBRARIAN, 1), (&SECRETARY, 2)]),
    ("utumishi", &[(&HEAD_OF_DEPARTMENT, 1), (&ADMIN, 4), (&SECRETARY, 2), (&STORES, 2), (&ATTENDANT, 10), (&DRIVER, 10), (&GUARD, 8)]),
    ("rasilimali", &[(&HEAD_OF_DIVISION, 1), (&HR, 6)]),
    ("mipango", &[(&HEAD_OF_DIVISION, 1), (&PLANNER, 4), (&STATISTICIAN, 2)]),
    ("masjala", &[(&HEAD_OF_DIVISION, 1), (&REGISTRY, 13)]),
    ("tehama", &[(&HEAD_ICT, 1), (&ICT_OFFICER, 2), (&ICT_TECHNICIAN, 1)]),
    ("ukaguzi", &[(&HEAD, 1), (&AUDIT, 4)]),
    ("uhasibu", &[(&HEAD, 1), (&ACCOUNTANT, 7), (&CASHIER, 1)]),
    ("ununuzi", &[(&HEAD, 1), (&BUYER, 4)]),
    ("habari", &[(&HEAD, 1), (&PRESS, 3), (&PROTOCOL, 1)]),
    ("pemba", &[(&COORDINATOR, 1), (&SENIOR, 2), (&ATTORNEY, 6), (&ADMIN, 1), (&ACCOUNTANT, 1), (&REGISTRY, 2), (&SECRETARY, 1), (&DRIVER, 2), (&GUARD, 2), (&ATTENDANT, 2)]),
    ("mjini-magharibi", &[(&REGION_HEAD, 1), (&SENIOR, 3), (&ATTORNEY, 14), (&PROSECUTOR, 6), (&REGISTRY, 4), (&SECRETARY, 2), (&DRIVER, 2), (&GUARD, 2)]),
    ("kaskazini-unguja", &[(&REGION_HEAD, 1), (&SENIOR, 2), (&ATTORNEY, 6), (&PROSECUTOR, 3), (&REGISTRY, 2), (&SECRETARY, 1), (&DRIVER, 1), (&GUARD, 1)]),
    ("kusini-unguja", &[(&REGION_HEAD, 1), (&SENIOR, 1), (&ATTORNEY, 6), (&PROSECUTOR, 3), (&REGISTRY, 2), (&SECRETARY, 1), (&DRIVER, 1), (&GUARD, 1)]),
    ("kaskazini-pemba", &[(&REGION_HEAD, 1), (&SENIOR, 1), (&ATTORNEY, 5), (&PROSECUTOR, 3), (&REGISTRY, 2), (&SECRETARY, 1), (&DRIVER, 1), (&GUARD, 1)]),
    ("kusini-pemba", &[(&REGION_HEAD, 1), (&SENIOR, 1), (&ATTORNEY, 5), (&PROSECUTOR, 3), (&REGISTRY, 2), (&SECRETARY, 1), (&DRIVER, 1), (&GUARD, 1)]),
];
