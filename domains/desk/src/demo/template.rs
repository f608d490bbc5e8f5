//! What one sort of request looks like in the demo: the asker's words, what the officer finds, what
//! is asked back, what settles it. Pure text; it does not know who asks, when, or about which device.

/// Something broke, or something is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Incident,
    Request,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    Computer,
    Printing,
    Account,
    Mail,
    Network,
    Hearing,
    Program,
    Security,
    People,
    Power,
    Telephone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Priority {
    Low,
    Normal,
    High,
    Critical,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    Swahili,
    English,
}

/// The sort of device a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeviceSort {
    Computer,
    Laptop,
    Printer,
    Scanner,
    Phone,
    Switch,
    AccessPoint,
    Ups,
    Server,
}

/// Whom a request waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Waiting {
    Asker,
    SparePart,
    Supplier,
    /// The government's e-mail and systems authority.
    Authority,
    LinkProvider,
    Approval,
}

/// A trouble that reaches many people within one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Storm {
    PowerCut,
    PembaLink,
    Internet,
    Mail,
    CaseSystem,
}

/// One sort of request. Texts may hold the slots `{device}`, `{room}`, `{court}`, `{hour}`, `{days}` and `{program}`.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// A short name that never changes.
    pub key: &'static str,
    pub category: Category,
    pub kind: Kind,
    pub language: Language,
    pub priority: Priority,
    pub about: Option<DeviceSort>,
    /// How common it is beside the others.
    pub weight: u32,
    pub subject: &'static str,
    pub description: &'static str,
    /// The officer's internal note.
    pub found: &'static str,
    /// A question to the asker and the answer.
    pub exchange: Option<(&'static str, &'static str)>,
    pub waits: Option<(Waiting, &'static str)>,
    pub done: &'static str,
    /// Shortest and longest work in minutes.
    pub effort: (u64, u64),
    pub storm: Option<Storm>,
    /// A court hearing hangs on it.
    pub hearing: bool,
}

/// Something broke: the common values.
pub(super) const INCIDENT: Template = Template {
    key: "",
    category: Category::Computer,
    kind: Kind::Incident,
    language: Language::Swahili,
    priority: Priority::Normal,
    about: None,
    weight: 3,
    subject: "",
    description: "",
    found: "",
    exchange: None,
    waits: None,
    done: "",
    effort: (15, 90),
    storm: None,
    hearing: false,
};

/// Something is wanted: the common values.
pub(super) const REQUEST: Template = Template { kind: Kind::Request, ..INCIDENT };
