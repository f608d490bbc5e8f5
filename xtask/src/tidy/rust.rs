//! Tells a Rust text's code from its strings and comments, so that a rule about code does not
//! stumble over prose. It knows just enough of the language for that, and nothing of its grammar.

/// Both parts keep every line break, so that a place in one is the same place in the file.
pub struct Parted {
    /// Strings and comments blanked.
    pub code: String,
    /// Only what stands inside string literals; a NUL where each one ends.
    pub strings: String,
}

pub fn part(text: &str) -> Parted {
    let mut parted = Parted { code: String::new(), strings: String::new() };
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let used = if rest.starts_with("//") {
            parted.blank(&rest[..rest.find('\n').unwrap_or(rest.len())])
        } else if rest.starts_with("/*") {
            parted.blank(&rest[..comment_length(rest)])
        } else if let Some((open, close)) = string_edges(rest, before) {
            parted.string(rest, open, &close)
        } else if c == '\'' {
            parted.code(&rest[..quote_length(rest)])
        } else {
            parted.code(&rest[..c.len_utf8()])
        };
        before = rest[..used].chars().next_back().unwrap_or(' ');
        rest = &rest[used..];
    }
    parted
}

impl Parted {
    fn code(&mut self, text: &str) -> usize {
        self.code.push_str(text);
        self.strings.push_str(&blanked(text));
        text.len()
    }

    fn blank(&mut self, text: &str) -> usize {
        self.code.push_str(&blanked(text));
        self.strings.push_str(&blanked(text));
        text.len()
    }

    /// `open` bytes of opening, then text up to `close`; escapes count only where `close` is `"`.
    fn string(&mut self, rest: &str, open: usize, close: &str) -> usize {
        let body = &rest[open..];
        let mut length = 0;
        while length < body.len() && !body[length..].starts_with(close) {
            let escaped = close == "\"" && body[length..].starts_with('\\');
            let skipped = body[length..].chars().take(if escaped { 2 } else { 1 });
            length += skipped.map(char::len_utf8).sum::<usize>();
        }
        let end = (open + length + close.len()).min(rest.len());
        self.code.push_str(&blanked(&rest[..end]));
        // A backslash at a line's end joins the lines of one string.
        let inside = body[..length].replace("\\\n", " \n");
        self.strings.push_str(&format!("{}{}\0", " ".repeat(open), inside));
        end
    }
}

/// How a string that begins here opens and closes: `"`, `b"`, `r#"` and their like.
fn string_edges(rest: &str, before: char) -> Option<(usize, String)> {
    if before.is_alphanumeric() || before == '_' {
        return rest.starts_with('"').then(|| (1, "\"".to_owned()));
    }
    let unprefixed = rest.trim_start_matches(['b', 'c']);
    let raw = unprefixed.strip_prefix('r');
    let after = raw.unwrap_or(unprefixed);
    let hashes = if raw.is_some() { after.len() - after.trim_start_matches('#').len() } else { 0 };
    let prefix = rest.len() - after.len();
    if prefix > 2 || !after[hashes..].starts_with('"') {
        return None;
    }
    let close = if raw.is_some() { format!("\"{}", "#".repeat(hashes)) } else { "\"".to_owned() };
    // An empty raw close equals a plain one; its escapes then count, which no rule depends on.
    Some((prefix + hashes + 1, close))
}

fn comment_length(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if here.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                break;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// A character literal whole, or the tick of a lifetime.
fn quote_length(rest: &str) -> usize {
    let mut inside = rest[1..].chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), Some(escaped)) => {
            let from = 2 + escaped.len_utf8();
            from + rest[from..].find('\'').map_or(0, |n| n + 1)
        }
        (Some(c), Some('\'')) => c.len_utf8() + 2,
        _ => 1,
    }
}

fn blanked(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect()
}

/// `word` stands in `code` on its own.
pub fn has_word(code: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(|(at, _)| !part(code[..at].chars().next_back()) && !part(code[at + word.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_comments_and_code_are_told_apart() {
        let text = "let a = \"x // \\\" y\"; // axum\nlet b = 'a'; /* one /* two */ */ fn f<'a>() { r#\"q\"q\"# }\n";
        let parted = part(text);
        assert_eq!(parted.code.lines().count(), 2);
        assert!(!parted.code.contains("axum") && !parted.code.contains("two") && !parted.code.contains("q\"q"));
        assert!(parted.code.contains("let b = 'a';") && parted.code.contains("fn f<'a>()"));
        let strings: Vec<&str> = parted.strings.split('\0').map(str::trim).collect();
        assert_eq!(strings, ["x // \\\" y", "q\"q", ""]);
    }

    #[test]
    fn a_quote_character_opens_no_string() {
        assert!(part("let c = '\"'; axum::x('\\'')").code.contains("axum"));
    }
}
