//! Lengths: the model counts in millimetres, pages in points.

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// A length that came from outside, made usable.
pub(crate) fn usable(value: f32, least: f32, most: f32) -> f32 {
    if value.is_finite() {
        value.clamp(least, most)
    } else {
        least.max(0.0)
    }
}
