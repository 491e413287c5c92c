//! What a document that a stranger sent may do when it is opened with another
//! program: kinds that are only looked at are opened, others once it is asked,
//! and those that may do something by themselves are only saved.

use crate::error::Result;
use crate::office::Office;
use complaint::Document;
use register::RegisterError;
use std::io::Read;

/// How a document is opened with the system's program for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OpeningKind {
    /// A picture, a PDF, a text, a message.
    Looked,
    /// Something else, of this ending: whoever opens it says so.
    Asked(String),
    /// A program, a script, a link, a page or a document with macros.
    OnlySaved,
}

/// Endings of what is only looked at.
const LOOKED: &[&str] = &[
    "bmp", "eml", "gif", "heic", "heif", "jpeg", "jpg", "log", "md", "pdf", "png", "tif", "tiff",
    "txt", "webp",
];

/// Endings of what does something when it is opened, on one system or another.
const DOING: &[&str] = &[
    "action",
    "ade",
    "adp",
    "air",
    "apk",
    "app",
    "appimage",
    "appinstaller",
    "application",
    "appref-ms",
    "appx",
    "appxbundle",
    "bash",
    "bat",
    "bin",
    "cdxml",
    "chm",
    "class",
    "cmd",
    "com",
    "command",
    "cpl",
    "crt",
    "csh",
    "deb",
    "der",
    "desktop",
    "diagcab",
    "dll",
    "dmg",
    "docm",
    "dotm",
    "drv",
    "dylib",
    "elf",
    "exe",
    "fish",
    "flatpakref",
    "gadget",
    "grp",
    "hlp",
    "hta",
    "htm",
    "html",
    "htt",
    "img",
    "inf",
    "ins",
    "iqy",
    "iso",
    "isp",
    "jar",
    "jnlp",
    "js",
    "jse",
    "ksh",
    "library-ms",
    "lnk",
    "mad",
    "maf",
    "mam",
    "mar",
    "mde",
    "mht",
    "mhtml",
    "mjs",
    "msc",
    "msh",
    "msi",
    "msix",
    "msixbundle",
    "msp",
    "mst",
    "msu",
    "ocx",
    "odc",
    "one",
    "onepkg",
    "osd",
    "php",
    "pif",
    "pkg",
    "pl",
    "potm",
    "ppam",
    "ppsm",
    "pptm",
    "prf",
    "prg",
    "ps1",
    "ps1xml",
    "ps2",
    "psc1",
    "psd1",
    "psm1",
    "py",
    "pyc",
    "pyw",
    "pyz",
    "rb",
    "rdp",
    "reg",
    "rpm",
    "run",
    "scf",
    "scpt",
    "scr",
    "sct",
    "search-ms",
    "settingcontent-ms",
    "sh",
    "shb",
    "shs",
    "shtml",
    "sldm",
    "slk",
    "snap",
    "so",
    "svg",
    "svgz",
    "swf",
    "sys",
    "terminal",
    "theme",
    "tool",
    "url",
    "vb",
    "vbe",
    "vbs",
    "vhd",
    "vhdx",
    "vxd",
    "webloc",
    "website",
    "wim",
    "workflow",
    "wsb",
    "wsc",
    "wsf",
    "wsh",
    "xbap",
    "xhtml",
    "xla",
    "xlam",
    "xll",
    "xlm",
    "xlsb",
    "xlsm",
    "xltm",
    "xml",
    "xsl",
    "zsh",
];

/// Endings of office files, in which macros are looked for.
const OFFICE_FILES: &[&str] = &[
    "doc", "docx", "dot", "dotx", "odp", "ods", "odt", "pot", "potx", "pps", "ppsx", "ppt", "pptx",
    "rtf", "xls", "xlsx", "xlt", "xltx",
];

/// What such a file begins with.
const DOING_BEGINS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x4c\x00\x00\x00\x01\x14\x02\x00",
    b"#!",
];

/// What such a text begins with, behind blanks, whatever the case.
const DOING_WORDS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<script",
    "<svg",
    "<?xml",
    "[internetshortcut]",
    "[desktop entry]",
    "@echo off",
];

