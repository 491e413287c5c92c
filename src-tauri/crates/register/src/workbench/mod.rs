//! What only the developer's workbench asks of the records. It is no part of a
//! program that users get: the feature of the same name is theirs to leave off.

mod bare;
mod bulk;
mod rows;
mod stems;

pub use bulk::BulkComplaint;
pub use rows::{TableRows, all_rows};
