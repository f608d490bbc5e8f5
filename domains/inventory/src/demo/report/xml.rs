//! XML written piece by piece, indented as FusionInventory does; it knows no report.

use std::fmt::Write as _;

/// XML written piece by piece, indented as the agent does.
#[derive(Default)]
pub(super) struct Xml {
    pub(super) text: String,
    depth: usize,
}

impl Xml {
    pub(super) fn within(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("<{name}>"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        self.line(&format!("</{name}>"));
    }

    pub(super) fn section(&mut self, name: &str, fields: &[(&str, &str)]) {
        self.within(name, |xml| fields.iter().for_each(|(name, value)| xml.field(name, value)));
    }

    pub(super) fn field(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.line(&format!("<{name}>{value}</{name}>"));
    }

    fn line(&mut self, text: &str) {
        let indent = self.depth * 2;
        writeln!(self.text, "{:indent$}{text}", "").expect("text in memory takes what is written");
    }
}
