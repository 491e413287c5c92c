//! How people and firms are called in a letter: in the address, in the
//! salutation, under the text.

pub mod address_order;
pub mod addressee;
pub mod latin;
pub mod latin_name;
pub mod own_form;
pub mod party;
pub mod recipient;
pub mod salutation;
pub mod signatory;
