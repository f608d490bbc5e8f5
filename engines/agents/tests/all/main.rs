//! The library from outside: bodies in, records and answers out. Fixtures are invented; the
//! samples of real agents are read where they are at hand.

mod answers;
mod anything;
mod changes;
mod identity;
mod opening;
mod reading;
mod samples;

use agents::{Headers, Message, Report, read};

const FUSION: Headers<'static> = agent("FusionInventory-Agent_v2.6-3");
const OCS: Headers<'static> = agent("OCS-NG_unified_unix_agent_v2.10.0");
const GLPI: Headers<'static> = agent("GLPI-Agent_v1.11");

const fn agent(user_agent: &'static str) -> Headers<'static> {
    Headers { user_agent, glpi_agent_id: None, glpi_request_id: None, content_type: "" }
}

fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn message(name: &str, headers: &Headers<'_>) -> Message {
    read(&fixture(name), headers).unwrap_or_else(|refused| panic!("{name}: {refused}"))
}

fn report(name: &str, headers: &Headers<'_>) -> Report {
    one_report(message(name, headers))
}

fn report_of(body: &str, headers: &Headers<'_>) -> Report {
    one_report(read(body.as_bytes(), headers).expect("a report"))
}

fn one_report(message: Message) -> Report {
    match message {
        Message::Inventory(report) => *report,
        Message::SnmpInventory { mut reports, .. } if reports.len() == 1 => reports.remove(0),
        other => panic!("not one report: {other:?}"),
    }
}
