//! A browser's conversation reduced to what these tests need: one request, one connection, cookies.
//! It follows no redirect, so a test sees the very answer that the office gave.
//! An answer that was cut off is an error, never half an answer.

use anyhow::{Context, Result};
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Long enough for a password hash on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone)]
pub struct Client {
    pub addr: SocketAddr,
    cookies: Vec<(String, String)>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Client {
    pub fn new(addr: SocketAddr) -> Client {
        Client { addr, cookies: Vec::new() }
    }

    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, &[], b"")
    }

    /// Posts as a page of the office's own would: same origin, the type of `body` named.
    pub fn post(&mut self, path: &str, kind: &str, body: &[u8]) -> Result<Answer> {
        let origin = format!("http://{}", self.addr);
        let headers = [("Content-Type", kind), ("Origin", &origin), ("Sec-Fetch-Site", "same-origin")];
        self.send("POST", path, &headers, body)
    }

    /// Sends one request and reads the whole answer; keeps the cookies it sets.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<Answer> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.addr);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            head.push_str(&format!("Cookie: {}\r\n", pairs.join("; ")));
        }
        if method != "GET" {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");

        let mut stream = TcpStream::connect_timeout(&self.addr, Duration::from_secs(2))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut all = Vec::new();
        stream.read_to_end(&mut all)?;
        let answer = Answer::read(&all).with_context(|| format!("{method} {path}"))?;
        self.keep_cookies(&answer);
        Ok(answer)
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for (_, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let Some((name, rest)) = value.split_once('=') else {
                continue;
            };
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(known, _)| known != name.trim());
            self.cookies.push((name.trim().to_owned(), value.to_owned()));
        }
    }
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Result<serde_json::Value> {
        serde_json::from_slice(&self.body).with_context(|| format!("no JSON: {}", self.start()))
    }

    /// The first characters, for a message about an answer that was not expected.
    pub fn start(&self) -> String {
        self.text().chars().take(300).collect()
    }

    fn read(all: &[u8]) -> Result<Answer> {
        let end = find(all, b"\r\n\r\n").ok_or_else(|| broken_off("its head"))?;
        let head = std::str::from_utf8(&all[..end])?;
        let mut lines = head.split("\r\n");
        let first = lines.next().unwrap_or_default();
        let status = first.split(' ').nth(1).context("no status")?.parse().context("no status")?;
        let headers: Vec<(String, String)> =
            lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
        let mut answer = Answer { status, headers, body: Vec::new() };
        answer.body = answer.body_of(&all[end + 4..])?;
        Ok(answer)
    }

    fn body_of(&self, rest: &[u8]) -> Result<Vec<u8>> {
        if self.header("transfer-encoding").is_some_and(|v| v.contains("chunked")) {
            return unchunked(rest);
        }
        if let Some(length) = self.header("content-length") {
            let length: usize = length.parse()?;
            let body = rest.get(..length).ok_or_else(|| broken_off("its body"))?;
            return Ok(body.to_vec());
        }
        Ok(rest.to_vec())
    }
}

fn unchunked(mut rest: &[u8]) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = find(rest, b"\r\n").ok_or_else(|| broken_off("a chunk"))?;
        let size = std::str::from_utf8(&rest[..end])?.split(';').next().unwrap_or_default();
        let size = usize::from_str_radix(size.trim(), 16).context("a chunk without a size")?;
        if size == 0 {
            return Ok(body);
        }
        let from = end + 2;
        if rest.len() < from + size + 2 {
            return Err(broken_off("a chunk").into());
        }
        body.extend_from_slice(&rest[from..from + size]);
        rest = &rest[from + size + 2..];
    }
}

/// The kind of error that a broken connection gives, so that both are told from a refusal.
fn broken_off(place: &str) -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, format!("the answer ended inside {place}"))
}

fn find(all: &[u8], what: &[u8]) -> Option<usize> {
    all.windows(what.len()).position(|part| part == what)
}

/// Percent-encodes one value of a form or query.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_chunked_answer() {
        let all = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nasi\r\n4;x=1\r\nsa n\r\n0\r\n\r\n";
        assert_eq!(Answer::read(all).unwrap().text(), "asisa n");
    }

    #[test]
    fn an_answer_cut_off_is_no_answer() {
        for all in [
            &b"HTTP/1.1 303 See Other\r\nLocation: /request/7\r\n"[..],
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhabari",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhabari",
        ] {
            assert!(Answer::read(all).is_err());
        }
    }

    #[test]
    fn a_new_cookie_takes_the_place_of_the_old() {
        let mut client = Client::new("127.0.0.1:1".parse().unwrap());
        for value in ["a", "b"] {
            let all = format!("HTTP/1.1 200 OK\r\nSet-Cookie: session={value}; HttpOnly\r\nContent-Length: 0\r\n\r\n");
            client.keep_cookies(&Answer::read(all.as_bytes()).unwrap());
        }
        assert_eq!(client.cookies, [("session".to_owned(), "b".to_owned())]);
    }
}
