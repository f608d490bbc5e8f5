//! Who may do what with requests: DOMAIN 3.1 as data. What no line permits is refused.

use kernel::class::Class;
use kernel::permission::{Role, Rule, Scope};

pub const RULES: &[Rule] = &[
    Rule::new("request.see", Role::Staff, Scope::Own, Class::Secret),
    Rule::new("request.see", Role::DepartmentHead, Scope::Unit, Class::Confidential),
    Rule::new("request.see", Role::Officer, Scope::All, Class::Confidential),
    Rule::new("request.see", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.see", Role::Director, Scope::All, Class::TopSecret),
    Rule::new("request.see", Role::Auditor, Scope::All, Class::Confidential),
    Rule::new("request.comment", Role::Staff, Scope::Own, Class::Secret),
    Rule::new("request.comment", Role::DepartmentHead, Scope::Unit, Class::Confidential),
    Rule::new("request.comment", Role::Officer, Scope::All, Class::Confidential),
    Rule::new("request.comment", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.comment", Role::Director, Scope::All, Class::TopSecret),
    Rule::new("request.open", Role::Staff, Scope::Own, Class::Secret),
    Rule::new("request.open", Role::DepartmentHead, Scope::Unit, Class::Confidential),
    Rule::new("request.open", Role::Officer, Scope::All, Class::Confidential),
    Rule::new("request.open", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.open", Role::Director, Scope::All, Class::TopSecret),
    Rule::new("request.open_for_others", Role::DepartmentHead, Scope::Unit, Class::Confidential),
    // Whoever takes a call about a secret enters it; from then on it is their own request and the head's.
    Rule::new("request.open_for_others", Role::Officer, Scope::All, Class::Secret),
    Rule::new("request.open_for_others", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.confirm", Role::Staff, Scope::Own, Class::Secret),
    // By telephone: the change then says on whose behalf.
    Rule::new("request.confirm", Role::Officer, Scope::All, Class::Confidential),
    Rule::new("request.confirm", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.assign", Role::Officer, Scope::All, Class::Confidential),
    Rule::new("request.assign", Role::Head, Scope::All, Class::Secret),
    Rule::new("request.work", Role::Officer, Scope::All, Class::Confidential),
    // A secret request is worked on by the officer whom the head gave it to.
    Rule::new("request.work", Role::Officer, Scope::Own, Class::Secret),
    Rule::new("request.work", Role::Head, Scope::All, Class::Secret),
];
