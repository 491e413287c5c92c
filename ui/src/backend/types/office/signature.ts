// Made by `cargo xtask types`; change the Rust types instead.
import type { DocumentId } from '../complaint/id'

/** A signature that belongs to the bytes of a letter. */
export type SignatureView = { document: DocumentId, exhibit: number, name: string, signers: Array<SignerView>, };

/** One who signed a letter. */
export type SignerView = {
/** As the certificate within names them; empty where there is none. */
name: string, organisation: string,
/** What the signer's computer said, in the zone the office keeps now. */
at: string | null,
/** The number of the certificate, hexadecimal. */
certificate: string,
/** What the digest is called in its standard. */
digest: string, };
