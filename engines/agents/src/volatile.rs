//! What differs in every report though nothing has changed: free space, uptime, who is signed in.
//! It stands outside the sameness hash and beside the facts; a "seen" stamp, not history.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::quarantine::Quarantined;
use crate::reading::{Reading, items_of};
use crate::scrub::Dropped;

/// Readings of the moment. Personal data: last user and users signed in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Volatile {
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boot_time: Option<String>,
    /// As sent: `482 days, 05:42:18.50`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uptime: Option<String>,
    /// ISO 8601: when the agent made the report, by the machine's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_user: Option<String>,
    /// As sent; often without a year: `Fri Jun 12 14:15`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_user_at: Option<String>,
    /// Signed in at the moment of the report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<SignedIn>,
    /// MB by volume: letter, mount point, device or position.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub free_mb: BTreeMap<String, u64>,
    /// Percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub battery_charge: Option<u64>,
    /// Sum over processes, percent of one core.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_percent: Option<f64>,
    /// Sum over processes, percent of memory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_percent: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process_count: Option<u64>,
    /// Percent, of a switch or printer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_cpu_percent: Option<u64>,
}

/// Someone signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct SignedIn {
    pub login: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
}

impl Volatile {
    pub(crate) fn read(content: &Map<String, Value>, dropped: &Dropped, odd: &mut Vec<Quarantined>) -> Self {
        let mut now = Self {
            cpu_percent: dropped.cpu_percent,
            memory_percent: dropped.memory_percent,
            process_count: dropped.entries.get("processes").map(|count| *count as u64),
            ..Self::default()
        };
        for (section, name) in [("os", "operatingsystem"), ("hardware", "hardware"), ("accesslog", "accesslog"), ("network_device", "network_device")] {
            if let Some(Value::Object(members)) = content.get(name) {
                now.take(&mut Reading { members, section, entry: None, odd: &mut *odd });
            }
        }
        now.users = users(content);
        now.free_mb = free_space(content, odd);
        now.battery_charge = battery_charge(content);
        now
    }

    fn take(&mut self, from: &mut Reading<'_>) {
        match from.section {
            "os" => self.boot_time = from.moment(&["boot_time"]),
            "hardware" => {
                // FusionInventory takes the last line of `last`, "wtmp begins ...", for a login.
                self.last_user = from.known(&["lastloggeduser"]).filter(|user| user != "wtmp");
                self.last_user_at = from.known(&["datelastloggeduser"]);
                if let Some(text) = from.text(&["description"]) {
                    self.uptime = uptime_in(&text).map(str::to_owned);
                }
            }
            "accesslog" => self.reported_at = from.moment(&["logdate"]),
            _ => {
                self.uptime = from.known(&["uptime"]);
                self.device_cpu_percent = from.whole(&["cpu"]);
            }
        }
    }
}

/// Unix agents write `arch/uptime` into HARDWARE/DESCRIPTION: `x86_64/00-00-00 00:18:17`.
pub(crate) fn uptime_in(description: &str) -> Option<&str> {
    let (arch, uptime) = description.split_once('/')?;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | ' ');
    let arch_like = !arch.is_empty() && arch.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    (arch_like && !uptime.is_empty() && uptime.chars().all(plain)).then_some(uptime)
}

fn records<'a>(content: &'a Map<String, Value>, name: &str) -> Vec<&'a Map<String, Value>> {
    let value = content.get(name).unwrap_or(&Value::Null);
    items_of(value).iter().filter_map(Value::as_object).collect()
}

fn users(content: &Map<String, Value>) -> Vec<SignedIn> {
    let text = |members: &Map<String, Value>, name: &str| members.get(name).and_then(Value::as_str).filter(|t| !t.is_empty()).map(str::to_owned);
    let mut users: Vec<SignedIn> =
        records(content, "users").into_iter().filter_map(|user| Some(SignedIn { login: text(user, "login")?, domain: text(user, "domain") })).collect();
    users.sort();
    users.dedup();
    users
}

fn free_space(content: &Map<String, Value>, odd: &mut Vec<Quarantined>) -> BTreeMap<String, u64> {
    let mut free = BTreeMap::new();
    for (at, members) in records(content, "drives").into_iter().enumerate() {
        let mut from = Reading { members, section: "volumes", entry: Some(at), odd: &mut *odd };
        let Some(megabytes) = from.megabytes(&["free"]) else {
            continue;
        };
        let mount = from.known(&["type"]).filter(|mount| mount.starts_with('/'));
        let name = from.known(&["letter"]).or(mount);
        let name = name.or_else(|| from.known(&["volumn", "label", "serial"]));
        free.insert(name.unwrap_or_else(|| format!("#{}", at + 1)), megabytes);
    }
    free
}

fn battery_charge(content: &Map<String, Value>) -> Option<u64> {
    let battery = records(content, "batteries").into_iter().next()?;
    let charge = ["charge", "level", "charge_percent"].iter().find_map(|name| battery.get(*name))?;
    let percent = match charge {
        Value::String(text) => text.trim_end_matches(['%', ' ']).parse().ok()?,
        other => other.as_u64()?,
    };
    (percent <= 100).then_some(percent)
}
