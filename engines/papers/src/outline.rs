//! The paper's structure as a reader for the blind hears it: title, headings,
//! paragraphs, tables with their heads, figures with their words. It runs
//! beside the drawing and knows nothing of where things stand.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What a part of the paper is.
#[derive(Debug, Clone)]
pub(crate) enum Role {
    Title(String),
    Heading(String),
    Paragraph,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Group,
    /// Words in another language inside their part.
    Span,
    /// With the words that stand for it.
    Figure(String),
}

/// A part of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part(usize);

struct Entry {
    parent: Option<Part>,
    role: Role,
    language: Option<&'static str>,
}

#[derive(Default)]
pub(crate) struct Outline {
    entries: Vec<Entry>,
}

impl Outline {
    /// Adds a part at the end of `parent`, or of the paper.
    pub(crate) fn add(&mut self, parent: Option<Part>, role: Role) -> Part {
        self.entries.push(Entry { parent, role, language: None });
        Part(self.entries.len() - 1)
    }

    /// Marks a part as being in another language than the paper.
    pub(crate) fn speaks(&mut self, part: Part, language: &'static str) {
        self.entries[part.0].language = Some(language);
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Joins the parts with what was drawn for them, `drawn[part]` in order.
    pub(crate) fn tree(self, drawn: Vec<Vec<Identifier>>) -> TagTree {
        let mut groups: Vec<TagGroup> = Vec::with_capacity(self.entries.len());
        let parents: Vec<_> = self.entries.iter().map(|entry| entry.parent).collect();
        for (entry, leaves) in self.entries.into_iter().zip(drawn) {
            let tag = tag_of(entry.role).with_lang(entry.language.map(str::to_owned));
            let leaves = leaves.into_iter().map(Node::from).collect();
            groups.push(TagGroup::with_children(tag, leaves));
        }
        // A parent always comes before its children, so from the end backwards
        // each group is whole when it is handed up; handing up reverses.
        let mut below: Vec<Vec<Node>> = parents.iter().map(|_| Vec::new()).collect();
        let mut tree = Vec::new();
        for (group, parent) in groups.into_iter().zip(parents).rev() {
            let mut own = below.pop().unwrap_or_default();
            own.reverse();
            let mut group = group;
            group.children.extend(own);
            match parent {
                Some(Part(parent)) => below[parent].push(group.into()),
                None => tree.push(Node::from(group)),
            }
        }
        tree.reverse();
        tree.into()
    }
}

impl Part {
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

fn tag_of(role: Role) -> TagKind {
    match role {
        Role::Title(words) => Tag::Hn(NonZeroU16::MIN, Some(words)).into(),
        Role::Heading(words) => Tag::Hn(NonZeroU16::MIN.saturating_add(1), Some(words)).into(),
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Group => Tag::Div.into(),
        Role::Span => Tag::Span.into(),
        Role::Figure(words) => Tag::Figure(Some(words)).into(),
    }
}
