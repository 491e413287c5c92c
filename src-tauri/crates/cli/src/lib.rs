//! What the programs of the command line share: how they answer, what they
//! read, and where the office lies that they are asked about.

pub mod answer;
pub mod globals;
pub mod input;
pub mod password;
pub mod places;
