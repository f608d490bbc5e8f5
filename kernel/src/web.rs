//! Where requests come in: who is asking, in which language, and how a problem goes out. Pages and JSON are made elsewhere.

use crate::actor::Actor;
use crate::app::App;
use crate::problem::{Problem, Result};
use crate::sign_in::{session, token};
use crate::words::{Lang, Tongue};
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

/// The cookie's name over HTTPS; browsers keep such a one to this host and this scheme.
pub const COOKIE_SECURE: &str = "__Host-tehama";
/// The name on plain HTTP, which only loopback is served by.
pub const COOKIE_PLAIN: &str = "tehama";

/// What the reader has chosen for the eyes; it stands in cookies, for signed-in or not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    pub theme: String,
    pub compact: bool,
}

/// Everything a page needs to know of the request around it.
#[derive(Clone)]
pub struct Asking {
    pub actor: Option<Actor>,
    pub tongue: Tongue,
    pub looks: Looks,
    /// Path and query, for the language switch and the way back after signing in.
    pub path: String,
    pub address: String,
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The name of this office's session cookie.
pub fn session_cookie(app: &App) -> &'static str {
    if app.secure { COOKIE_SECURE } else { COOKIE_PLAIN }
}

/// The session's secret. Over HTTPS the plain name is not read: a neighbour on the same domain could have set it.
pub fn session_secret<'a>(app: &App, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, session_cookie(app))
}

/// The address the request came from; empty in tests without a socket. IPv4 that came by an IPv6 socket is told as IPv4.
pub fn address(parts: &Parts) -> String {
    parts.extensions.get::<axum::extract::ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical().to_string()).unwrap_or_default()
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

fn resolve(parts: &Parts, app: &Arc<App>) -> Result<Actor> {
    let from = address(parts);
    if let Some(secret) = bearer(&parts.headers) {
        return token::reader(app, secret, &from);
    }
    session::actor(app, session_secret(app, &parts.headers).ok_or(Problem::SignInFirst)?, &from)
}

impl FromRequestParts<Arc<App>> for Actor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self> {
        if let Some(actor) = parts.extensions.get::<Actor>() {
            return Ok(actor.clone());
        }
        let actor = tokio::task::block_in_place(|| resolve(parts, app))?;
        parts.extensions.insert(actor.clone());
        Ok(actor)
    }
}

impl OptionalFromRequestParts<Arc<App>> for Actor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Option<Self>> {
        match <Actor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await {
            Ok(actor) => Ok(Some(actor)),
            Err(Problem::SignInFirst) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

impl FromRequestParts<Arc<App>> for Asking {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let actor = <Actor as FromRequestParts<Arc<App>>>::from_request_parts(parts, app).await.ok();
        let lang = actor.as_ref().map(|actor| actor.tongue.lang).or_else(|| cookie(&parts.headers, "lang").and_then(Lang::parse)).unwrap_or_default();
        Ok(Asking {
            tongue: app.tongue(lang),
            actor,
            looks: Looks {
                theme: cookie(&parts.headers, "theme").filter(|theme| ["light", "dark"].contains(theme)).unwrap_or("system").into(),
                compact: cookie(&parts.headers, "density") == Some("compact"),
            },
            path: parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            address: address(parts),
        })
    }
}

/// A problem on its way out: the program's outermost layer turns it into a page or JSON.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let Problem::Store(cause) = &self {
            tracing::error!(%cause, "a request failed in the store");
        }
        let status = StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, self.key().to_owned()).into_response();
        if let Problem::Slower { seconds } = &self {
            response.headers_mut().insert(header::RETRY_AFTER, (*seconds).into());
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::address;
    use axum::extract::ConnectInfo;
    use axum::http::Request;
    use std::net::SocketAddr;

    #[test]
    fn a_mapped_address_counts_as_the_ipv4_it_is() {
        let from = |text: &str| {
            let (mut parts, ()) = Request::new(()).into_parts();
            parts.extensions.insert(ConnectInfo(text.parse::<SocketAddr>().expect("an address")));
            address(&parts)
        };
        assert_eq!(from("[::ffff:192.168.10.5]:443"), "192.168.10.5");
        assert_eq!(from("192.168.10.5:443"), "192.168.10.5");
        assert_eq!(from("[fd00::5]:443"), "fd00::5");
    }
}
