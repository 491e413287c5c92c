//! What comes out of the press, read back by other programs.

mod support;

use std::path::PathBuf;
use std::process::Command;

use press::*;
use support::*;

fn out(name: &str, pdf: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).expect("the PDF is written");
    path
}

/// Runs a tool; none when it isn't installed.
fn tool(name: &str, args: &[&str]) -> Option<(bool, String)> {
    match Command::new(name).args(args).output() {
        Ok(o) => Some((o.status.success(), String::from_utf8_lossy(&o.stdout).into_owned() + &String::from_utf8_lossy(&o.stderr))),
        Err(_) => {
            println!("skipped: {name} is not installed");
            None
        }
    }
}

fn letters() -> Vec<(&'static str, Document)> {
    vec![
        ("corner.pdf", russian(LetterheadForm::Corner, 1)),
        ("longitudinal.pdf", russian(LetterheadForm::Longitudinal, 2)),
        ("english.pdf", english()),
        ("rich.pdf", rich()),
    ]
}

#[test]
fn letters_are_valid_pdf() {
    for (name, doc) in letters() {
        let printed = Press::new().print(&doc).expect("prints");
        let path = out(name, &printed.pdf);
        println!("{name}: {} pages, {} bytes, {:?}", printed.pages, printed.pdf.len(), printed.notices);
        if let Some((ok, said)) = tool("qpdf", &["--check", path.to_str().expect("path")]) {
            assert!(ok, "{name}: {said}");
        }
    }
}
