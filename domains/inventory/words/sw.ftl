### Vifaa, programu, makabidhiano, utambuzi na ruhusa za kuripoti.

## Kifaa
device = Kifaa
device-many = Vifaa
device-none = Bado hakuna kifaa kilichosajiliwa. Ruhusu kompyuta ziripoti zenyewe, au ingiza rejista ya afisi.
device-none-silent = Vifaa vyote vinavyotumika vimeripoti ndani ya siku 30.
device-register = Sajili kifaa
device-correct = Rekebisha
device-label = Lebo
device-label-help = Chapisha ukurasa huu, ukate lebo na uibandike kwenye kifaa. Kamera ya simu ikisoma alama hii hufungua ukurasa wa kifaa.
device-report-problem = Ripoti tatizo
device-merge = Unganisha na kifaa kingine
device-merge-into = Ni kifaa kimoja na
device-merge-help = Chagua kumbukumbu itakayobaki. Ripoti zijazo zitaandikwa huko.
device-merge-about = “{ $name }” itaunganishwa na kumbukumbu nyengine ya kifaa hicho hicho. Unaweza kuzitenganisha tena wakati wowote.
device-part = Tenganisha tena
device-reason = Sababu
device-story = Historia
device-custody = Mnyororo wa makabidhiano
device-reports = Wakala walioripoti
device-agent = Wakala
device-seen = Ilisikika mwisho
device-seen-from = Kutoka anwani
device-changed = Ripoti ya mwisho yenye jipya
device-odd = { $count ->
    [one] Thamani { $count } kwenye ripoti haikueleweka ikawekwa kando. Mengine yote yamepokelewa.
   *[other] Thamani { $count } kwenye ripoti hazikueleweka zikawekwa kando. Mengine yote yamepokelewa.
}
device-programs = { $count ->
    [one] Programu { $count }
   *[other] Programu { $count }
}
device-programs-all = { $count ->
    [one] Angalia programu { $count }
   *[other] Angalia programu zote { $count }
}
device-part-machine = Mashine
device-part-place = Mahali na hali
device-part-bought = Ununuzi
device-part-record = Kumbukumbu
device-view-in-use = Vinatumika
device-view-in-store = Vipo stoo
device-view-found = Havijasajiliwa
device-view-no-holder = Havina mtu
device-view-repair = Vinatengenezwa
device-saved-now = Sasa imehifadhiwa: { $value }
device-grid-more = { $count ->
    [one] na mstari { $count } zaidi
   *[other] na mistari { $count } zaidi
}

device-field-name = Jina
device-field-tag = Namba ya mali
device-field-kind = Aina
device-field-state = Hali ya matumizi
device-field-holder = Anayekitunza
device-field-unit = Idara au kitengo
device-field-place = Chumba au mahali
device-field-manufacturer = Mtengenezaji
device-field-model = Modeli
device-field-serial = Namba ya mfululizo (serial)
device-field-uuid = UUID
device-field-os_name = Mfumo endeshi
device-field-os_version = Toleo la mfumo
device-field-processor = Kichakataji
device-field-memory_mb = Kumbukumbu (RAM)
device-field-disk_mb = Diski
device-field-addresses = Anwani za mtandao
device-field-program_count = Idadi ya programu
device-field-bought_on = Tarehe ya kununuliwa
device-field-price_tzs = Bei (TZS)
device-field-funder = Mfadhili
device-field-supplier = Msambazaji
device-field-warranty_until = Mwisho wa dhamana
device-field-condition = Hali ya kifaa
device-field-note = Maelezo
device-field-reporter = Wakala anayekielezea
device-field-evidence = Vitambulisho
device-field-merged_into = Kimeunganishwa na

device-kind-desktop = Kompyuta ya mezani
device-kind-laptop = Kompyuta mpakato
device-kind-server = Seva
device-kind-tablet = Kompyuta kibao
device-kind-phone = Simu
device-kind-printer = Printa
device-kind-scanner = Skana
device-kind-switch = Swichi
device-kind-router = Ruta
device-kind-access_point = Kituo cha Wi-Fi
device-kind-ups = UPS (betri ya akiba)
device-kind-monitor = Skrini
device-kind-virtual = Mashine pepe
device-kind-other = Kifaa kingine
device-state-found = Kimeonekana, hakijasajiliwa
device-state-in_use = Kinatumika
device-state-in_store = Kipo stoo
device-state-under_repair = Kipo kwenye matengenezo
device-state-lost = Kimepotea
device-state-disposed = Kimeondoshwa
device-state-merged = Kimeunganishwa
device-condition-good = Kizuri
device-condition-worn = Kimechakaa
device-condition-broken = Kibovu

