//! What this program sets in its own surroundings.

use std::path::PathBuf;

/// Names the folder in which Enchant keeps the words it is taught.
pub const WORDS: &str = "ENCHANT_CONFIG_DIR";

/// Where that folder is of this program's own.
pub fn own_words() -> Option<PathBuf> {
    config_folder().map(|config| commands::folder_of_words(&config))
}

/// The folder of the program's settings, which Tauri tells only later.
pub fn config_folder() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from);
    let named = named.filter(|folder| folder.is_absolute());
    let folder = named.or_else(|| Some(std::env::home_dir()?.join(".config")))?;
    Some(folder.join("ru.otvet.desktop"))
}
