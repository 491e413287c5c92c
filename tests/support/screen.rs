//! A screen and a session bus that nobody else sees.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

/// An X server in memory and a private session bus. Both end with it.
pub struct Screen {
    server: Child,
    bus: Child,
    display: String,
    bus_address: String,
}

impl Screen {
    /// Starts both; the server picks its own free display number.
    ///
    /// # Panics
    /// When `Xvfb` or `dbus-daemon` is not installed or won't start.
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &format!("{width}x{height}x24"),
            ])
            .args(["-nolisten", "tcp", "-noreset", "-dpi", "96"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb (package xvfb)");
        let display = format!(":{}", first_line(&mut server));
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon (package dbus)");
        let bus_address = first_line(&mut bus);
        Self {
            server,
            bus,
            display,
            bus_address,
        }
    }

    /// What a program must be told to draw here.
    pub fn environment(&self) -> [(&'static str, &str); 4] {
        [
            ("DISPLAY", &self.display),
            ("DBUS_SESSION_BUS_ADDRESS", &self.bus_address),
            ("GDK_BACKEND", "x11"),
            ("NO_AT_BRIDGE", "1"),
        ]
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.bus);
        end(&mut self.server);
    }
}

/// The first line a child prints; the rest is drained, so that it never blocks.
fn first_line(child: &mut Child) -> String {
    let mut output = BufReader::new(child.stdout.take().expect("the child's standard output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("the child's first line");
    std::thread::spawn(move || std::io::copy(&mut output.by_ref(), &mut std::io::sink()));
    let line = line.trim().to_owned();
    assert!(
        !line.is_empty(),
        "the child ended before it said where it listens"
    );
    line
}

/// Ends a child of ours and waits for it.
pub(crate) fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
