//! The inside of a demo computer: its system, memory, disk and programs, and how they will change
//! in the months the demo shows.

use kernel::seed::Seed;

use super::calendar::iso;
use super::device::{Installed, Machine, Monitor, Sort, Trade};
use super::marks;
use super::models::{
    MONITORS, Model, NEW_DISKS, OLD_DISKS, SERVER_2012, SERVER_2019, SERVER_DISKS, System, WINDOWS_7, WINDOWS_8, WINDOWS_10, WINDOWS_10_OLD, WINDOWS_11,
};
use super::programs::{Group, PROGRAM_COUNT, number_of, program};

/// Months over which programs come and go.
const STEPS: u32 = 24;
/// Even a bare machine has so many programs.
const FEWEST: usize = 31;

/// What the machine is and who sits before it.
pub(super) struct Seat<'a> {
    pub name: &'a str,
    pub serial: &'a str,
    pub login: String,
    pub trade: Trade,
    pub bought_year: i32,
    pub installed_day: i32,
}

pub(super) fn machine(seed: &mut Seed, model: &'static Model, seat: Seat) -> Machine {
    let system = system_for(seed, model.sort, seat.bought_year);
    let memory_mb = *seed.pick(model.memory);
    let disks = match model.sort {
        Sort::Server => SERVER_DISKS,
        _ if seat.bought_year < 2017 => OLD_DISKS,
        _ => NEW_DISKS,
    };
    let (disk_model, disk_mb) = *seed.pick(disks);
    Machine {
        uuid: marks::uuid(seed, model.serial, seat.serial),
        device_id: format!("{}-{}-{:02}-{:02}-{:02}", seat.name, iso(seat.installed_day + 1), seed.between(7, 14), seed.below(60), seed.below(60)),
        memory_raised: (memory_mb <= 4_096 && seed.chance(15)).then(|| (seed.between(2, 20) as u32, memory_mb * 2)),
        memory_mb,
        disk_mb,
        disk_serial: marks::text(seed, b"0123456789ABCDEF", 14),
        installed_day: seat.installed_day,
        monitor: (model.sort == Sort::Desktop).then(|| monitor(seed)),
        programs: programs(seed, model, system, seat.trade),
        login: seat.login,
        system,
        cpu: seed.pick(model.cpus),
        disk_model,
        seed: seed.next(),
    }
}

/// Old machines keep old systems; some were raised, some never were.
fn system_for(seed: &mut Seed, sort: Sort, bought_year: i32) -> &'static System {
    let drawn = seed.below(100);
    match (sort, bought_year, drawn) {
        (Sort::Server, ..=2018, _) => &SERVER_2012,
        (Sort::Server, _, _) => &SERVER_2019,
        (_, ..=2012, 0..55) | (_, 2013..=2016, 0..28) => &WINDOWS_7,
        (_, ..=2012, _) | (_, 2013..=2016, 28..40) => &WINDOWS_10_OLD,
        (_, 2013..=2016, 40..60) => &WINDOWS_8,
        (_, 2017..=2019, 0..10) => &WINDOWS_10_OLD,
        (_, ..=2019, _) | (_, 2020..=2022, 0..62) => &WINDOWS_10,
        _ => &WINDOWS_11,
    }
}

fn monitor(seed: &mut Seed) -> Monitor {
    let (name, maker, prefix) = *seed.pick(MONITORS);
    Monitor { name, maker, serial: format!("{prefix}{}", marks::text(seed, b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ", 7)) }
}

/// One office suite, what everybody has, what the trade needs, now and then what nobody approved.
fn programs(seed: &mut Seed, model: &Model, system: &System, trade: Trade) -> Vec<Installed> {
    let percent_of = |number: usize| percent(number, model, system, trade);
    let mut found: Vec<Installed> = Vec::new();
    for number in 0..PROGRAM_COUNT {
        if seed.chance(percent_of(number)) {
            found.push(installed(seed, number, system, 0));
        }
    }
    if model.sort != Sort::Server {
        let number = suite(system, seed.below(100));
        found.push(installed(seed, number, system, 0));
    }
    while found.len() < FEWEST {
        add_one(seed, &mut found, &percent_of, system, 0);
    }
    for step in 1..=STEPS {
        if seed.chance(9) {
            add_one(seed, &mut found, &percent_of, system, step);
        }
        let leaving = seed.below(found.len() as u64) as usize;
        if seed.chance(4) && found[leaving].from_step < step {
            found[leaving].until_step.get_or_insert(step);
        }
    }
    found
}

/// Adds a program that the machine may have and has not.
fn add_one(seed: &mut Seed, found: &mut Vec<Installed>, percent_of: &dyn Fn(usize) -> u64, system: &System, step: u32) {
    let absent = |number: &usize| percent_of(*number) > 0 && found.iter().all(|there| there.program != *number);
    let candidates: Vec<usize> = (0..PROGRAM_COUNT).filter(absent).collect();
    if !candidates.is_empty() {
        let number = *seed.pick(&candidates);
        found.push(installed(seed, number, system, step));
    }
}

/// How many of 100 such machines have this program.
fn percent(number: usize, model: &Model, system: &System, trade: Trade) -> u64 {
    let program = program(number);
    // Machines gather more than anyone plans.
    let usual = (u64::from(program.percent) * 6 / 5).min(97);
    let newer = program.name.contains("Windows 10") || program.name.contains("PC Health") || program.name.contains("8.0.11");
    match program.group {
        Group::Everybody if system.is_old && newer => 0,
        Group::Everybody if model.sort == Sort::Server && usual < 36 => 0,
        Group::Everybody => usual,
        Group::Server if model.sort == Sort::Server => usual + 10,
        Group::Dell if model.maker.starts_with("Dell") => usual,
        Group::Hp if model.maker.starts_with("HP") => usual,
        Group::Lenovo if model.maker == "LENOVO" => usual,
        Group::Laptop if model.sort == Sort::Laptop => usual,
        Group::Prosecutor if trade == Trade::Prosecutor => usual,
        Group::Registry if trade == Trade::Registry => usual,
        Group::Accounts if trade == Trade::Accounts => usual,
        Group::Ict if trade == Trade::Ict => usual,
        Group::Unwanted if model.sort != Sort::Server && trade != Trade::Ict => usual / 2,
        _ => 0,
    }
}

/// The office suite that goes with the system.
fn suite(system: &System, drawn: u64) -> usize {
    number_of(match (system.is_old, drawn) {
        (true, 0..60) => "Microsoft Office Professional Plus 2010",
        (true, 60..85) => "Microsoft Office Professional Plus 2013",
        (false, 0..40) => "Microsoft Office Professional Plus 2016",
        (false, 40..72) => "Microsoft Office Professional Plus 2019 - en-us",
        (false, 72..88) => "Microsoft Office LTSC Professional Plus 2021 - en-us",
        _ => "LibreOffice 7.6.7.2",
    })
}

fn installed(seed: &mut Seed, number: usize, system: &System, from_step: u32) -> Installed {
    let program = program(number);
    let last = program.versions.len() as u64 - 1;
    let version = match (program.renews, system.is_old) {
        (true, true) => 0,
        (true, false) => seed.between(1.min(last), 3.min(last)),
        (false, _) => seed.between(0, last),
    };
    let days_later = if seed.chance(55) { seed.below(4) } else { seed.below(400) } as i32;
    Installed { program: number, version: version as usize, days_later, from_step, until_step: None }
}
