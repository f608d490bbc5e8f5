//! The office told through its pages: who comes in and how, who may change people and settings, and what the register shows to whom.
//! Asha works here, Juma is the officer, Mwanaidi heads the unit, Khadija keeps the staff register.

mod codes;
mod coming_in;
mod first;
mod people;
mod register;
mod settings;
mod walk;

use axum::body::Body;
use axum::http::{Method, Request, header};
use kernel::change::Via;
use kernel::sign_in::set_password;
use testkit::{Answer, Office, Someone};

const PASSWORD: &str = "mnazi mrefu wa Michenzani";

/// Gives someone a password, as the head's link would.
fn has_password(someone: &Someone) {
    let mut work = someone.office.app.itself(Via::Command, "").work("person.password").expect("work");
    set_password(&mut work, someone.id, PASSWORD).expect("a password");
    work.commit().expect("set");
}

/// A browser that keeps its cookies, so that signing in is done as people do it.
struct Browser<'a> {
    office: &'a Office,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    fn at(office: &'a Office) -> Self {
        Self { office, cookies: Vec::new() }
    }

    fn gets(&mut self, path: &str) -> Answer {
        self.sends(Method::GET, path, &[])
    }

    fn posts(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.sends(Method::POST, path, fields)
    }

    fn signs_in(&mut self, name: &str, password: &str) -> Answer {
        self.posts("/sign-in", &[("name", name), ("password", password)])
    }

    fn sends(&mut self, method: Method, path: &str, fields: &[(&str, &str)]) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookies.join("; "));
        let request =
            request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").header(header::USER_AGENT, "Mozilla/5.0 (Windows NT 10.0) Firefox/115.0");
        let answer = self.office.ask(request.body(Body::from(serde_urlencoded::to_string(fields).expect("fields"))).expect("a request"));
        if let Some((name, value)) = answer.cookie.split(';').next().and_then(|pair| pair.split_once('=')) {
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        answer
    }
}
