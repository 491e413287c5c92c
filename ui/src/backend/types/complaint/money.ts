// Made by `cargo xtask types`; change the Rust types instead.

/**
 * A non-negative sum in kopecks. On the wire it is a string with two
 * decimals (`"4590.00"`), so that no reader rounds it through a float.
 */
export type Money = string;
