//! Any bytes, as if an agent had posted them: read, answered, merged, compared.
#![no_main]

use agents::{Headers, Message, Sections, Verdict, answer, apply, compare, diff, merge, read, verdict_on};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let headers = Headers { user_agent: "OCS-NG_unified_unix_agent_v2.10.0", ..Headers::default() };
    let said = read(bytes, &headers);
    let verdict = match &said {
        Ok(_) => Verdict::Accept { frequency_hours: 24, tag: Some("TAG".to_owned()) },
        Err(refused) => verdict_on(refused),
    };
    let reply = answer(said.as_ref(), &headers, &verdict);
    assert_eq!(reply.body[..2], [0x78, 0x9c]);
    if let Ok(Message::Inventory(report)) = said {
        let next = merge(&Sections::default(), &report);
        let change = diff(&Sections::default(), &next);
        let replayed = apply(&Sections::default(), &change).expect("a difference fits its state");
        assert!(diff(&replayed, &next).is_empty());
        compare(&report.evidence, &report.evidence);
    }
});
