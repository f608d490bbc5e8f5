//! A small office to tell stories in: Asha who asks, Juma the officer, Mwanaidi the head; everything through HTTP in memory.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode, header};
use inventory::enrolment::{Enrolment, enrol};
use kernel::actor::{Actor, Person};
use kernel::app::{App, Chance, Clock, Opening};
use kernel::change::Via;
use kernel::class::Class;
use kernel::domain::Domain;
use kernel::id::Id;
use kernel::log::Keys;
use kernel::permission::Role;
use kernel::record::{Field, Head, Holds, RecordType};
use kernel::vals;
use kernel::words::{Lang, Source};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tower::ServiceExt;

pub const DAY_US: i64 = 86_400_000_000;
/// 24 November 2026, 10:00 in Zanzibar.
const START_US: i64 = 1_795_503_600_000_000;

/// People, units and sites as this crate reads them; the records themselves are the office domain's.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Somebody {
    #[serde(skip)]
    head: Head,
    name: String,
    post: String,
    staff_number: String,
    state: String,
    roles: Vec<Role>,
}
kernel::record!(Somebody, "person");

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Place {
    #[serde(skip)]
    head: Head,
    name: String,
    letter: String,
}
kernel::record!(Place, "site");

fn described(kind: &'static str, fields: &[&'static str]) -> RecordType {
    let mut fields: Vec<Field> = fields.iter().map(|name| Field::new(name, Holds::Text)).collect();
    if kind == "person" {
        fields.push(Field::new("roles", Holds::Json));
    }
    RecordType {
        kind,
        letters: "",
        version: 1,
        fields,
        title: "name",
        list: &["name"],
        search: &["name"],
        filters: &[],
        sort: ("name", false),
        persons: &["id"],
        unit: None,
        class: Class::Internal,
        duties: &[],
        keeps: &[],
    }
}

fn people() -> Domain {
    Domain {
        name: "people",
        records: || {
            vec![
                described("person", &["name", "post", "staff_number", "state", "unit", "site"]),
                described("unit", &["name", "name_en", "parent"]),
                described("site", &["name", "letter"]),
            ]
        },
        rules: &[],
        tables: &[],
        projections: &[],
        routes: Router::new,
        jobs: &[],
        words: Source { name: "people", sw: "", en: "" },
        rail: &[],
        today: |_| Ok(Vec::new()),
        palette: &[],
    }
}

pub struct Office {
    pub app: Arc<App>,
    pub router: Router,
    pub asha: Actor,
    pub juma: Actor,
    pub mwanaidi: Actor,
    folder: tempfile::TempDir,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn location(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        self.headers[header::LOCATION].to_str().expect("a path").to_owned()
    }

    /// The record's path, out of the address that tells what was done.
    pub fn path(&self) -> String {
        self.location().split('?').next().expect("a path").to_owned()
    }
}

