### Watumishi, vitengo, vituo, mipangilio, kuingia na daftari la mabadiliko.

## Mtumishi
person = Mtumishi
person-many = Watumishi
person-field-name = Jina kamili
person-field-staff_number = Namba ya utumishi
person-field-login = Jina la mtumiaji
person-field-post = Cheo
person-field-unit = Kitengo
person-field-site = Kituo
person-field-roles = Majukumu kwenye mfumo
person-field-language = Lugha
person-field-phone = Simu
person-field-email = Barua pepe
person-field-started_on = Ameanza kazi
person-field-state = Hali
person-language-sw = Kiswahili
person-language-en = Kiingereza
person-state-active = Yupo kazini
person-state-left = Ameondoka
person-view-all = Wote
person-view-active = Waliopo kazini
person-view-left = Walioondoka
person-empty = Hapa wataorodheshwa watumishi wote wa afisi.
person-new = Sajili mtumishi
person-correct = Badilisha taarifa
person-reset = Toa kiungo cha nenosiri
person-factor = Ondoa uthibitisho wa hatua mbili
person-factor-why-help = Mfano: simu imepotea, na namba za akiba hazipo. Hakikisha ni yeye mwenyewe. Inaandikwa kwenye daftari.
person-come-back = Amerudi kazini
person-name-help = Jina lake, la baba na la babu, kama yalivyo kwenye barua ya ajira.
person-login-help = Herufi ndogo bila nafasi, mfano asha.juma. Asiye na jina la mtumiaji haingii kwenye mfumo.
person-part-account = Akaunti
person-part-account-help = Anayeruhusiwa kuingia, na kwa majukumu gani. Kila badiliko linaandikwa kwenye daftari.
person-grants-department_head = Anaona maombi na vifaa vya watu wake
person-grants-officer = Anashughulikia maombi na vifaa
person-grants-head = Anaongoza kitengo, anaidhinisha na kuweka mipangilio
person-grants-director = Anaona kila kitu; kila siri anayoifungua inaandikwa
person-grants-clerk = Anasajili wanaoanza na wanaoondoka
person-grants-auditor = Anasoma tu, na kukagua daftari
person-grants-administrator = Anatoa akaunti na kuweka mipangilio
person-leave = Ameondoka kazini
person-leave-about = Akaunti yake inafungwa mara moja: hataweza kuingia, na majukumu yake yanaondolewa. Kumbukumbu zake zinabaki. Kabla ya kuendelea, angalia kama bado ana vifaa au maombi.
person-leave-why = Sababu
person-leave-why-help = Mfano: amestaafu, amehamia wizara nyengine. Inaandikwa kwenye daftari.
person-leave-submit = Funga akaunti
office-history = Historia
office-saved-now = Iliyohifadhiwa sasa: { $value }

## Kitengo na kituo
unit = Kitengo
unit-many = Vitengo
unit-field-name = Jina la kitengo
unit-field-name_en = Jina kwa Kiingereza
unit-field-parent = Kiko chini ya
unit-field-chief = Mkuu
unit-new = Ongeza kitengo
unit-correct = Badilisha kitengo
unit-empty = Hapa utaonekana muundo wa afisi: idara, vitengo na afisi za mikoa.
unit-people = { $count ->
    [one] Mtumishi { $count }
   *[other] Watumishi { $count }
}
rail-units = Muundo wa afisi
site = Kituo
site-many = Vituo
site-field-name = Jina la kituo
site-field-letter = Herufi
site-field-island = Kisiwa
site-island-unguja = Unguja
site-island-pemba = Pemba
site-new = Ongeza kituo
site-correct = Badilisha kituo
site-empty = Hapa vitaorodheshwa vituo ambavyo afisi ina watu.
site-letter-help = Herufi moja kubwa: U kwa Unguja, P kwa Pemba. Inaonekana kwenye namba za kumbukumbu, mfano OMB-U-2026-0042.

