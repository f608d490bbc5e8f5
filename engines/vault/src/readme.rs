//! The words that lie in every sealed folder for whoever finds it without this
//! program.

/// The caller's words about this folder, then how to check and open it by hand.
pub(crate) fn text(about: &str) -> String {
    format!("{}\n\n{SWAHILI}\n\n{ENGLISH}\n", about.trim())
}

const SWAHILI: &str = "\
JINSI YA KUFUNGUA BILA PROGRAMU YETU
Kila faili linaloishia na .age limefungwa kwa siri. Linafunguliwa kwa programu
huria iitwayo age na ufunguo wa siri (mstari unaoanza na AGE-SECRET-KEY-1).

1. Hakiki kuwa hakuna faili lililoharibika. Hatua hii haihitaji ufunguo:
       sha256sum -c SHA256SUMS
2. Weka ufunguo wa siri katika faili liitwalo ufunguo.txt, nje ya folda hii.
3. Fungua faili moja moja:
       age -d -i ../ufunguo.txt -o JINA JINA.age
4. Linganisha alama ya faili lililofunguliwa na ile iliyo katika MANIFEST.json:
       sha256sum JINA

Ukimaliza, futa ufunguo.txt. Asiye na ufunguo hawezi kufungua, hata sisi.";

const ENGLISH: &str = "\
HOW TO OPEN WITHOUT OUR PROGRAM
Every file ending in .age is sealed. It is opened with the free program age and
the secret key (a line beginning with AGE-SECRET-KEY-1).

1. Check that no file is damaged. This needs no key:
       sha256sum -c SHA256SUMS
2. Put the secret key into a file named ufunguo.txt, outside this folder.
3. Open the files one by one:
       age -d -i ../ufunguo.txt -o NAME NAME.age
4. Compare the hash of the opened file with the one in MANIFEST.json:
       sha256sum NAME

Delete ufunguo.txt when done. Without the key nobody can open it, we neither.";
