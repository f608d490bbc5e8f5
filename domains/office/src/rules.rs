//! Who may do what to people, units, sites, settings and the ledger (DOMAIN.md 3.1). The directory is for everyone in the office; who may
//! sign in, and as what, is for two roles only.

use kernel::class::Class;
use kernel::permission::{Role, Rule, Scope};

const fn all(act: &'static str, role: Role, up_to: Class) -> Rule {
    Rule::new(act, role, Scope::All, up_to)
}

pub const RULES: &[Rule] = &[
    all("person.see", Role::Staff, Class::Internal),
    all("person.see", Role::Head, Class::Secret),
    all("person.see", Role::Director, Class::TopSecret),
    all("person.see", Role::Auditor, Class::Secret),
    Rule::new("person.see", Role::Staff, Scope::Own, Class::TopSecret),
    all("unit.see", Role::Staff, Class::Internal),
    all("site.see", Role::Staff, Class::Internal),
    // HR enters joiners and leavers; it grants nothing.
    all("person.edit", Role::Clerk, Class::Internal),
    all("person.edit", Role::Head, Class::Secret),
    all("person.edit", Role::Administrator, Class::Internal),
    // Sign-in name, roles, staff number and first day: for those who keep them and those who check.
    all("account.see", Role::Clerk, Class::Internal),
    all("account.see", Role::Head, Class::Secret),
    all("account.see", Role::Director, Class::TopSecret),
    all("account.see", Role::Auditor, Class::Secret),
    all("account.see", Role::Administrator, Class::Internal),
    all("person.grant", Role::Head, Class::Secret),
    all("person.grant", Role::Administrator, Class::Internal),
    all("person.reset", Role::Head, Class::Secret),
    all("person.reset", Role::Administrator, Class::Internal),
    all("unit.edit", Role::Head, Class::Internal),
    all("unit.edit", Role::Administrator, Class::Internal),
    all("site.edit", Role::Head, Class::Internal),
    all("site.edit", Role::Administrator, Class::Internal),
    all("setting.see", Role::Head, Class::Internal),
    all("setting.see", Role::Administrator, Class::Internal),
    all("setting.edit", Role::Head, Class::Internal),
    all("setting.edit", Role::Administrator, Class::Internal),
    // A change is shown to whoever may also see every record in it.
    all("ledger.see", Role::Officer, Class::Confidential),
    all("ledger.see", Role::Head, Class::TopSecret),
    all("ledger.see", Role::Director, Class::TopSecret),
    all("ledger.see", Role::Auditor, Class::TopSecret),
    // Comments among the unit's own people are read by those who answer for it or check it.
    all("audit.see", Role::Head, Class::TopSecret),
    all("audit.see", Role::Director, Class::TopSecret),
    all("audit.see", Role::Auditor, Class::TopSecret),
    all("erasure.see", Role::Head, Class::TopSecret),
    all("erasure.see", Role::Director, Class::TopSecret),
    all("erasure.see", Role::Auditor, Class::TopSecret),
];
