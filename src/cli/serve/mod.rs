//! `casebook serve`: the site in a browser, as it is being written.
//!
//! `watch` hears that something may have changed, `ledger` knows what has, `keeper` has it taken in, and `follow` decides
//! when. `answer` gives pages out, `http` puts them on the wire.

mod address;
mod answer;
mod browser;
mod console;
mod explanation;
mod follow;
mod hosts;
mod http;
mod keeper;
mod ledger;
mod listen;
mod page;
mod panel;
mod qr;
mod shelf;
mod watch;

use std::future::IntoFuture as _;
use std::io::{self, IsTerminal as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use futures_util::future;

use super::words::preview;
use super::{End, Ended, Stop, World, moment, now};
use crate::base::Moment;
use crate::site::Wish;
use answer::Desk;
use console::Console;
use hosts::Hosts;
use keeper::Keeper;
use listen::Refusal;
use watch::{Silence, Watcher};

/// What `serve` takes.
#[derive(Args)]
pub(super) struct Serve {
    /// The port; else 4000, or the next one that is free · 端口
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// The address to listen at; 0.0.0.0 lets others in the same network look too · 监听地址；0.0.0.0 可供同一网络里的人查看
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: String,
    /// Open the browser · 打开浏览器
    #[arg(long)]
    open: bool,
    /// Only what the public would see: no drafts, no scheduled cases · 只显示公众能看到的内容，不含草稿和待发布的案例
    #[arg(long)]
    no_drafts: bool,
    /// The moment that decides what is scheduled and under embargo; else now · 以此时刻判断定时发布与保密期
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<Moment>,
}

/// How long those who are still being answered may keep the preview from ending.
const PATIENCE: Duration = Duration::from_secs(1);

impl Serve {
    pub(super) fn run(self, world: &World) -> Ended {
        let started = Instant::now();
        let words = preview::say(world.lang);
        let folder = world.sources()?;
        // First of all: a taken port is told at once.
        let listener = self.listen(world)?;
        let bound = listener.local_addr().map_err(|e| Stop((words.cannot_listen)(&self.host, &e)))?;
        let wish = Wish {
            at: self.at.unwrap_or_else(now),
            drafts: !self.no_drafts,
            base_url: None,
            without_broken: true,
            shard: None,
        };
        let root = folder.path().to_owned();
        // Thousands of folders take a while to be watched, and what changes meanwhile is noticed afterwards.
        let watched = root.clone();
        let watching = std::thread::spawn(move || Watcher::new(&watched));
        let keeper = Keeper::open(folder, &wish)
            .map_err(|e| Stop((world.words.cannot_read)(&root.display().to_string(), &e)))?;
        let (watcher, silence) = watching.join().expect("watching does not panic");

        println!("{}", (words.ready)(&listen::local_address(bound), started.elapsed().as_secs_f64()));
        show_to_others(world, bound);
        let mut console = Console::new(world.lang, world.common.quiet);
        console.started(&keeper.edition(), keeper.folder());
        if let Some(silence) = silence {
            world.tell(&match silence {
                Silence::TooMany => words.too_many_watches.to_owned(),
                Silence::Because(reason) => (words.no_events)(&reason),
            });
        }
        world.tell(words.follows);
        if self.open {
            let address = listen::local_address(bound);
            if browser::open(&address).is_err() {
                world.tell(&(words.cannot_open)(&address));
            }
        }

        let run = format!("{:x}-{:x}", std::process::id(), now_in_nanoseconds());
        let desk = Arc::new(Desk::new(keeper, world.lang, run));
        let follower = Arc::clone(&desk);
        // A preview that runs over midnight goes on with the clock, unless its user has set it.
        let clock = self.at.is_none().then_some(now as follow::Clock);
        std::thread::spawn(move || follow::follow(&follower, watcher, console, clock));
        let names = listen::own_names().into_iter().chain([self.host.clone()]);
        let hosts = Arc::new(Hosts::new(bound, names));
        answer_until_stopped(listener, desk, hosts, words)
            .map_err(|e| Stop((words.cannot_listen)(&self.host, &e)))?;
        world.tell(words.ended);
        Ok(End::Fine)
    }

    fn listen(&self, world: &World) -> Result<TcpListener, Stop> {
        let words = preview::say(world.lang);
        let listener = listen::listen(&self.host, self.port).map_err(|refusal| {
            Stop(match refusal {
                Refusal::Taken(port) => (words.port_taken)(port),
                Refusal::AllTaken => (words.no_port)(listen::USUAL_PORT, listen::LAST_PORT),
                Refusal::Host(error) => (words.cannot_listen)(&self.host, &error),
            })
        })?;
        let port = listener.local_addr().map_or(listen::USUAL_PORT, |bound| bound.port());
        if self.port.is_none() && port != listen::USUAL_PORT {
            world.tell(&(words.next_port)(listen::USUAL_PORT, port));
        }
        Ok(listener)
    }
}

/// Says where others in the network find the preview, also to the camera of a phone.
fn show_to_others(world: &World, bound: SocketAddr) {
    let Some(address) = listen::network_address(bound) else { return };
    println!("{}", (preview::say(world.lang).for_others)(&address));
    let stdout = io::stdout().is_terminal();
    if stdout
        && world.colors(stdout)
        && let Some(code) = qr::code(&address)
    {
        print!("{code}");
    }
}

/// Answers until somebody presses Ctrl+C. Those who only listen are let go at once.
fn answer_until_stopped(
    listener: TcpListener,
    desk: Arc<Desk>,
    hosts: Arc<Hosts>,
    words: &'static preview::Preview,
) -> io::Result<()> {
    // Rendering takes processors, so more threads than these would only wait for each other.
    let renderers = std::thread::available_parallelism().map_or(4, |n| n.get() * 2);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(renderers)
        .enable_all()
        .build()?;
    let ended = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (end, ending) = tokio::sync::watch::channel(false);
        let mut told = ending.clone();
        let server = http::Server { desk, hosts, words, ending };
        let served = axum::serve(listener, http::routes(server)).with_graceful_shutdown(async move {
            stop().await;
            end.send_replace(true);
        });
        let patience = async move {
            let _ = told.wait_for(|ended| *ended).await;
            tokio::time::sleep(PATIENCE).await;
        };
        match future::select(Box::pin(served.into_future()), Box::pin(patience)).await {
            future::Either::Left((served, _)) => served,
            future::Either::Right(((), _)) => Ok(()),
        }
    });
    runtime.shutdown_background();
    ended
}

/// Somebody wants the preview to end.
async fn stop() {
    let interrupted = Box::pin(tokio::signal::ctrl_c());
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            future::select(interrupted, Box::pin(terminated.recv())).await;
            return;
        }
    }
    let _ = interrupted.await;
}

fn now_in_nanoseconds() -> u128 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    since.as_nanos()
}
