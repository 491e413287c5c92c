//! A second opinion on finished files: the preflight of PDFBox, which Debian
//! ships. It knows PDF/A-1b only, so what part 2 allows and part 1 forbids is
//! taken off its list, each with the reason why.

use std::path::Path;
use std::process::Command;

/// The code of a complaint, words it holds, and why it is none against part 2.
const ALLOWED: [(&str, &str, &str); 6] = [
    (
        "1.4",
        "/XRef cross reference streams are not allowed",
        "part 2 rests on PDF 1.7, which has cross-reference streams and object streams",
    ),
    (
        "2.2.2",
        "Soft Mask must be null or None",
        "part 2 allows transparency: stamps and signatures have soft edges",
    ),
    (
        "3.1.11",
        "The CIDSet entry is missing",
        "part 2 makes the entry optional, and a wrong one is a fault",
    ),
    (
        "7.11.2",
        "part must be 1",
        "the file says that it keeps part 2 or 3",
    ),
    (
        "1.4.7",
        "EmbeddedFile entry is present in the Names dictionary",
        "part 3 allows files inside the file, and only files that keep it have any",
    ),
    (
        "1.2.9",
        "EmbeddedFile entry is present in a FileSpecification",
        "the same, where the file is described",
    ),
];

const JARS: [&str; 7] = [
    "preflight.jar",
    "pdfbox2.jar",
    "fontbox2.jar",
    "xmpbox.jar",
    "commons-logging.jar",
    "javax.activation.jar",
    "jaxb-api.jar",
];

/// What PDFBox has against each PDF in `folder` that part 2 has against it too;
/// none when Java or PDFBox isn't there.
///
/// # Panics
/// When PDFBox says nothing about one of them.
pub fn faults(folder: &Path) -> Option<Vec<String>> {
    let place = Path::new("/usr/share/java");
    if let Some(absent) = JARS.iter().find(|jar| !place.join(jar).exists()) {
        prerequisites::skip(&format!("{absent} of libpdfbox2-java is not installed"));
        return None;
    }
    let path: Vec<String> = JARS
        .iter()
        .map(|jar| place.join(jar).display().to_string())
        .collect();
    let ran = Command::new("java")
        .args(["-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-cp"])
        .arg(path.join(":"))
        .args(["org.apache.pdfbox.preflight.Validator_A1b", "xml", "batch"])
        .arg(folder)
        .output();
    let Ok(ran) = ran else {
        prerequisites::skip("java is not installed");
        return None;
    };
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder").flatten() {
        let pdf = entry.path();
        if pdf.extension().is_none_or(|e| e != "pdf") {
            continue;
        }
        let name = entry.file_name().display().to_string();
        let told = std::fs::read_to_string(folder.join(format!("{name}.preflight.xml")))
            .unwrap_or_else(|_| {
                panic!(
                    "PDFBox says nothing about {name}: {}",
                    String::from_utf8_lossy(&ran.stderr)
                )
            });
        assert!(told.contains("<isValid"), "{name}: {told}");
        for error in told.split("<error ").skip(1) {
            let of = |open: &str, close: &str| {
                let from = error.find(open).map_or(0, |at| at + open.len());
                let to = error[from..].find(close).unwrap_or(0);
                error[from..from + to].to_owned()
            };
            let (code, details) = (of("<code>", "</code>"), of("<details>", "</details>"));
            let allowed = ALLOWED
                .iter()
                .any(|(c, words, _)| *c == code && details.contains(words));
            if !allowed {
                out.push(format!("{name}: {code} {details}"));
            }
        }
    }
    Some(out)
}
