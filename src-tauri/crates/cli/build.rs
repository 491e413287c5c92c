//! What makes the program smaller at linking: relocations are packed where the machine it is built on, and for, reads
//! them packed, and functions that came out alike are kept once where the linker is the one that Rust brings along.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Which functions are one is asked nowhere: neither of ours nor in SQLite is code told apart by its address.
    if env::var("TARGET").is_ok_and(|target| target == "x86_64-unknown-linux-gnu") && release() {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
    let own = env::var("HOST") == env::var("TARGET");
    if own && env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") && reads_packed() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Where it is built to be tried, nobody waits for the linker to compare functions.
fn release() -> bool {
    env::var("PROFILE").is_ok_and(|profile| profile == "release")
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
