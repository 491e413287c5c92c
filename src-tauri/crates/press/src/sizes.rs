//! How large the parts of a letter's frame are, after ГОСТ Р 7.0.97-2025. Whoever
//! writes the same letter in another format takes them from here.
//!
//! Lengths are in millimetres, scales are of the body's size.

/// Widest corner letterhead, and widest reference.
pub const CORNER: f32 = 80.0;
/// Greatest width of the addressee's lines, in millimetres.
pub const ADDRESSEE: f32 = 85.0;
/// The most of the text's width that an addressee takes.
pub const ADDRESSEE_SHARE: f32 = 0.48;
/// Greatest width of the heading's lines, in millimetres.
pub const HEADING: f32 = 88.0;
/// Tallest logo of a longitudinal letterhead.
pub const LOGO: f32 = 24.0;
/// The most of the text's width that a logo takes: beside the name, above it.
pub const LOGO_SHARE: (f32, f32) = (0.22, 0.4);
/// Tallest logo of a corner letterhead, and the most of its width it takes.
pub const CORNER_LOGO: (f32, f32) = (20.0, 0.6);
/// Between a logo and the name beside it.
pub const LOGO_GAP: f32 = 6.0;
/// Widest post of a signer.
pub const POST: f32 = 75.0;
/// The most of the text's width that a post takes.
pub const POST_SHARE: f32 = 0.45;
/// Largest picture of a signature: width, height.
pub const SIGNATURE: (f32, f32) = (48.0, 18.0);
/// Largest picture of a stamp, either way.
pub const STAMP: f32 = 42.0;

/// The organisation's name in a longitudinal letterhead.
pub const NAME_SCALE: f32 = 1.25;
/// The same in a corner letterhead.
pub const CORNER_NAME_SCALE: f32 = 1.08;
/// The title of a paper that is no letter: «АКТ».
pub const TITLE_SCALE: f32 = 1.17;
/// The line under the name, and the reference.
pub const TAGLINE_SCALE: f32 = 0.92;
/// The details of a letterhead, the executor, the foot line.
pub const DETAILS_SCALE: f32 = 0.75;
/// The words that mark a stamp's place.
pub const STAMP_PLACE_SCALE: f32 = 0.85;
/// What stands under the line of one who receives the letter by hand.
pub const RECEIPT_SCALE: f32 = 0.7;
pub const PAGE_NUMBER_SCALE: f32 = 0.92;
pub const CELL_SCALE: f32 = 0.92;
/// The list of exhibits.
pub const NOTES_SCALE: f32 = 0.83;

/// Distance of base lines within the frame, in sizes of the type.
pub const LEADING: f32 = 1.18;
/// The same for the heading, the list of exhibits and a table's cells.
pub const CLOSE_LEADING: f32 = 1.2;
/// The most lines of an executor that are shown.
pub const EXECUTOR_LINES: usize = 12;
