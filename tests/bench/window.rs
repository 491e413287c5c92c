//! How long the window takes to its first usable row, beside an empty one.
