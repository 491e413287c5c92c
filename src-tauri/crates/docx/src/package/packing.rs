//! Packing the parts into one file.

use std::io::{Cursor, Write};

use press::Document;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::body::state::Written;
use crate::error::DocxError;
use crate::package::margins::{footer, header};
use crate::package::numbering::numbering;
use crate::package::properties::{application, core};
use crate::package::relations::{content_types, package_relations, relations};
use crate::package::styles::{fonts, settings, styles};
use crate::package::text::text;

/// Packs what was written, with the parts it refers to.
pub(crate) fn pack(document: &Document, written: Written) -> Result<Vec<u8>, DocxError> {
    let text = text(document, &written.xml)?;
    let parts: [(&str, Vec<u8>); 12] = [
        ("[Content_Types].xml", content_types()?),
        ("_rels/.rels", package_relations()?),
        ("docProps/core.xml", core(document)?),
        ("docProps/app.xml", application()?),
        ("word/document.xml", text),
        (
            "word/_rels/document.xml.rels",
            relations(&written.pictures.media)?,
        ),
        ("word/styles.xml", styles(document)?),
        (
            "word/numbering.xml",
            numbering(&written.lists, document.meta.language)?,
        ),
        ("word/settings.xml", settings(document)?),
        ("word/fontTable.xml", fonts()?),
        ("word/header.xml", header(document)?),
        ("word/footer.xml", footer(document)?),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    for media in &written.pictures.media {
        zip.start_file(format!("word/media/{}", media.name), options)?;
        zip.write_all(&media.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
