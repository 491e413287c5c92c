//! Packs the relocations of the program where the machine it is built on, and
//! for, reads them packed: less to download and to read at each start.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let own = env::var("HOST") == env::var("TARGET");
    if own && env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") && reads_packed() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// The GNU C library reads packed relocations from 2.36 on.
fn reads_packed() -> bool {
    let told = Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let Ok(told) = told else { return false };
    let told = String::from_utf8_lossy(&told.stdout);
    let mut parts = told
        .trim()
        .trim_start_matches("glibc ")
        .split('.')
        .map(str::parse::<u32>);
    matches!((parts.next(), parts.next()), (Some(Ok(2)), Some(Ok(minor))) if minor >= 36)
}
