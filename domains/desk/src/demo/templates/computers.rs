//! Computers that do not start, are slow or lost something.

use crate::demo::template::{
    Category,
    DeviceSort::{Computer, Laptop, Ups},
    INCIDENT, Language, Priority, REQUEST, Storm, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "computer-dead",
        about: Some(Computer),
        weight: 5,
        effort: (20, 120),
        subject: "Kompyuta {device} haiwaki",
        description: "Assalamu alaykum. Nilipofika asubuhi nimebonyeza kitufe cha kuwashia lakini kompyuta haiwaki kabisa. Taa ya nyuma inawaka. Nipo {room}.",
        found: "Umeme unafika, power supply imekufa. Nimejaribu ya akiba, inawaka.",
        waits: Some((Waiting::SparePart, "Tunasubiri power supply kutoka stoo; iliyopo imetumika kwenye mashine ya Masjala.")),
        done: "Power supply imebadilishwa na mashine imejaribiwa saa moja. Mafaili yote yapo.",
        ..INCIDENT
    },
    Template {
        key: "computer-slow",
        about: Some(Computer),
        weight: 7,
        priority: Priority::Low,
        effort: (30, 150),
        subject: "Kompyuta yangu inakwenda taratibu sana",
        description: "Kompyuta {device} inachukua karibu dakika kumi kuwaka na kila nikifungua Word inaganda. Naomba msaada, nina kazi nyingi za kuandika.",
        found: "RAM 2 GB na diski ya zamani. Programu tano zinaanza pamoja na Windows. Inafaa kuingizwa kwenye orodha ya kubadilishwa.",
        exchange: Some(("Je, tatizo lipo muda wote au baada ya kufungua mafaili makubwa?", "Muda wote, hata asubuhi kabla sijafungua kitu.")),
        done: "Nimeondosha programu zisizohitajika, nimesafisha diski na kuongeza RAM kutoka mashine iliyoondoshwa. Sasa inawaka ndani ya dakika mbili.",
        ..INCIDENT
    },
    Template {
        key: "screen-black",
        about: Some(Computer),
        weight: 4,
        effort: (10, 40),
        subject: "Skrini haionyeshi kitu",
        description: "Kompyuta inawaka lakini skrini ni nyeusi. Nimejaribu kuzima na kuwasha mara mbili. {room}.",
        found: "Kebo ya VGA ilikuwa imelegea baada ya usafi.",
        done: "Kebo imekazwa na kufungwa. Skrini inaonyesha vizuri.",
        ..INCIDENT
    },
    Template {
        key: "file-lost",
        about: Some(Computer),
        weight: 4,
        priority: Priority::High,
        effort: (20, 180),
        subject: "Faili nililoandika jana limepotea",
        description: "Nimeandika maelezo ya kesi jana hadi saa 9:00 alasiri na nikahifadhi. Leo silioni kwenye Desktop wala Documents. Naomba sana mnisaidie, ni kazi ya siku nzima.",
        found: "Limehifadhiwa kwenye folda ya muda ya kiambatisho cha barua pepe.",
        exchange: Some(("Ulilifungua faili kutoka kwenye barua pepe au kutoka kwenye folda yako?", "Nililifungua moja kwa moja kutoka kwenye barua pepe.")),
        done: "Faili limepatikana na kurudishwa kwenye Documents. Tafadhali pakua kiambatisho kwanza kabla ya kukihariri.",
        ..INCIDENT
    },
    Template {
        key: "laptop-broken-screen",
        about: Some(Laptop),
        weight: 3,
        effort: (30, 90),
        subject: "Laptop imeanguka, skrini imevunjika",
        description: "Nikitoka mahkamani laptop {device} imeanguka kutoka kwenye gari. Inawaka lakini skrini ina ufa na nusu haionekani. Kuna mafaili ya kesi ya wiki ijayo.",
        found: "Diski ni nzima. Mafaili yamenakiliwa kwenye mashine ya kuazima. Skrini inahitaji kubadilishwa nje.",
        waits: Some((Waiting::Supplier, "Nukuu ya bei ya skrini imeombwa kwa fundi wa nje; idhini ya Mkuu wa Kitengo imepatikana.")),
        done: "Skrini mpya imewekwa na laptop imerudishwa kwa mtumiaji. Mashine ya kuazima imepokelewa.",
        ..INCIDENT
    },
    Template {
        key: "laptop-battery",
        about: Some(Laptop),
        weight: 3,
        priority: Priority::Low,
        subject: "Betri ya laptop haikai na chaji",
        description: "Laptop {device} ikichomolewa kwenye umeme inazima baada ya dakika tano. Ninahitaji kuitumia mahkamani ambako plagi ni chache.",
        found: "Uwezo wa betri umebaki asilimia 11. Mwaka wa kununuliwa zaidi ya mitano.",
        waits: Some((Waiting::SparePart, "Betri imeagizwa kupitia Kitengo cha Ununuzi.")),
        done: "Betri mpya imewekwa; inakaa zaidi ya saa tatu.",
        ..INCIDENT
    },
    Template {
        key: "keyboard",
        about: Some(Computer),
        weight: 4,
        priority: Priority::Low,
        effort: (10, 30),
        subject: "Kibodi ina vitufe visivyofanya kazi",
        description: "Herufi A, S na kitufe cha nafasi havifanyi kazi kwenye kibodi yangu. Naomba nyengine.",
        found: "Chai imemwagika.",
        done: "Kibodi mpya imetolewa stoo na kusainiwa.",
        ..REQUEST
    },
    Template {
        key: "clock-wrong",
        about: Some(Computer),
        weight: 2,
        priority: Priority::Low,
        effort: (10, 25),
        subject: "Tarehe ya kompyuta inarudi nyuma kila siku",
        description: "Kila asubuhi kompyuta {device} inaonyesha mwaka 2009 na tovuti zote zinakataa kufunguka. Nairekebisha lakini kesho inarudi.",
        found: "Betri ndogo ya ubao (CR2032) imekwisha.",
        done: "Betri ya CR2032 imebadilishwa na saa imewekwa kufuata seva.",
        ..INCIDENT
    },
    Template {
        key: "power-restart",
        category: Category::Power,
        about: Some(Computer),
        weight: 4,
        storm: Some(Storm::PowerCut),
        effort: (10, 60),
        subject: "Kompyuta imejizima umeme ulipokatika",
        description: "Umeme umekatika ghafla na kompyuta ikazima. Sasa inaonyesha maandishi meupe kwenye skrini nyeusi na haiingii Windows. {room}.",
        found: "Chkdsk imerekebisha diski. UPS ya meza hii haishiki tena.",
        done: "Windows inawaka baada ya kukagua diski. Kazi iliyohifadhiwa ipo. UPS imeandikwa kwenye orodha ya kubadilishwa betri.",
        ..INCIDENT
    },
    Template {
        key: "ups-beeps",
        category: Category::Power,
        about: Some(Ups),
        weight: 3,
        storm: Some(Storm::PowerCut),
        priority: Priority::Low,
        subject: "UPS inapiga kelele muda wote",
        description: "UPS iliyopo chini ya meza {room} inalia bila kusita tangu umeme ulipokatika. Tunashindwa kufanya kazi.",
        found: "Betri imevimba. Haifai kutumika.",
        waits: Some((Waiting::SparePart, "Betri ya 12V 7Ah haipo stoo; imeombwa.")),
        done: "Betri ya UPS imebadilishwa na kujaribiwa kwa dakika 12.",
        ..INCIDENT
    },
    Template {
        key: "en-blue-screen",
        language: Language::English,
        about: Some(Computer),
        weight: 3,
        effort: (30, 180),
        subject: "Blue screen several times a day",
        description: "My computer {device} shows a blue screen and restarts, three times since yesterday. The last time I lost an hour of drafting.",
        found: "Memory test fails in the second slot.",
        done: "The faulty memory module was replaced; the test ran clean for two hours.",
        ..INCIDENT
    },
    Template {
        key: "en-second-screen",
        language: Language::English,
        about: Some(Computer),
        weight: 2,
        priority: Priority::Low,
        effort: (15, 40),
        subject: "Second screen for comparing case documents",
        description: "I compare scanned statements with the charge sheet all day. Could I have a second screen in {room}?",
        found: "Two 19-inch screens idle in store.",
        done: "A 19-inch screen from the store was installed and signed for.",
        ..REQUEST
    },
];
