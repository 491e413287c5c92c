//! Documents of a complaint, and the care of their content.

pub(crate) mod fields;
pub(crate) mod kept_message;
pub(crate) mod media_type;
pub(crate) mod mend;
pub(crate) mod read;
pub(crate) mod steps;
pub(crate) mod sweep;
pub(crate) mod verify;
