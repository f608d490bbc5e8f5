//! An office to test in: a folder that goes away, people with names and roles, and their browsers. Tests speak through HTTP or a verb,
//! at a time that the test sets; nothing here sleeps or touches the network.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use kernel::actor::Actor;
use kernel::app::{App, Chance, Clock, Opening};
use kernel::change::Via;
use kernel::domain::Domain;
use kernel::id::Id;
use kernel::log::Keys;
use kernel::permission::Role;
use kernel::seed::Seed;
use kernel::sign_in::session;
use kernel::time::from_form;
pub use office::person::Person;
pub use office::unit::{Site, Unit};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// Tuesday morning, an ordinary working day.
pub const MORNING: &str = "2026-11-24T09:00";

pub struct Office {
    pub app: Arc<App>,
    pub site: Id,
    pub unit: Id,
    router: Router,
    runtime: Runtime,
    folder: TempDir,
}

impl Office {
    /// Opens an office with these domains; the office domain is always there.
    pub fn open(domains: Vec<Domain>) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut all = vec![office::domain()];
        all.extend(domains.into_iter().filter(|domain| domain.name != "office"));
        let app = App::open(Opening {
            data: &folder.path().join("office"),
            keys: Keys { folder: folder.path().join("keys"), entropy: [7; 32], is_demo: false, begins_anew: false },
            clock: Clock::Set(AtomicI64::new(from_form(MORNING).expect("a time"))),
            chance: Chance::Seeded(Mutex::new(Seed::new(1))),
            domains: all,
            secure: false,
            in_a_hurry: true,
            words: &[kernel::words(), pages::words()],
        })
        .expect("the office opens");
        let mut router = kernel::api::routes();
        for domain in &app.domains {
            router = router.merge((domain.routes)());
        }
        let mut work = app.itself(Via::Command, "").work("office.found").expect("work");
        let site = work.make(Site { name: "Makao Makuu".into(), letter: "U".into(), island: "unguja".into(), ..Site::default() }).expect("a site");
        let unit = work.make(Unit { name: "Kitengo cha TEHAMA".into(), ..Unit::default() }).expect("a unit");
        work.commit().expect("founded");
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        Self { router: router.with_state(Arc::clone(&app)), app, site: site.head.id, unit: unit.head.id, runtime, folder }
    }

    /// Sets the office's clock, `2026-11-24T09:00` in East Africa Time.
    pub fn is_now(&self, time: &str) {
        let Clock::Set(now) = &self.app.clock else { unreachable!("the test's clock is set by hand") };
        now.store(from_form(time).expect("a time"), Ordering::Relaxed);
    }

    /// A person of the ICT unit's own site and unit, signed in.
    pub fn person(&self, name: &str, roles: &[Role]) -> Someone<'_> {
        self.person_of(name, roles, self.unit)
    }

    /// A person of another unit.
    pub fn person_of(&self, name: &str, roles: &[Role], unit: Id) -> Someone<'_> {
        let login = name.to_lowercase().replace(' ', ".");
        let mut work = self.app.itself(Via::Command, "").work("person.enter").expect("work");
        let person = Person {
            name: name.into(),
            login: Some(login),
            roles: roles.to_vec(),
            unit: Some(unit),
            site: Some(self.site),
            language: "sw".into(),
            state: "active".into(),
            ..Person::default()
        };
        let id = work.make(person).expect("a person").head.id;
        work.commit().expect("entered");
        let secret = session::begin(&self.app, id, "10.20.1.5", "test", true).expect("a session");
        Someone { office: self, id, secret }
    }

    pub fn make_unit(&self, name: &str) -> Id {
        let mut work = self.app.itself(Via::Command, "").work("unit.make").expect("work");
        let unit = work.make(Unit { name: name.into(), ..Unit::default() }).expect("a unit");
        work.commit().expect("made");
        unit.head.id
    }

    /// A browser in which nobody is signed in.
    pub fn nobody(&self) -> Someone<'_> {
        Someone { office: self, id: Id::nobody(), secret: String::new() }
    }

    /// Sends any request; the answer is read whole.
    pub fn ask(&self, request: Request<Body>) -> Answer {
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("a router answers");
            let status = response.status().as_u16();
            let header = |name| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
            let (location, cookie, media_type) = (header(header::LOCATION), header(header::SET_COOKIE), header(header::CONTENT_TYPE));
            let problem = response.extensions().get::<Arc<kernel::problem::Problem>>().cloned();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body").to_vec();
            Answer { status, location, cookie, media_type, bytes, problem }
        })
    }

    /// Asserts that the ledger and every derived row are what the changes make them.
    pub fn is_sound(&self) {
        self.app.checkpoint().expect("a checkpoint");
        let conn = kernel::verify::open(&self.app.data).expect("opens");
        let ledger = kernel::verify::ledger(&conn, &self.app.data, &self.folder.path().join("keys")).expect("reads");
        let replay = kernel::verify::replay(&conn, &self.app.registry).expect("replays");
        assert!(ledger.faults.is_empty() && replay.faults.is_empty(), "{:?} {:?}", ledger.faults, replay.faults);
        assert!(ledger.changes > 0, "nothing was verified");
    }

    /// How many changes the ledger holds.
    pub fn changes(&self) -> i64 {
        self.app.log.size()
    }

    pub fn keys(&self) -> std::path::PathBuf {
        self.folder.path().join("keys")
    }
}

/// Someone at a browser.
pub struct Someone<'a> {
    pub office: &'a Office,
    pub id: Id,
    secret: String,
}

impl Someone<'_> {
    pub fn gets(&self, path: &str) -> Answer {
        self.office.ask(self.request(Method::GET, path).body(Body::empty()).expect("a request"))
    }

    /// Sends a form as a browser without scripts does.
    pub fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("fields");
        let request = self.request(Method::POST, path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.office.ask(request.body(Body::from(body)).expect("a request"))
    }

    /// Sends a form with one file.
    pub fn uploads(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let (field, name, bytes) = file;
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .into_bytes(),
        );
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        let request = self.request(Method::POST, path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.office.ask(request.body(Body::from(body)).expect("a request"))
    }

    /// The same person as the actor of a verb.
    pub fn actor(&self) -> Actor {
        session::actor(&self.office.app, &self.secret, "10.20.1.5").expect("signed in")
    }

    fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder().method(method).uri(path).header(header::COOKIE, format!("tehama={}", self.secret))
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub cookie: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
    pub problem: Option<Arc<kernel::problem::Problem>>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).expect("JSON")
    }

    /// Asserts the status and gives the answer back.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{:?} {}", self.problem, self.text());
        self
    }

    /// Asserts that the page holds a text.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        assert!(self.text().contains(text), "{text:?} is not in {}", self.text());
        self
    }

    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        assert!(!self.text().contains(text), "{text:?} is in {}", self.text());
        self
    }

    /// Asserts that something was made or done, and gives the path it leads to, without what is told there.
    #[track_caller]
    pub fn leads(self) -> String {
        assert_eq!(self.status, 303, "{:?} {}", self.problem, self.text());
        self.location.split('?').next().unwrap_or_default().to_owned()
    }
}
