//! Names of the format's vocabularies (ECMA-376).

/// WordprocessingML: text, styles and lists (ECMA-376, part 1, 17).
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relationships between parts (ECMA-376, part 2).
pub(crate) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
