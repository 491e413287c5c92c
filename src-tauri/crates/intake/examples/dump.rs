#![allow(missing_docs, clippy::print_stdout)]
fn main() {
    for path in std::env::args().skip(1) {
        let t = std::time::Instant::now();
        let name = std::path::Path::new(&path)
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        match intake::read_mail(&std::fs::read(&path).unwrap()) {
            Ok(d) => {
                let mut v = serde_json::to_value(&d).unwrap();
                v["file"] = name.into();
                v["ms"] = (t.elapsed().as_millis() as u64).into();
                println!("{v}");
            }
            Err(e) => println!(
                "{}",
                serde_json::json!({"file": name, "error": e.to_string()})
            ),
        }
    }
}
