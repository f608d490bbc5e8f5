//! The agents' door on the web: one address with the token in it, and the addresses that agents are set to elsewhere, where the token is the
//! password of HTTP Basic. It carries bytes and headers to `agent` and back; the token goes nowhere else.

use crate::agent;
use agents::{Answer, Headers, Refused};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kernel::app::App;
use kernel::problem::Problem;
use kernel::web::address;
use std::sync::Arc;

/// The largest body as it travels; the largest sample known packs to 0.1 MB, and what it unpacks to is bounded by the reader.
const MAX_BODY_BYTES: usize = 16 << 20;

pub fn routes() -> Router<Arc<App>> {
    let mut routes = Router::new().route("/i/{token}", by_token()).route("/i/{token}/{*rest}", by_token());
    for path in ["/front/inventory.php", "/plugins/fusioninventory", "/marketplace/glpiinventory", "/ocsinventory"] {
        routes = routes.route(path, by_password()).route(&format!("{path}/"), by_password()).route(&format!("{path}/{{*rest}}"), by_password());
    }
    routes
}

fn by_token() -> MethodRouter<Arc<App>> {
    async fn take(State(app): State<Arc<App>>, Path(parts): Path<Vec<String>>, request: Request) -> Response {
        letter(app, parts.into_iter().next().unwrap_or_default(), request).await
    }
    async fn side(request: Request) -> Response {
        side_request(&request)
    }
    post(take).get(side)
}

fn by_password() -> MethodRouter<Arc<App>> {
    async fn take(State(app): State<Arc<App>>, request: Request) -> Response {
        match password(request.headers()) {
            Some(token) => letter(app, token, request).await,
            // Before the body is read: agents send it again with the password.
            None => refuse(request.headers(), 401, "a token is needed"),
        }
    }
    async fn side(request: Request) -> Response {
        match password(request.headers()) {
            Some(_) => side_request(&request),
            None => refuse(request.headers(), 401, "a token is needed"),
        }
    }
    post(take).get(side)
}

/// The password of HTTP Basic; the name before it may be anything.
fn password(headers: &HeaderMap) -> Option<String> {
    let encoded = headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let pair = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    pair.split_once(':').map(|(_, password)| password.to_owned()).filter(|password| !password.is_empty())
}

async fn letter(app: Arc<App>, token: String, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY_BYTES).await else {
        let refused = Refused::TooLarge;
        return send(agents::answer(Err(&refused), &said(&parts.headers), &agents::verdict_on(&refused)));
    };
    let from = address(&parts);
    let headers = parts.headers;
    let taken = {
        let headers = headers.clone();
        kernel::actor::off_the_loop(move || Ok::<_, Problem>(agent::take(&app, &token, &from, &said(&headers), &body))).await
    };
    match taken {
        Ok(answer) => send(answer),
        Err(problem) => {
            tracing::error!(%problem, "a report was not taken in");
            refuse(&headers, 503, "try again later")
        }
    }
}

fn side_request(request: &Request) -> Response {
    send(agents::answer_get(request.uri().query().unwrap_or_default(), &said(request.headers())))
}

fn refuse(headers: &HeaderMap, status: u16, text: &str) -> Response {
    send(agent::refuse(&said(headers), status, text))
}

fn said(headers: &HeaderMap) -> Headers<'_> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    Headers {
        user_agent: text("user-agent").unwrap_or_default(),
        glpi_agent_id: text("glpi-agent-id"),
        glpi_request_id: text("glpi-request-id"),
        content_type: text("content-type").unwrap_or_default(),
    }
}

fn send(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(answer.content_type));
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
