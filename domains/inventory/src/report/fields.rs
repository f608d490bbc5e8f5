//! The register's fields as an agent's sections tell them. Knows nothing of what was known before but what a person may have typed.

use super::describe::key_of;
use crate::device::Device;
use agents::{ItemType, Report, Sections};
use std::collections::BTreeSet;

/// The register's fields as the sections tell them; what a person has typed stays where they say nothing.
pub(super) fn described(device: &Device, report: &Report, sections: &Sections, source: &str) -> Device {
    let facts = Facts { report, sections };
    let program_count = sections.programs.as_ref().map(|programs| programs.iter().filter_map(key_of).collect::<BTreeSet<_>>().len());
    Device {
        name: facts.name().unwrap_or_else(|| if device.name.is_empty() { report.device_id.clone() } else { device.name.clone() }),
        kind: if device.kind.is_empty() { facts.kind().into() } else { device.kind.clone() },
        manufacturer: report.evidence.manufacturer.clone().or_else(|| device.manufacturer.clone()),
        model: report.evidence.model.clone().or_else(|| device.model.clone()),
        serial: report.evidence.serial.clone().or_else(|| device.serial.clone()),
        uuid: facts.uuid().or_else(|| device.uuid.clone()),
        os_name: facts.os_name().or_else(|| device.os_name.clone()),
        os_version: sections.os.as_ref().and_then(|os| os.version.clone()).or_else(|| device.os_version.clone()),
        processor: sections.cpus.as_ref().and_then(|cpus| cpus.first()?.name.clone()).or_else(|| device.processor.clone()),
        memory_mb: sections.hardware.as_ref().and_then(|hardware| hardware.memory_mb).and_then(|mb| i64::try_from(mb).ok()).or(device.memory_mb),
        disk_mb: facts.disk_mb().or(device.disk_mb),
        addresses: facts.addresses().or_else(|| device.addresses.clone()),
        program_count: program_count.and_then(|count| i64::try_from(count).ok()).or(device.program_count),
        reporter: Some(source.into()),
        ..device.clone()
    }
}

pub(super) struct Facts<'a> {
    report: &'a Report,
    sections: &'a Sections,
}

impl Facts<'_> {
    fn name(&self) -> Option<String> {
        let hardware = self.sections.hardware.as_ref().and_then(|hardware| hardware.name.clone());
        hardware.or_else(|| self.sections.network_device.as_ref().and_then(|device| device.name.clone())).or_else(|| self.report.evidence.name.clone())
    }

    /// As the machine's firmware shows it to people; the evidence has the form that both byte orders share.
    fn uuid(&self) -> Option<String> {
        self.report.evidence.system_uuid.as_ref()?;
        self.sections.hardware.as_ref().and_then(|hardware| hardware.uuid.clone()).or_else(|| self.report.evidence.system_uuid.clone())
    }

    fn kind(&self) -> &'static str {
        match self.report.item_type {
            ItemType::Phone => "phone",
            ItemType::Printer => "printer",
            ItemType::NetworkEquipment => "switch",
            ItemType::Unmanaged => "other",
            ItemType::Computer if self.report.evidence.is_virtual => "virtual",
            ItemType::Computer => match self.chassis().as_str() {
                "laptop" | "notebook" | "portable" | "sub notebook" | "convertible" | "detachable" => "laptop",
                "tablet" => "tablet",
                "rack mount chassis" | "main server chassis" | "server" | "blade" => "server",
                _ => "desktop",
            },
        }
    }

    fn chassis(&self) -> String {
        self.sections.hardware.as_ref().and_then(|hardware| hardware.chassis.clone()).unwrap_or_default().to_lowercase()
    }

    fn os_name(&self) -> Option<String> {
        let os = self.sections.os.as_ref()?;
        os.full_name.clone().or_else(|| os.name.clone())
    }

    fn disk_mb(&self) -> Option<i64> {
        let sum: u64 = self.sections.disks.as_ref()?.iter().filter_map(|disk| disk.size_mb).sum();
        i64::try_from(sum).ok().filter(|sum| *sum > 0)
    }

    fn addresses(&self) -> Option<String> {
        let mut all: Vec<&str> =
            self.sections.networks.iter().flatten().filter_map(|network| network.ip.as_deref()).filter(|ip| !ip.starts_with("127.") && *ip != "::1").collect();
        all.dedup();
        (!all.is_empty()).then(|| all[..all.len().min(8)].join(" "))
    }
}
