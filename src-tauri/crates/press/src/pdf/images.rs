//! Bitmaps as image objects (ISO 32000-1, 8.9.5).

use lopdf::{Document, ObjectId, dictionary};

use crate::pdf::objects::as_it_is;
use crate::pictures::bitmap::{Bitmap, Encoding};

/// Adds a bitmap, with its opacity as a soft mask.
pub(crate) fn image(doc: &mut Document, bitmap: &Bitmap) -> ObjectId {
    let plane = |grey: bool, encoding: Encoding, bytes: &[u8]| {
        let mut dict = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(bitmap.width),
            "Height" => i64::from(bitmap.height),
            "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" },
            "BitsPerComponent" => 8,
        };
        match encoding {
            Encoding::Jpeg => dict.set("Filter", "DCTDecode"),
            Encoding::Deflated => {
                dict.set("Filter", "FlateDecode");
                let parameters = dictionary! {
                    "Predictor" => 15,
                    "Colors" => if grey { 1 } else { 3 },
                    "BitsPerComponent" => 8,
                    "Columns" => i64::from(bitmap.width),
                };
                dict.set("DecodeParms", parameters);
            }
        }
        as_it_is(dict, bytes.to_vec())
    };
    let mut stream = plane(bitmap.grey, bitmap.encoding, &bitmap.samples);
    if let Some(opacity) = &bitmap.opacity {
        let mask = doc.add_object(plane(true, Encoding::Deflated, opacity));
        stream.dict.set("SMask", mask);
    }
    doc.add_object(stream)
}
