//! Zlib, as `FlateDecode` wants it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Zlib at the highest level.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(
        Vec::with_capacity(bytes.len() / 2 + 64),
        Compression::best(),
    );
    // Writing to memory doesn't fail.
    let _ = encoder.write_all(bytes);
    let mut packed = encoder.finish().unwrap_or_default();
    packed.shrink_to_fit();
    packed
}
