//! All that reads strangers' bytes, each through the door by which they come in.

use super::ground::{Ground, by, first_copy, laid};
use complaint::{DocumentFields, LetterKind, Provenance, Regime, Side};
use image::{ExtendedColorType, ImageEncoder, codecs::jpeg::JpegEncoder};
use office::{
    DocumentPage, DocumentRef, DocumentView, Failure, IncomingFile, NormChange, Office, PageQuery,
    PastedText, RegimeRef, TemplateExport, TemplateRef,
};
use otvet_cli::answer::{Outcome, Trouble};
use std::fs;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

/// Pages of one document that are drawn.
const MOST_PAGES: u32 = 3;

/// Something that reads.
pub struct Reader {
    pub name: &'static str,
    pub(super) seeds: fn(&Ground) -> Outcome<Vec<Vec<u8>>>,
    /// Whether the file was taken for sound.
    pub(super) read: fn(&Ground, &[u8]) -> bool,
}

impl Reader {
    pub fn named(name: &str) -> Option<&'static Self> {
        READERS.iter().find(|reader| reader.name == name)
    }
}

/// Each is tried by `cargo xtask fuzz`.
pub const READERS: &[Reader] = &[
    Reader {
        name: "mail",
        seeds: messages,
        read: mail_is_taken,
    },
    Reader {
        name: "pasted",
        seeds: pasted_texts,
        read: text_is_read,
    },
    Reader {
        name: "document",
        seeds: documents,
        read: document_is_shown,
    },
    Reader {
        name: "template",
        seeds: templates,
        read: template_is_sound,
    },
    Reader {
        name: "law",
        seeds: packs,
        read: |ground, bytes| norm_is_sound(ground, |text| NormChange::Pack { text }, bytes),
    },
    Reader {
        name: "calendar",
        seeds: calendars,
        read: |ground, bytes| norm_is_sound(ground, |text| NormChange::Calendar { text }, bytes),
    },
    Reader {
        name: "signature",
        seeds: signatures,
        read: signature_is_kept,
    },
    Reader {
        name: "manifest",
        seeds: |ground| file_of_the_copy(ground, "manifest.json"),
        read: |ground, bytes| copy_is_restored(ground, "manifest.json", bytes),
    },
    Reader {
        name: "copied_records",
        seeds: |ground| file_of_the_copy(ground, "office.sqlite"),
        read: |ground, bytes| copy_is_restored(ground, "office.sqlite", bytes),
    },
    Reader {
        name: "records",
        seeds: |ground| file_of_the_office(ground, "office.sqlite"),
        read: |ground, bytes| office_opens(ground, "office.sqlite", bytes),
    },
    Reader {
        name: "heads",
        seeds: |ground| file_of_the_office(ground, "backups/heads.jsonl"),
        read: |ground, bytes| office_opens(ground, "backups/heads.jsonl", bytes),
    },
    Reader {
        name: "drafts",
        seeds: |ground| file_of_the_office(ground, "drafts.sqlite"),
        read: |ground, bytes| office_opens(ground, "drafts.sqlite", bytes),
    },
];

const LETTER_WITH_FILE: &str = "From: =?utf-8?B?0JDQvdC90LA=?= <anna@example.org>\r\n\
To: shop@example.org\r\nSubject: =?utf-8?Q?=D0=9F=D1=80=D0=B5=D1=82=D0=B5=D0=BD=D0=B7=D0=B8=D1=8F?=\r\n\
Date: Mon, 16 Nov 2026 10:00:00 +0300\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"p\"\r\n\r\n\
--p\r\nContent-Type: multipart/alternative; boundary=\"q\"\r\n\r\n\
--q\r\nContent-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
=F0=D2=CF=DB=D5 =D7=C5=D2=CE=D5=D4=D8 4 590 =D2=D5=C2.\r\n\
--q\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
<style>p{}</style><p>Прошу <b>вернуть</b> 4&nbsp;590 руб.<br><img src=\"cid:1\"><a href=\"https://example.org\">тут</a></p>\r\n\
--q--\r\n\
--p\r\nContent-Type: application/octet-stream; name*=utf-8''%D1%87%D0%B5%D0%BA.txt\r\n\
Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n0KfQtdC6IOKEliAx\r\n\
--p\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@example.org\r\nSubject: Fwd\r\n\r\nВнутри\r\n--p--\r\n";

