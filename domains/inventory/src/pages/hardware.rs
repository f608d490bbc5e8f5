//! What agents have told of a machine's inside, section by section, in the office's words. Empty sections are not shown.

use super::grid::{Grid, grid};
use agents::sections::{Antivirus, Battery, Cpu, Disk, Firewall, Memory, Monitor, Network, NetworkPort, Printer, RemoteManagement, Volume};
use agents::{Sections, Volatile};
use kernel::words::Tongue;
use maud::{Markup, html};
use pages::cell::Cell;
use pages::record::section;

/// All sections that say something.
pub fn inside(tongue: &Tongue, sections: &Sections, now: &Volatile) -> Markup {
    let parts = [
        part(tongue, "hw-cpus", sections.cpus.as_deref(), &["hw-name", "hw-cores", "hw-speed"], |cpu: &Cpu, _| {
            vec![text(&cpu.name), number(cpu.cores), unit(cpu.speed_mhz, "MHz")]
        }),
        part(tongue, "hw-memories", filled_slots(sections).as_deref(), &["hw-slot", "hw-size", "hw-kind", "hw-serial"], |memory: &Memory, tongue| {
            vec![
                text(&memory.caption.clone().or_else(|| memory.slot.map(|slot| slot.to_string()))),
                binary(tongue, memory.capacity_mb),
                text(&memory.kind),
                code(&memory.serial),
            ]
        }),
        part(tongue, "hw-disks", sections.disks.as_deref(), &["hw-name", "hw-size", "hw-kind", "hw-serial", "hw-encryption"], |disk: &Disk, tongue| {
            vec![
                text(&disk.model.clone().or_else(|| disk.name.clone())),
                decimal(tongue, disk.size_mb),
                text(&disk.kind.clone().or_else(|| disk.interface.clone())),
                code(&disk.serial),
                text(&disk.encrypt_status),
            ]
        }),
        volumes(tongue, sections.volumes.as_deref().unwrap_or_default(), now),
        part(tongue, "hw-networks", addressed(sections).as_deref(), &["hw-name", "hw-ip", "hw-mac", "hw-speed", "hw-status"], |network: &Network, _| {
            vec![
                text(&network.description),
                code(&network.ip.clone().or_else(|| network.ip6.clone())),
                code(&network.mac),
                unit(network.speed_mbits, "Mb/s"),
                text(&network.status),
            ]
        }),
        part(tongue, "hw-network-ports", sections.network_ports.as_deref(), &["hw-port", "hw-name", "hw-mac", "hw-status"], |port: &NetworkPort, tongue| {
            let status = match port.status {
                Some(1) => Cell::text(tongue.say("hw-up")),
                Some(_) => Cell::text(tongue.say("hw-down")),
                None => Cell::Empty,
            };
            vec![
                text(&port.name.clone().or_else(|| port.number.map(|number| number.to_string()))),
                text(&port.alias.clone().or_else(|| port.description.clone())),
                code(&port.mac),
                status,
            ]
        }),
        part(tongue, "hw-monitors", sections.monitors.as_deref(), &["hw-name", "hw-maker", "hw-serial"], |monitor: &Monitor, _| {
            vec![text(&monitor.caption), text(&monitor.manufacturer), code(&monitor.serial)]
        }),
        part(tongue, "hw-printers", sections.printers.as_deref(), &["hw-name", "hw-driver", "hw-port"], |printer: &Printer, _| {
            vec![text(&printer.name), text(&printer.driver), text(&printer.port)]
        }),
        part(tongue, "hw-antivirus", sections.antivirus.as_deref(), &["hw-name", "hw-version", "hw-on", "hw-current"], |antivirus: &Antivirus, tongue| {
            vec![text(&antivirus.name), text(&antivirus.version), yes_no(tongue, antivirus.enabled), yes_no(tongue, antivirus.up_to_date)]
        }),
        part(tongue, "hw-firewalls", sections.firewalls.as_deref(), &["hw-name", "hw-status"], |firewall: &Firewall, _| {
            vec![text(&firewall.profile.clone().or_else(|| firewall.description.clone())), text(&firewall.status)]
        }),
        part(tongue, "hw-remote", sections.remote_management.as_deref(), &["hw-name", "hw-id", "hw-version"], |remote: &RemoteManagement, _| {
            vec![text(&remote.kind), code(&remote.id), text(&remote.version)]
        }),
        part(tongue, "hw-batteries", sections.batteries.as_deref(), &["hw-name", "hw-maker", "hw-wear"], |battery: &Battery, _| {
            vec![text(&battery.name), text(&battery.manufacturer), wear(battery)]
        }),
        levels(tongue, sections),
    ];
    html! { @for part in parts.into_iter().flatten() { (part) } }
}

fn part<T>(tongue: &Tongue, title: &str, records: Option<&[T]>, titles: &[&str], row: fn(&T, &Tongue) -> Vec<Cell>) -> Option<Markup> {
    let rows: Vec<Vec<Cell>> =
        records.unwrap_or_default().iter().map(|record| row(record, tongue)).filter(|row| row.iter().any(|cell| !matches!(cell, Cell::Empty))).collect();
    let titles = titles.iter().map(|key| tongue.say(key)).collect();
    (!rows.is_empty()).then(|| section(&tongue.say(title), grid(tongue, &Grid { titles, rows })))
}

/// Empty slots are of interest only when memory is bought.
fn filled_slots(sections: &Sections) -> Option<Vec<Memory>> {
    Some(sections.memories.as_ref()?.iter().filter(|memory| memory.capacity_mb.is_some_and(|mb| mb > 0)).cloned().collect())
}

