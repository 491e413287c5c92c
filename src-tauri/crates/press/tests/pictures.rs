//! Pictures in the finished file: photographs as they came, stamps small, and
//! nothing of what a camera notes.

use image::{DynamicImage, ImageBuffer, Rgb};
use lopdf::{Document as File, Object};
use press::*;
use workbench::specimen::*;

/// A photograph of a sort, as a JPEG file.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let buffer = ImageBuffer::from_fn(width, height, |x, y| {
        Rgb([
            (x * 255 / width) as u8,
            (y * 255 / height) as u8,
            ((x * 7 + y * 13) % 97) as u8 + 60,
        ])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(buffer)
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .expect("a JPEG");
    file.into_inner()
}

/// The same with what a camera notes: the way it was held, and a secret.
fn noted(file: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend_from_slice(&[orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend_from_slice(b"SECRET PLACE 59.93N 30.31E");
    let mut out = file[..2].to_vec();
    out.extend_from_slice(&[0xFF, 0xE1]);
    out.extend_from_slice(&(exif.len() as u16 + 2).to_be_bytes());
    out.extend_from_slice(&exif);
    out.extend_from_slice(&file[2..]);
    out.extend_from_slice(b"SECRET BEHIND THE END");
    out
}

fn with(picture: Picture) -> Document {
    let block = Block::Picture {
        picture,
        align: Align::Centre,
        caption: None,
    };
    Document::new(meta("Фотография", Language::Ru), vec![block])
}

/// Width, height, filter and bytes of the only picture in a file.
fn image_of(pdf: &[u8]) -> (i64, i64, String, Vec<u8>) {
    let file = File::load_mem(pdf).expect("reads");
    let is_image = |o: &&Object| {
        o.as_stream().is_ok_and(|s| {
            s.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image".as_slice())
        })
    };
    let stream = file.objects.values().find(is_image).expect("a picture");
    let stream = stream.as_stream().expect("a stream");
    let number = |key: &[u8]| stream.dict.get(key).and_then(Object::as_i64).expect("n");
    let filter = stream.dict.get(b"Filter").and_then(Object::as_name);
    (
        number(b"Width"),
        number(b"Height"),
        String::from_utf8_lossy(filter.expect("a filter")).into_owned(),
        stream.content.clone(),
    )
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

#[test]
fn a_photographs_scan_is_kept_and_its_notes_are_not() {
    let plain = photograph(640, 480);
    let document = with(Picture::new(noted(&plain, 1), "Чайник").width_mm(80.0));
    let pdf = Press::new().print(&document).expect("prints").pdf;
    let (width, height, filter, bytes) = image_of(&pdf);
    assert_eq!((width, height, filter.as_str()), (640, 480, "DCTDecode"));
    assert!(!contains(&pdf, b"SECRET"));
    // From the first scan on, the file is the one that came.
    let scan = |file: &[u8]| {
        let at = file
            .windows(2)
            .position(|w| w == [0xFF, 0xDA])
            .expect("a scan");
        file[at..].to_vec()
    };
    assert_eq!(scan(&bytes), scan(&plain));
    let samples = |file: &[u8]| image::load_from_memory(file).expect("a picture").to_rgb8();
    assert_eq!(samples(&bytes), samples(&plain));
    assert!(workbench::lint::lint(&pdf).expect("reads").is_empty());
}

#[test]
fn a_camera_held_on_its_side_is_put_upright() {
    for orientation in [6, 8] {
        let document = with(Picture::new(noted(&photograph(640, 480), orientation), ""));
        let pdf = Press::new().print(&document).expect("prints").pdf;
        let (width, height, filter, bytes) = image_of(&pdf);
        assert_eq!((width, height, filter.as_str()), (480, 640, "DCTDecode"));
        let made = image::load_from_memory(&bytes)
            .expect("a picture")
            .to_rgb8();
        // What was the left edge, dark in red, is now at the top or at the bottom.
        let (top, bottom) = (made.get_pixel(240, 2).0[0], made.get_pixel(240, 637).0[0]);
        assert_eq!(top < bottom, orientation == 6, "{top} {bottom}");
        assert!(!contains(&pdf, b"SECRET"));
    }
}

#[test]
fn a_large_photograph_is_made_no_larger_than_paper_shows() {
    let large = photograph(3000, 2000);
    let document = with(Picture::new(large.clone(), "Витрина").width_mm(60.0));
    let pdf = Press::new().print(&document).expect("prints").pdf;
    let (width, height, filter, bytes) = image_of(&pdf);
    assert_eq!((width, height, filter.as_str()), (708, 472, "DCTDecode"));
    assert!(bytes.len() < large.len() / 4);
}

#[test]
fn a_photograph_cut_off_anywhere_is_refused_and_not_filled_up_with_grey() {
    let whole = noted(&photograph(200, 150), 1);
    let mark = whole.windows(2).rposition(|w| w == [0xFF, 0xD9]);
    for end in (0..mark.expect("an end")).step_by(97) {
        let document = with(Picture::new(whole[..end].to_vec(), ""));
        assert!(Press::new().print(&document).is_err(), "{end}");
    }
    let document = with(Picture::new(whole, ""));
    assert!(Press::new().print(&document).is_ok());
}

/// A file that ends as it should, while a part of what it shows is missing.
#[test]
fn a_photograph_whose_scan_breaks_off_is_refused_and_not_filled_up_with_grey() {
    let whole = photograph(200, 150);
    let scan = whole.windows(2).position(|w| w == [0xFF, 0xDA]);
    let scan = scan.expect("a scan") + 14;
    for part in 1..10 {
        let mut broken = whole[..scan + (whole.len() - scan) * part / 10].to_vec();
        // No half of a marker may stand before the end's.
        if broken.last() == Some(&0xFF) {
            broken.push(0);
        }
        broken.extend_from_slice(&[0xFF, 0xD9]);
        assert!(whole_picture(&broken).is_err(), "{part} of 10");
        let document = with(Picture::new(broken, ""));
        assert!(Press::new().print(&document).is_err(), "{part} of 10");
    }
    for size in [(200, 150), (17, 9), (8, 8), (1, 1), (640, 3)] {
        let whole = photograph(size.0, size.1);
        assert_eq!(whole_picture(&whole).ok(), Some(size));
    }
}

#[test]
fn a_picture_that_is_kept_is_whole() {
    let photo = noted(&photograph(90, 60), 6);
    assert_eq!(whole_picture(&photo).unwrap(), (60, 90));
    let notes = b"SECRET BEHIND THE END".len();
    let end = photo.len() - notes;
    let mut png = std::io::Cursor::new(Vec::new());
    DynamicImage::new_rgba8(40, 30)
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a PNG");
    let png = png.into_inner();
    assert_eq!(whole_picture(&png).unwrap(), (40, 30));
    for (file, end) in [(&photo, end), (&png, png.len() - 12)] {
        for cut in (1..20).map(|part| end * part / 20).chain([end - 1]) {
            assert!(whole_picture(&file[..cut]).is_err(), "{cut} of {end}");
        }
    }
    // A thumbnail's end is not the picture's.
    let mut thumbnail = photo[..2].to_vec();
    let small = photograph(8, 8);
    thumbnail.extend_from_slice(&[0xFF, 0xE1]);
    thumbnail.extend_from_slice(&(small.len() as u16 + 2).to_be_bytes());
    thumbnail.extend_from_slice(&small);
    thumbnail.extend_from_slice(&photo[2..end / 2]);
    assert!(whole_picture(&thumbnail).is_err());
}

#[test]
fn a_stamp_made_smaller_keeps_its_colour_and_grows_no_dark_edge() {
    let document = with(Picture::new(STAMP.to_vec(), "Печать").width_mm(16.0));
    let pdf = Press::new().print(&document).expect("prints").pdf;
    let raster = Raster::open(pdf).expect("opens");
    let png = raster.page_png(0, 100.0).expect("draws");
    let page = image::load_from_memory(&png).expect("a PNG").to_rgb8();
    let ink = page.pixels().filter(|p| p.0 != [255; 3]).count();
    assert!(ink > 500, "{ink}");
    for p in page.pixels() {
        let [r, g, b] = p.0.map(i32::from);
        // Blue ink on white: never darker than the ink, never without its blue.
        assert!(r >= 30 && g >= 50 && b >= 150 && b >= r, "{:?}", p.0);
    }
}

#[test]
fn a_picture_for_another_file_is_upright_small_and_without_notes() {
    let noted = noted(&photograph(3000, 2000), 6);
    let bare = press::print_ready(&noted, 144.0).expect("a photograph");
    assert!(!contains(&bare, b"SECRET"));
    assert_eq!(press::dimensions(&bare), Ok((600, 900)));
    let bare = press::print_ready(STAMP, 72.0).expect("a drawing");
    let made = image::load_from_memory(&bare).expect("a PNG");
    assert!(made.width() <= 450 && made.color().has_alpha());
    assert!(press::print_ready(b"no picture", 72.0).is_err());
    // Drawn anew, not even the coded samples are the file's own.
    let plain = photograph(90, 60);
    let scan = &plain[plain.len() - 200..];
    assert!(contains(&press::print_ready(&plain, 144.0).unwrap(), scan));
    let anew = press::redrawn(&plain, 144.0).unwrap();
    assert!(!contains(&anew, scan));
    assert_eq!(press::dimensions(&anew), Ok((90, 60)));
}