const FORWARDED: &str = "From: shop@example.org\r\nSubject: Fwd: claim\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
Посмотрите.\r\n\r\n-------- Пересылаемое сообщение --------\r\n16.11.2026, 10:00, Анна (anna@example.org):\r\n\r\n\
> Здравствуйте! Чайник течёт, верните 4 590 руб. по заказу № 77-12, тел. +7 921 000-00-00.\r\n> Анна Петрова\r\n";

fn messages(_: &Ground) -> Outcome<Vec<Vec<u8>>> {
    let unix_box = format!(
        "From anna Mon Nov 16 10:00:00 2026\n{}",
        FORWARDED.replace('\r', "")
    );
    let apple = format!(
        "{}\n{FORWARDED}<?xml version=\"1.0\"?><plist><dict><key>flags</key><integer>1</integer></dict></plist>\n",
        FORWARDED.len()
    );
    let texts = [LETTER_WITH_FILE, FORWARDED, UUENCODED, &unix_box, &apple];
    let mut seeds = texts.map(|text| text.as_bytes().to_vec()).to_vec();
    seeds.push(winmail());
    Ok(seeds)
}

const UUENCODED: &str = "From: anna@example.org\r\nSubject: photo\r\nDate: Mon, 16 Nov 2026 10:00:00 +0300\r\n\r\n\
Чайник течёт, верните 4 590 руб.\r\n\r\nbegin 644 foto.jpg\r\n#0V%T\r\n`\r\nend\r\n";

/// A message as Outlook packs it (MS-OXTNEF): a text, and a file with its name.
fn winmail() -> Vec<u8> {
    let mut packed = vec![0x78, 0x9F, 0x3E, 0x22, 1, 0];
    let mut attribute = |level: u8, id: u32, data: &[u8]| {
        packed.push(level);
        packed.extend_from_slice(&id.to_le_bytes());
        packed.extend_from_slice(&u32::try_from(data.len()).unwrap_or(0).to_le_bytes());
        packed.extend_from_slice(data);
        let sum = data
            .iter()
            .fold(0u16, |sum, byte| sum.wrapping_add(u16::from(*byte)));
        packed.extend_from_slice(&sum.to_le_bytes());
    };
    attribute(
        1,
        0x0002_800C,
        "Чайник течёт, верните 4 590 руб.\0".as_bytes(),
    );
    attribute(2, 0x0006_9002, &[0; 14]);
    attribute(2, 0x0001_8010, b"photo.jpg\0");
    attribute(2, 0x0006_800F, b"Cat");
    let head = "From: anna@example.org\r\nSubject: claim\r\nMIME-Version: 1.0\r\n\
        Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    [head.as_bytes(), &packed].concat()
}

fn mail_is_taken(ground: &Ground, bytes: &[u8]) -> bool {
    let Ok(by) = by() else { return false };
    let Ok(proposal) = office::mail_propose(&ground.office, &by, bytes) else {
        return false;
    };
    let all: Vec<u32> = proposal.attachments.iter().map(|file| file.index).collect();
    // What is kept takes the disk's time, so one of eight is. What is proposed may lack what only a person
    // knows; that is an answer, too.
    if !bytes.len().is_multiple_of(8) {
        return true;
    }
    let _ = office::mail_take(&ground.office, &by, bytes, proposal.draft, &all);
    true
}

const CHAT: &str = "[16.11.2026, 10:00] Анна: Здравствуйте, заказ № 77-12\n\
[16.11.2026, 10:01] Магазин: Добрый день!\n[16.11.2026, 10:05] Анна: Чайник течёт, верните 4 590 ₽ до 30 ноября\n";

fn pasted_texts(_: &Ground) -> Outcome<Vec<Vec<u8>>> {
    let letter = "Директору ООО «Мера»\nот Петровой Анны Сергеевны,\nг. Тверь, ул. Мира, д. 5, кв. 12, тел. 8 (4822) 34-56-78\n\n\
ПРЕТЕНЗИЯ\n\n16.11.2026 я купила чайник за 4 590,00 руб. Прошу вернуть деньги и неустойку 1 % в день.\n";
    Ok(vec![CHAT.into(), letter.into()])
}

