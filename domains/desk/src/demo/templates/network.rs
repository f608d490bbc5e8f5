//! Internet, the office network, the link to Pemba and telephones.

use crate::demo::template::{
    Category,
    DeviceSort::{AccessPoint, Computer, Phone, Switch},
    INCIDENT, Language, Priority, REQUEST, Storm, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "pemba-link-down",
        category: Category::Network,
        weight: 2,
        storm: Some(Storm::PembaLink),
        priority: Priority::Critical,
        effort: (30, 240),
        subject: "VPN ya Pemba haifanyi kazi",
        description: "Tangu asubuhi hatupati mifumo ya Makao Makuu kutoka Pemba. Intaneti ya kawaida inafunguka lakini VPN inasema 'connecting' tu.",
        found: "Njia ya mkonga imekatika upande wa mtoa huduma; ping inaishia kwenye ruta yao.",
        waits: Some((Waiting::LinkProvider, "Tiketi imefunguliwa kwa mtoa huduma; wanasema kuna kazi ya kukata miti karibu na mkonga.")),
        done: "Mkonga umerekebishwa na VPN imerudi. Muda wa kukosekana na namba ya tiketi vimeandikwa.",
        ..INCIDENT
    },
    Template {
        key: "pemba-files-slow",
        category: Category::Network,
        weight: 2,
        storm: Some(Storm::PembaLink),
        subject: "Folda za Makao Makuu hazifunguki kutoka Pemba",
        description: "Tukifungua folda ya pamoja inachukua dakika nyingi na mwisho inasema 'network path not found'.",
        found: "Packet loss asilimia 30 kwenye kiungo.",
        done: "Kiungo kimetulia baada ya mtoa huduma kubadilisha njia. Mafaili yanafunguka.",
        ..INCIDENT
    },
    Template {
        key: "internet-down",
        category: Category::Network,
        weight: 4,
        storm: Some(Storm::Internet),
        priority: Priority::High,
        effort: (15, 90),
        subject: "Hakuna intaneti",
        description: "Hakuna intaneti {room}. Kompyuta zote za chumba zinaonyesha alama ya njano.",
        found: "Swichi ya ghorofa imezima.",
        done: "Swichi imewashwa upya na kuhamishiwa kwenye UPS. Intaneti imerudi kwa vyumba vyote.",
        ..INCIDENT
    },
    Template {
        key: "internet-slow",
        category: Category::Network,
        weight: 5,
        storm: Some(Storm::Internet),
        priority: Priority::Low,
        subject: "Intaneti inakwenda taratibu mno",
        description: "Kuanzia saa 4:00 asubuhi intaneti ni nzito sana, kurasa za Mahkama hazifunguki. Jana ilikuwa vizuri.",
        found: "Sasisho za Windows zilikuwa zinapakuliwa na mashine 40 kwa wakati mmoja.",
        done: "Sasisho zimepangwa kushuka baada ya saa za kazi. Kasi imerudi kawaida.",
        ..INCIDENT
    },
    Template {
        key: "wifi-weak",
        category: Category::Network,
        about: Some(AccessPoint),
        weight: 4,
        priority: Priority::Low,
        subject: "Wi-Fi haifiki {room}",
        description: "Wi-Fi inafika mlangoni tu. Wakati wa mikutano wageni hawapati mtandao kabisa.",
        found: "Kituo cha karibu kipo umbali wa kuta tatu.",
        waits: Some((Waiting::SparePart, "Kituo cha Wi-Fi cha nyongeza kimeombwa.")),
        done: "Kituo {device} kimesogezwa; sasa mawimbi ni mazuri katika chumba chote.",
        ..REQUEST
    },
    Template {
        key: "cable-cut",
        category: Category::Network,
        about: Some(Computer),
        weight: 4,
        effort: (15, 60),
        subject: "Kebo ya mtandao imeharibika",
        description: "Kebo ya mtandao ya kompyuta {device} imekanyagwa na kiti, sasa mtandao unakuja na kupotea.",
        found: "Kichwa cha RJ45 kimevunjika.",
        done: "Kebo mpya ya mita 3 imewekwa na kupitishwa pembeni ya ukuta.",
        ..INCIDENT
    },
    Template {
        key: "new-point",
        category: Category::Network,
        weight: 3,
        priority: Priority::Low,
        effort: (60, 240),
        subject: "Sehemu mpya ya mtandao kwa meza iliyoongezwa",
        description: "Tumeongezewa watumishi wawili {room} na hakuna sehemu ya kuunganisha kompyuta zao.",
        found: "Swichi ya chumba ina milango miwili iliyo wazi.",
        waits: Some((Waiting::SparePart, "Mita 40 za kebo ya Cat6 zinasubiriwa kutoka stoo.")),
        done: "Sehemu mbili za mtandao zimewekwa, zimejaribiwa na kuandikwa kwenye ramani ya jengo.",
        ..REQUEST
    },
    Template {
        key: "switch-noise",
        category: Category::Network,
        about: Some(Switch),
        weight: 2,
        subject: "Swichi inatoa sauti kubwa na ni moto",
        description: "Kifaa cha mtandao kilichopo juu ya kabati {room} kinatoa sauti kubwa tangu jana na ukikigusa ni cha moto.",
        found: "Feni imejaa vumbi na chumvi.",
        done: "Swichi {device} imesafishwa na feni imebadilishwa. Joto limeshuka.",
        ..INCIDENT
    },
    Template {
        key: "phone-dead",
        category: Category::Telephone,
        about: Some(Phone),
        weight: 4,
        effort: (10, 45),
        subject: "Simu ya mezani haina sauti",
        description: "Simu ya mezani {room} ina taa lakini haina mlio. Watu wanalalamika hawatupati.",
        found: "Simu haikusajiliwa kwenye kituo cha simu baada ya kukatika umeme.",
        done: "Simu imesajiliwa upya; imejaribiwa kupiga na kupokea.",
        ..INCIDENT
    },
    Template {
        key: "phone-move",
        category: Category::Telephone,
        about: Some(Phone),
        weight: 2,
        priority: Priority::Low,
        subject: "Kuhamisha namba ya simu ya ndani",
        description: "Nimehamia {room}. Naomba namba yangu ya ndani ihamishiwe huko.",
        found: "Namba ipo huru kuhamishwa.",
        done: "Namba imehamishwa na orodha ya simu imesasishwa.",
        ..REQUEST
    },
    Template {
        key: "en-vpn-home",
        category: Category::Network,
        language: Language::English,
        weight: 3,
        subject: "VPN stops every few minutes",
        description: "Working from {court} the VPN on my laptop stops after a few minutes, each time I open a larger file.",
        found: "MTU too high for the mobile provider.",
        done: "The MTU of the VPN was lowered; a 60 MB file opened three times without a break.",
        ..INCIDENT
    },
];
