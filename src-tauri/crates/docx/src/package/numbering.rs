//! How lists are marked: one way with numbers, one with dashes, and each list an
//! instance that begins anew.

use std::io;

use press::Language;

use crate::body::nesting::DEEPEST;
use crate::body::state::List;
use crate::package::namespaces::W;
use crate::xml::Xml;

/// `word/numbering.xml`: each list begins its own count.
pub(crate) fn numbering(lists: &[List], language: Language) -> io::Result<Vec<u8>> {
    let dash = language.dash().to_string();
    let mut xml = Xml::document()?;
    xml.open("w:numbering", &[("xmlns:w", W)])?;
    for (id, numbers) in [("0", true), ("1", false)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)])?;
        xml.val("w:multiLevelType", "multilevel")?;
        for level in 0..=DEEPEST {
            xml.open("w:lvl", &[("w:ilvl", &level.to_string())])?;
            xml.val("w:start", "1")?;
            xml.val("w:numFmt", if numbers { "decimal" } else { "bullet" })?;
            let mark = format!("%{}.", level + 1);
            xml.val("w:lvlText", if numbers { &mark } else { &dash })?;
            xml.val("w:lvlJc", "left")?;
            xml.close("w:lvl")?;
        }
        xml.close("w:abstractNum")?;
    }
    for (at, list) in lists.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(at + 1).to_string())])?;
        xml.val("w:abstractNumId", if list.numbers { "0" } else { "1" })?;
        xml.open("w:lvlOverride", &[("w:ilvl", &list.level.to_string())])?;
        xml.val("w:startOverride", &list.start.to_string())?;
        xml.close("w:lvlOverride")?;
        xml.close("w:num")?;
    }
    xml.close("w:numbering")?;
    Ok(xml.into_bytes())
}