fn text_is_read(ground: &Ground, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).into_owned();
    by().is_ok_and(|by| office::text_read(&ground.office, &by, PastedText { text }).is_ok())
}

/// A letter of ours, pictures, a message and words.
fn documents(ground: &Ground) -> Outcome<Vec<Vec<u8>>> {
    let (_, letter) = office::letter_pdf(&ground.office, &by()?, ground.letter)?;
    let photograph: Vec<u8> = (0..48_u32 * 32 * 3).map(|n| (n * 7 % 251) as u8).collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new(&mut jpeg)
        .write_image(&photograph, 48, 32, ExtendedColorType::Rgb8)
        .map_err(|error| Failure::of("picture").with(error))?;
    Ok(vec![
        letter,
        crate::specimen::STAMP.to_vec(),
        crate::specimen::SIGNATURE.to_vec(),
        jpeg,
        LETTER_WITH_FILE.into(),
        CHAT.into(),
    ])
}

fn document_is_shown(ground: &Ground, bytes: &[u8]) -> bool {
    let name = match bytes {
        [b'%', ..] => "договор.pdf",
        [0x89, ..] => "снимок.png",
        [0xff, ..] => "фото.jpg",
        [b'F', ..] => "письмо.eml",
        _ => "переписка.txt",
    };
    shown(ground, name, bytes).unwrap_or(false)
}