verb-device-register = alisajili kifaa hiki
verb-device-correct = alirekebisha kumbukumbu ya kifaa
verb-device-merge = aliunganisha kifaa na kumbukumbu nyengine
verb-device-part = alitenganisha tena kumbukumbu zilizounganishwa
verb-device-comment = aliandika maoni
verb-device-import = aliingiza kutoka rejista ya afisi
verb-device-import_columns = alichagua safu za rejista
verb-inventory-report = ulipokea ripoti ya wakala
verb-inventory-discover = uliona kifaa kwenye mtandao
done-device-registered = Kifaa kimesajiliwa.
done-device-corrected = Kumbukumbu ya kifaa imerekebishwa.
done-device-merged = Kumbukumbu mbili zimeunganishwa. Unaweza kuzitenganisha tena.
done-device-parted = Kumbukumbu zimetenganishwa tena.
done-device-commented = Maoni yamehifadhiwa.
done-device-imported = Rejista imeingizwa.

## Ndani ya mashine
hw-name = Jina
hw-maker = Mtengenezaji
hw-serial = Namba ya mfululizo
hw-kind = Aina
hw-size = Ukubwa
hw-speed = Kasi
hw-status = Hali
hw-version = Toleo
hw-cpus = Vichakataji
hw-cores = Viini
hw-memories = Kumbukumbu (RAM)
hw-slot = Nafasi
hw-disks = Diski
hw-encryption = Usimbaji fiche
hw-volumes = Hifadhi
hw-volume = Hifadhi
hw-free = Nafasi iliyo wazi
hw-filesystem = Mfumo wa mafaili
hw-networks = Kadi za mtandao
hw-ip = Anwani (IP)
hw-mac = MAC
hw-network-ports = Milango ya mtandao
hw-port = Mlango
hw-up = Umeunganishwa
hw-down = Haujaunganishwa
hw-monitors = Skrini
hw-printers = Printa zinazotumika
hw-driver = Kiendeshi
hw-antivirus = Kingavirusi
hw-on = Imewashwa
hw-current = Ni ya kisasa
hw-firewalls = Ukuta wa moto
hw-remote = Udhibiti wa mbali
hw-id = Kitambulisho
hw-batteries = Betri
hw-wear = Uwezo uliobaki
hw-consumables = Wino na kurasa
hw-level = Kiasi
hw-pages = Kurasa ({ $name })
hw-part-total = jumla
hw-part-rectoverso = pande mbili
hw-part-black = nyeusi
hw-part-color = rangi
hw-part-printtotal = zilizochapishwa, jumla
hw-part-printblack = zilizochapishwa, nyeusi
hw-part-printcolor = zilizochapishwa, rangi
hw-part-copytotal = nakala, jumla
hw-part-copyblack = nakala, nyeusi
hw-part-copycolor = nakala, rangi
hw-part-scanned = zilizoskaniwa
hw-part-faxtotal = faksi
hw-part-tonerblack = Wino mweusi (toner)
hw-part-tonercyan = Wino wa samawati (toner)
hw-part-tonermagenta = Wino wa zambarau (toner)
hw-part-toneryellow = Wino wa manjano (toner)
hw-part-drumblack = Drum nyeusi
hw-part-drumcyan = Drum ya samawati
hw-part-drummagenta = Drum ya zambarau
hw-part-drumyellow = Drum ya manjano
hw-part-wastetoner = Chombo cha mabaki ya wino

odd-not_a_date = si tarehe
odd-not_a_number = si namba
odd-out_of_range = namba isiyowezekana
odd-not_yes_or_no = si ndiyo wala hapana
odd-not_text = si maandishi
odd-not_a_record = si kumbukumbu
odd-nameless = haina jina

## Programu
program = Programu
program-many = Programu
program-none = Bado hakuna programu iliyoripotiwa na kompyuta.
program-publisher = Mchapishaji
program-arch = Usanifu
program-installs = Imewekwa kwenye
program-installed-on = Iliwekwa
program-devices = Vifaa vilivyo nayo

