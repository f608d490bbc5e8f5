//! Who may do what with devices and what hangs on them, as data (DOMAIN 3.1). Staff see what they hold; the unit does the work; stores and
//! registry see their step; an auditor reads.

use kernel::class::Class::{Confidential, Internal, Secret, TopSecret};
use kernel::permission::Role::{Auditor, Clerk, DepartmentHead, Director, Head, Officer, Staff};
use kernel::permission::Rule;
use kernel::permission::Scope::{All, Own, Unit};

pub const RULES: &[Rule] = &[
    Rule::new("device.see", Staff, Own, Internal),
    Rule::new("device.see", DepartmentHead, Unit, Internal),
    Rule::new("device.see", Officer, All, Confidential),
    Rule::new("device.see", Head, All, Secret),
    Rule::new("device.see", Director, All, TopSecret),
    Rule::new("device.see", Clerk, All, Internal),
    Rule::new("device.see", Auditor, All, Confidential),
    Rule::new("device.comment", Staff, Own, Internal),
    Rule::new("device.comment", Clerk, All, Internal),
    Rule::new("device.comment", Officer, All, Confidential),
    Rule::new("device.comment", Head, All, Secret),
    Rule::new("device.edit", Officer, All, Confidential),
    Rule::new("device.edit", Head, All, Secret),
    Rule::new("device.hand_over", Officer, All, Confidential),
    Rule::new("device.hand_over", Head, All, Secret),
    Rule::new("handover.see", Staff, Own, Internal),
    Rule::new("handover.see", Officer, All, Confidential),
    Rule::new("handover.see", Head, All, Secret),
    Rule::new("handover.see", Director, All, TopSecret),
    Rule::new("handover.see", Clerk, All, Internal),
    Rule::new("handover.see", Auditor, All, Confidential),
    Rule::new("handover.sign", Staff, Own, Internal),
    Rule::new("handover.sign", Officer, All, Confidential),
    Rule::new("handover.sign", Head, All, Secret),
    Rule::new("sighting.see", Officer, All, Confidential),
    Rule::new("sighting.see", Head, All, Secret),
    Rule::new("sighting.see", Director, All, TopSecret),
    Rule::new("sighting.see", Auditor, All, Confidential),
    Rule::new("sighting.settle", Officer, All, Confidential),
    Rule::new("sighting.settle", Head, All, Secret),
    Rule::new("program.see", Officer, All, Confidential),
    Rule::new("program.see", Head, All, Secret),
    Rule::new("program.see", Director, All, TopSecret),
    Rule::new("program.see", Auditor, All, Confidential),
    Rule::new("enrolment.see", Officer, All, Confidential),
    Rule::new("enrolment.see", Head, All, Secret),
    Rule::new("enrolment.see", Auditor, All, Confidential),
    Rule::new("enrolment.edit", Officer, All, Confidential),
    Rule::new("enrolment.edit", Head, All, Secret),
];
