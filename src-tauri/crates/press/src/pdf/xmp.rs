//! The XMP packet: what Info says, and which standards the file keeps.

use crate::model::Meta;
use crate::pdf::objects::PRODUCER;

/// Text without what XML and Info can't hold.
pub(crate) fn clean(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| {
            if c == '\n' || c == '\t' || c == '\u{A0}' {
                ' '
            } else {
                c
            }
        })
        .filter(|c| !c.is_control() && !matches!(u32::from(*c) & 0xFFFF, 0xFFFE | 0xFFFF))
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    clean(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The packet of a file that keeps `part` of ISO 19005, level A.
pub(crate) fn packet(meta: &Meta, part: u8) -> String {
    let created = meta
        .created
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let title = escaped(&meta.title);
    let mut optional = String::new();
    let author = escaped(&meta.author);
    if !author.is_empty() {
        optional.push_str(&format!(
            "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        ));
    }
    let subject = escaped(&meta.subject);
    if !subject.is_empty() {
        optional.push_str(&format!(
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        ));
    }
    let language = meta.language.tag();
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>\n\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
<dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
{optional}\
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>\
<xmp:CreateDate>{created}</xmp:CreateDate>\
<xmp:ModifyDate>{created}</xmp:ModifyDate>\
<pdf:Producer>{PRODUCER}</pdf:Producer>\
<pdfaid:part>{part}</pdfaid:part>\
<pdfaid:conformance>A</pdfaid:conformance>\
<pdfuaid:part>1</pdfuaid:part>\n\
</rdf:Description></rdf:RDF></x:xmpmeta>\n\
<?xpacket end=\"r\"?>"
    )
}
