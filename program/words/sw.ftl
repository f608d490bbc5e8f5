### Maneno ya programu yenyewe: ukurasa wa kwanza, kurasa za tatizo, afya ya mfumo.

today-greeting = Karibu, { $name }
today-all = Orodha yote

outer-not-found = Haikupatikana
outer-forbidden = Hairuhusiwi
outer-failed = Kuna tatizo
outer-refused = Haikufanyika
outer-home = Rudi Leo

health-disk = Nafasi ya diski inakaribia kwisha (imebaki { $detail }). Futa au hamisha mafaili yasiyo ya mfumo huu.
health-clock = Saa ya kompyuta hii iko nyuma ya mabadiliko ya mwisho ({ $detail }). Rekebisha saa.
health-backup = Nakala rudufu imechelewa (ya mwisho: { $detail }). Angalia folda ya nakala: diski imeunganishwa?
health-older-database = Kanzidata hii ni ya zamani kuliko iliyosainiwa ({ $detail }). Daftari jipya limefunguliwa; mjulishe Mkuu wa Kitengo.
health-witness = Shahidi hakukubali saini ya daftari: { $detail }
health-scheduled = Kazi ya ratiba imeshindwa: { $detail }
health-jobs = Kazi { $detail } za mfumo zimeshindwa mara tano. Angalia kumbukumbu za mfumo.

## Utafutaji
search-title = Tafuta
search-acts = Matendo
search-places = Sehemu
