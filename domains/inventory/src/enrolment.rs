//! Who may report: a token for agents, bound to a site, a network, a rate and an end. It opens nothing but this one door.

use kernel::app::App;
use kernel::class::Class;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, RecordType};
use kernel::sign_in::token;
use kernel::work::Work;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Enrolment {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub site: Option<Id>,
    /// `192.168.10.0/24`, several with a comma between; empty: any.
    pub networks: Option<String>,
    pub reports_per_hour: i64,
    pub ends_at: i64,
    pub state: String,
}
kernel::record!(Enrolment, "enrolment");

/// What an office of a few hundred machines needs and a mad agent does not get.
pub const DEFAULT_PER_HOUR: i64 = 2_000;

pub fn describe() -> RecordType {
    RecordType {
        kind: "enrolment",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required(),
            Field::new("site", Holds::Link("site")),
            Field::new("networks", Holds::Text),
            Field::new("reports_per_hour", Holds::Number).required(),
            Field::new("ends_at", Holds::Moment).required(),
            Field::new("state", Holds::Choice(&["open", "closed"])).required(),
        ],
        title: "name",
        list: &["name", "site", "networks", "reports_per_hour", "ends_at", "state"],
        search: &[],
        filters: &["state", "site"],
        sort: ("made_at", true),
        persons: &[],
        unit: None,
        class: Class::Internal,
        duties: &["D6"],
        keeps: &[Keeps::History],
    }
}

/// Lets agents of a site report until `ends_at`. The secret for their settings is given once, after the change is on the disk.
pub fn enrol(work: &mut Work, enrolment: Enrolment) -> Result<(Enrolment, String)> {
    if !work.actor().may("enrolment.edit") {
        return Err(Problem::Forbidden { act: "enrolment.edit".into() });
    }
    if let Some(networks) = &enrolment.networks {
        networks
            .split(',')
            .map(str::trim)
            .try_for_each(|network| Network::parse(network).map(|_| ()).ok_or_else(|| Problem::on("networks", "problem-network")))?;
    }
    let secret = token::new_secret(&work.actor().app);
    // Where its machines stand is also where it is kept.
    let head = Head { site: enrolment.site, ..enrolment.head.clone() };
    let made = work.make(Enrolment { head, state: "open".into(), ..enrolment })?;
    let (at, ends_at) = (work.at(), made.ends_at);
    work.also(
        "INSERT INTO secret_token (hash, purpose, subject, ends_at, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        kernel::vals![token::hash_of(&secret), token::AGENT, made.head.id, ends_at, at],
    );
    Ok((made, secret))
}

impl Enrolment {
    /// Closes the door; the token opens nothing from this change on.
    pub fn close(&self, work: &mut Work) -> Result<Self> {
        work.allow("enrolment.edit", self)?;
        work.also("DELETE FROM secret_token WHERE purpose = 'agent' AND subject = ?1", kernel::vals![self.head.id]);
        work.save(self, Self { state: "closed".into(), ..self.clone() })
    }

    fn admits(&self, address: &str) -> bool {
        let Some(networks) = self.networks.as_deref().filter(|networks| !networks.trim().is_empty()) else { return true };
        // No socket, no address: a call from within the program.
        let Ok(address) = address.parse::<IpAddr>() else { return address.is_empty() };
        networks.split(',').filter_map(|network| Network::parse(network.trim())).any(|network| network.holds(address))
    }
}

/// The enrolment behind a token, if the caller may report now. Refusals are told apart for the log, not for the caller.
pub fn admit(app: &std::sync::Arc<App>, secret: &str, address: &str) -> Result<Enrolment> {
    let refused = |key: &str| Problem::Forbidden { act: key.into() };
    let id = token::subject(app, token::AGENT, secret)?.ok_or_else(|| refused("agent-token-unknown-or-ended"))?;
    let view = app.itself(kernel::change::Via::Agent, address).view()?;
    let enrolment: Enrolment = view.find(&id)?;
    if enrolment.state != "open" {
        return Err(refused("agent-token-closed"));
    }
    if !enrolment.admits(address) {
        return Err(refused("agent-token-other-network"));
    }
    Ok(enrolment)
}

/// An IP network.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Network {
    base: IpAddr,
    bits: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (base, bits) = text.split_once('/').map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.parse().ok()?;
        let longest = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(longest), |bits| bits.parse().ok()).filter(|bits| *bits <= longest)?;
        Some(Self { base, bits })
    }

    fn holds(&self, address: IpAddr) -> bool {
        let head = |address: IpAddr| match address {
            IpAddr::V4(address) => u128::from(u32::from(address)).checked_shr(32 - self.bits).unwrap_or(0),
            IpAddr::V6(address) => u128::from(address).checked_shr(128 - self.bits).unwrap_or(0),
        };
        self.base.is_ipv4() == address.is_ipv4() && head(self.base) == head(address)
    }
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn a_network_holds_its_own() {
        let network = Network::parse("192.168.10.0/24").expect("a network");
        assert!(network.holds("192.168.10.77".parse().expect("an address")));
        assert!(!network.holds("192.168.11.77".parse().expect("an address")));
        assert!(!network.holds("::1".parse().expect("an address")));
        assert_eq!(Network::parse("192.168.10.0/33"), None);
        assert!(Network::parse("0.0.0.0/0").expect("all").holds("10.1.2.3".parse().expect("an address")));
    }
}
