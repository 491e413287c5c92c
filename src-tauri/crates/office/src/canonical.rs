//! JSON as hashes are taken over it: a field that a type gains later moves no hash while it says nothing.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// A value whose [first](Self::first) fields stand in their order whatever they say. The others follow by name,
/// those that say nothing left out: null, false, no words, an empty list, what the type says by default, and an
/// object of nothing else. Lists keep every element, for their places say something.
pub(crate) struct Canonical<'a> {
    pub value: &'a Value,
    /// The fields that hashes were first taken over, a path a line: `complainant.email`, and the same for the
    /// elements of a list.
    pub first: &'a str,
    /// What stands there where nothing is said, as far as it is none of the values that say nothing by themselves.
    pub default: &'a Value,
    /// The path of the value; empty for the whole.
    pub path: String,
}

impl<'a> Canonical<'a> {
    /// The whole of `value`, its fields in the order of the lines of `first`.
    pub fn of(value: &'a Value, first: &'a str, default: &'a Value) -> Self {
        Self {
            value,
            first,
            default,
            path: String::new(),
        }
    }

    fn field(&self, name: &str, value: &'a Value) -> Self {
        Self {
            value,
            default: &self.default[name],
            path: format!("{}{name}.", self.path),
            ..*self
        }
    }

    /// The first fields of an object in this place.
    fn first_here(&self) -> impl Iterator<Item = &'a str> {
        let below = self
            .first
            .lines()
            .filter_map(|line| line.strip_prefix(self.path.as_str()));
        below.filter(|name| !name.contains('.'))
    }
}

impl Serialize for Canonical<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::Object(fields) => {
                let mut left: BTreeMap<&str, &Value> = fields
                    .iter()
                    .map(|(name, value)| (name.as_str(), value))
                    .collect();
                let mut map = serializer.serialize_map(None)?;
                for name in self.first_here() {
                    if let Some(value) = left.remove(name) {
                        map.serialize_entry(name, &self.field(name, value))?;
                    }
                }
                left.retain(|name, value| says_something(value, &self.default[*name]));
                for (name, value) in left {
                    map.serialize_entry(name, &self.field(name, value))?;
                }
                map.end()
            }
            Value::Array(elements) => serializer.collect_seq(elements.iter().map(|value| Self {
                value,
                default: &Value::Null,
                path: self.path.clone(),
                ..*self
            })),
            plain @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => {
                plain.serialize(serializer)
            }
        }
    }
}

fn says_something(value: &Value, default: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(says) => *says && value != default,
        Value::Number(_) => value != default,
        Value::String(text) => !text.is_empty() && value != default,
        Value::Array(elements) => !elements.is_empty() && value != default,
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| says_something(value, &default[name.as_str()])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_came_later_is_written_where_it_says_something_and_there_alone() {
        let default = json!({ "later": { "by": "office", "sum": null } });
        let written = |value: Value| {
            serde_json::to_string(&Canonical::of(&value, "z\na\na.k", &default)).unwrap()
        };
        assert_eq!(
            written(json!({ "a": [{ "k": "", "j": "" }, { "j": "x" }], "z": null })),
            r#"{"z":null,"a":[{"k":""},{"j":"x"}]}"#
        );
        let quiet =
            json!({ "a": [], "z": 1, "later": { "by": "office", "sum": null }, "more": {} });
        assert_eq!(written(quiet), r#"{"z":1,"a":[]}"#);
        let said = json!({ "later": { "by": "complainant", "sum": null }, "z": 1 });
        assert_eq!(written(said), r#"{"z":1,"later":{"by":"complainant"}}"#);
    }
}
