//! Tables that ship with the program.

use serde::de::{DeserializeOwned, Error};

/// Reads a file of TOML that ships.
///
/// The way leads over a tree of values, for the reader of `toml` is compiled anew for each type it fills,
/// some twenty kilobytes each, and that of the tree is a small part of it. What is lost is the line of a
/// value that doesn't fit, so a file of the user's is never read so.
///
/// # Errors
/// What is no TOML, with its line, and a value that doesn't fit its type.
pub fn table<T: DeserializeOwned>(text: &str) -> Result<T, toml::de::Error> {
    let tree: serde_json::Value = toml::from_str(text)?;
    T::deserialize(tree).map_err(Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Tea {
        name: String,
        cups: Option<u8>,
        leaves: Vec<i64>,
    }

    #[test]
    fn a_table_fills_its_type_or_says_what_does_not_fit() {
        let tea: Tea = table("name = 'Чай'\nleaves = [1, -2]").unwrap();
        let wanted = Tea {
            name: "Чай".into(),
            cups: None,
            leaves: vec![1, -2],
        };
        assert_eq!(tea, wanted);
        let fault = |text| table::<Tea>(text).unwrap_err().to_string();
        assert!(fault("name = 'Чай'\nleaves = []\nmilk = true").contains("milk"));
        assert!(fault("name = 'Чай'\nleaves = []\ncups = 300").contains("300"));
        assert!(fault("name = 'Чай'\n\nleaves = [").contains("line 3"));
    }
}
