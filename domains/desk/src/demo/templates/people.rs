//! People who come, move and leave, and what they want to learn or buy.

use crate::demo::template::{
    Category,
    DeviceSort::{Computer, Laptop},
    INCIDENT, Language, Priority, REQUEST, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "new-staff",
        category: Category::People,
        weight: 4,
        effort: (60, 240),
        subject: "Mtumishi mpya anaanza kazi",
        description: "Mtumishi mpya ameripoti kutoka Kamisheni ya Utumishi. Naomba atayarishiwe kompyuta, akaunti na barua pepe. Atakaa {room}.",
        found: "Kompyuta moja ya mezani ipo stoo. Barua ya eGAZ imetayarishwa.",
        exchange: Some(("Tafadhali tuma nakala ya barua ya uteuzi na namba ya mtumishi.", "Nakala imeambatishwa, namba itatolewa wiki hii.")),
        waits: Some((Waiting::Authority, "Barua ya kuomba barua pepe imepelekwa eGAZ.")),
        done: "Kompyuta imekabidhiwa kwa saini, akaunti imefunguliwa, sera ya matumizi imesomwa na kusainiwa.",
        ..REQUEST
    },
    Template {
        key: "leaver",
        category: Category::People,
        weight: 3,
        priority: Priority::High,
        effort: (40, 150),
        subject: "Mtumishi anastaafu mwisho wa mwezi",
        description: "Mtumishi wa idara yetu anastaafu mwisho wa mwezi huu. Naomba orodha ya vifaa na akaunti zake, na mafaili yakabidhiwe kwa mrithi.",
        found: "Ana laptop moja, flashi moja na akaunti tatu.",
        waits: Some((Waiting::Asker, "Tunasubiri jina la atakayekabidhiwa mafaili.")),
        done: "Vifaa vimepokelewa, akaunti zote tatu zimefungwa na mafaili yamekabidhiwa. Fomu ya kuondoka kazini imesainiwa.",
        ..REQUEST
    },
    Template {
        key: "transfer-pemba",
        category: Category::People,
        about: Some(Computer),
        weight: 2,
        effort: (40, 120),
        subject: "Mtumishi amehamishiwa Pemba",
        description: "Mmoja wa mawakili wetu amehamishiwa Pemba kuanzia wiki ijayo. Naomba akaunti na folda zake zihamishwe.",
        found: "Akaunti inabaki, ruhusa za folda za Unguja zinaondoshwa.",
        done: "Ruhusa zimebadilishwa, kompyuta ya zamani imerudishwa stoo na nyengine imetayarishwa Pemba.",
        ..REQUEST
    },
    Template {
        key: "desk-move",
        category: Category::People,
        about: Some(Computer),
        weight: 4,
        priority: Priority::Low,
        effort: (20, 60),
        subject: "Kuhamisha kompyuta chumba chengine",
        description: "Tunahamia {room} kesho. Naomba kompyuta {device} na simu zihamishwe na kuunganishwa.",
        found: "Chumba kina sehemu mbili za mtandao zinazofanya kazi.",
        done: "Kompyuta na simu zimehamishwa na rejista ya vifaa imesasishwa.",
        ..REQUEST
    },
    Template {
        key: "training-excel",
        category: Category::People,
        weight: 3,
        priority: Priority::Low,
        effort: (60, 180),
        subject: "Mafunzo mafupi ya Excel",
        description: "Sisi watu wanne wa {room} tunaomba mafunzo mafupi ya Excel kwa ajili ya takwimu za mwezi.",
        found: "Tarehe mbili zimependekezwa, si Ijumaa.",
        exchange: Some(("Jumatano saa 8:00 mchana inawafaa?", "Inatufaa, tutakuwa wanne.")),
        done: "Mafunzo ya saa mbili yamefanyika, mahudhurio yamesainiwa.",
        ..REQUEST
    },
    Template {
        key: "purchase-advice",
        category: Category::People,
        weight: 3,
        priority: Priority::Low,
        effort: (60, 240),
        subject: "Ushauri wa kununua kompyuta za idara",
        description: "Idara imepata bajeti ya kompyuta tano. Tunaomba ushauri wa aina na vipimo kabla ya kupeleka Kitengo cha Ununuzi.",
        found: "Kompyuta mbili zipo stoo bila ya kutumika; ununuzi unaweza kuwa wa tatu.",
        waits: Some((Waiting::Approval, "Dokezo la ushauri lipo kwa Mkuu wa Kitengo kwa saini.")),
        done: "Dokezo la ushauri lenye jedwali la gharama za maisha limetolewa. Mbili zinatoka stoo, tatu zinanunuliwa.",
        ..REQUEST
    },
    Template {
        key: "delivery-check",
        category: Category::People,
        about: Some(Laptop),
        weight: 2,
        effort: (60, 180),
        subject: "Kukagua laptop zilizoletwa na mzabuni",
        description: "Laptop kumi zimefika stoo kutoka kwa mzabuni. Tunaomba zikaguliwe kabla ya kupokelewa rasmi.",
        found: "Tisa zinalingana na vipimo, moja ina diski ndogo kuliko iliyoagizwa.",
        waits: Some((Waiting::Supplier, "Mzabuni ameombwa kubadilisha laptop moja.")),
        done: "Laptop zote kumi zimekubaliwa baada ya moja kubadilishwa. Hati ya kukubali vifaa imesainiwa.",
        ..REQUEST
    },
    Template {
        key: "meeting-room",
        category: Category::People,
        weight: 4,
        effort: (15, 60),
        subject: "Kutayarisha ukumbi wa mikutano",
        description: "Kuna mkutano wa wadau kesho saa 3:00 asubuhi. Naomba projekta, vipaza sauti na Wi-Fi ya wageni vitayarishwe.",
        found: "Projekta, vipaza sauti viwili na namba ya Wi-Fi ya wageni.",
        done: "Ukumbi umetayarishwa na kujaribiwa mapema; afisa alikuwepo mwanzo wa mkutano.",
        ..REQUEST
    },
    Template {
        key: "en-visitor-wifi",
        category: Category::Network,
        language: Language::English,
        weight: 3,
        priority: Priority::Low,
        effort: (10, 20),
        subject: "Guest Wi-Fi for visiting auditors",
        description: "Three auditors sit in {room} for the coming {days} days and need the internet, but nothing inside our network.",
        found: "Guest network, separate from the office network.",
        done: "A guest code that ends by itself was printed and handed over.",
        ..REQUEST
    },
    Template {
        key: "en-wrong-room",
        category: Category::People,
        language: Language::English,
        about: Some(Computer),
        weight: 2,
        priority: Priority::Low,
        effort: (10, 20),
        subject: "The register shows my computer in the wrong room",
        description: "My computer {device} stands in {room}, but the verification list of assets shows another room.",
        found: "Moved last year without an entry.",
        done: "The place was corrected with today's date; the history keeps the former room.",
        ..INCIDENT
    },
];
