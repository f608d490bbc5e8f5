//! What fills the gaps in the demo's texts: a court of the asker's island, an hour, a program.

use kernel::seed::Seed;

const UNGUJA_COURTS: &[&str] = &[
    "Mahkama Kuu Tunguu",
    "Mahkama Kuu Vuga",
    "Mahkama ya Mkoa Mwanakwerekwe",
    "Mahkama ya Mkoa Mfenesini",
    "Mahkama ya Mkoa Mwera",
    "Mahkama ya Wilaya Mkokotoni",
];
const PEMBA_COURTS: &[&str] = &["Mahkama Kuu Chake Chake", "Mahkama ya Mkoa Wete", "Mahkama ya Wilaya Mkoani"];
const PROGRAMS: &[&str] = &["7-Zip", "PDFsam Basic", "LibreOffice", "VLC", "Adobe Reader", "Zoom", "Firefox", "IrfanView"];

/// What stands in the slots of one request's texts.
pub(super) struct Slots {
    room: String,
    pub court: &'static str,
    pub hour: String,
    days: u64,
    program: &'static str,
}

impl Slots {
    /// For an asker in `room` on `island`; the hour of a hearing is set when it is known.
    pub fn draw(seed: &mut Seed, room: &str, island: char) -> Self {
        let courts = if island == 'P' { PEMBA_COURTS } else { UNGUJA_COURTS };
        Self { room: room.to_owned(), court: pick(seed, courts), hour: String::new(), days: seed.between(2, 9), program: pick(seed, PROGRAMS) }
    }

    pub fn fill(&self, text: &str) -> String {
        text.replace("{room}", &self.room)
            .replace("{court}", self.court)
            .replace("{hour}", &self.hour)
            .replace("{days}", &self.days.to_string())
            .replace("{program}", self.program)
    }
}

fn pick(seed: &mut Seed, from: &[&'static str]) -> &'static str {
    from[seed.below(from.len() as u64) as usize]
}
