//! The office's day through its use cases.
