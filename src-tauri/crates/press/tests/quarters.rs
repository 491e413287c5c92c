//! Files as other programs write them: inks without a word of Adobe, sixteen bits a sample, lines in another order,
//! cameras held in each of the ways there are. Every one shows the same four quarters.

use image::RgbImage;
use press::*;
use workbench::specimen::meta;

/// Upper left, upper right, lower left, lower right.
type Quarters = [[u8; 3]; 4];

const COLOURS: Quarters = [[200, 30, 40], [30, 150, 60], [40, 60, 180], [128; 3]];
const OF_INKS: Quarters = [[215, 46, 63], [42, 195, 73], [52, 68, 205], [128; 3]];
const GREYS: Quarters = [[40; 3], [90; 3], [140; 3], [190; 3]];

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("quarters/", $name)))
    };
}

const FILES: [(&str, &[u8], Quarters); 15] = {
    const fn of(
        file: (&'static str, &'static [u8]),
        shown: Quarters,
    ) -> (&'static str, &'static [u8], Quarters) {
        (file.0, file.1, shown)
    }
    [
        of(file!("inks-plain.jpg"), OF_INKS),
        of(file!("inks-adobe.jpg"), OF_INKS),
        of(file!("progressive.jpg"), COLOURS),
        of(file!("deep.png"), COLOURS),
        of(file!("deep-interlaced.png"), COLOURS),
        of(file!("deep-grey-interlaced.png"), GREYS),
        of(file!("interlaced.png"), COLOURS),
        of(file!("palette-interlaced.png"), COLOURS),
        of(file!("turned-2.jpg"), COLOURS),
        of(file!("turned-3.jpg"), COLOURS),
        of(file!("turned-4.jpg"), COLOURS),
        of(file!("turned-5.jpg"), COLOURS),
        of(file!("turned-6.jpg"), COLOURS),
        of(file!("turned-7.jpg"), COLOURS),
        of(file!("turned-8.jpg"), COLOURS),
    ]
};

fn printed(file: &[u8]) -> Result<Printed, PressError> {
    let block = Block::Picture {
        picture: Picture::new(file.to_vec(), "Четыре четверти").width_mm(96.0),
        align: Align::Left,
        caption: None,
    };
    Press::new().print(&Document::new(meta("Снимок", Language::Ru), vec![block]))
}

/// The middles of the quarters of whatever is on a page.
fn quarters(page: &RgbImage) -> (Quarters, f32) {
    let inked = page
        .enumerate_pixels()
        .filter(|(_, _, p)| p.0.iter().any(|c| *c < 240));
    let places: Vec<(u32, u32)> = inked.map(|(x, y, _)| (x, y)).collect();
    let side = |of: fn(&(u32, u32)) -> u32| {
        let all = places.iter().map(of);
        (all.clone().min().expect("ink"), all.max().expect("ink"))
    };
    let (across, down) = (side(|p| p.0), side(|p| p.1));
    let at = |(from, to): (u32, u32), quarter: u32| from + (to - from) * quarter / 4;
    let of = |x, y| page.get_pixel(at(across, x), at(down, y)).0;
    let shape = (across.1 - across.0) as f32 / (down.1 - down.0) as f32;
    ([of(1, 1), of(3, 1), of(1, 3), of(3, 3)], shape)
}

#[test]
fn pictures_of_other_programs_are_printed_as_they_are_meant() {
    for (name, file, shown) in FILES {
        let pdf = printed(file).expect("prints").pdf;
        let faults = workbench::lint::lint(&pdf).expect("reads");
        assert!(faults.is_empty(), "{name}: {faults:?}");
        let raster = Raster::open(pdf).expect("opens");
        let page = raster.page_png(0, 60.0).expect("draws");
        let page = image::load_from_memory(&page).expect("a PNG").into_rgb8();
        let (found, shape) = quarters(&page);
        assert!((1.4..1.6).contains(&shape), "{name}: {shape}");
        for (found, wanted) in found.iter().zip(&shown) {
            let off = found.iter().zip(wanted).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(off < Some(26), "{name}: {found:?}, not {wanted:?}");
        }
    }
}

#[test]
fn a_damaged_file_of_another_program_is_said_and_not_printed_in_grey() {
    for (name, file, _) in FILES {
        for part in 1..8 {
            let cut = &file[..file.len() * part / 8];
            assert!(printed(cut).is_err(), "{name}, {part} of 8");
            assert!(whole_picture(cut).is_err(), "{name}, {part} of 8");
        }
    }
}
