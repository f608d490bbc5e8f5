//! The styles, the script and the icons inside the program file. A name carries the hash of its bytes, so a browser may
//! keep it for ever (`Cache-Control: public, max-age=31536000, immutable`) and an office works without the internet.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

struct Built {
    plain_name: &'static str,
    href: &'static str,
    etag: &'static str,
    bytes: &'static [u8],
    gzip: &'static [u8],
}

/// One embedded file as a server sends it.
#[derive(Copy, Clone, Debug)]
pub struct Asset {
    pub bytes: &'static [u8],
    /// The same bytes as gzip, for a client that accepts it.
    pub gzip: &'static [u8],
    pub content_type: &'static str,
    /// Quoted, as the header wants it.
    pub etag: &'static str,
}

/// The asset at a path such as `/assets/app-1db3fd408660.css`; `None` when there is none.
pub fn find(path: &str) -> Option<Asset> {
    BUILT.iter().find(|built| built.href == path).map(|built| Asset {
        bytes: built.bytes,
        gzip: built.gzip,
        content_type: content_type(built.plain_name),
        etag: built.etag,
    })
}

/// The address of an asset by its plain name: `app.css` gives `/assets/app-<hash>.css`.
///
/// # Panics
/// For a name that web/build.mjs does not make: a slip of ours, seen by the first test that draws a page.
pub fn href(plain_name: &str) -> &'static str {
    BUILT.iter().find(|built| built.plain_name == plain_name).map(|built| built.href).unwrap_or_else(|| panic!("web/build.mjs makes no {plain_name}"))
}

/// Every address, for a server's route list, a cache or a test.
pub fn all() -> impl Iterator<Item = &'static str> {
    BUILT.iter().map(|built| built.href)
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
