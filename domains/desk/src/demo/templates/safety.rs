//! Viruses, suspicious mail, lost things and safe copies.

use crate::demo::template::{
    Category,
    DeviceSort::{Computer, Laptop},
    INCIDENT, Language, Priority, REQUEST, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "usb-virus",
        category: Category::Security,
        about: Some(Computer),
        weight: 5,
        priority: Priority::High,
        effort: (20, 90),
        subject: "Flashi ina kirusi",
        description: "Nimechomeka flashi niliyopewa na mwenzangu na mafaili yote yamegeuka kuwa 'shortcut'. Kingavirusi kimetoa onyo jekundu.",
        found: "Kirusi cha njia za mkato (shortcut). Kingavirusi kimekizuia. Flashi imetolewa na kuwekwa kando.",
        exchange: Some(("Je, flashi imechomekwa kwenye kompyuta nyengine leo?", "Ndiyo, kwenye kompyuta ya mapokezi asubuhi.")),
        done: "Kompyuta zote mbili zimekaguliwa kikamilifu na ni safi. Mafaili ya flashi yamerejeshwa na mwenyewe ameelekezwa.",
        ..INCIDENT
    },
    Template {
        key: "suspicious-mail",
        category: Category::Security,
        weight: 5,
        priority: Priority::High,
        effort: (10, 40),
        subject: "Barua pepe ya kutiliwa shaka",
        description: "Nimepokea barua pepe inayosema akaunti yangu itafungwa nisipobofya kiungo. Sijabofya. Ni ya kweli?",
        found: "Ulaghai wa mtandaoni. Anwani ya mtumaji si ya Serikali.",
        done: "Barua imezuiwa na tahadhari imetumwa kwa watumishi wote. Ahsante kwa kutoibofya.",
        ..INCIDENT
    },
    Template {
        key: "clicked-link",
        category: Category::Security,
        about: Some(Computer),
        weight: 2,
        priority: Priority::Critical,
        effort: (30, 120),
        subject: "Nimebofya kiungo na kuweka nenosiri",
        description: "Nimebofya kiungo kilichokuja kwa barua pepe nikaweka nenosiri langu, kisha nikaona anwani si ya kwetu. Nimechomoa kebo ya mtandao.",
        found: "Nenosiri limebadilishwa ndani ya dakika 10; hakuna kuingia kokote kutoka nje.",
        done: "Nenosiri limebadilishwa, vipindi vyote vimefungwa, kompyuta {device} imekaguliwa. Hakuna dalili ya uvujaji.",
        ..INCIDENT
    },
    Template {
        key: "antivirus-old",
        category: Category::Security,
        about: Some(Computer),
        weight: 4,
        effort: (15, 45),
        subject: "Kingavirusi hakijasasishwa siku {days}",
        description: "Kompyuta {device} inaonyesha alama nyekundu kwamba kingavirusi hakijasasishwa kwa siku {days}.",
        found: "Proksi ya zamani iliachwa kwenye mipangilio.",
        done: "Mipangilio imerekebishwa na kingavirusi kimesasishwa leo.",
        ..INCIDENT
    },
    Template {
        key: "laptop-lost",
        category: Category::Security,
        about: Some(Laptop),
        weight: 1,
        priority: Priority::Critical,
        effort: (60, 240),
        subject: "Laptop ya Afisi imepotea",
        description: "Laptop {device} imepotea ikiwa kwenye begi jana jioni sokoni. Nimeripoti Polisi.",
        found: "Diski ilikuwa imesimbwa. Mara ya mwisho kuripoti ni jana saa 8:12 mchana.",
        waits: Some((Waiting::Asker, "Tunasubiri namba ya ripoti ya Polisi.")),
        done: "Akaunti zimefungwa, nenosiri limebadilishwa, Mkurugenzi amearifiwa. Namba ya ripoti ya Polisi imehifadhiwa.",
        ..INCIDENT
    },
    Template {
        key: "restore-folder",
        category: Category::Security,
        weight: 3,
        priority: Priority::High,
        effort: (20, 120),
        subject: "Kurudisha folda iliyofutwa",
        description: "Folda ya mashauri ya rufaa imefutwa kwa bahati mbaya kwenye folda ya pamoja. Tunaihitaji leo.",
        found: "Nakala rudufu ya usiku wa jana ni nzima.",
        done: "Folda imerudishwa kutoka nakala ya jana saa 4:00 usiku; mafaili 214 yamehakikiwa.",
        ..INCIDENT
    },
    Template {
        key: "encrypted-usb",
        category: Category::Security,
        weight: 3,
        priority: Priority::Low,
        effort: (15, 40),
        subject: "Flashi yenye usimbaji kwa ajili ya Pemba",
        description: "Naomba flashi iliyosimbwa kwa ajili ya kupeleka nyaraka za siri Pemba. Mkuu wangu ameidhinisha.",
        found: "Flashi ya GB 32 imesajiliwa kwenye rejista ya vyombo vya kuhifadhia.",
        waits: Some((Waiting::Approval, "Idhini ya maandishi ya Mkuu wa Idara bado haijafika.")),
        done: "Flashi imesajiliwa, imesimbwa na kukabidhiwa kwa saini.",
        ..REQUEST
    },
    Template {
        key: "backup-laptop",
        category: Category::Security,
        about: Some(Laptop),
        weight: 3,
        priority: Priority::Low,
        subject: "Nakala rudufu ya laptop yangu",
        description: "Nasafiri kikazi wiki ijayo. Naomba mafaili ya laptop {device} yahifadhiwe nakala kabla ya safari.",
        found: "GB 23 za mafaili ya kazi.",
        done: "Nakala imehifadhiwa na mafaili matatu yamefunguliwa kwa majaribio.",
        ..REQUEST
    },
    Template {
        key: "en-strange-window",
        category: Category::Security,
        language: Language::English,
        about: Some(Computer),
        weight: 3,
        priority: Priority::High,
        effort: (20, 60),
        subject: "A window asks me to call a telephone number",
        description: "A red page with a loud voice fills my screen and asks me to call a number because of a virus. I have pulled the cable.",
        found: "A web page only, nothing installed.",
        done: "The browser was reset and the computer {device} scanned; it is clean. You did right to pull the cable.",
        ..INCIDENT
    },
];
