//! Units of WordprocessingML: type in half points, all else in twentieths of a point.

/// Points in a millimetre.
pub(crate) const PT_MM: f32 = 72.0 / 25.4;

/// Millimetres as points of 1/72 inch.
pub(crate) fn points(mm: f32) -> f32 {
    mm * 72.0 / 25.4
}

/// Millimetres as twentieths of a point.
pub(crate) fn mm(mm: f32) -> i32 {
    (mm * (1440.0 / 25.4)).round() as i32
}

/// Points as twentieths of a point.
pub(crate) fn pt(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// Points as half points, as the format counts type.
pub(crate) fn half_points(size: f32) -> String {
    ((size * 2.0).round() as i32).max(2).to_string()
}

/// This fraction of a length, from 0 to 1.
pub(crate) fn fraction_of(whole: i32, fraction: f32) -> i32 {
    (whole as f32 * fraction) as i32
}
