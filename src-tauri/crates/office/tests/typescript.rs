//! The file the screens compile against names the office's own types: it is
//! written by this very test when asked (`OTVET_WRITE_TYPES=1`), else compared.

use office::wire::typescript::{Typescript, describe};

#[test]
fn every_use_case_is_described_once() {
    let mut ts = Typescript::default();
    describe(&mut ts);
    let names = ts.names();
    let mut unique = names.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), names.len());
    let file = ts.file();
    for name in names {
        assert!(file.contains(&format!("  {name}: {{ input: ")), "{name}");
    }
    if let Some(path) = std::env::var_os("OTVET_WRITE_OFFICE_TYPES") {
        std::fs::write(path, file).unwrap();
    }
}
