//! One question to a driver over HTTP, and waiting until there is an answer.

use serde_json::Value;
use std::net::TcpListener;
use std::time::{Duration, Instant};
use ureq::Agent;

pub fn call(agent: &Agent, address: &str, body: Option<&Value>) -> Result<Value, String> {
    let answer = match body {
        Some(body) => agent.post(address).send_json(body),
        None => agent.get(address).call(),
    };
    let mut answer = answer.map_err(|reason| reason.to_string())?;
    let told: Value = answer
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()
        .map_err(|reason| reason.to_string())?;
    if answer.status().is_success() {
        Ok(told["value"].clone())
    } else {
        Err(format!(
            "{}: {}",
            told["value"]["error"], told["value"]["message"]
        ))
    }
}

/// Tries until something is there or time is up.
pub fn within<T>(time: Duration, mut attempt: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + time;
    loop {
        if let Some(found) = attempt() {
            return Some(found);
        }
        if Instant::now() >= end {
            return None;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its number").port()
}
