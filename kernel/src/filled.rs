//! A form as it was filled in, whichever way the browser sent it, and the files with it. Values are text until a verb's input asks for more.

use crate::app::App;
use crate::attached::{Kept, MAX_FILE_BYTES, keep};
use crate::id::Id;
use crate::problem::{Problem, Result};
use axum::extract::{FromRequest, Multipart, RawForm, Request};
use axum::http::header;
use std::sync::Arc;

/// A file sent with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    pub field: String,
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub values: Vec<(String, String)>,
    pub uploads: Vec<Upload>,
}

impl FromRequest<Arc<App>> for Filled {
    type Rejection = Problem;
    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return read_parts(Multipart::from_request(request, app).await.map_err(unreadable)?).await;
        }
        let RawForm(bytes) = RawForm::from_request(request, app).await.map_err(unreadable)?;
        let values = serde_urlencoded::from_bytes(&bytes).map_err(unreadable)?;
        Ok(Self { values, uploads: Vec::new() })
    }
}

fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::Unreadable { key: "problem-unreadable".into(), detail: error.to_string() }
}

async fn read_parts(mut parts: Multipart) -> Result<Filled> {
    let mut filled = Filled::default();
    while let Some(part) = parts.next_field().await.map_err(unreadable)? {
        let field = part.name().unwrap_or_default().to_owned();
        let Some(name) = part.file_name().map(str::to_owned) else {
            filled.values.push((field, part.text().await.map_err(unreadable)?));
            continue;
        };
        let media_type = part.content_type().unwrap_or("application/octet-stream").to_owned();
        let bytes = part.bytes().await.map_err(unreadable)?.to_vec();
        if bytes.len() > MAX_FILE_BYTES {
            return Err(Problem::on(&field, "problem-file-too-big"));
        }
        if !name.is_empty() {
            filled.uploads.push(Upload { field, name, media_type, bytes });
        }
    }
    Ok(filled)
}

impl Filled {
    /// The trimmed value of a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> String {
        self.values.iter().find(|(field, _)| field == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }

    pub fn opt(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// All values of a field sent several times.
    pub fn many(&self, name: &str) -> Vec<String> {
        self.values.iter().filter(|(field, value)| field == name && !value.is_empty()).map(|(_, value)| value.clone()).collect()
    }

    pub fn is_on(&self, name: &str) -> bool {
        matches!(self.text(name).as_str(), "yes" | "on" | "true" | "1")
    }

    pub fn id(&self, name: &str) -> Result<Option<Id>> {
        self.opt(name).map(|text| Id::parse(&text).ok_or_else(|| Problem::on(name, "problem-choice"))).transpose()
    }

    pub fn number(&self, name: &str) -> Result<Option<i64>> {
        self.opt(name).map(|text| text.replace([',', ' '], "").trim_end_matches("/-").parse().map_err(|_| Problem::on(name, "problem-number"))).transpose()
    }

    /// A date-and-time field in East Africa Time, sent whole or as a day and, in `<name>_time`, its hour. A day without an hour is no moment.
    pub fn moment(&self, name: &str) -> Result<Option<i64>> {
        let (day, hour) = (self.text(name), self.text(&format!("{name}_time")));
        let whole = if day.contains(['T', ' ']) { day } else { format!("{day}T{hour}") };
        Some(whole).filter(|text| text != "T").map(|text| crate::time::from_form(&text).ok_or_else(|| Problem::on(name, "problem-moment"))).transpose()
    }

    /// The revision that the form was opened at; 0 when it was not sent.
    pub fn revision(&self) -> i64 {
        self.text("revision").parse().unwrap_or(0)
    }

    /// Makes the files of a field durable, before any change names them.
    pub fn keep(&self, app: &App, field: &str) -> Result<Vec<Kept>> {
        self.uploads.iter().filter(|upload| upload.field == field).map(|upload| keep(app, &upload.name, &upload.media_type, &upload.bytes)).collect()
    }
}
