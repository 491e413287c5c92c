//! Why a file is no signature of a letter.

/// Why a file is not kept as the signature of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureFault {
    /// It is no signature, or broken.
    Unreadable,
    /// It holds what was signed within itself.
    NotDetached,
    /// A signer made a digest of a kind that is not known here.
    Digest,
    /// A signer says nothing of the digest, so that only the mathematics of the key could prove it.
    NoDigest,
    /// It belongs to other bytes.
    OtherBytes,
}

impl SignatureFault {
    /// The code hosts hand on.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "signature_unreadable",
            Self::NotDetached => "signature_not_detached",
            Self::Digest => "signature_digest",
            Self::NoDigest => "signature_no_digest",
            Self::OtherBytes => "signature_other_bytes",
        }
    }
}
