//! A browser's side of the wire: one kept connection, one cookie, gzip asked for, redirects not followed. Times end when the last byte is in.

use anyhow::{Result, ensure};
use flate2::read::GzDecoder;
use std::io::Read;
use std::time::{Duration, Instant};
use ureq::Agent;

#[derive(Clone)]
pub struct Browser {
    agent: Agent,
    base: String,
    cookie: String,
}

/// What came back.
pub struct Got {
    pub status: u16,
    pub ms: f64,
    /// As it came over the wire.
    pub bytes: Vec<u8>,
    is_packed: bool,
    cookie: String,
}

impl Browser {
    pub fn at(base: &str) -> Self {
        let agent =
            Agent::config_builder().timeout_global(Some(Duration::from_secs(120))).http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
        Self { agent: agent.build().into(), base: base.to_owned(), cookie: String::new() }
    }

    /// The same person at another window: the cookie is shared, the connection is not.
    pub fn another_window(&self) -> Self {
        Self { cookie: self.cookie.clone(), ..Self::at(&self.base) }
    }

    pub fn signed_in(base: &str, name: &str, password: &str) -> Result<Self> {
        let mut browser = Self::at(base);
        let got = browser.post("/sign-in", &[("name", name), ("password", password), ("next", "/")])?;
        ensure!(got.status == 303 && !got.cookie.is_empty(), "{name} could not sign in: {}", got.status);
        browser.cookie = got.cookie;
        Ok(browser)
    }

    /// Fetches a page; anything but 200 is an error.
    pub fn get(&self, path: &str) -> Result<Got> {
        let began = Instant::now();
        let request = self.agent.get(format!("{}{path}", self.base)).header("accept-encoding", "gzip").header("cookie", &self.cookie);
        let got = Got::read(request.call()?, began)?;
        ensure!(got.status == 200, "{path} was answered {}: {}", got.status, got.text().chars().take(300).collect::<String>());
        Ok(got)
    }

    /// Sends a form as a browser without scripts does.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Got> {
        let began = Instant::now();
        let request = self.agent.post(format!("{}{path}", self.base)).header("cookie", &self.cookie);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        Got::read(request.send(serde_urlencoded::to_string(fields)?)?, began)
    }

    /// Sends what an agent sends.
    pub fn report(&self, path: &str, body: &[u8]) -> Result<Got> {
        let began = Instant::now();
        let request = self.agent.post(format!("{}{path}", self.base)).header("user-agent", "FusionInventory-Agent_v2.6-3");
        Got::read(request.header("content-type", "application/x-compress-zlib").send(body)?, began)
    }
}

impl Got {
    fn read(mut response: ureq::http::Response<ureq::Body>, began: Instant) -> Result<Self> {
        const LARGEST: u64 = 1 << 30;
        let bytes = response.body_mut().with_config().limit(LARGEST).read_to_vec()?;
        let ms = began.elapsed().as_secs_f64() * 1_000.0;
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let cookie = header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        Ok(Self { status: response.status().as_u16(), ms, is_packed: header("content-encoding") == "gzip", cookie, bytes })
    }

    /// The answer unpacked.
    pub fn text(&self) -> String {
        let mut plain = Vec::new();
        if self.is_packed && GzDecoder::new(&*self.bytes).read_to_end(&mut plain).is_ok() {
            return String::from_utf8_lossy(&plain).into_owned();
        }
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}
