//! The register's devices, each a change of its own as an agent's first report writes it: record, evidence, sections, programs.

use super::programs::{Program, catalogue, of_machine};
use super::{DAY_US, People, crew};
use agents::sections::{Bios, Hardware, Os, Sections};
use anyhow::Result;
use inventory::device::Device;
use kernel::app::App;
use kernel::change::Via;
use kernel::class::Class;
use kernel::record::Head;
use kernel::seed::Seed;
use kernel::time::day_of;
use serde_json::{Value, json};
use std::sync::Arc;

/// Kind, maker, model and how often of a hundred.
const MODELS: &[(&str, &str, &str, u32)] = &[
    ("desktop", "Dell Inc.", "OptiPlex 3080", 30),
    ("desktop", "HP", "HP ProDesk 400 G6", 25),
    ("laptop", "LENOVO", "ThinkPad L14", 18),
    ("laptop", "HP", "HP ProBook 450 G8", 15),
    ("server", "Dell Inc.", "PowerEdge T340", 2),
    ("desktop", "LENOVO", "ThinkCentre M70s", 10),
];
const SYSTEMS: &[(&str, &str)] =
    &[("Microsoft Windows 10 Pro", "10.0.19045"), ("Microsoft Windows 11 Pro", "10.0.22631"), ("Microsoft Windows 7 Professional", "6.1.7601")];

pub fn register(app: &Arc<App>, people: &People, count: usize, from: i64, now: i64) -> Result<()> {
    let (catalogue, agent) = (catalogue(), app.itself(Via::Agent, "10.20.1.9"));
    crew::together("devices", count, |n| {
        let at = from + (now - DAY_US - from) / count.max(1) as i64 * n as i64;
        let mut work = agent.work_at("inventory.report", at)?;
        let mut seed = Seed::new(n as u64).fork("device");
        let has = of_machine(&catalogue, &mut seed);
        let device = work.make(device(people, n, &mut seed, has.len()))?;
        let sections = sections(&device);
        work.facts(&device, "sections", serde_json::to_value(agents::diff(&Sections::default(), &sections))?)?;
        work.facts(&device, "programs", json!({ "added": rows(&has, at, &mut seed), "removed": [] }))?;
        let (device_id, sameness) = (device.evidence.as_ref().and_then(|evidence| evidence.device_id.clone()), format!("{:064x}", seed.next()));
        work.facts(&device, "report", json!({ "source": "FusionInventory", "sameness": sameness, "kept": "", "original": "", "device_id": device_id, "version": "2.6", "quarantined": [] }))?;
        work.commit()?;
        Ok(())
    })
}

fn device(people: &People, n: usize, seed: &mut Seed, program_count: usize) -> Device {
    let weights: Vec<u32> = MODELS.iter().map(|model| model.3).collect();
    let (kind, maker, model, _) = MODELS[seed.weighted(&weights)];
    let (os_name, os_version) = *seed.pick(SYSTEMS);
    let holder = seed.pick(&people.askers);
    let state = *seed.pick(&["in_use", "in_use", "in_use", "in_use", "in_use", "in_use", "in_store", "under_repair", "found", "disposed"]);
    let is_held = state == "in_use" && seed.chance(80);
    let (high, low) = (seed.next(), seed.next());
    let uuid = format!("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", high >> 32, (high >> 16) & 0xFFFF, high & 0xFFF, low >> 52, low & 0xFFFF_FFFF_FFFF);
    let (name, serial) = (format!("KP-{n:06}"), format!("SN{:010X}", seed.next() & 0xFF_FFFF_FFFF));
    let mac = format!("f8:94:c2:{:02x}:{:02x}:{:02x}", (n >> 16) & 0xFF, (n >> 8) & 0xFF, n & 0xFF);
    let evidence = agents::Evidence {
        system_uuid: Some(uuid.clone()),
        serial: Some(serial.clone()),
        model: Some(model.into()),
        manufacturer: Some(maker.into()),
        macs: vec![mac],
        device_id: Some(format!("{name}-2023-01-01-08-00-00")),
        name: Some(name.clone()),
        ..agents::Evidence::default()
    };
    Device {
        head: Head { site: holder.person.site, class: if seed.chance(2) { Class::Confidential } else { Class::Internal }, ..Head::default() },
        name,
        tag: Some(format!("DPP/ICT/{n:06}")),
        kind: kind.into(),
        state: state.into(),
        holder: is_held.then_some(holder.person.id),
        unit: holder.person.unit,
        place: Some(format!("Chumba {}", seed.below(300))),
        manufacturer: Some(maker.into()),
        model: Some(model.into()),
        serial: Some(serial),
        uuid: Some(uuid),
        os_name: Some(os_name.into()),
        os_version: Some(os_version.into()),
        processor: Some("Intel(R) Core(TM) i5-10500 CPU @ 3.10GHz".into()),
        memory_mb: Some(8_192),
        disk_mb: Some(476_940),
        addresses: Some(format!("10.{}.{}.{}", 20 + seed.below(8), seed.below(255), 1 + seed.below(254))),
        program_count: i64::try_from(program_count).ok(),
        reporter: Some("FusionInventory".into()),
        evidence: Some(evidence),
        ..Device::default()
    }
}

fn sections(device: &Device) -> Sections {
    Sections {
        hardware: Some(Hardware { name: Some(device.name.clone()), uuid: device.uuid.clone(), memory_mb: Some(8_192), ..Hardware::default() }),
        bios: Some(Bios { serial: device.serial.clone(), model: device.model.clone(), manufacturer: device.manufacturer.clone(), ..Bios::default() }),
        os: Some(Os { full_name: device.os_name.clone(), version: device.os_version.clone(), ..Os::default() }),
        ..Sections::default()
    }
}

fn rows(has: &[&Program], at: i64, seed: &mut Seed) -> Vec<Value> {
    let days: Vec<String> = (0..30).map(|_| day_of(at - seed.below(600) as i64 * DAY_US)).collect();
    has.iter().enumerate().map(|(n, program)| json!([program.name, program.version, program.maker, program.arch, days[n % days.len()]])).collect()
}
