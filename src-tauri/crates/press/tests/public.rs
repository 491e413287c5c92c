//! Pictures from public reports of other programs, each with its right answer. The files lie beside the checkout;
//! without them the test says that it skips.

use prerequisites::shared;
use press::{PictureError, dimensions, redrawn, whole_picture};

/// Its size as it is meant to stand, or why it is refused.
type Answer = Result<(u32, u32), &'static str>;

/// What is to become of each file.
const PICTURES: &[(&str, Answer)] = &[
    ("base.png", Ok((400, 200))),
    ("cmyk_noadobe.jpg", Ok((400, 200))),
    ("exif3.jpg", Ok((400, 200))),
    ("exif6.jpg", Ok((200, 400))),
    ("exif8.jpg", Ok((200, 400))),
    ("grey.jpg", Ok((400, 200))),
    ("inter.png", Ok((400, 200))),
    ("mono.png", Ok((400, 200))),
    ("one.png", Ok((1, 1))),
    ("p16.png", Ok((400, 200))),
    ("p16a.png", Ok((400, 200))),
    ("pal.png", Ok((400, 200))),
    ("prog.jpg", Ok((400, 200))),
    ("rgb.jpg", Ok((400, 200))),
    ("transp.png", Ok((400, 200))),
    ("cut.jpg", Err("broken")),
    ("cut.png", Err("broken")),
    ("noise.jpg", Err("format")),
    ("empty.jpg", Err("format")),
    ("b.bmp", Err("format")),
    ("gif.gif", Err("format")),
    ("jp.jp2", Err("format")),
    ("lie.jpg", Err("format")),
    ("t.tiff", Err("format")),
    ("w.webp", Err("format")),
    ("wide.png", Err("too large")),
];

fn told(read: Result<(u32, u32), PictureError>) -> Answer {
    read.map_err(|error| match error {
        PictureError::Format => "format",
        PictureError::TooLarge => "too large",
        PictureError::Broken(_) => "broken",
    })
}

#[test]
fn every_public_picture_has_its_right_answer() {
    let Some(folder) = shared("samples/public/img") else {
        return;
    };
    let mut wrong = Vec::new();
    for (name, right) in PICTURES {
        let bytes = std::fs::read(folder.join(name)).expect("a sample");
        let got = told(whole_picture(&bytes));
        if got != *right {
            wrong.push(format!("{name}: {got:?}, not {right:?}"));
        }
        if let Ok(size) = right {
            assert_eq!(dimensions(&bytes).ok(), Some(*size), "{name}");
        }
    }
    let known = std::fs::read_dir(&folder).expect("the samples").count();
    assert_eq!(known, PICTURES.len(), "a sample has no answer");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Four inks without Adobe's mark are the ink laid down; taken for the white left, the picture would be its negative.
#[test]
fn four_inks_without_a_mark_are_no_negative() {
    let Some(folder) = shared("samples/public/img") else {
        return;
    };
    let read = |name: &str| std::fs::read(folder.join(name)).expect("a sample");
    let drawn = redrawn(&read("cmyk_noadobe.jpg"), 400.0).expect("a picture");
    let shown = image::load_from_memory(&drawn)
        .expect("a picture")
        .into_rgb8();
    // What another reader of the standard, MuPDF, shows there: yellow above on the left, dark in the middle.
    let [red, green, blue] = shown.get_pixel(20, 10).0;
    assert!(
        red > 100 && green > 100 && blue < 90,
        "{red} {green} {blue}"
    );
    let middle = shown.get_pixel(shown.width() / 2, shown.height() / 2).0;
    assert!(middle.iter().all(|light| *light < 100), "{middle:?}");
}
