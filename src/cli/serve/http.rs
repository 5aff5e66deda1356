//! The preview on the wire: who may ask for what, and the headers of what they get.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::watch;

use super::answer::{Answer, Desk};
use super::hosts::Hosts;
use crate::base::hash;
use crate::base::policy::{FRAMED_BY_ALL, FRAMED_BY_NOBODY, HEADERS, POLICY};
use crate::cli::words::preview::Preview;

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");

/// How soon a page asks again after the preview has gone.
const RETRY: Duration = Duration::from_secs(1);

/// What requests are answered with.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) desk: Arc<Desk>,
    pub(super) hosts: Arc<Hosts>,
    pub(super) words: &'static Preview,
    /// Turns true when the preview ends.
    pub(super) ending: watch::Receiver<bool>,
}

/// Everything that can be asked for.
pub(super) fn routes(server: Server) -> Router {
    let script = Answer::own("text/javascript; charset=utf-8", SCRIPT);
    let style = Answer::own("text/css; charset=utf-8", STYLE);
    Router::new()
        .route("/_casebook/live.js", get(async move |headers: HeaderMap| sent(script(), &headers)))
        .route("/_casebook/live.css", get(async move |headers: HeaderMap| sent(style(), &headers)))
        .route("/_casebook/events", get(events))
        .route("/_casebook/state", get(state))
        .route("/_casebook/explain/{code}", get(explanation))
        .fallback(file)
        .layer(middleware::from_fn_with_state(server.clone(), guard))
        .with_state(server)
}

/// Lets in only who may look, and says on the way out what browsers may do with it.
async fn guard(State(server): State<Server>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_embedded = request.uri().path().contains("/embed/");
    let origin = headers.get(header::ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
    let mut response = if !server.hosts.admit(host) || origin.is_some_and(|o| !server.hosts.admit_origin(o)) {
        let shown: String = host.chars().take(100).collect();
        plain(StatusCode::FORBIDDEN, &(server.words.strange_host)(&shown))
    } else if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, server.words.read_only);
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        response
    } else {
        next.run(request).await
    };
    let framed = if is_embedded { FRAMED_BY_ALL } else { FRAMED_BY_NOBODY };
    let policy = HeaderValue::try_from(format!("{POLICY}; {framed}")).expect("the policy is plain text");
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    for (name, value) in HEADERS {
        let name = HeaderName::try_from(name).expect("the name of a header is one");
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Unlike the published site, drafts are for nobody else: no other site may use a file of theirs as its own.
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    response
}

async fn file(State(server): State<Server>, uri: Uri, headers: HeaderMap) -> Response {
    at_work(move || sent(server.desk.answer(uri.path()), &headers)).await
}

async fn state(State(server): State<Server>, uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.query().and_then(|query| query.strip_prefix("path=")).unwrap_or("/").to_owned();
    at_work(move || sent(server.desk.state(&path), &headers)).await
}

async fn explanation(State(server): State<Server>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    sent(server.desk.explanation(&code), &headers)
}

/// Rendering takes a processor, and must not keep those waiting who only listen.
async fn at_work(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// One line for each edition: which run of the preview, and which edition.
async fn events(State(server): State<Server>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let editions = server.desk.keeper.editions();
    let run: Arc<str> = server.desk.run().into();
    let news = stream::unfold((editions, true), move |(mut editions, is_first)| {
        let run = run.clone();
        async move {
            if !is_first {
                editions.changed().await.ok()?;
            }
            let number = editions.borrow_and_update().number();
            Some((Ok(Event::default().retry(RETRY).data(format!("{run} {number}"))), (editions, false)))
        }
    });
    let mut ending = server.ending.clone();
    let ended = async move {
        let _ = ending.wait_for(|ended| *ended).await;
    };
    Sse::new(news.take_until(Box::pin(ended))).keep_alive(KeepAlive::default())
}

/// An answer with its headers, or word that the browser has it already.
fn sent(answer: Answer, asked: &HeaderMap) -> Response {
    let Answer { status, kind, location, bytes } = answer;
    let tag = format!("\"{}\"", hash::short(&bytes));
    let has_it = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let status = StatusCode::from_u16(status).expect("our own status codes are known");
    let mut response = if has_it && status == StatusCode::OK {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, Body::from(bytes)).into_response()
    };
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: String| {
        headers.insert(name, HeaderValue::try_from(value).expect("our own headers are plain text"));
    };
    set(header::CONTENT_TYPE, kind);
    set(header::ETAG, tag);
    // Kept, but asked for each time.
    set(header::CACHE_CONTROL, "no-cache".to_owned());
    if let Some(location) = location {
        set(header::LOCATION, location);
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response {
    sent(Answer::plain(status.as_u16(), text), &HeaderMap::new())
}

impl Answer {
    /// A file of the preview's own.
    fn own(kind: &'static str, text: &'static str) -> impl Fn() -> Self + Clone + Send + Sync + 'static {
        move || Self { status: 200, kind: kind.to_owned(), location: None, bytes: text.as_bytes().to_vec() }
    }
}
