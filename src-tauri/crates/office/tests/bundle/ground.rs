//! A case with exhibits of every sort, under a planted name.

use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, DocumentFields, DocumentId, Provenance, Side};
use image::{DynamicImage, ImageBuffer, Rgb};
use office::*;
use office::{By, Office};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now(),
    }
}

pub fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

/// What a stranger calls a file, and what a stranger writes.
pub const EVIL: &str = "..\\..\\<img src=x onerror=alert(1)>\u{202e}fdp.html";
pub const MARKUP: &str = "<script>alert(document.cookie)</script>";

/// Who the case is about, as the test plants it.
const NAME: &str = "Горностаева Ефросинья Титовна";
pub const SECRETS: [&str; 10] = [
    "орностаев",
    "фросинь",
    "итовн",
    "ромашков",
    "5550199",
    "frosja",
    "Прокудин",
    // Whom the letter was written to, before the card was put right.
    "Дюма",
    "Викторовн",
    "Московск",
];

pub fn photograph() -> Vec<u8> {
    let buffer = ImageBuffer::from_fn(900, 600, |x, y| {
        Rgb([
            (x * 255 / 900) as u8,
            (y * 255 / 600) as u8,
            ((x * 7 + y * 13) % 97) as u8 + 60,
        ])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = DynamicImage::ImageRgb8(buffer);
    picture
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .unwrap();
    let file = file.into_inner();
    let exif = b"Exif\0\0II*\0\x08\0\0\0\0\0SECRET PLACE".to_vec();
    let mut out = file[..2].to_vec();
    out.extend_from_slice(&[0xFF, 0xE1]);
    out.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    out.extend_from_slice(&exif);
    out.extend_from_slice(&file[2..]);
    out
}

/// A PDF of two pages with words of its own.
pub fn contract() -> Vec<u8> {
    let text = "Договор с Горностаевой Ефросиньей Титовной. Свидетель Прокудин.";
    let page = || press::Block::text(text.repeat(6));
    let body = vec![page(), press::Block::PageBreak, page()];
    let meta = ::workbench::specimen::meta("Договор Горностаевой", press::Language::Ru);
    press::print(&press::Document::new(meta, body)).unwrap().pdf
}

pub fn message() -> Vec<u8> {
    "From: frosja@mail.example\r\nTo: office@firm.example\r\nSubject: Claim\r\n\
     Date: Mon, 16 Nov 2026 10:00:00 +0300\r\nMIME-Version: 1.0\r\n\
     Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
     Пишет Горностаева Е. Т., тел. 8 (921) 555-01-99. Видел Прокудин.\r\n"
        .as_bytes()
        .to_vec()
}

pub struct Ground {
    pub dir: TempDir,
    pub office: Office,
    pub complaint: ComplaintId,
    pub documents: Vec<DocumentId>,
}

/// A case of the sample office under the planted name, with exhibits of every sort.
pub fn ground() -> Ground {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), now()).unwrap();
    let today = office::today(&office, &by()).unwrap();
    let row = today
        .to_send
        .rows
        .iter()
        .find(|row| row.next_step == complaint::NextStep::Send);
    let complaint = row.expect("the sample has a letter to send").id;
    let card = office::complaint_card(&office, &by(), ComplaintRef { complaint }).unwrap();
    let mut edit = serde_json::to_value(&card.contents.complaint).unwrap();
    edit["complainant"]["name"] = NAME.into();
    edit["complainant"]["address"] = "190000, г. Тверь, Ромашковая ул., д. 5, кв. 12".into();
    edit["complainant"]["phone"] = "+79215550199".into();
    edit["complainant"]["email"] = "frosja@mail.example".into();
    edit["text"] = format!("Я, Горностаева Ефросинья, требую. {MARKUP} Свидетель Прокудин.").into();
    let edit: ComplaintEdit = serde_json::from_value(edit).unwrap();
    office::complaint_edit(&office, &by(), edit).unwrap();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("Чек.jpg", photograph()),
        ("Договор Горностаевой.pdf", contract()),
        ("Письмо.eml", message()),
        (
            "Переписка.txt",
            format!("Горностаева: верните!\n{MARKUP}\n").into_bytes(),
        ),
        (EVIL, MARKUP.as_bytes().to_vec()),
        ("Запись звонка.mp3", b"ID3\x04\0\0\0\0\0\0 sound".to_vec()),
    ];
    let files = files.into_iter().map(|(name, bytes)| {
        let provenance = Provenance {
            side: Side::Complainant,
            source: String::new(),
        };
        IncomingFile {
            fields: DocumentFields {
                name: name.to_owned(),
                file_time: None,
                provenance,
            },
            content: std::io::Cursor::new(bytes),
        }
    });
    let go_on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(&office, &by(), complaint, files.collect(), &go_on).unwrap();
    Ground {
        dir,
        office,
        complaint,
        documents: added.into_iter().map(|document| document.id).collect(),
    }
}

impl Ground {
    pub fn make(&self, form: BundleForm, redaction: Option<Redaction>) -> Bundle {
        let input = BundleMake {
            complaint: self.complaint,
            form,
            redaction,
            without: Vec::new(),
            language: None,
        };
        let go_on = |_, _| ControlFlow::Continue(());
        office::bundle_make(&self.office, &by(), &input, &go_on).unwrap()
    }

    pub fn written(&self, name: &str, bundle: &Bundle) -> PathBuf {
        let folder = self.dir.path().join(name);
        office::bundle_write(&self.office, bundle, &folder).unwrap();
        folder
    }

    pub fn closed(&self) -> Redaction {
        Redaction {
            complainant: true,
            words: vec!["Прокудин".to_owned()],
            exhibits: Vec::new(),
        }
    }
}

/// What another program says; the test is left out where there is none.
pub fn told(program: &str, words: &[&str], file: &Path) -> Option<Vec<u8>> {
    let Ok(output) = Command::new(program)
        .args(words)
        .arg(file)
        .arg("-")
        .output()
    else {
        prerequisites::skip(&format!("{program} is not installed"));
        return None;
    };
    assert!(output.status.success(), "{program} {words:?}: {output:?}");
    Some(output.stdout)
}

pub fn text(file: &Path) -> Option<String> {
    let text = told("pdftotext", &["-layout", "-enc", "UTF-8"], file)?;
    let text = String::from_utf8(text).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

pub fn made(bundle: &Bundle) -> &[u8] {
    match &bundle.files[0].content {
        BundleContent::Made(bytes) => bytes,
        BundleContent::Kept(_) => panic!("it was made"),
    }
}

/// A bundle for the eyes of whoever sets the variable.
pub fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("OTVET_KEEP_BUNDLES") {
        fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}
