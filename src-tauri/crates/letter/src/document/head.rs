//! What stands around the text: the letterhead, the reference, who signs.

use super::frame::Frame;
use crate::names::signatory::signed;
use crate::text::{LetterText, Signer};
use crate::words::clean::clean_line;
use crate::words::figures::date;
use crate::words::phrases::phrases;
use complaint::{Language, LetterheadForm};
use russian::requisites::phone_readable;

pub fn letterhead(frame: &Frame<'_>, language: Language) -> press::Letterhead {
    let words = phrases(language);
    let requisites = &frame.office.requisites;
    let head = &frame.office.letterhead;
    let mut details: Vec<String> = requisites.address.lines().map(clean_line).collect();

    let phone = requisites.phone.as_deref().map(phone_readable);
    let contacts = [
        ("phone", phone.as_deref()),
        ("email", requisites.email.as_deref()),
        ("", requisites.website.as_deref()),
    ];
    let joined = |parts: &[(&str, Option<&str>)]| {
        let parts: Vec<String> = parts
            .iter()
            .filter_map(|(label, value)| {
                let value = clean_line((*value)?);
                (!value.is_empty()).then(|| format!("{}{value}", words.frame(label)))
            })
            .collect();
        parts.join(", ")
    };
    details.push(joined(&contacts));
    details.push(joined(&[
        ("inn", Some(requisites.inn.as_str())),
        ("kpp", requisites.kpp.as_deref()),
        (
            // A sole trader's number has fifteen digits and a name of its own.
            if requisites
                .ogrn
                .as_ref()
                .is_some_and(|n| n.trim().len() == 15)
            {
                "ogrnip"
            } else {
                "ogrn"
            },
            requisites.ogrn.as_deref(),
        ),
    ]));
    if let Some(bank) = &requisites.bank {
        details.push(joined(&[
            ("account", Some(bank.account.as_str())),
            ("bank", Some(bank.name.as_str())),
        ]));
        details.push(joined(&[
            ("bic", Some(bank.bic.as_str())),
            ("correspondent", bank.correspondent.as_deref()),
        ]));
    }
    details.retain(|l| !l.is_empty());
    let tagline = clean_line(&head.tagline);
    press::Letterhead {
        form: match head.form {
            LetterheadForm::Longitudinal => press::LetterheadForm::Longitudinal,
            LetterheadForm::Corner => press::LetterheadForm::Corner,
        },
        name: clean_line(&requisites.name),
        tagline: (!tagline.is_empty()).then_some(tagline),
        details,
        logo: picture(frame.images.logo.as_ref(), words.frame("logo")),
        logo_place: press::LogoPlace::default(),
    }
}

fn picture(bytes: Option<&Vec<u8>>, alt: &str) -> Option<press::Picture> {
    bytes
        .filter(|b| press::shared().shows(b))
        .map(|b| press::Picture::new(b.clone(), alt))
}

pub fn reference(frame: &Frame<'_>, language: Language) -> press::Reference {
    let case = &frame.case;
    let theirs = clean_line(&case.their_number);
    // «На №» of a letter without a number of its own names the one that the
    // complainant was given for it; "Your ref." can't.
    let (number, day) = if theirs.is_empty() && language == Language::En {
        (String::new(), None)
    } else if theirs.is_empty() {
        (clean_line(&case.number), case.received_on)
    } else {
        (theirs, case.their_date)
    };
    let reply_number = Some(number).filter(|n| !n.is_empty());
    press::Reference {
        date: frame.date.map(|d| date(d, language)),
        number: frame.number.as_deref().map(clean_line),
        reply_date: day
            .filter(|_| reply_number.is_some())
            .map(|d| match language {
                Language::Ru => russian::date::short(d),
                Language::En => russian::date::english(d),
            }),
        reply_number,
    }
}

pub fn signature(letter: &LetterText, frame: &Frame<'_>) -> press::Signature {
    let words = phrases(letter.language);
    let signatory = &letter.signatory;
    let images = frame.office.letterhead.use_images;
    let mut post = clean_line(&signatory.post);
    let authority = clean_line(signatory.authority.as_deref().unwrap_or_default());
    if !authority.is_empty() {
        post = format!("{post}\n{authority}");
    }
    let closing = clean_line(&letter.closing);
    press::Signature {
        closing: (!closing.is_empty()).then_some(closing),
        post,
        name: signed(&signatory.name, letter.language),
        picture: picture(
            frame.images.signature.as_ref().filter(|_| images),
            words.frame("signature"),
        ),
        stamp: picture(
            frame.images.stamp.as_ref().filter(|_| images),
            words.frame("stamp"),
        ),
        stamp_place: false,
    }
}

/// Those who sign a paper, each with room for a wet signature.
pub fn signers(letter: &LetterText) -> Vec<press::Signature> {
    const BLANK: &str = "_____________________";
    let sign = |signer: &Signer| {
        let name = signed(&signer.name, letter.language);
        press::Signature {
            closing: None,
            post: clean_line(&signer.role),
            name: if name.is_empty() {
                BLANK.to_owned()
            } else {
                name
            },
            picture: None,
            stamp: None,
            stamp_place: false,
        }
    };
    letter.signers.iter().map(sign).collect()
}
