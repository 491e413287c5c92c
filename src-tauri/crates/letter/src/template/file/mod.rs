//! Templates as files: TOML that a person can read, one template or many, each
//! complete in itself. The register keeps single templates in the same form.

pub mod parsing;
mod table;
pub mod writing;
