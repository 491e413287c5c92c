//! Letters: drafts, approval, issue, and what happens afterwards.

pub(crate) mod approval;
pub(crate) mod draft;
pub(crate) mod fields;
pub(crate) mod issue;
pub(crate) mod question;
pub(crate) mod row;
