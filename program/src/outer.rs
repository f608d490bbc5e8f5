//! What stands around every answer: headers that keep the browser strict, refusal of requests from other sites, problems turned into
//! pages or JSON, one line in the log without names or tokens.

use axum::Json;
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use kernel::app::App;
use kernel::problem::Problem;
use kernel::web::Asking;
use maud::html;
use pages::action::Action;
use pages::described::frame;
use pages::layout::bare;
use serde_json::{Map, json};
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// The browser may load what this server serves and nothing else.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; worker-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

pub fn around(router: Router<Arc<App>>, app: &Arc<App>) -> Router {
    router
        .layer(from_fn_with_state(Arc::clone(app), told))
        .layer(from_fn_with_state(Arc::clone(app), strict))
        .layer(CompressionLayer::new())
        .with_state(Arc::clone(app))
}

/// No route of that name.
pub async fn nowhere() -> Problem {
    Problem::NotFound
}

/// Sets the headers, and refuses what another site made the browser send.
async fn strict(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (method, route) = (request.method().clone(), route_of(&request));
    let is_public = request.uri().path().starts_with("/assets/");
    let mut response = if comes_from_elsewhere(&request) { Problem::Forbidden { act: "cross-site".into() }.into_response() } else { next.run(request).await };
    tracing::debug!(%method, route, status = response.status().as_u16(), "answered");
    let headers = response.headers_mut();
    let set = [
        (header::CONTENT_SECURITY_POLICY, CONTENT_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
    ];
    for (name, value) in set {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if !is_public {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if app.secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    response
}

/// The route's pattern; never the address itself, which may hold a token.
fn route_of(request: &Request) -> String {
    request.extensions().get::<MatchedPath>().map_or_else(|| "-".into(), |path| path.as_str().to_owned())
}

/// True for an unsafe request that the browser says another site began. Agents and scripts send neither header.
fn comes_from_elsewhere(request: &Request) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").map(|(_, rest)| rest) != Some(host),
        _ => false,
    }
}

/// Turns a problem on its way out into what the reader can read.
async fn told(State(app): State<Arc<App>>, asking: Asking, request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let wants_page = request.method() == Method::GET;
    if asking.actor.is_none() && is_heavy(&request) {
        return (StatusCode::PAYLOAD_TOO_LARGE, asking.tongue.say("problem-sign-in-first")).into_response();
    }
    let response = next.run(request).await;
    let Some(problem) = response.extensions().get::<Arc<Problem>>().cloned() else { return response };
    let mut told = if is_api {
        as_json(&asking, &problem)
    } else if matches!(*problem, Problem::SignInFirst) && wants_page {
        let next = serde_urlencoded::to_string([("next", &asking.path)]).unwrap_or_default();
        return pages::described::see_other(&format!("/sign-in?{next}"));
    } else {
        as_page(&app, &asking, &problem)
    };
    *told.status_mut() = response.status();
    if let Some(after) = response.headers().get(header::RETRY_AFTER) {
        told.headers_mut().insert(header::RETRY_AFTER, after.clone());
    }
    told
}

/// More than a form of a stranger needs. Agents' doors have limits of their own, before which they ask for the token.
fn is_heavy(request: &Request) -> bool {
    const STRANGER_BYTES: u64 = 64 << 10;
    let path = request.uri().path();
    let is_agents = path.starts_with("/i/") || ["/front/", "/plugins/", "/marketplace/", "/ocsinventory"].iter().any(|door| path.starts_with(door));
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|value| value.parse::<u64>().ok());
    let is_open_ended = request.headers().contains_key(header::TRANSFER_ENCODING) && length.is_none();
    !is_agents && (is_open_ended || length.is_some_and(|length| length > STRANGER_BYTES))
}

fn as_json(asking: &Asking, problem: &Problem) -> Response {
    let mut fields = Map::new();
    if let Problem::Fields(wrong) = problem {
        for wrong in wrong {
            fields.insert(wrong.field.clone(), asking.tongue.say(&wrong.key).into());
        }
    }
    Json(json!({ "problem": problem.key(), "said": asking.tongue.say(problem.key()), "fields": fields })).into_response()
}

fn as_page(app: &Arc<App>, asking: &Asking, problem: &Problem) -> Response {
    let tongue = &asking.tongue;
    let title = tongue.say(match problem.status() {
        404 => "outer-not-found",
        401 | 403 => "outer-forbidden",
        500 => "outer-failed",
        _ => "outer-refused",
    });
    let Ok(mut frame) = frame(asking, None, title) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    frame.is_demo = app.demo;
    let wrong: Vec<String> = match problem {
        Problem::Fields(wrong) => wrong.iter().map(|wrong| tongue.say(&wrong.key)).collect(),
        _ => Vec::new(),
    };
    let home = Action::link(tongue.say("outer-home"), "/");
    let body = html! {
        p { (tongue.say(problem.key())) }
        @if !wrong.is_empty() { ul { @for line in &wrong { li { (line) } } } }
        p { (home.button()) }
    };
    bare(&frame, body).into_response()
}
