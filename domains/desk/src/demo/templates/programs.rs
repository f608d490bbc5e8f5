//! Programs and systems: office programs, the case system, updates and licences.

use crate::demo::template::{
    Category,
    DeviceSort::{Computer, Server},
    INCIDENT, Language, Priority, REQUEST, Storm, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "cmis-slow",
        category: Category::Program,
        weight: 5,
        storm: Some(Storm::CaseSystem),
        priority: Priority::High,
        effort: (20, 120),
        subject: "CMIS ipo nzito",
        description: "Mfumo wa kesi (CMIS) unachukua zaidi ya dakika moja kufungua jalada. Jana ulikuwa sawa.",
        found: "Tatizo lipo kwenye seva ya mfumo; kiungo chetu ni kizima.",
        waits: Some((
            Waiting::Supplier,
            "Mtoa huduma wa mfumo amearifiwa kwa tiketi.",
        )),
        done: "Mtoa huduma ameongeza uwezo wa kanzidata. Jalada linafunguka ndani ya sekunde tatu.",
        ..INCIDENT
    },
    Template {
        key: "cmis-error",
        category: Category::Program,
        weight: 4,
        storm: Some(Storm::CaseSystem),
        subject: "CMIS inatoa kosa ninapopakia hati",
        description: "Nikipakia hati ya mashtaka kwenye CMIS inaandika 'Error 413'. Faili lina MB 14.",
        found: "Kikomo cha kupakia ni MB 10. Skani imefanywa kwa 600 dpi ya rangi.",
        exchange: Some((
            "Je, nyaraka zinahitajika kwa rangi?",
            "Hapana, nyeusi na nyeupe inatosha.",
        )),
        done: "Hati imeskaniwa kwa 300 dpi nyeusi na nyeupe, MB 2.1, na imepakiwa. Muongozo mfupi umetumwa Masjala.",
        ..INCIDENT
    },
    Template {
        key: "word-activation",
        category: Category::Program,
        about: Some(Computer),
        weight: 4,
        priority: Priority::Low,
        subject: "Word inaandika 'Product Activation Failed'",
        description: "Juu ya Word kuna maandishi mekundu na baadhi ya vitufe havifanyi kazi.",
        found: "Leseni iliyokuwepo ni ya majaribio. Leseni moja ya Office 2019 ipo huru.",
        done: "Office 2019 yenye leseni ya Afisi imewekwa na kuandikwa kwenye rejista ya leseni.",
        ..INCIDENT
    },
    Template {
        key: "excel-macro",
        category: Category::Program,
        weight: 3,
        priority: Priority::Low,
        subject: "Jedwali la mishahara la Excel halikokotoi",
        description: "Jedwali la malipo ya posho halijumlishi tena, linaonyesha '#REF!' kwenye safu zote za mwezi huu.",
        found: "Karatasi ya mwezi uliopita imefutwa kwa bahati mbaya.",
        done: "Karatasi imerudishwa kutoka nakala rudufu ya juzi; majumla yamehakikiwa na Mhasibu.",
        ..INCIDENT
    },
    Template {
        key: "pdf-join",
        category: Category::Program,
        about: Some(Computer),
        weight: 4,
        priority: Priority::Low,
        effort: (10, 30),
        subject: "Programu ya kuunganisha PDF",
        description: "Ninahitaji kuunganisha nyaraka nyingi za PDF kuwa moja kwa ajili ya kuwasilisha mahkamani. Je, kuna programu ya bure?",
        found: "PDFsam Basic ipo kwenye maktaba yetu ya programu na haina gharama.",
        done: "PDFsam Basic imewekwa kutoka maktaba ya programu. Maelezo ya ukurasa mmoja yametolewa.",
        ..REQUEST
    },
    Template {
        key: "install-program",
        category: Category::Program,
        about: Some(Computer),
        weight: 5,
        priority: Priority::Low,
        effort: (15, 45),
        subject: "Kuwekewa {program}",
        description: "Naomba kuwekewa {program} kwenye kompyuta {device} kwa ajili ya kazi.",
        found: "Toleo lililohakikiwa lipo kwenye maktaba ya programu.",
        done: "Programu imewekwa na kufunguliwa mbele ya mtumiaji.",
        ..REQUEST
    },
    Template {
        key: "windows-update",
        category: Category::Program,
        about: Some(Computer),
        weight: 4,
        subject: "Windows inasasisha tangu asubuhi",
        description: "Kompyuta {device} imeandika 'Working on updates 35%' kwa saa mbili sasa. Nifanye nini?",
        found: "Diski imejaa, GB 1 imebaki.",
        exchange: Some((
            "Usiizime. Je, asilimia inabadilika?",
            "Imekaa 35 kwa zaidi ya saa moja.",
        )),
        done: "Nafasi imeachwa kwenye diski na sasisho limekamilika.",
        ..INCIDENT
    },
    Template {
        key: "old-windows",
        category: Category::Program,
        about: Some(Computer),
        weight: 3,
        priority: Priority::Low,
        effort: (90, 240),
        subject: "Kuhamisha kompyuta kutoka Windows 7",
        description: "Kompyuta yetu ya {room} bado ina Windows 7 na mfumo wa ununuzi unasema kivinjari ni cha zamani.",
        found: "Mashine inakubali Windows 10 ikiongezwa RAM. Data imenakiliwa kwanza.",
        waits: Some((Waiting::SparePart, "RAM ya DDR3 4 GB inasubiriwa.")),
        done: "Windows 10 imewekwa, data imerudishwa na printa imeunganishwa.",
        ..REQUEST
    },
    Template {
        key: "disk-full-server",
        category: Category::Program,
        about: Some(Server),
        weight: 2,
        priority: Priority::High,
        effort: (30, 120),
        subject: "Folda ya pamoja imejaa",
        description: "Tunapohifadhi kwenye folda ya pamoja inaandika 'There is not enough space'.",
        found: "Seva {device} ina asilimia 98. Video za mafunzo zimechukua GB 240.",
        done: "Video za mafunzo zimehamishiwa kwenye diski ya kumbukumbu; nafasi huru sasa ni asilimia 31.",
        ..INCIDENT
    },
    Template {
        key: "website-news",
        category: Category::Program,
        weight: 3,
        priority: Priority::Low,
        effort: (20, 60),
        subject: "Kuweka habari kwenye tovuti ya Afisi",
        description: "Naomba habari na picha za ziara ya Mkurugenzi zipandishwe kwenye tovuti. Maandishi yameidhinishwa.",
        found: "Picha zilikuwa na MB 8 kila moja; zimepunguzwa.",
        done: "Habari imepandishwa kwenye tovuti na kuhakikiwa na Afisa Habari.",
        ..REQUEST
    },
    Template {
        key: "en-statistics",
        category: Category::Program,
        language: Language::English,
        weight: 3,
        priority: Priority::Low,
        effort: (30, 120),
        subject: "Figures of requests for the quarterly report",
        description: "For the quarterly report I need the number of requests by department and the median time to a solution.",
        found: "Figures taken from the closed requests of the quarter.",
        done: "The table was sent with the link to the records behind each figure.",
        ..REQUEST
    },
    Template {
        key: "en-cmis-search",
        category: Category::Program,
        language: Language::English,
        weight: 3,
        storm: Some(Storm::CaseSystem),
        subject: "CMIS search finds no case of this month",
        description: "Since yesterday the search in CMIS finds nothing registered this month, though I can open the cases from the list.",
        found: "The index of the search had stopped at the provider.",
        waits: Some((Waiting::Supplier, "Reported to the provider of the system.")),
        done: "The provider rebuilt the search index; cases of this month are found.",
        ..INCIDENT
    },
];
