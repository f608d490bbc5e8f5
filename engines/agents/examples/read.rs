//! Prints what is understood of a report: `cargo run -p agents --example read -- FILE [USER-AGENT]`.
//! For people who change this library; officers have pages.

use agents::{Headers, Message, Report, read};

fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        eprintln!("usage: read FILE [USER-AGENT]");
        return std::process::ExitCode::from(2);
    };
    let user_agent = arguments.next().unwrap_or_default();
    let headers = Headers { user_agent: &user_agent, ..Headers::default() };
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return std::process::ExitCode::FAILURE;
        }
    };
    match read(&bytes, &headers) {
        Err(refused) => println!("refused: {refused}"),
        Ok(Message::Inventory(report)) => show(&report),
        Ok(Message::SnmpInventory { reports, errors, .. }) => {
            reports.iter().for_each(show);
            errors.iter().for_each(|error| println!("error: {error:?}"));
        }
        Ok(other) => println!("{other:#?}"),
    }
    std::process::ExitCode::SUCCESS
}

fn show(report: &Report) {
    let version = report.client_version.as_deref().unwrap_or("no version");
    println!("{:?} from {:?} ({version}), partial: {}", report.item_type, report.client, report.partial);
    println!("device id {:?}, tag {:?}", report.device_id, report.tag);
    println!("{:#?}", report.evidence);
    for (name, value) in serde_json::to_value(&report.sections).into_iter().flat_map(into_members) {
        match value {
            serde_json::Value::Array(items) => println!("{name}: {} records", items.len()),
            one => println!("{name}: {one}"),
        }
    }
    println!("{:#?}", report.volatile);
    println!("dropped: {:?}", report.dropped);
    report.quarantined.iter().for_each(|odd| println!("quarantined: {odd:?}"));
}

fn into_members(value: serde_json::Value) -> serde_json::Map<String, serde_json::Value> {
    match value {
        serde_json::Value::Object(members) => members,
        _ => serde_json::Map::new(),
    }
}
