//! Detached signatures made elsewhere, kept beside the letters they belong to.

pub(crate) mod cms;
pub(crate) mod der;
pub(crate) mod fault;
pub(crate) mod letter_signatures;

pub use fault::SignatureFault;
pub use letter_signatures::{
    LONGEST_SIGNATURE, SignatureView, SignerView, letter_signature_add, letter_signatures,
};
