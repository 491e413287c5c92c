//! The texts that come along with the crate: its templates, and what its checks look for.

use packed::Texts;
use std::sync::LazyLock;

/// The text of one of the crate's files, named by its path from the crate's folder. A file that does not
/// exist is an error of the compiler.
macro_rules! shipped_text {
    ($($part:expr),+ $(,)?) => {{
        const _: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $($part),+));
        $crate::shipped::text(concat!($($part),+))
    }};
}
pub(crate) use shipped_text;

/// What the build script packed; unpacked once, when the first of them is wanted. Each text has a test that
/// reads it, so that a broken archive can't be shipped.
pub(crate) fn text(path: &str) -> &'static str {
    static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
        Texts::read(include_bytes!(concat!(env!("OUT_DIR"), "/texts.zz"))).unwrap_or_default()
    });
    TEXTS.text(path)
}
