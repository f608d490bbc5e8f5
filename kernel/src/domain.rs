//! A part of the unit's work as the rest of the house sees it: one value, the domain's table of contents.

use crate::actor::View;
use crate::app::App;
use crate::permission::Rule;
use crate::problem::Result;
use crate::record::RecordType;
use crate::registry::Project;
use crate::words::Source;
use axum::Router;
use std::sync::Arc;

/// What a domain brings.
pub struct Domain {
    pub name: &'static str,
    pub records: fn() -> Vec<RecordType>,
    pub rules: &'static [Rule],
    /// Statements that make its own tables and indexes; only ever added to.
    pub tables: &'static [&'static str],
    pub projections: &'static [(&'static str, Project)],
    pub routes: fn() -> Router<Arc<App>>,
    pub jobs: &'static [Job],
    pub words: Source,
    pub rail: &'static [RailLink],
    /// What it shows on the first page of whoever looks.
    pub today: fn(&View) -> Result<Vec<Section>>,
    /// What may be done from the palette, beside finding records.
    pub palette: &'static [Verb],
}

/// Work that a change asked for, done after it is on the disk.
pub struct Job {
    pub name: &'static str,
    pub run: fn(&Arc<App>, &serde_json::Value) -> Result<()>,
}

/// A group of the left rail, after the unit's own page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    Today,
    Systems,
    Communication,
    Security,
    Leadership,
}

/// A place in the left rail; shown to whoever may do `act`.
pub struct RailLink {
    pub group: Group,
    pub key: &'static str,
    pub href: &'static str,
    pub icon: &'static str,
    pub act: &'static str,
    /// How many wait for this person; shown only when someone must act.
    pub count: Option<fn(&View) -> Result<i64>>,
}

/// An act offered by the palette.
pub struct Verb {
    pub key: &'static str,
    pub href: &'static str,
    pub act: &'static str,
    /// Also a button on the first page.
    pub on_today: bool,
}

/// How a line on the first page wants to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Weight {
    #[default]
    Quiet,
    Good,
    Warn,
    Bad,
}

/// Part of the first page: a heading, and either figures or lines.
#[derive(Default)]
pub struct Section {
    pub title: String,
    pub href: String,
    /// Smaller stands first.
    pub order: i32,
    pub icon: &'static str,
    pub figures: Vec<FigureCard>,
    pub lines: Vec<Line>,
    pub empty: String,
}

#[derive(Default)]
pub struct FigureCard {
    pub label: String,
    pub value: String,
    pub href: String,
    /// A word beneath the value; `weight` says how it sounds.
    pub note: Option<String>,
    pub weight: Weight,
    /// The last days, oldest first, for a small curve.
    pub trend: Vec<f64>,
}

#[derive(Default)]
pub struct Line {
    pub number: String,
    pub title: String,
    pub href: String,
    pub state: String,
    pub weight: Weight,
    pub who: String,
    /// When it is due or was changed, microseconds.
    pub at: Option<i64>,
}
