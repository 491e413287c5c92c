//! The reader of imports on sources made for it.

use crate::circles::circles;
use crate::imports::{Sources, arrows};
use std::path::Path;

/// Reads made-up files: the root comes first.
fn read(files: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    add(&mut sources, None, files);
    sources
}

fn add(sources: &mut Sources, library: Option<&str>, files: &[(&str, &str)]) {
    sources.add(library, Path::new(files[0].0), &|path| {
        let file = files.iter().find(|(name, _)| Path::new(name) == path);
        file.map(|(_, text)| (*text).to_owned())
    });
}

/// The arrows as `from > to`, without endings.
fn drawn(sources: &Sources) -> Vec<String> {
    let bare = |path: &Path| path.with_extension("").display().to_string();
    arrows(sources)
        .iter()
        .flat_map(|(from, to)| {
            to.keys()
                .map(move |to| format!("{} > {}", bare(from), bare(to)))
        })
        .collect()
}

fn in_circles(sources: &Sources) -> Vec<Vec<String>> {
    let name = |path: &&Path| path.with_extension("").display().to_string();
    circles(&arrows(sources))
        .iter()
        .map(|circle| circle.iter().map(name).collect())
        .collect()
}

#[test]
fn names_lead_to_the_file_that_defines_them() {
    let sources = read(&[
        ("lib.rs", "mod a; mod b; pub use a::A; pub use b::*;"),
        ("a/mod.rs", "mod deep; pub use deep::{Deep as A, other};"),
        ("a/deep.rs", "pub struct Deep; pub fn other() {}"),
        (
            "b.rs",
            "use crate::{A, a::{self}}; pub struct B; fn f() { a::other() }",
        ),
    ]);
    assert_eq!(drawn(&sources), ["b > a/deep"]);
}

#[test]
fn every_place_of_a_path_is_read() {
    for text in [
        "use super::x::X;",
        "use super::{x::{X as Y}};",
        "use super::x::*; struct S(X);",
        "fn f() { super::x::make(); }",
        "fn f() -> Vec<crate::x::X> { todo!() }",
        "fn f(k: K) { match k { crate::x::K::One => {} } }",
        "fn f() { use super::x::K::*; match k { One => {} } }",
        "fn f() { let v = <crate::x::X as Default>::default(); }",
        "fn f() { println!(\"{}\", crate::x::make()); }",
        "fn f() { odd! { a => crate::x::{X}; } }",
        "odd! { field: super::x::X; }",
        "macro_rules! m { () => { $crate::x::make() } }",
        "fn f<T: crate::x::T>() {}",
        "impl crate::x::T for u8 {}",
        "mod inner { use super::super::x::X; }",
    ] {
        let sources = read(&[
            ("lib.rs", "mod x; mod y;"),
            (
                "x.rs",
                "pub struct X; pub enum K { One } pub fn make() {} pub trait T {}",
            ),
            ("y.rs", text),
        ]);
        assert_eq!(drawn(&sources), ["y > x"], "{text}");
    }
}

#[test]
fn what_imports_nothing_is_no_arrow() {
    for text in [
        "#[cfg(test)] mod tests { use super::super::x::X; }",
        "#[cfg(test)] fn f() { crate::x::make() }",
        "// use crate::x::X;",
        "fn f(s: &str) -> bool { s == \"crate::x::X\" }",
        "#[odd(crate::x::X)] struct S;",
        "use super::x;",
        "use super::*; fn f(make: u8) -> u8 { let k = make; S { make }.make + k }",
        "use super::*; fn f() { for make in [1] { odd!(make, other) } }",
        "use std::x::X;",
    ] {
        let sources = read(&[
            ("lib.rs", "mod x; mod y; pub use x::*;"),
            ("x.rs", "pub struct X; pub fn make() {}"),
            ("y.rs", text),
        ]);
        assert!(drawn(&sources).is_empty(), "{text}: {:?}", drawn(&sources));
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    for (way, a, b) in [
        (
            "by a name handed on",
            "use crate::B; pub struct A;",
            "use crate::A; pub struct B;",
        ),
        (
            "by a path",
            "pub fn a() { crate::b::b() }",
            "pub fn b() { super::a::a() }",
        ),
        (
            "by a glob",
            "use crate::*; pub struct A(B);",
            "use super::a::*; pub struct B(Box<A>);",
        ),
        (
            "in a macro",
            "pub fn a() { vec![crate::b()]; }",
            "pub fn b() { odd!(x: crate::a()) }",
        ),
    ] {
        let sources = read(&[
            ("lib.rs", "mod a; mod b; pub use a::*; pub use b::*;"),
            ("a.rs", a),
            ("b.rs", b),
        ]);
        assert_eq!(in_circles(&sources), [["a", "b"]], "{way}");
    }
}

#[test]
fn a_module_that_hands_on_is_in_no_circle_and_one_that_uses_its_child_is() {
    let hands_on = [
        ("lib.rs", "mod m;"),
        ("m/mod.rs", "mod x; mod y; pub use x::X;"),
        ("m/x.rs", "pub struct X;"),
        ("m/y.rs", "use super::X;"),
    ];
    assert_eq!(drawn(&read(&hands_on)), ["m/y > m/x"]);

    let mut defines = hands_on;
    defines[1].1 = "mod x; mod y; pub struct X(y::Y);";
    defines[3].1 = "use super::X; pub struct Y(Box<X>);";
    assert_eq!(in_circles(&read(&defines)), [["m/mod", "m/y"]]);

    // By its own handing on it names the child as well.
    let mut names = hands_on;
    names[1].1 = "mod x; mod y; pub use x::X; pub const LIMIT: X = X;";
    names[2].1 = "pub struct X; pub fn f() -> X { super::LIMIT }";
    assert_eq!(in_circles(&read(&names)), [["m/mod", "m/x"]]);
}

#[test]
fn handing_on_what_lies_elsewhere_is_an_import() {
    let sources = read(&[
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "pub use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::a::A; pub struct B;"),
    ]);
    assert_eq!(in_circles(&sources), [["a", "b"]]);
}

#[test]
fn names_lead_into_other_crates_and_files_lie_where_they_say() {
    let mut sources = Sources::default();
    add(
        &mut sources,
        Some("paper"),
        &[
            ("paper/lib.rs", "mod a4; pub use a4::*;"),
            (
                "paper/a4.rs",
                "ids! { Sheet } macro_rules! fold { () => {} }",
            ),
        ],
    );
    add(
        &mut sources,
        None,
        &[
            (
                "tests/fold.rs",
                "#[path = \"../cases/all.rs\"] mod cases; include!(\"more.rs\");",
            ),
            ("cases/all.rs", "mod one; use one::One;"),
            ("cases/one.rs", "pub struct One(paper::Sheet);"),
            ("tests/more.rs", "fn f() { ::paper::Sheet::new() }"),
        ],
    );
    assert_eq!(
        drawn(&sources),
        [
            "cases/all > cases/one",
            "cases/one > paper/a4",
            "tests/fold > paper/a4"
        ]
    );
}