fn shown(ground: &Ground, name: &str, bytes: &[u8]) -> Outcome<bool> {
    let by = by()?;
    let file = IncomingFile {
        fields: DocumentFields {
            name: name.into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: Cursor::new(bytes.to_vec()),
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(&ground.office, &by, ground.case, vec![file], &on)?;
    let mut seen = false;
    for document in added {
        let of = DocumentRef {
            complaint: ground.case,
            document: document.id,
        };
        match office::document_view(&ground.office, &by, of)? {
            DocumentView::Pages { count } => {
                for page in 0..count.min(MOST_PAGES) {
                    let of = DocumentPage {
                        complaint: ground.case,
                        document: document.id,
                        page,
                    };
                    seen |= office::document_page(&ground.office, &by, of).is_ok();
                }
            }
            DocumentView::Text { .. } | DocumentView::Message(_) => seen = true,
            DocumentView::Elsewhere => {}
        }
        // A case of thousands of documents would measure something else.
        office::document_trash(&ground.office, &by, of)?;
    }
    Ok(seen)
}

fn templates(ground: &Ground) -> Outcome<Vec<Vec<u8>>> {
    let kinds = [
        LetterKind::FinalRefusal,
        LetterKind::Acknowledgement,
        LetterKind::Correction,
    ];
    kinds
        .into_iter()
        .map(|kind| {
            let which = TemplateExport {
                templates: vec![TemplateRef {
                    kind,
                    language: complaint::Language::Ru,
                    template: None,
                }],
            };
            let (_, text) = office::template_export(&ground.office, &by()?, &which)?;
            Ok(text.into_bytes())
        })
        .collect()
}

fn template_is_sound(_: &Ground, bytes: &[u8]) -> bool {
    let check = office::template_check(bytes);
    check.faults.is_empty() && !check.templates.is_empty()
}

fn packs(ground: &Ground) -> Outcome<Vec<Vec<u8>>> {
    [Regime::Goods, Regime::Services, Regime::B2b]
        .into_iter()
        .map(|regime| {
            let text = office::law_pack_text(&ground.office, &by()?, RegimeRef { regime })?;
            Ok(text.into_bytes())
        })
        .collect()
}

fn calendars(ground: &Ground) -> Outcome<Vec<Vec<u8>>> {
    Ok(vec![
        office::calendar_text(&ground.office, &by()?)?.into_bytes(),
    ])
}

fn norm_is_sound(ground: &Ground, of: fn(String) -> NormChange, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).into_owned();
    by().is_ok_and(|by| {
        office::norm_preview(&ground.office, &by, of(text)).is_ok_and(|told| told.fault.is_none())
    })
}

/// Signatures of the letter by a key of the moment, which only another program can make.
fn signatures(ground: &Ground) -> Outcome<Vec<Vec<u8>>> {
    let (_, letter) = office::letter_pdf(&ground.office, &by()?, ground.letter)?;
    let folder = ground.path("signer");
    fs::create_dir_all(&folder).map_err(|error| Trouble::at_file(&folder, &error))?;
    written(&folder.join("letter.pdf"), &letter)?;
    let mut all = Vec::new();
    for (form, file) in [("DER", "letter.der"), ("PEM", "letter.pem")] {
        let made = openssl(
            &folder,
            "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=Anna/O=Mera",
        ) && openssl(
            &folder,
            &format!(
                "cms -sign -binary -in letter.pdf -signer cert.pem -inkey key.pem -outform {form} -out {file}"
            ),
        );
        if !made {
            prerequisites::skip("openssl is not installed: no sound signature to break");
            return Ok(vec![
                b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80".to_vec(),
            ]);
        }
        let path = folder.join(file);
        all.push(fs::read(&path).map_err(|error| Trouble::at_file(&path, &error))?);
    }
    Ok(all)
}

fn openssl(folder: &Path, words: &str) -> bool {
    Command::new("openssl")
        .args(words.split(' '))
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn signature_is_kept(ground: &Ground, bytes: &[u8]) -> bool {
    let Ok(by) = by() else { return false };
    let kept = office::letter_signature_add(&ground.office, &by, ground.letter, "a.sig", bytes);
    // One that was kept already has been found to belong to the letter.
    match kept {
        Ok(_) => true,
        Err(error) => Failure::from(error).code == "taken",
    }
}

fn file_of_the_office(ground: &Ground, name: &str) -> Outcome<Vec<Vec<u8>>> {
    // A copy is written by SQLite itself, so its file holds all that the log beside the office's may; and the
    // heads of the journal are put down when one is made.
    let copy = ground.copy()?;
    let path = match name {
        "office.sqlite" => copy.join(name),
        _ => ground.path("office").join(name),
    };
    let bytes = fs::read(&path).map_err(|error| Trouble::at_file(&path, &error))?;
    Ok(vec![bytes])
}

fn file_of_the_copy(ground: &Ground, name: &str) -> Outcome<Vec<Vec<u8>>> {
    let path = ground.copy()?.join(name);
    Ok(vec![
        fs::read(&path).map_err(|error| Trouble::at_file(&path, &error))?,
    ])
}

/// The copy with one of its files broken, restored to a fresh place and opened.
fn copy_is_restored(ground: &Ground, name: &str, bytes: &[u8]) -> bool {
    let on = |_: u64, _: u64| ControlFlow::Continue(());
    let restored = || -> Outcome<bool> {
        let shelf = ground.path("shelf");
        let broken = ground.fresh("shelf");
        laid(&shelf, &broken).map_err(|error| Trouble::at_file(&broken, &error))?;
        let copy = first_copy(&broken)?;
        written(&copy.join(name), bytes)?;
        let to = ground.fresh("restored");
        let done = office::backup_restore(&copy, &to, &on).is_ok() && used(&to)?;
        let _ = fs::remove_dir_all(&broken);
        let _ = fs::remove_dir_all(&to);
        Ok(done)
    };
    restored().unwrap_or(false)
}

/// The office with one of its files broken, opened and looked through.
fn office_opens(ground: &Ground, name: &str, bytes: &[u8]) -> bool {
    let opened = || -> Outcome<bool> {
        let folder = ground.fresh("broken");
        laid(&ground.path("office"), &folder).map_err(|error| Trouble::at_file(&folder, &error))?;
        if name == "office.sqlite" {
            let _ = fs::remove_file(folder.join("office.sqlite-wal"));
            let _ = fs::remove_file(folder.join("office.sqlite-shm"));
        }
        written(&folder.join(name), bytes)?;
        let done = used(&folder);
        let _ = fs::remove_dir_all(&folder);
        done
    };
    opened().unwrap_or(false)
}

/// Opens an office and reads what a day's work reads.
fn used(folder: &Path) -> Outcome<bool> {
    let by = by()?;
    let office = Office::open(folder, by.now)?;
    let page = PageQuery {
        query: complaint::RegisterQuery::default(),
        offset: 0,
        limit: 20,
    };
    for row in office::register_page(&office, &by, page)?.rows {
        let complaint = row.id;
        office::complaint_card(&office, &by, office::ComplaintRef { complaint })?;
    }
    office::today(&office, &by)?;
    office::journal_verify(&office, &by)?;
    Ok(true)
}

fn written(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|error| Trouble::at_file(path, &error))
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
