//! HTTPS on an office's LAN, where no public authority reaches: a private authority made at the first start, and a certificate by it.

use anyhow::{Context, Result};
use axum_server::tls_rustls::RustlsConfig;
use kernel::log::write_private;
use rcgen::{BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, SanType};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

/// The name under which the office's machines find the server.
const LAN_NAME: &str = "tehama.lan";
const CA_YEARS: i64 = 10;
/// Browsers refuse longer ones.
const CERTIFICATE_DAYS: i64 = 397;
/// It is made anew this long before its end.
const RENEW_DAYS: i64 = 30;

/// The office's certificate, made or renewed where needed; its authority's certificate is `ca.pem` in the keys folder, for the office's browsers.
pub fn of_office(keys: &Path, address: IpAddr) -> Result<RustlsConfig> {
    let (ca_pem, ca_key) = authority(keys)?;
    let (cert, key) = (keys.join("server.pem"), keys.join("server.key"));
    let made_for = format!("{address} {}", host_name());
    let due = std::fs::read_to_string(keys.join("server.for")).unwrap_or_default();
    let (named, renew_at) = due.rsplit_once('\n').unwrap_or_default();
    if !cert.exists() || named != made_for || renew_at.parse::<i64>().unwrap_or(0) < now_s() {
        let made = certificate(&ca_pem, &ca_key, address)?;
        write_private(&cert, made.0.as_bytes())?;
        write_private(&key, made.1.as_bytes())?;
        write_private(&keys.join("server.for"), format!("{made_for}\n{}", now_s() + (CERTIFICATE_DAYS - RENEW_DAYS) * 86_400).as_bytes())?;
    }
    let chain: Vec<CertificateDer> = CertificateDer::pem_file_iter(&cert)?.collect::<Result<_, _>>().context("server.pem")?;
    let key = PrivateKeyDer::from_pem_file(&key).context("server.key")?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config =
        rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?.with_no_client_auth().with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}

fn authority(keys: &Path) -> Result<(String, KeyPair)> {
    let (pem, key) = (keys.join("ca.pem"), keys.join("ca.key"));
    if let (Ok(pem), Ok(key)) = (std::fs::read_to_string(&pem), std::fs::read_to_string(&key)) {
        return Ok((pem, KeyPair::from_pem(&key).context("ca.key")?));
    }
    let pair = KeyPair::generate()?;
    let mut params = CertificateParams::new(Vec::new())?;
    params.distinguished_name.push(DnType::CommonName, "tehama private authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    (params.not_before, params.not_after) = days(-1, CA_YEARS * 365);
    let made = params.self_signed(&pair)?;
    write_private(&key, pair.serialize_pem().as_bytes())?;
    write_private(&pem, made.pem().as_bytes())?;
    Ok((made.pem(), pair))
}

fn certificate(ca_pem: &str, ca_key: &KeyPair, address: IpAddr) -> Result<(String, String)> {
    let issuer = Issuer::from_ca_cert_pem(ca_pem, ca_key)?;
    let pair = KeyPair::generate()?;
    let mut params = CertificateParams::new(vec![LAN_NAME.to_owned(), host_name(), "localhost".to_owned()])?;
    let mut addresses = vec![IpAddr::from([127, 0, 0, 1])];
    if !address.is_unspecified() && !address.is_loopback() {
        addresses.push(address);
    }
    params.subject_alt_names.extend(addresses.into_iter().map(SanType::IpAddress));
    params.distinguished_name.push(DnType::CommonName, LAN_NAME);
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    (params.not_before, params.not_after) = days(-1, CERTIFICATE_DAYS);
    let made = params.signed_by(&pair, &issuer)?;
    Ok((format!("{}{ca_pem}", made.pem()), pair.serialize_pem()))
}

fn host_name() -> String {
    std::fs::read_to_string("/etc/hostname").ok().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).unwrap_or_else(|| "tehama".into())
}

#[expect(clippy::disallowed_methods, reason = "certificates are no records; their dates come from the machine")]
fn now_s() -> i64 {
    jiff::Timestamp::now().as_second()
}

fn days(from: i64, to: i64) -> (time::OffsetDateTime, time::OffsetDateTime) {
    let at = |days: i64| time::OffsetDateTime::from_unix_timestamp(now_s() + days * 86_400).unwrap_or(time::OffsetDateTime::UNIX_EPOCH);
    (at(from), at(to))
}
