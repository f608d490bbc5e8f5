//! Fills a form of a page as a person would: hidden fields stay, what is asked for is typed in, a
//! choice that must be made is made. So a test names only the fields it cares about, and a form
//! that gains a field or a token does not break it.

use anyhow::{Context, Result, ensure};

use crate::http::{Answer, Client, encoded};

#[derive(Debug, PartialEq)]
pub struct Form {
    pub action: String,
    multipart: bool,
    fields: Vec<(String, String)>,
}

/// One opening tag: its name, its attributes, and where it ends in the page.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    end: usize,
}

impl Form {
    /// The form of `page` that posts to an address ending with `action`.
    pub fn find(page: &str, action: &str) -> Option<Form> {
        let mut from = 0;
        while let Some(tag) = next_tag(page, from) {
            from = tag.end;
            if tag.name == "form" && tag.get("action").is_some_and(|a| a.ends_with(action)) {
                let end = page[from..].find("</form").map_or(page.len(), |n| from + n);
                return Some(Form {
                    action: tag.get("action").unwrap_or_default(),
                    multipart: tag.get("enctype").is_some_and(|kind| kind.starts_with("multipart/")),
                    fields: fields(&page[from..end]),
                });
            }
        }
        None
    }

    /// Types `value` into the field `name`; an error names the fields that the form does have.
    pub fn fill(&mut self, name: &str, value: &str) -> Result<()> {
        let known: Vec<String> = self.fields.iter().map(|(n, _)| n.clone()).collect();
        let field = self.fields.iter_mut().find(|(n, _)| n == name);
        let field = field.with_context(|| format!("the form has no field {name}, only {known:?}"))?;
        value.clone_into(&mut field.1);
        Ok(())
    }

    pub fn send(&self, client: &mut Client) -> Result<Answer> {
        if self.multipart {
            const EDGE: &str = "----ukingo-wa-fomu";
            let kind = format!("multipart/form-data; boundary={EDGE}");
            return client.post(&self.action, &kind, self.parts(EDGE).as_bytes());
        }
        let pairs: Vec<String> = self.fields.iter().map(|(n, v)| format!("{}={}", encoded(n), encoded(v))).collect();
        client.post(&self.action, "application/x-www-form-urlencoded", pairs.join("&").as_bytes())
    }

    fn parts(&self, edge: &str) -> String {
        let mut body = String::new();
        for (name, value) in &self.fields {
            let head = format!("Content-Disposition: form-data; name=\"{name}\"");
            body.push_str(&format!("--{edge}\r\n{head}\r\n\r\n{value}\r\n"));
        }
        body + &format!("--{edge}--\r\n")
    }
}

/// Opens `page`, finds the form that posts to `action`, fills it and sends it.
pub fn submit(client: &mut Client, page: &str, action: &str, typed: &[(&str, &str)]) -> Result<Answer> {
    let answer = client.get(page)?;
    ensure!(answer.status == 200, "{page} answers {}: {}", answer.status, answer.start());
    let form = Form::find(&answer.text(), action);
    let mut form = form.with_context(|| format!("{page} has no form that posts to {action}"))?;
    for (name, value) in typed {
        form.fill(name, value)?;
    }
    form.send(client)
}

/// The fields that would be sent, in order, with the first allowed answer where one is required.
fn fields(form: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut from = 0;
    while let Some(tag) = next_tag(form, from) {
        from = tag.end;
        let Some(name) = tag.get("name") else {
            continue;
        };
        let kind = tag.get("type").unwrap_or_default();
        match (tag.name.as_str(), kind.as_str()) {
            ("input", "file" | "submit" | "button" | "image") | ("button", _) => {}
            ("input", "radio" | "checkbox") if tag.get("checked").is_none() => {
                let unanswered = !found.iter().any(|(n, _)| *n == name);
                if tag.get("required").is_some() && unanswered {
                    found.push((name, tag.get("value").unwrap_or("on".into())));
                }
            }
            ("input", "radio") => {
                found.retain(|(n, _)| *n != name);
                found.push((name, tag.get("value").unwrap_or("on".into())));
            }
            ("input", _) => found.push((name, tag.get("value").unwrap_or_default())),
            ("textarea", _) => {
                let end = form[from..].find("</textarea").map_or(form.len(), |n| from + n);
                found.push((name, plain(&form[from..end])));
            }
            ("select", _) => {
                let end = form[from..].find("</select").map_or(form.len(), |n| from + n);
                found.push((name, chosen(&form[from..end], tag.get("required").is_some())));
            }
            _ => {}
        }
    }
    found
}

fn chosen(options: &str, required: bool) -> String {
    let (mut first, mut first_filled, mut from) = (None, None, 0);
    while let Some(tag) = next_tag(options, from) {
        from = tag.end;
        if tag.name != "option" {
            continue;
        }
        let value = tag.get("value").unwrap_or_default();
        if tag.get("selected").is_some() {
            return value;
        }
        if !value.is_empty() && first_filled.is_none() {
            first_filled = Some(value.clone());
        }
        first.get_or_insert(value);
    }
    if required { first_filled } else { first }.unwrap_or_default()
}

impl Tag {
    fn get(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| plain(v))
    }
}

/// The next opening tag at or after `from`.
fn next_tag(page: &str, from: usize) -> Option<Tag> {
    let mut at = from;
    loop {
        at += page.get(at..)?.find('<')? + 1;
        if page[at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            break;
        }
    }
    let name: String = page[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let mut rest = &page[at + name.len()..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return Some(Tag { name, attributes, end: page.len() - rest.strip_prefix('>').map_or(0, str::len) });
        }
        let (attribute, after) = attribute(rest);
        attributes.push(attribute);
        rest = after;
    }
}

fn attribute(text: &str) -> ((String, String), &str) {
    let end = text[1..].find(|c: char| c.is_whitespace() || "=>/".contains(c)).map_or(text.len(), |n| n + 1);
    let name = text[..end].to_lowercase();
    let Some(value) = text[end..].trim_start().strip_prefix('=') else {
        return ((name, String::new()), &text[end..]);
    };
    let value = value.trim_start();
    let quote = value.chars().next().filter(|c| *c == '"' || *c == '\'');
    let (value, rest) = match quote {
        Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
        None => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
    };
    ((name, value.to_owned()), rest)
}

fn plain(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<p>a < b</p><form action="/sign-out" method=post></form>
        <form method="post" action="/request" enctype="multipart/form-data">
        <input type="hidden" name="token" value="a&quot;b">
        <input name=subject required><textarea name="body">Habari</textarea>
        <select name="kind" required><option value="">–</option><option value="k1">K</option></select>
        <select name="urgency"><option value="">–</option><option value="u2" selected>U</option></select>
        <input type="radio" name="site" value="u" required><input type="radio" name="site" value="p" checked>
        <input type="checkbox" name="court" value="1"><input type="file" name="file">
        <button name="act" value="save">Hifadhi</button></form>"#;

    #[test]
    fn fills_what_a_person_would_leave() {
        let form = Form::find(PAGE, "/request").unwrap();
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        let expected = [("token", "a\"b"), ("subject", ""), ("body", "Habari"), ("kind", "k1"), ("urgency", "u2"), ("site", "p")];
        assert_eq!(fields, expected);
        assert!(form.multipart);
    }

    #[test]
    fn a_field_that_is_not_there_is_named() {
        let mut form = Form::find(PAGE, "/request").unwrap();
        let refused = form.fill("title", "x").unwrap_err().to_string();
        assert!(refused.contains("title") && refused.contains("subject"), "{refused}");
    }
}
