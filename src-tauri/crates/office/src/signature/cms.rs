//! Detached signatures (CMS, RFC 5652; CAdES-BES): who signed, when, and the digest of what.

use crate::signature::der::{Element, INTEGER, OCTETS, SEQUENCE, SET, element};
use crate::signature::fault::SignatureFault;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeZone, Utc};
use sha2::{Digest, Sha256, Sha384, Sha512};
use streebog::{Streebog256, Streebog512};

/// Nobody's letter is signed by more; strangers send files too.
const MOST_SIGNERS: usize = 32;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const COMMON_NAME: &str = "2.5.4.3";
const SURNAME: &str = "2.5.4.4";
const GIVEN_NAME: &str = "2.5.4.42";
const ORGANISATION: &str = "2.5.4.10";

/// The digest that a signer made of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DigestKind {
    Sha256,
    Sha384,
    Sha512,
    Streebog256,
    Streebog512,
}

impl DigestKind {
    fn of(oid: &str) -> Option<Self> {
        Some(match oid {
            "2.16.840.1.101.3.4.2.1" => Self::Sha256,
            "2.16.840.1.101.3.4.2.2" => Self::Sha384,
            "2.16.840.1.101.3.4.2.3" => Self::Sha512,
            "1.2.643.7.1.1.2.2" => Self::Streebog256,
            "1.2.643.7.1.1.2.3" => Self::Streebog512,
            _ => return None,
        })
    }

    /// What it is called in its standard.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Streebog256 => "GOST R 34.11-2012, 256",
            Self::Streebog512 => "GOST R 34.11-2012, 512",
        }
    }

    /// The digest of some bytes.
    pub fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
            Self::Streebog256 => Streebog256::digest(bytes).to_vec(),
            Self::Streebog512 => Streebog512::digest(bytes).to_vec(),
        }
    }
}

/// What a signature says of a person, and of the content they signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignedBy {
    pub kind: DigestKind,
    /// Of the content that was signed.
    pub digest: Vec<u8>,
    /// As the certificate within names them; empty where there is none.
    pub name: String,
    pub organisation: String,
    /// What the signer's computer said, which nobody vouches for.
    pub at: Option<DateTime<FixedOffset>>,
    /// The number of the certificate, hexadecimal.
    pub certificate: String,
}

/// Who signed, out of a file in DER, BER, PEM or base64.
///
/// # Errors
/// See [`SignatureFault`].
pub(crate) fn signers(file: &[u8]) -> Result<Vec<SignedBy>, SignatureFault> {
    let binary = binary(file).ok_or(SignatureFault::Unreadable)?;
    let data = signed_data(&binary).ok_or(SignatureFault::Unreadable)?;
    let parts: Vec<Element<'_>> = data.inner().collect();
    let content = parts.iter().find(|part| part.tag == SEQUENCE);
    let content = content.ok_or(SignatureFault::Unreadable)?;
    if content.find(0xa0).is_some() {
        return Err(SignatureFault::NotDetached);
    }
    let certificates: Vec<Element<'_>> = parts
        .iter()
        .find(|part| part.tag == 0xa0)
        .map(|all| all.inner().collect())
        .unwrap_or_default();
    // The digests' kinds come first in a set, the signers last.
    let infos = parts.iter().rev().find(|part| part.tag == SET);
    let infos: Vec<Element<'_>> = infos.ok_or(SignatureFault::Unreadable)?.inner().collect();
    if infos.is_empty() || infos.len() > MOST_SIGNERS {
        return Err(SignatureFault::Unreadable);
    }
    infos
        .iter()
        .map(|info| signer(info, &certificates))
        .collect()
}

/// The bytes of a file that may be written as text.
fn binary(file: &[u8]) -> Option<Vec<u8>> {
    if file.first() == Some(&SEQUENCE) && file.get(1).is_some_and(|byte| *byte > 0x20) {
        return Some(file.to_vec());
    }
    let text = std::str::from_utf8(file).ok()?;
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("-----"));
    let packed: String = lines
        .flat_map(str::chars)
        .filter(|c| !c.is_whitespace())
        .collect();
    STANDARD.decode(packed.trim_start_matches('\u{feff}')).ok()
}