## Kuingia
sign-in = Ingia
sign-in-name = Jina la mtumiaji
sign-in-password = Nenosiri
sign-in-submit = Ingia
sign-in-recorded = Mfumo huu ni kwa watumishi walioruhusiwa. Matumizi yake yanarekodiwa; ukiingia umekubali.
sign-in-wait = { $seconds ->
    [one] Umejaribu mara nyingi mno. Subiri sekunde { $seconds }, kisha jaribu tena.
   *[other] Umejaribu mara nyingi mno. Subiri sekunde { $seconds }, kisha jaribu tena.
}
sign-in-second = Thibitisha kuwa ni wewe
sign-in-code = Namba ya uthibitisho
sign-in-code-help = Namba sita kutoka kwenye programu ya simu yako, au mojawapo ya namba zako za akiba.

## Akaunti ya kwanza
first = Karibu: anza afisi yako
first-about = Kiungo hiki kinatumika mara moja tu. Utakuwa mkuu wa kitengo na msimamizi; majukumu unaweza kuyagawa baadaye.
first-part-office = Afisi
first-part-you = Wewe
first-office = Jina la afisi
first-unit = Jina la kitengo
first-site = Kituo cha kwanza
first-site-proposed = Makao Makuu
first-name = Jina lako kamili
first-submit = Anza

## Nenosiri
password-current = Nenosiri la sasa
password-new = Nenosiri jipya
password-again = Nenosiri jipya tena
password-help = Herufi 15 au zaidi. Maneno manne ya kawaida ni rahisi kukumbuka na ni magumu kubahatisha.
password-submit = Weka nenosiri
reset = Weka nenosiri lako
reset-for = Karibu, { $name }. Chagua nenosiri ambalo hakuna mwengine atakalolijua.
reset-slip = Kiungo cha kuweka nenosiri
reset-slip-once = Kiungo hiki kinaonekana mara hii tu na kinatumika mara moja, ndani ya dakika { $minutes }. Kichapishe na umkabidhi mwenyewe.
reset-slip-how = Fungua anwani hii kwenye kompyuta ya afisi, au piga picha alama hii kwa simu iliyo kwenye mtandao wa afisi. Kisha chagua nenosiri lako.
reset-address = Anwani

## Wasifu wangu
me = Wasifu wangu
me-facts-wrong = Kama kuna taarifa isiyo sahihi, mwambie mtunza kumbukumbu au mkuu wa kitengo.
me-password = Badilisha nenosiri
me-language = Lugha
me-language-help = Lugha ya kurasa zako
me-factor = Uthibitisho wa hatua mbili
me-factor-on = Umewashwa
me-factor-off = Haujawashwa
me-factor-about = Ukiwashwa, anayejua nenosiri lako peke yake hawezi kuingia: anahitaji pia namba kutoka kwenye simu yako.
me-factor-begin = Washa uthibitisho
me-factor-change = Badilisha uthibitisho
me-sessions = Ulipoingia
me-session-browser = Kivinjari
me-session-address = Anwani ya mtandao
me-session-begun = Uliingia
me-session-seen = Mara ya mwisho
me-session-state = Hali
me-session-here = Hapa
me-session-end = Ondoa
me-session-end-others = Ondoka kwengine kote
factor-password-help = Linaulizwa ili mtu mwengine asiwashe uthibitisho kwenye kompyuta uliyoiacha wazi.
factor-scan = Fungua programu ya uthibitisho kwenye simu (mfano Aegis au FreeOTP) na piga picha alama hii.
factor-type = Simu haiwezi kupiga picha? Andika siri hii kwenye programu:
factor-confirm = Thibitisha
factor-remove = Zima uthibitisho
factor-codes-once = Namba hizi zinaonekana mara hii tu. Zichapishe na uziweke mahali salama, mbali na simu.
factor-codes-about = Simu ikipotea, kila namba inakuingiza mara moja badala ya namba ya simu.
factor-codes-kept = Nimezihifadhi

