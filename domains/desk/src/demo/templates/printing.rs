//! Printers, photocopiers and the registry's scanners.

use crate::demo::template::{
    Category,
    DeviceSort::{Printer, Scanner},
    INCIDENT, Language, Priority, REQUEST, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "printer-jam",
        category: Category::Printing,
        about: Some(Printer),
        weight: 9,
        effort: (10, 40),
        subject: "Printa imekwamisha karatasi",
        description: "Printa {device} iliyopo {room} inakwamisha karatasi kila tunapochapisha. Tumeitoa karatasi mara tatu lakini bado taa nyekundu inawaka.",
        found: "Kipande cha karatasi kilibaki kwenye roller. Roller imechakaa.",
        done: "Karatasi iliyobaki imetolewa na roller imesafishwa. Kurasa 20 za majaribio zimetoka vizuri.",
        ..INCIDENT
    },
    Template {
        key: "toner-empty",
        category: Category::Printing,
        about: Some(Printer),
        weight: 8,
        effort: (10, 30),
        subject: "Wino wa printa umekwisha",
        description: "Printa {device} inaandika hafifu na sasa haionekani kabisa. Tunaomba tona mpya, tuna hati za mashtaka za kuchapisha leo.",
        found: "Tona imebaki asilimia 2 kwa mujibu wa printa.",
        waits: Some((Waiting::SparePart, "Tona ya aina hii imekwisha stoo. Ombi limepelekwa Kitengo cha Ununuzi.")),
        done: "Tona mpya imewekwa na kuandikwa kwenye daftari la stoo.",
        ..REQUEST
    },
    Template {
        key: "printer-not-seen",
        category: Category::Printing,
        about: Some(Printer),
        weight: 6,
        effort: (10, 45),
        subject: "Siwezi kuchapisha, printa haionekani",
        description: "Kompyuta yangu inasema printa ipo 'offline' lakini wenzangu wanachapisha. Nipo {room}.",
        found: "Anwani ya IP ya printa ilibadilika baada ya kuzimwa.",
        exchange: Some(("Je, wewe peke yako ndiye huwezi kuchapisha?", "Ndiyo, mwenzangu wa meza ya pili anachapisha bila tatizo.")),
        done: "Printa imewekewa anwani ya kudumu na kuongezwa upya kwenye kompyuta.",
        ..INCIDENT
    },
    Template {
        key: "printer-lines",
        category: Category::Printing,
        about: Some(Printer),
        weight: 3,
        priority: Priority::Low,
        subject: "Printa inatoa mistari myeusi",
        description: "Kila ukurasa unatoka na mstari mweusi upande wa kulia. Hatuwezi kupeleka nyaraka hizi mahkamani.",
        found: "Drum imechakaa.",
        waits: Some((Waiting::SparePart, "Drum mpya inasubiriwa kutoka kwa msambazaji.")),
        done: "Drum imebadilishwa; ukurasa unatoka safi.",
        ..INCIDENT
    },
    Template {
        key: "scanner-registry",
        category: Category::Printing,
        about: Some(Scanner),
        weight: 5,
        priority: Priority::High,
        effort: (20, 90),
        subject: "Skana ya Masjala haifanyi kazi",
        description: "Skana {device} haitambuliwi na kompyuta tangu asubuhi. Barua zilizoingia leo haziwezi kusajiliwa na foleni inaongezeka.",
        found: "Sasisho la Windows limeondosha kiendeshi (driver) cha skana.",
        done: "Kiendeshi kimewekwa upya na skana imejaribiwa kwa kurasa 50. Foleni ya barua imemalizika.",
        ..INCIDENT
    },
    Template {
        key: "scan-to-folder",
        category: Category::Printing,
        about: Some(Scanner),
        weight: 3,
        subject: "Skana haipeleki mafaili kwenye folda",
        description: "Tunaskani nyaraka lakini hazionekani kwenye folda ya pamoja ya Masjala. Kioo kinaandika 'Connection error'.",
        found: "Nenosiri la akaunti ya skana limebadilika kwenye seva ya mafaili.",
        done: "Akaunti ya skana imerekebishwa; nyaraka zilizokwama zimeingia.",
        ..INCIDENT
    },
    Template {
        key: "copier-service",
        category: Category::Printing,
        about: Some(Printer),
        weight: 2,
        effort: (30, 120),
        subject: "Mashine ya kunakilia inahitaji matengenezo",
        description: "Mashine ya kunakilia inaandika namba ya huduma E000 na haitoi nakala. Tuna majalada manne ya kunakili kwa ajili ya kesi za wiki ijayo.",
        found: "Fuser imefika mwisho wa maisha yake. Ipo chini ya mkataba wa matengenezo.",
        waits: Some((Waiting::Supplier, "Fundi wa mkataba amepigiwa simu, anatarajiwa kufika.")),
        done: "Fundi wa mkataba amebadilisha fuser. Hesabu ya kurasa imeandikwa kwenye kadi ya mashine.",
        ..INCIDENT
    },
    Template {
        key: "print-both-sides",
        category: Category::Printing,
        about: Some(Printer),
        weight: 2,
        priority: Priority::Low,
        effort: (10, 20),
        subject: "Naomba printa ichapishe pande mbili",
        description: "Mkuu wa Idara ameagiza tupunguze matumizi ya karatasi. Naomba printa yetu ichapishe pande mbili bila kuchagua kila mara.",
        found: "Printa ina duplex, haikuwashwa.",
        done: "Uchapishaji wa pande mbili umewekwa kuwa wa kawaida kwa watumiaji wote wa chumba.",
        ..REQUEST
    },
    Template {
        key: "en-printer-queue",
        category: Category::Printing,
        language: Language::English,
        about: Some(Printer),
        weight: 4,
        effort: (10, 30),
        subject: "Documents stuck in the print queue",
        description: "Nothing leaves the queue of {device} since this morning, and we have a ruling to file before noon.",
        found: "A 400-page PDF had blocked the spooler.",
        done: "The blocking job was removed and the spooler restarted; the waiting pages printed.",
        ..INCIDENT
    },
];