fn signed_data(binary: &[u8]) -> Option<Element<'_>> {
    let (whole, _) = element(binary)?;
    let mut parts = whole.of(SEQUENCE)?.inner();
    (parts.next()?.oid()? == SIGNED_DATA).then_some(())?;
    parts.next()?.of(0xa0)?.first()?.of(SEQUENCE)
}

fn signer(info: &Element<'_>, certificates: &[Element<'_>]) -> Result<SignedBy, SignatureFault> {
    let parts: Vec<Element<'_>> = info.inner().collect();
    let [version, id, digest, ..] = &parts[..] else {
        return Err(SignatureFault::Unreadable);
    };
    if version.tag != INTEGER {
        return Err(SignatureFault::Unreadable);
    }
    let kind = digest.first().and_then(|oid| oid.oid());
    let kind =
        DigestKind::of(&kind.ok_or(SignatureFault::Unreadable)?).ok_or(SignatureFault::Digest)?;
    let attributes = parts.get(3).filter(|part| part.tag == 0xa0);
    let attributes = attributes.ok_or(SignatureFault::NoDigest)?;
    let value = |name: &str| {
        let found = attributes.inner().find(|attribute| {
            attribute.first().and_then(|oid| oid.oid()).as_deref() == Some(name)
        })?;
        found.find(SET)?.first()
    };
    let digest = value(MESSAGE_DIGEST).and_then(|digest| digest.of(OCTETS));
    let digest = digest.ok_or(SignatureFault::NoDigest)?.content.to_vec();
    let number = id.find(INTEGER).map(|number| number.content.to_vec());
    let number = number.unwrap_or_default();
    let own = certificates.iter().find_map(|certificate| {
        let body = certificate.first()?;
        let found = body.find(INTEGER)?;
        (found.content == number).then_some(body)
    });
    let subject = own.and_then(|body| subject(&body));
    let of = |oid: &str| subject.as_ref().and_then(|name| part_of_name(name, oid));
    let person = match (of(SURNAME), of(GIVEN_NAME)) {
        (Some(last), Some(first)) => Some(format!("{last} {first}")),
        (Some(_) | None, _) => None,
    };
    let common = of(COMMON_NAME).unwrap_or_default();
    Ok(SignedBy {
        kind,
        digest,
        name: person.unwrap_or_else(|| common.clone()),
        organisation: of(ORGANISATION).filter(|o| *o != common).unwrap_or(common),
        at: value(SIGNING_TIME).and_then(|time| moment(&time)),
        certificate: number.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

/// Whom a certificate names: the sequence after the kind of its signature, who gave it, and how
/// long it holds.
fn subject<'b>(body: &Element<'b>) -> Option<Element<'b>> {
    body.inner().filter(|part| part.tag == SEQUENCE).nth(3)
}

fn part_of_name(name: &Element<'_>, oid: &str) -> Option<String> {
    let parts = name.inner().flat_map(|set| set.inner());
    let mut found =
        parts.filter(|part| part.first().and_then(|own| own.oid()).as_deref() == Some(oid));
    let text = found.next()?.inner().nth(1)?.text()?;
    let clean: String = text
        .chars()
        .filter(|c| complaint::is_visible(*c))
        .take(300)
        .collect();
    Some(clean.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A time in either writing; a year of two digits is one from 1950 to 2049.
fn moment(time: &Element<'_>) -> Option<DateTime<FixedOffset>> {
    let text = std::str::from_utf8(time.content).ok()?.strip_suffix('Z')?;
    let text = match time.tag {
        0x17 => {
            let year: u32 = text.get(..2)?.parse().ok()?;
            format!("{}{text}", if year < 50 { "20" } else { "19" })
        }
        0x18 => text.get(..14)?.to_owned(),
        _ => return None,
    };
    let moment = NaiveDateTime::parse_from_str(&text, "%Y%m%d%H%M%S").ok()?;
    Some(Utc.from_utc_datetime(&moment).fixed_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An element with what is in it.
    fn tlv(tag: u8, content: &[&[u8]]) -> Vec<u8> {
        let content = content.concat();
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        [&[tag, 0x82], &length[..], &content].concat()
    }

    const GOST_256: [u8; 10] = [0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02];
    const DATA: [u8; 11] = [
        0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01,
    ];
    const SIGNED: [u8; 11] = [
        0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02,
    ];
    const DIGEST: [u8; 11] = [
        0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04,
    ];

    /// A signature by GOST of a digest, with or without what was signed.
    fn signature(digest: &[u8], content: &[u8]) -> Vec<u8> {
        signed_by(1, digest, content)
    }

    /// The same by so many.
    fn signed_by(signers: usize, digest: &[u8], content: &[u8]) -> Vec<u8> {
        let attribute = tlv(0x30, &[&DIGEST, &tlv(0x31, &[&tlv(0x04, &[digest])])]);
        let info = tlv(
            0x30,
            &[
                &[2, 1, 1],
                &tlv(0x30, &[&tlv(0x30, &[]), &[2, 1, 7]]),
                &tlv(0x30, &[&GOST_256]),
                &tlv(0xa0, &[&attribute]),
                &tlv(0x30, &[&GOST_256]),
                &tlv(0x04, &[b"mathematics"]),
            ],
        );
        let data = tlv(
            0x30,
            &[
                &[2, 1, 1],
                &tlv(0x31, &[&tlv(0x30, &[&GOST_256])]),
                &tlv(0x30, &[&DATA, content]),
                &tlv(0x31, &vec![&info[..]; signers]),
            ],
        );
        tlv(0x30, &[&SIGNED, &tlv(0xa0, &[&data])])
    }

    #[test]
    fn a_digest_by_gost_is_the_one_of_the_standard_and_is_read_out_of_a_signature() {
        // The first example of the standard.
        let said = b"012345678901234567890123456789012345678901234567890123456789012";
        let digest = DigestKind::Streebog256.digest(said);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500"
        );
        let binary = signature(&digest, &[]);
        let text = format!(
            "-----BEGIN CMS-----\r\n{}\r\n-----END CMS-----\r\n",
            STANDARD.encode(&binary)
        );
        for file in [
            binary.as_slice(),
            text.as_bytes(),
            STANDARD.encode(&binary).as_bytes(),
        ] {
            let signers = signers(file).unwrap();
            assert_eq!(signers.len(), 1);
            assert_eq!(
                (signers[0].kind, &signers[0].digest),
                (DigestKind::Streebog256, &digest)
            );
            assert_eq!(signers[0].certificate, "07");
        }
        let attached = signature(&digest, &tlv(0xa0, &[&tlv(0x04, &[said])]));
        assert_eq!(signers(&attached), Err(SignatureFault::NotDetached));
    }

    #[test]
    fn nothing_that_is_cut_or_turned_is_taken_for_a_signature_of_other_bytes() {
        let digest = DigestKind::Streebog256.digest(b"letter");
        let sound = signature(&digest, &[]);
        for at in 0..sound.len() {
            let _ = signers(&sound[..at]);
            let mut turned = sound.clone();
            turned[at] ^= 0x55;
            let _ = signers(&turned);
        }
        assert_eq!(
            signers(&signed_by(32, &digest, &[])).map(|all| all.len()),
            Ok(32)
        );
        assert_eq!(
            signers(&signed_by(33, &digest, &[])),
            Err(SignatureFault::Unreadable)
        );
        for broken in [&b""[..], b"%PDF-1.7", b"AAAA", &[0x30, 0x80, 0, 0]] {
            assert_eq!(signers(broken), Err(SignatureFault::Unreadable));
        }
    }
}