## Mipangilio
settings-office = Jina la afisi
settings-office-help = Jina hili linaonekana juu ya kila ukurasa na kwenye kila karatasi.
settings-name = Jina la afisi
settings-unit = Jina la kitengo
settings-short = Kifupi
settings-short-help = Herufi chache za alama iliyo juu ya kila ukurasa, mfano DPP.
settings-hours = Saa za kazi
settings-hours-help = Muda wa kutatua maombi unahesabiwa kwa saa hizi. Andika saa kwa mfumo wa saa 24, mfano 07:30.
settings-from = Kuanza kazi
settings-to = Kumaliza kazi
settings-weekdays = Siku za kazi
settings-weekday-1 = Jumatatu
settings-weekday-2 = Jumanne
settings-weekday-3 = Jumatano
settings-weekday-4 = Alhamisi
settings-weekday-5 = Ijumaa
settings-weekday-6 = Jumamosi
settings-weekday-7 = Jumapili
settings-prayer_from = Sala ya Ijumaa, kuanza
settings-prayer_to = Sala ya Ijumaa, kumaliza
settings-holidays = Sikukuu
settings-holidays-none = Hakuna sikukuu iliyoandikwa bado.
settings-holidays-help = Siku hizi hazihesabiwi kwenye muda wa kutatua maombi. Sikukuu za mwandamo wa mwezi ziandikwe zinapotangazwa.
settings-day = Tarehe
settings-holiday_name = Jina la sikukuu
settings-holiday-add = Ongeza sikukuu
settings-seasons = Saa za Ramadhani
settings-seasons-help = Kati ya tarehe hizi afisi inafanya kazi kwa saa nyengine.
settings-season_name = Jina
settings-ramadhan = Ramadhani
settings-first = Siku ya kwanza
settings-last = Siku ya mwisho
settings-season_from = Kuanza kazi
settings-season_to = Kumaliza kazi
settings-season-add = Ongeza kipindi
settings-remove = Ondoa
settings-targets = Ahadi za msaada
settings-targets-help = Dakika za saa za kazi ambazo kitengo kinaahidi. Zikiwa tupu, mapendekezo ya mfumo yanatumika.
settings-urgency-court = Kesi mahkamani
settings-urgency-high = Dharura
settings-urgency-normal = Kawaida
settings-urgency-low = Inaweza kusubiri
settings-answer = { $urgency }: jibu la kwanza
settings-resolve = { $urgency }: ufumbuzi
settings-minutes = dakika

## Daftari
rail-ledger = Daftari la mabadiliko
ledger-about = Kila badiliko la kumbukumbu limeandikwa hapa kwa mpangilio, na haliwezi kufutwa wala kubadilishwa bila kugundulika. Unaona yale tu ambayo unaruhusiwa kuona kumbukumbu zake zote.
ledger-all = Mabadiliko yote
ledger-looks = Siri zilizofunguliwa
ledger-empty = Hakuna badiliko unaloruhusiwa kuliona hapa.
ledger-checkpoint = Saini ya daftari
ledger-size = Mabadiliko
ledger-origin = Jina la daftari
ledger-root = Mzizi (SHA-256)
ledger-key = Ufunguo wa kuhakiki
ledger-seq = Namba
ledger-at = Wakati
ledger-who = Nani
ledger-what = Tendo
ledger-records = Kumbukumbu
ledger-via = Njia
ledger-why = Sababu
ledger-more = na nyengine { $count }
ledger-change = Badiliko { $seq }
ledger-entry = Ingizo (baiti 56)
ledger-leaf = Jani (SHA-256)
ledger-parts = Vipande vya badiliko
ledger-part-tag = Kipande
ledger-part-value = Thamani
ledger-part-salt = Chumvi
ledger-part-digest = Hashi
ledger-proof = Uthibitisho
ledger-proof-about = Maandishi haya yanathibitisha kuwa jani hili limo kwenye daftari lililosainiwa. Yeyote anaweza kuyahakiki bila mfumo huu.
ledger-proof-download = Pakua uthibitisho