impl Office {
    pub fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("office");
        let app = App::open(Opening {
            data: &data,
            keys: Keys { folder: Keys::beside(&data), entropy: [7; 32], is_demo: false, begins_anew: false },
            clock: Clock::Set(AtomicI64::new(START_US)),
            chance: Chance::System,
            domains: vec![people(), inventory::domain()],
            in_a_hurry: true,
            secure: false,
            words: &[
                Source { name: "kernel", sw: include_str!("../../../../kernel/words/sw.ftl"), en: include_str!("../../../../kernel/words/en.ftl") },
                ::pages::words(),
            ],
        })
        .expect("an office");
        let router = (inventory::domain().routes)().merge(kernel::api::routes()).with_state(Arc::clone(&app));
        let asha = hire(&app, "Asha Juma Haji", "Mwendesha mashtaka", "1001", &[]);
        let juma = hire(&app, "Juma Khamis Ali", "Afisa TEHAMA", "1002", &[Role::Officer]);
        let mwanaidi = hire(&app, "Mwanaidi Said Omar", "Mkuu wa Kitengo", "1003", &[Role::Head]);
        Self { app, router, asha, juma, mwanaidi, folder }
    }

    pub fn later(&self, by_us: i64) {
        if let Clock::Set(at) = &self.app.clock {
            at.fetch_add(by_us, Ordering::Relaxed);
        }
    }

    pub async fn ask(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 64 << 20).await.expect("a body").to_vec();
        Reply { status: parts.status, headers: parts.headers, bytes }
    }

    pub async fn get(&self, who: &Actor, path: &str) -> Reply {
        let request = Request::get(path).header(header::HOST, "tehama.example").extension(who.clone()).body(Body::empty());
        self.ask(request.expect("a request")).await
    }

    pub async fn post(&self, who: &Actor, path: &str, form: &[(&str, &str)]) -> Reply {
        let body = form.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&");
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").extension(who.clone()).body(Body::from(body));
        self.ask(request.expect("a request")).await
    }

    pub async fn upload(&self, who: &Actor, path: &str, field: &str, name: &str, bytes: &[u8]) -> Reply {
        let mut body =
            format!("--parted\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--parted--\r\n");
        let request = Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=parted").extension(who.clone()).body(Body::from(body));
        self.ask(request.expect("a request")).await
    }

    /// A token for agents.
    pub fn token(&self, change: impl FnOnce(&mut Enrolment)) -> (Enrolment, String) {
        let mut enrolment = Enrolment { name: "Makao Makuu".into(), reports_per_hour: 1_000, ends_at: START_US + 90 * DAY_US, ..Enrolment::default() };
        change(&mut enrolment);
        let mut work = self.juma.work("enrolment.make").expect("work");
        let made = enrol(&mut work, enrolment).expect("an enrolment");
        work.commit().expect("on the disk");
        made
    }

    /// One POST of an agent from an address of the office's network.
    pub async fn report(&self, path: &str, agent: &str, body: &[u8]) -> Reply {
        let from: SocketAddr = "192.168.10.77:50123".parse().expect("an address");
        let request = Request::post(path).header(header::USER_AGENT, agent).extension(ConnectInfo(from)).body(Body::from(body.to_vec()));
        self.ask(request.expect("a request")).await
    }

    /// Devices of the JSON API that the words find.
    pub async fn devices(&self, words: &str) -> Vec<Value> {
        let reply = self.get(&self.juma, &format!("/api/v1/device?limit=500&q={}", encoded(words))).await;
        let answer: Value = serde_json::from_slice(&reply.bytes).expect("JSON");
        answer["items"].as_array().expect("items").clone()
    }

    pub fn changes(&self) -> i64 {
        self.app.log.size()
    }

    pub fn count(&self, sql: &str) -> i64 {
        self.app.readers.snapshot().expect("a snapshot").number(sql, vals![]).expect("a number")
    }

    /// Files whose bytes stand in the office's folder.
    pub fn kept(&self) -> usize {
        let folders = std::fs::read_dir(self.app.data.join("files")).into_iter().flatten().flatten();
        folders.map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().count()).sum()
    }

    /// Everything written is provable, and is what a replay of the changes makes.
    pub fn is_sound(&self) {
        let data = self.folder.path().join("office");
        self.app.checkpoint().expect("a checkpoint");
        let conn = kernel::verify::open(&data).expect("the database");
        let ledger = kernel::verify::ledger(&conn, &data, &Keys::beside(&data)).expect("a reading");
        assert_eq!(ledger.faults, vec![]);
        let replay = kernel::verify::replay(&conn, &self.app.registry).expect("a replay");
        assert_eq!(replay.faults, vec![]);
        assert!(replay.rows > 0);
    }
}

fn hire(app: &Arc<App>, name: &str, post: &str, number: &str, roles: &[Role]) -> Actor {
    let mut work = app.itself(Via::Command, "").work("person.enter").expect("work");
    let roles: Vec<Role> = roles.iter().copied().chain([Role::Staff]).collect();
    let person = work
        .make(Somebody {
            head: Head::default(),
            name: name.into(),
            post: post.into(),
            staff_number: number.into(),
            state: "active".into(),
            roles: roles.clone(),
        })
        .expect("a person");
    work.commit().expect("on the disk");
    let person = Person { id: person.head.id, name: name.into(), post: post.into(), roles, ..Person::default() };
    Actor::of(app, person, Lang::Sw, Via::Page, "")
}

/// A site with its letter.
pub fn site(office: &Office, name: &str, letter: &str) -> Id {
    let mut work = office.app.itself(Via::Command, "").work("site.enter").expect("work");
    let made = work.make(Place { head: Head::default(), name: name.into(), letter: letter.into() }).expect("a site");
    work.commit().expect("on the disk");
    made.head.id
}

pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