## Makabidhiano
handover = Makabidhiano
handover-many = Makabidhiano
handover-none = Bado hakuna kifaa kilichokabidhiwa.
handover-out = Kabidhi
handover-back = Pokea kurudishwa
handover-one-more = Ongeza kifaa kingine
handover-when = Yalifanyika
handover-when-help = Acha wazi kama yanafanyika sasa. Yaliyofanyika nyuma yaandikwe kwa muda wake halisi.
handover-condition-help = Kwa mfano: kizuri, na chaja; kioo kina mkwaruzo.
handover-signature-help = Unaweza kuacha wazi: hati itachapishwa, isainiwe kwa kalamu, kisha nakala yake irudishwe hapa.
handover-signature-of = Saini ya { $name }
handover-slip = Hati ya makabidhiano (PDF)
handover-sign = Saini sasa
handover-sign-help = Saini ukithibitisha kwamba vifaa vilivyoorodheshwa vimekabidhiwa.
handover-scan = Nakala ya hati iliyosainiwa
handover-scan-help = Picha au PDF ya hati iliyosainiwa kwa kalamu.
handover-scan-send = Hifadhi nakala
handover-view-pending = Hayajasainiwa
handover-view-out = Vilivyotoka
handover-view-back = Vilivyorudi
handover-field-title = Kuhusu
handover-field-direction = Mwelekeo
handover-field-person = Mtumishi
handover-field-officer = Afisa TEHAMA
handover-field-devices = Vifaa
handover-field-signed = Saini
handover-field-signed_at = Yalisainiwa
handover-field-signature = Saini
handover-field-condition = Hali ya vifaa
handover-field-reason = Sababu
handover-direction-out = Kwenda kwa mtumishi
handover-direction-back = Kurudi kitengoni
handover-signed-pending = Hayajasainiwa
handover-signed-on_screen = Yamesainiwa kwenye skrini
handover-signed-on_paper = Yamesainiwa kwenye karatasi
verb-handover-hand_over = alikabidhi vifaa
verb-handover-take_back = alipokea vifaa vilivyorudishwa
verb-handover-sign_on_screen = alisaini kwenye skrini
verb-handover-sign_on_paper = alihifadhi hati iliyosainiwa
verb-handover-comment = aliandika maoni
done-handed-over = Makabidhiano yameandikwa.
done-taken-back = Kurudishwa kumeandikwa.
done-handover-signed = Makabidhiano yamesainiwa.

slip-government = Serikali ya Mapinduzi ya Zanzibar
slip-title-out = Hati ya makabidhiano ya vifaa
slip-title-back = Hati ya kurudisha vifaa
slip-from = Kutoka kwa
slip-to = Kwa
slip-when = Tarehe na saa
slip-devices = Vilivyokabidhiwa
slip-number = Nam.
slip-giver = Aliyekabidhi
slip-receiver = Aliyepokea
slip-duty = Aliyepokea atatunza vifaa hivi, hatavikabidhi kwa mtu mwengine bila ya kukijulisha Kitengo cha TEHAMA, na atatoa taarifa mara moja vikipotea au kuharibika.
slip-returned = Vifaa vilivyoorodheshwa vimerudishwa kwenye Kitengo cha TEHAMA katika hali iliyoandikwa hapo juu.
slip-code = Kumbukumbu ya makabidhiano haya