/// The machine's own loop tells nothing.
fn addressed(sections: &Sections) -> Option<Vec<Network>> {
    let is_loop = |network: &Network| network.ip.as_deref().is_some_and(|ip| ip.starts_with("127.")) || network.ip6.as_deref() == Some("::1");
    Some(sections.networks.as_ref()?.iter().filter(|network| !is_loop(network)).cloned().collect())
}

/// Volumes with the room that was free when the machine last reported.
fn volumes(tongue: &Tongue, volumes: &[Volume], now: &Volatile) -> Option<Markup> {
    let rows: Vec<Vec<Cell>> = volumes
        .iter()
        .filter(|volume| volume.total_mb.is_some())
        .map(|volume| {
            let mount = volume.mount.as_ref().filter(|mount| mount.starts_with('/'));
            let name = volume.letter.as_ref().or(mount).or(volume.device.as_ref()).or(volume.label.as_ref()).or(volume.serial.as_ref());
            let free = name.and_then(|name| now.free_mb.get(name)).copied();
            vec![
                text(&name.cloned()),
                binary(tongue, volume.total_mb),
                free_cell(tongue, free, volume.total_mb),
                text(&volume.filesystem),
                text(&volume.encrypt_status),
            ]
        })
        .collect();
    let titles = ["hw-volume", "hw-size", "hw-free", "hw-filesystem", "hw-encryption"].map(|key| tongue.say(key)).to_vec();
    (!rows.is_empty()).then(|| section(&tongue.say("hw-volumes"), grid(tongue, &Grid { titles, rows })))
}

fn free_cell(tongue: &Tongue, free: Option<u64>, total: Option<u64>) -> Cell {
    let (Some(free), Some(total)) = (free, total.filter(|total| *total > 0)) else { return binary(tongue, free) };
    let Cell::Amount(words) = binary(tongue, Some(free)) else { return Cell::Empty };
    Cell::Amount(format!("{words} ({}%)", free.min(total) * 100 / total))
}

/// A printer's consumables and what it has printed.
fn levels(tongue: &Tongue, sections: &Sections) -> Option<Markup> {
    let levels =
        sections.cartridges.iter().flat_map(|cartridges| &cartridges.levels).map(|(name, level)| vec![Cell::text(part_name(tongue, name)), left(level)]);
    let pages = sections.page_counters.iter().flat_map(|counters| &counters.counts).map(|(name, count)| {
        vec![Cell::text(tongue.with("hw-pages", &[("name", part_name(tongue, name).into())])), Cell::Number(i64::try_from(*count).unwrap_or(i64::MAX))]
    });
    let rows: Vec<Vec<Cell>> = levels.chain(pages).collect();
    let titles = ["hw-name", "hw-level"].map(|key| tongue.say(key)).to_vec();
    (!rows.is_empty()).then(|| section(&tongue.say("hw-consumables"), grid(tongue, &Grid { titles, rows })))
}

/// Agents name parts and counters by one word each: `tonerblack`, `rectoverso`.
fn part_name(tongue: &Tongue, name: &str) -> String {
    let key = format!("hw-part-{}", name.to_lowercase());
    if tongue.has(&key) { tongue.say(&key) } else { name.to_owned() }
}

/// A level is a share of a full one; some printers say a word instead.
fn left(level: &str) -> Cell {
    if level.parse::<u8>().is_ok_and(|percent| percent <= 100) { Cell::Amount(format!("{level}%")) } else { Cell::text(level) }
}

/// How much of its first capacity a battery still takes.
fn wear(battery: &Battery) -> Cell {
    match (battery.capacity_mwh, battery.real_capacity_mwh) {
        (Some(first), Some(now)) if first > 0 => Cell::Amount(format!("{}%", now * 100 / first)),
        _ => Cell::Empty,
    }
}

fn text(value: &Option<String>) -> Cell {
    Cell::maybe(value.clone())
}

fn code(value: &Option<String>) -> Cell {
    value.clone().map_or(Cell::Empty, Cell::Code)
}

fn number(value: Option<u64>) -> Cell {
    value.and_then(|value| i64::try_from(value).ok()).map_or(Cell::Empty, Cell::Number)
}

fn unit(value: Option<u64>, unit: &str) -> Cell {
    value.filter(|value| *value > 0).map_or(Cell::Empty, |value| Cell::Amount(format!("{value} {unit}")))
}

fn yes_no(tongue: &Tongue, value: Option<bool>) -> Cell {
    value.map_or(Cell::Empty, |yes| Cell::text(tongue.say(if yes { "yes" } else { "no" })))
}

/// Memory and volumes: 1 GB is 1,024 MB.
pub fn binary(tongue: &Tongue, mb: Option<u64>) -> Cell {
    size(tongue, mb, 1_024)
}

/// Disks as their makers count: 1 GB is 1,000 MB.
pub fn decimal(tongue: &Tongue, mb: Option<u64>) -> Cell {
    size(tongue, mb, 1_000)
}

fn size(tongue: &Tongue, mb: Option<u64>, thousand: u64) -> Cell {
    let Some(mb) = mb else { return Cell::Empty };
    let whole = |n: u64| tongue.number(i64::try_from(n).unwrap_or(i64::MAX));
    Cell::Amount(if mb < thousand { format!("{mb} MB") } else { format!("{}.{} GB", whole(mb / thousand), mb % thousand * 10 / thousand) })
}
