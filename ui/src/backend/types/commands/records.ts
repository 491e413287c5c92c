// Made by `cargo xtask types`; change the Rust types instead.

/** Chooses an image in the system's dialog and keeps it in the open office. */
export type ImageChoose = {
/** What for; the dialog's title says it. */
purpose: ImagePlace, };

/** Where an image goes on the letter. */
export type ImagePlace = "logo" | "stamp" | "signature";

/** Asks for the bytes of a kept image. */
export type ImageShow = {
/** From [`StoredImage`] or the letterhead. */
sha256: string, };

export type StoredImage = {
/** Names it in the letterhead and in [`ImageShow`]. */
sha256: string,
/** In pixels of the picture as stored. */
width: number,
/** In pixels of the picture as stored. */
height: number, };
