//! What the process has of the computer.
#![cfg(target_os = "linux")]

use crate::papers::sound;
use drawing::Drawable;
use drawing::protocol::Form;
use std::fs::{self, File};
use std::net::TcpListener;

#[test]
fn it_has_three_channels_and_nothing_of_the_office() {
    let own = std::env::current_exe().expect("this program");
    let _file = File::open(own).expect("a file that is open meanwhile");
    let _socket = TcpListener::bind("127.0.0.1:0").expect("a socket that is open meanwhile");
    let file = Drawable::open(sound()).expect("opens");
    file.page(0, 72.0, Form::Screen).expect("draws");
    let of = |what: &str| format!("/proc/{}/{what}", file.processes()[0]);

    let mut open: Vec<String> = fs::read_dir(of("fd"))
        .expect("what is open")
        .map(|entry| {
            entry
                .expect("a channel")
                .file_name()
                .to_string_lossy()
                .into()
        })
        .collect();
    open.sort();
    assert_eq!(open, ["0", "1", "2"]);
    let to = |channel: &str| fs::read_link(of(&format!("fd/{channel}"))).expect("a channel");
    assert!(to("0").to_string_lossy().starts_with("pipe:"));
    assert!(to("1").to_string_lossy().starts_with("pipe:"));
    assert_eq!(to("2").to_string_lossy(), "/dev/null");

    let variables = fs::read(of("environ")).expect("its variables");
    let names: Vec<&[u8]> = variables.split(|byte| *byte == 0).collect();
    // Where more than three channels were open, it says to itself that it closed them.
    assert!(matches!(names[..], [b""] | [b"OTVET_PAGES_AGAIN=1", b""]));
    assert_eq!(
        fs::read_link(of("cwd"))
            .expect("its folder")
            .to_string_lossy(),
        "/"
    );
    let limits = fs::read_to_string(of("limits")).expect("its limits");
    for (what, most) in [
        ("Max address space", "2147483648"),
        ("Max open files", "3"),
        ("Max processes", "0"),
        ("Max file size", "0"),
        ("Max core file size", "0"),
    ] {
        let line = limits.lines().find(|line| line.starts_with(what));
        let line = line.expect("a limit of the system");
        let mut said = line[what.len()..].split_whitespace();
        assert_eq!(
            (said.next(), said.next()),
            (Some(most), Some(most)),
            "{line}"
        );
    }
    let processor = limits.lines().find(|line| line.starts_with("Max cpu time"));
    assert!(
        !processor.expect("a limit").contains("unlimited  unlimited"),
        "{limits}"
    );
}