/// What an office file with macros or foreign programs in it holds.
const MACROS: &[&[u8]] = &[
    b"vbaProject.bin",
    b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T",
    b"\\objdata",
    b"/embeddings/oleObject",
    b"Basic/script-lb.xml",
];

/// How much of an office file is looked through.
const LOOKED_THROUGH: u64 = 256 << 20;

fn ending_of(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().trim().to_lowercase()
}

fn does_something(head: &[u8]) -> bool {
    if DOING_BEGINS.iter().any(|begin| head.starts_with(begin)) {
        return true;
    }
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    // A text in UTF-16 begins with its mark; every other byte of its letters is nothing.
    let plain: Vec<u8> = match head
        .strip_prefix(b"\xff\xfe")
        .or(head.strip_prefix(b"\xfe\xff"))
    {
        Some(wide) => wide.iter().copied().filter(|byte| *byte != 0).collect(),
        None => head.to_vec(),
    };
    let text = String::from_utf8_lossy(plain.trim_ascii_start()).to_lowercase();
    DOING_WORDS.iter().any(|word| text.starts_with(word))
}

/// Whether some of these bytes stand in a stream.
fn holds(mut from: impl Read, what: &[&[u8]]) -> std::io::Result<bool> {
    let longest = what.iter().map(|bytes| bytes.len()).max().unwrap_or(0);
    let mut kept = Vec::new();
    let mut gulp = vec![0; 1 << 16];
    loop {
        let read = from.read(&mut gulp)?;
        if read == 0 {
            return Ok(false);
        }
        kept.extend_from_slice(&gulp[..read]);
        let found = |bytes: &&[u8]| kept.windows(bytes.len()).any(|window| window == *bytes);
        if what.iter().any(found) {
            return Ok(true);
        }
        kept.drain(..kept.len().saturating_sub(longest));
    }
}

/// How a document is opened, by its name and by what it is.
///
/// # Errors
/// Those of reading it.
pub(crate) fn opening_kind(office: &Office, document: &Document) -> Result<OpeningKind> {
    let register = office.register();
    let ending = ending_of(&document.fields.name);
    let io = |error: std::io::Error| RegisterError::from(error);
    let mut head = Vec::new();
    let content = register.content_read(&document.sha256)?;
    content.take(4096).read_to_end(&mut head).map_err(io)?;
    if DOING.contains(&&*ending) || does_something(&head) {
        return Ok(OpeningKind::OnlySaved);
    }
    if LOOKED.contains(&&*ending) {
        return Ok(OpeningKind::Looked);
    }
    let is_office_file = OFFICE_FILES.contains(&&*ending)
        || head.starts_with(b"PK\x03\x04")
        || head.starts_with(b"\xd0\xcf\x11\xe0");
    if is_office_file {
        let content = register.content_read(&document.sha256)?;
        if holds(content.take(LOOKED_THROUGH), MACROS).map_err(io)? {
            return Ok(OpeningKind::OnlySaved);
        }
    }
    Ok(OpeningKind::Asked(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_something_is_known_by_its_beginning_whatever_its_name() {
        for head in [
            &b"MZ\x90\x00"[..],
            b"#!/bin/sh\n",
            b"\xef\xbb\xbf  <HTML><script>",
            b"\n<!DOCTYPE html>",
            b"\xff\xfe<\0h\0t\0m\0l\0>\0",
            b"[Desktop Entry]\nExec=rm",
            b"\x4c\x00\x00\x00\x01\x14\x02\x00\x00",
        ] {
            assert!(does_something(head), "{head:?}");
        }
        for head in [
            &b"%PDF-1.7"[..],
            b"\x89PNG\r\n",
            b"",
            "Добрый день".as_bytes(),
        ] {
            assert!(!does_something(head), "{head:?}");
        }
    }

    #[test]
    fn macros_are_found_across_the_pieces_that_are_read() {
        let mut long = vec![b'x'; (1 << 16) - 7];
        long.extend_from_slice(b"vbaProject.bin and more");
        assert!(holds(&long[..], MACROS).unwrap());
        assert!(!holds(&long[..(1 << 16)], MACROS).unwrap());
    }
}