## Matendo katika historia
verb-office-found = alianzisha afisi kwenye mfumo
verb-person-enter = alimsajili mtumishi
verb-person-correct = alibadilisha taarifa za mtumishi
verb-person-read_in = alichagua lugha
verb-person-leave = aliandika kuwa mtumishi ameondoka na akafunga akaunti
verb-person-return = aliandika kuwa mtumishi amerudi kazini
verb-person-reset = alitoa kiungo cha kuweka nenosiri
verb-person-password = aliweka nenosiri jipya
verb-person-second_factor = aliwasha uthibitisho wa hatua mbili
verb-person-second_factor_removed = alizima uthibitisho wa hatua mbili
verb-person-factor_taken = aliondoa uthibitisho wa hatua mbili wa mtumishi
verb-unit-enter = aliongeza kitengo
verb-unit-correct = alibadilisha kitengo
verb-site-enter = aliongeza kituo
verb-site-correct = alibadilisha kituo
verb-setting-name = alibadilisha jina la afisi
verb-setting-hours = alibadilisha saa za kazi
verb-setting-holiday = alibadilisha sikukuu
verb-setting-season = alibadilisha saa za Ramadhani
verb-setting-targets = alibadilisha ahadi za msaada

## Yaliyofanyika
done-signed-out = Umeondoka.
done-password-set = Nenosiri limewekwa. Sasa ingia.
done-password-changed = Nenosiri limebadilishwa, na umeondolewa kwengine kote.
done-session-ended = Umeondolewa huko.
done-factor-set = Uthibitisho wa hatua mbili umewashwa.
done-factor-removed = Uthibitisho wa hatua mbili umezimwa.
done-factor-taken = Uthibitisho wa hatua mbili wa mtumishi umeondolewa. Mwambie auwashe tena kwa simu mpya.
done-person-entered = Mtumishi amesajiliwa.
done-person-saved = Taarifa za mtumishi zimehifadhiwa.
done-person-left = Mtumishi ameandikwa kuwa ameondoka, na akaunti imefungwa.
done-person-back = Mtumishi ameandikwa kuwa amerudi. Mpe majukumu na nenosiri upya.
done-unit-saved = Kitengo kimehifadhiwa.
done-site-saved = Kituo kimehifadhiwa.
done-settings-saved = Mipangilio imehifadhiwa na inatumika sasa.

## Matatizo
problem-own-roles = Huwezi kujipa au kujiondolea majukumu mwenyewe. Mwambie mwengine mwenye mamlaka.
problem-roles-of-the-head = Majukumu ya Mkuu wa Kitengo, Mkurugenzi na mkaguzi hutolewa na kuondolewa na Mkuu wa Kitengo. Mwambie yeye.
problem-own-leaving = Huwezi kujifungia akaunti mwenyewe. Mwambie mwengine mwenye mamlaka.
problem-person-has-left = Mtumishi huyu ameshaondoka.
problem-no-login = Mtumishi huyu hana jina la mtumiaji, au ameondoka. Mpe jina la mtumiaji kwanza.
problem-unit-under-itself = Kitengo hakiwezi kuwa chini yake chenyewe.
problem-site-letter = Andika herufi moja kubwa, A hadi Z.
problem-target = Muda wa ufumbuzi usiwe mfupi kuliko wa jibu la kwanza, na angalau dakika moja.
problem-hours-backward = Mwisho uwe baada ya mwanzo.
problem-seasons-meet = Tarehe hizi zinaingiliana na kipindi kilichopo.
problem-settings-hour = Andika saa kwa mfumo wa saa 24, mfano 07:30.
problem-password-not-current = Nenosiri la sasa si sahihi.
problem-factor-set = Uthibitisho wa hatua mbili umeshawashwa. Uzime kwanza kama unataka kubadilisha simu.
