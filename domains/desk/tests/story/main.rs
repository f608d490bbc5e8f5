//! The desk told through its pages: Asha asks, Juma the officer works, Mwanaidi heads the unit, and strangers see nothing.

mod asking;
mod listing;
mod seeing;
mod working;

use kernel::change::Via;
use kernel::class::Class;
use kernel::domain::Domain;
use kernel::id::Id;
use kernel::permission::{Role, Rule, Scope};
use kernel::record::{Field, Head, Holds, RecordType};
use kernel::words::Source;
use serde::{Deserialize, Serialize};
use testkit::{Office, Someone};

/// A device as the desk knows one: a row with a name, a tag and a holder, whichever domain keeps it.
#[derive(Clone, Serialize, Deserialize)]
struct Thing {
    #[serde(skip)]
    head: Head,
    name: String,
    tag: Option<String>,
    serial: Option<String>,
    state: String,
    holder: Option<Id>,
}
kernel::record!(Thing, "device");

fn things() -> Vec<RecordType> {
    vec![RecordType {
        kind: "device",
        letters: "KIF",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required(),
            Field::new("tag", Holds::Text).unique(),
            Field::new("serial", Holds::Text).indexed(),
            Field::new("state", Holds::Text),
            Field::new("holder", Holds::Link("person")).indexed(),
        ],
        title: "name",
        list: &["name"],
        search: &["name"],
        filters: &[],
        sort: ("changed_at", true),
        persons: &["holder"],
        unit: None,
        class: Class::Internal,
        duties: &[],
        keeps: &[],
    }]
}

const RULES: &[Rule] = &[Rule::new("device.see", Role::Officer, Scope::All, Class::Secret), Rule::new("device.see", Role::Staff, Scope::Own, Class::Secret)];

fn house() -> Office {
    let devices = Domain {
        name: "things",
        records: things,
        rules: RULES,
        tables: &[],
        projections: &[],
        routes: axum::Router::new,
        jobs: &[],
        words: Source { name: "things", sw: "device-many = Vifaa", en: "device-many = Devices" },
        rail: &[],
        today: |_| Ok(Vec::new()),
        palette: &[],
    };
    Office::open(vec![desk::domain(), devices])
}

fn laptop(office: &Office, holder: Id, tag: &str) -> Id {
    let mut work = office.app.itself(Via::Command, "").work("device.make").expect("work");
    let thing = Thing {
        head: Head::default(),
        name: "HP ProBook 450".into(),
        tag: Some(tag.into()),
        serial: Some(format!("5CD{tag}")),
        state: "in_use".into(),
        holder: Some(holder),
    };
    let id = work.make(thing).expect("a device").head.id;
    work.commit().expect("made");
    id
}

const ASHA: &str = "Asha Juma Haji";
const JUMA: &str = "Juma Ali Makame";
const MWANAIDI: &str = "Mwanaidi Khamis Said";

/// Somebody asks for help and gets the address of the request.
fn asks(who: &Someone, subject: &str, more: &[(&str, &str)]) -> String {
    let mut fields = vec![("subject", subject)];
    fields.extend(more);
    who.posts("/request", &fields).leads()
}
