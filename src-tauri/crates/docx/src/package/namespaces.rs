//! Names of the format's vocabularies (ECMA-376).

/// WordprocessingML.
pub(crate) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Relationships between parts.
pub(crate) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
