//! Every kind of record as JSON, read by token or session, and the description of all that as OpenAPI 3.1; both are made from the records' own
//! descriptions.

use crate::actor::{Actor, Stored, View};
use crate::app::App;
use crate::export::Names;
use crate::id::Id;
use crate::list::{Asked, list, shows};
use crate::problem::{Problem, Result};
use crate::record::{Holds, RecordType};
use crate::time::evidence;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/api/openapi.json", get(openapi)).route("/api/v1/{kind}", get(page)).route("/api/v1/{kind}/{name}", get(one))
}

async fn page(actor: Actor, Path(kind): Path<String>, Query(pairs): Query<Vec<(String, String)>>) -> Result<Json<Value>> {
    let read = move |view: &View| {
        if view.actor().reach(&kind).is_empty() {
            return Err(Problem::NotFound);
        }
        let record = view.kind(&kind)?;
        let listed = list(view, &kind, &Asked { whole: true, ..Asked::read(record, &pairs)? })?;
        crate::look::at_all(view.actor(), crate::look::secret(&listed.rows))?;
        let mut names = Names::default();
        let items = listed.rows.iter().map(|stored| to_json(view, record, stored, &mut names)).collect::<Result<Vec<_>>>()?;
        Ok(json!({ "items": items, "next": listed.next }))
    };
    Ok(Json(actor.read(read).await?))
}

async fn one(actor: Actor, Path((kind, name)): Path<(String, String)>) -> Result<Json<Value>> {
    let read = move |view: &View| {
        let stored = view.find_stored(&kind, &name)?;
        crate::look::at_all(view.actor(), crate::look::secret([&stored]))?;
        to_json(view, view.kind(&kind)?, &stored, &mut Names::default())
    };
    Ok(Json(actor.read(read).await?))
}

/// A record as JSON: links as the name, and beside it the id as `<field>_id`; moments as ISO 8601 with +03:00. Fields that the reader may not
/// read are not there.
pub fn to_json(view: &View, record: &RecordType, stored: &Stored, names: &mut Names) -> Result<Value> {
    let head = &stored.head;
    let mut out = Map::new();
    out.insert("record".into(), record.kind.into());
    out.insert("id".into(), head.id.to_string().into());
    out.insert("number".into(), head.number.clone().into());
    out.insert("class".into(), head.class.name().into());
    out.insert("revision".into(), head.revision.into());
    out.insert("made_at".into(), evidence(head.made_at).into());
    out.insert("changed_at".into(), evidence(head.changed_at).into());
    for field in record.fields.iter().filter(|field| shows(view, record, stored, field.name)) {
        let value = stored.fields.get(field.name).cloned().unwrap_or(Value::Null);
        match (field.holds, value.as_str().and_then(Id::parse)) {
            (Holds::Link(kind), Some(id)) => {
                out.insert(field.name.into(), names.of(view, kind, id)?.into());
                out.insert(format!("{}_id", field.name), value);
            }
            (Holds::Moment, _) => {
                out.insert(field.name.into(), value.as_i64().map(evidence).map_or(Value::Null, Value::String));
            }
            _ => {
                out.insert(field.name.into(), value);
            }
        }
    }
    Ok(Value::Object(out))
}

async fn openapi(State(app): State<Arc<App>>) -> Json<Value> {
    Json(describe(app.registry.records()))
}

/// OpenAPI 3.1 of the JSON API.
pub fn describe<'a>(records: impl Iterator<Item = &'a RecordType>) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    let text = |name: &str, place: &str, about: &str| json!({ "name": name, "in": place, "required": place == "path", "schema": { "type": "string" }, "description": about });
    let refused = |about: &str| json!({ "description": about, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/problem" } } } });
    let refusals = |extra: &str| json!({ "401": refused("no valid token or session"), extra: refused("no such record, or none that may be seen"), "422": refused("a parameter cannot be read") });
    for record in records {
        let mut parameters = vec![
            text("q", "query", "words; the last may be unfinished"),
            text("sort", "query", "a field; - before it: greatest first"),
            text("after", "query", "the `next` of the page before"),
            json!({ "name": "limit", "in": "query", "required": false, "schema": { "type": "integer", "minimum": 1, "maximum": crate::list::API_ROWS } }),
        ];
        parameters.extend(record.filters.iter().map(|name| text(name, "query", "exact value, several with a comma between, `none` for empty")));
        let schema = json!({ "$ref": format!("#/components/schemas/{}", record.kind) });
        let answer = |schema: Value| json!({ "description": "found", "content": { "application/json": { "schema": schema } } });
        let respond = |schema: Value| {
            let mut all = refusals("404");
            all["200"] = answer(schema);
            all
        };
        let page = json!({ "type": "object", "required": ["items", "next"], "properties": { "items": { "type": "array", "items": schema }, "next": { "type": ["string", "null"] } } });
        paths.insert(
            format!("/api/v1/{}", record.kind),
            json!({ "get": { "operationId": format!("{}_list", record.kind), "parameters": parameters, "responses": respond(page) } }),
        );
        paths.insert(
            format!("/api/v1/{}/{{name}}", record.kind),
            json!({ "get": { "operationId": format!("{}_one", record.kind), "parameters": [text("name", "path", "id or number")], "responses": respond(schema) } }),
        );
        schemas.insert(record.kind.into(), schema_of(record));
    }
    schemas.insert("problem".into(), json!({ "type": "object", "required": ["problem"], "properties": { "problem": { "type": "string" }, "said": { "type": "string" }, "fields": { "type": "object" } } }));
    json!({
        "openapi": "3.1.0",
        "info": { "title": "tehama", "version": env!("CARGO_PKG_VERSION") },
        "components": { "schemas": schemas, "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } } },
        "security": [{ "token": [] }],
        "paths": paths,
    })
}

fn schema_of(record: &RecordType) -> Value {
    let mut properties = Map::new();
    for name in ["record", "id", "number", "class", "made_at", "changed_at"] {
        properties.insert(name.into(), json!({ "type": "string" }));
    }
    properties.insert("revision".into(), json!({ "type": "integer" }));
    for field in &record.fields {
        let schema = match field.holds {
            Holds::Number => json!({ "type": ["integer", "null"] }),
            Holds::YesNo => json!({ "type": ["boolean", "null"] }),
            Holds::Json => json!({}),
            Holds::Choice(choices) => json!({ "enum": choices.iter().map(|choice| json!(choice)).chain([Value::Null]).collect::<Vec<_>>() }),
            Holds::Link(_) => {
                properties.insert(format!("{}_id", field.name), json!({ "type": ["string", "null"], "format": "uuid" }));
                json!({ "type": ["string", "null"] })
            }
            Holds::Text | Holds::Prose | Holds::Day | Holds::Moment => json!({ "type": ["string", "null"] }),
        };
        properties.insert(field.name.into(), schema);
    }
    json!({ "type": "object", "properties": properties })
}