## Utambuzi
sighting = Utambuzi
sighting-many = Utambuzi wa vifaa
sighting-none = Hakuna utata wa utambuzi unaosubiri uamuzi.
sighting-view-open = Unaosubiri
sighting-view-found = Vilivyoonekana mtandaoni
sighting-view-same = Ulioamuliwa kuwa kifaa kimoja
sighting-field-title = Kifaa
sighting-field-why = Kwa nini
sighting-field-device = Kilichoripotiwa
sighting-field-known = Kinachojulikana
sighting-field-state = Uamuzi
sighting-field-evidence = Vitambulisho
sighting-same = Ni kifaa kimoja
sighting-different = Ni vifaa viwili
sighting-register = Sajili
sighting-ignore = Puuza
sighting-compared = Vitambulisho vya pande mbili
sighting-evidence = Kitambulisho
sighting-reported = Kilichoripotiwa
sighting-verdict = Ulinganisho
sighting-agrees = Vinalingana
sighting-differs = Vinapingana
sighting-one-side = Upande mmoja tu
sighting-agent = UUID ya wakala
sighting-agent-folder = Jina la wakala
sighting-state-open = Unasubiri uamuzi
sighting-state-same = Ni kifaa kimoja
sighting-state-different = Ni vifaa viwili
sighting-state-registered = Kimesajiliwa
sighting-state-ignored = Umepuuzwa
sighting-why-cloned_image = Nakala ya diski moja kwenye mashine mbili
sighting-why-serial_changed = Namba ya mfululizo imebadilika
sighting-why-board_exchanged = Ubao mama umebadilishwa
sighting-why-one_serial_two_models = Namba moja, modeli mbili
sighting-why-serial_alone = Namba ya mfululizo tu inalingana
sighting-why-strong_differs = Vitambulisho vikuu vinapingana
sighting-why-shared_card = Kadi moja ya mtandao kwenye mashine mbili
sighting-why-cloned_agent = Wakala mmoja kwenye mashine mbili
sighting-why-name_alone = Jina tu linalingana
sighting-why-discovered = Kimeonekana kwenye mtandao
sighting-about-cloned_image = UUID ni moja, lakini kadi za mtandao ni nyengine. Mara nyingi diski ya kompyuta moja imenakiliwa kwenye nyengine: basi ni vifaa viwili.
sighting-about-serial_changed = UUID na kadi ni zile zile, lakini namba ya mfululizo ni nyengine. Angalia namba iliyobandikwa kwenye kifaa.
sighting-about-board_exchanged = Namba ya mfululizo na modeli ni zile zile, lakini UUID ni nyengine. Mara nyingi fundi amebadilisha ubao mama: basi ni kifaa kimoja.
sighting-about-one_serial_two_models = Namba ya mfululizo ni moja, lakini modeli ni mbili. Moja ya kumbukumbu imeandikwa vibaya.
sighting-about-serial_alone = Namba ya mfululizo inalingana na hakuna kingine cha kulinganisha. Angalia kifaa chenyewe.
sighting-about-strong_differs = UUID au namba ya mfululizo ni nyengine, lakini kadi au wakala ni wa kifaa kinachojulikana.
sighting-about-shared_card = Kadi moja ya mtandao imeonekana kwenye mashine mbili. Huenda kadi ilihamishwa.
sighting-about-cloned_agent = Utambulisho mmoja wa wakala umetoka kwenye kadi za mashine mbili. Mara nyingi diski imenakiliwa.
sighting-about-name_alone = Mashine mbili zina jina moja na hakuna kingine cha kulinganisha.
sighting-about-discovered = Uchunguzi wa mtandao umekiona kifaa hiki. Kisajili kama ni cha afisi, au ukipuuze.
verb-sighting-same = aliamua kwamba ni kifaa kimoja
verb-sighting-different = aliamua kwamba ni vifaa viwili
verb-sighting-register = alikisajili kifaa kilichoonekana
verb-sighting-ignore = alipuuza utambuzi huu
done-sighting-settled = Uamuzi umehifadhiwa.
found-ip = Anwani (IP)
found-mac = MAC
found-name = Jina
found-kind = Aina
found-manufacturer = Mtengenezaji
found-model = Modeli
found-serial = Namba ya mfululizo
found-firmware = Programu ya ndani
found-description = Maelezo
found-location = Mahali
found-contact = Mawasiliano
found-uptime = Kimewaka tangu

## Ruhusa ya kuripoti
enrolment = Ruhusa ya kuripoti
enrolment-many = Ruhusa za kuripoti
enrolment-none = Bado hakuna kompyuta iliyoruhusiwa kuripoti.
enrolment-new = Ruhusu kompyuta ziripoti
enrolment-close = Funga ruhusa
enrolment-once = Anwani hii inaonyeshwa mara moja tu. Inakili sasa kwenye mipangilio ya wakala; haihifadhiwi popote.
enrolment-address = Anwani ya wakala
enrolment-lines = Mistari ya mipangilio ya kila wakala
enrolment-copied = Nimeinakili
enrolment-name-help = Kwa mfano: Kompyuta za Makao Makuu.
enrolment-networks-help = Kwa mfano: 192.168.10.0/24. Nyingi hutenganishwa kwa koma. Acha wazi kuruhusu zote.
enrolment-field-name = Jina
enrolment-field-site = Kituo
enrolment-field-networks = Mitandao inayoruhusiwa
enrolment-field-reports_per_hour = Ripoti kwa saa (mwisho)
enrolment-field-ends_at = Mwisho wa ruhusa
enrolment-field-state = Hali
enrolment-state-open = Inatumika
enrolment-state-closed = Imefungwa
verb-enrolment-make = aliruhusu kompyuta ziripoti
verb-enrolment-close = alifunga ruhusa
done-enrolment-closed = Ruhusa imefungwa. Anwani yake haifungui kitu tena.

## Kuingiza rejista
device-import = Ingiza rejista
device-import-about = Rejista ya afisi ya Excel au CSV, kama ilivyo. Hakuna kitakachoandikwa kabla hujaona kila mstari utakavyokuwa.
device-import-file = Faili la rejista
device-import-file-help = Excel (.xlsx) au CSV, hadi mistari 20,000.
device-import-next = Endelea
device-import-rows = { $count ->
    [one] Mstari { $count } umesomwa
   *[other] Mistari { $count } imesomwa
}
device-import-columns-help = Chagua kila safu ni nini. Namba ya mali au namba ya mfululizo inahitajika; ndiyo inayotambulisha kifaa.
device-import-leave = Acha safu hii
device-import-try = Jaribu bila kuandika
device-import-made = Vitasajiliwa
device-import-changed = Vitarekebishwa
device-import-same = Havitabadilika
device-import-bad = Mistari yenye makosa
device-import-would = Kitakachoandikwa
device-import-new = Kipya
device-import-row = Mstari
device-import-column = Safu
device-import-value = Kilichoandikwa
device-import-reason = Sababu
device-import-what = Badiliko
device-import-write = { $count ->
    [one] Andika kifaa { $count }
   *[other] Andika vifaa { $count }
}
device-import-write-good = { $count ->
    [one] Andika kifaa { $count } na uache mistari yenye makosa ({ $bad })
   *[other] Andika vifaa { $count } na uache mistari yenye makosa ({ $bad })
}

## Leo
today-sightings = Utambuzi unaosubiri
today-found = Vifaa visivyosajiliwa
today-silent = Vimekaa kimya siku 30
today-unsigned = Makabidhiano bila saini
today-to-sign = Makabidhiano yanayosubiri saini yako
today-my-devices = Vifaa vyangu
today-my-devices-none = Hakuna kifaa kilichokabidhiwa kwako.

## Matatizo
problem-device-gone = Kifaa hiki kimeondoshwa au kimeunganishwa; kumbukumbu yake haibadiliki tena.
problem-device-merge = Kumbukumbu hizi mbili haziwezi kuunganishwa.
problem-device-not-merged = Kifaa hiki hakijaunganishwa na kingine.
problem-device-in-custody = Kifaa kimojawapo kiko mikononi mwa mtu. Kipokee kwanza.
problem-device-other-holder = Vifaa vinavyorudishwa kwa hati moja lazima viwe vya mtu mmoja.
problem-device-with-holder = Kifaa kiko mikononi mwa mtu. Kipokee kwa makabidhiano kwanza.
problem-merge-no-device = Chagua kifaa kilichopo.
problem-handover-count = Chagua kifaa kimoja hadi ishirini kwa hati moja.
problem-handover-person = Chagua mtumishi aliyepo kazini.
problem-handover-signed = Makabidhiano haya yameshasainiwa.
problem-signature = Saini haikusomeka. Saini tena ndani ya kisanduku.
problem-sighting-alone = Hakuna kumbukumbu ya pili ya kulinganisha.
problem-sighting-has-device = Kifaa hiki kina kumbukumbu tayari.
problem-sighting-settled = Utambuzi huu umeshaamuliwa.
problem-network = Andika mtandao kama 192.168.10.0/24.
problem-import-too-large = Faili ni kubwa mno: mwisho ni MB 10 na mistari 20,000.
problem-import-empty = Hakuna mistari kwenye faili hili.
problem-import-unreadable = Faili hili halisomeki kama Excel wala CSV.
problem-import-no-key-column = Chagua ni safu ipi yenye namba ya mali au namba ya mfululizo.
problem-import-no-key = Mstari hauna namba ya mali wala namba ya mfululizo.
problem-import-twice = Kifaa hiki kimeandikwa mara mbili kwenye faili.
problem-import-two-devices = Namba ya mali na namba ya mfululizo ni za vifaa viwili tofauti.
problem-import-other-tag = Kifaa chenye namba hii ya mfululizo kina namba nyengine ya mali.
problem-import-other-holder = Kifaa kiko mikononi mwa mtu mwengine. Hubadilishwa kwa makabidhiano tu.
problem-import-no-person = Hakuna mtumishi mwenye jina au namba hii.
problem-import-many-persons = Watumishi wawili au zaidi wana jina hili. Andika namba ya utumishi.
problem-import-no-unit = Hakuna idara au kitengo chenye jina hili.
problem-import-no-site = Hakuna kituo chenye jina hili.
problem-import-kind = Aina hii ya kifaa haijulikani.
problem-import-state = Hali hii ya matumizi haijulikani.
problem-import-condition = Hali hii ya kifaa haijulikani.
