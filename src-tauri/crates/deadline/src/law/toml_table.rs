//! A table of TOML read into a type of ours. What does not fit is told by kind, name and place, for the
//! screens word it in two languages.
//!
//! The types name what they take with serde's own `deny_unknown_fields`. That an error of `toml` is a
//! sentence and a place, and one of `serde_path_to_error` a sentence and a way to it, is why the tree that
//! `toml` has parsed is handed to serde here: serde tells an error of one's own the kind of the fault and
//! the name, and nothing need be picked out of a sentence, which changes with the library.

use serde::de::value::SeqDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The table has no such name.
    Unknown(String),
    /// The table must have this name.
    Missing(&'static str),
    /// The value under the name is of another sort, or a word that isn't one of the known.
    Value,
}

/// What does not fit, and where; what is nearest to the fault is filled in first and stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MisfitAt {
    pub misfit: Misfit,
    /// The byte of the text.
    pub at: Option<usize>,
    /// The name that a wrong value stands under.
    pub key: Option<String>,
    /// The `id` of the table it is about.
    pub id: Option<String>,
}

impl MisfitAt {
    fn of(misfit: Misfit) -> Self {
        Self {
            misfit,
            at: None,
            key: None,
            id: None,
        }
    }
}

impl fmt::Display for MisfitAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.misfit)
    }
}

impl std::error::Error for MisfitAt {}

impl Error for MisfitAt {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::of(Misfit::Value)
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::of(Misfit::Unknown(field.to_owned()))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::of(Misfit::Missing(field))
    }

    /// The same under an older name: one of the two has to go.
    fn duplicate_field(field: &'static str) -> Self {
        Self::of(Misfit::Unknown(field.to_owned()))
    }
}

/// A value of a TOML tree, on its way into a type of ours.
pub(super) struct Node<'de>(pub &'de Spanned<DeValue<'de>>);

/// The top table of a TOML tree, on its way into a type of ours.
pub(super) struct Top<'de>(pub &'de Spanned<DeTable<'de>>);

impl<'de> IntoDeserializer<'de, MisfitAt> for Node<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Top<'de> {
    type Error = MisfitAt;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, MisfitAt> {
        table(self.0.get_ref(), self.0.span().start, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = MisfitAt;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, MisfitAt> {
        let start = self.0.span().start;
        let read = match self.0.get_ref() {
            DeValue::String(text) => visitor.visit_str(text),
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => visitor.visit_i64(number),
                    Err(too_long) => Err(Error::custom(too_long)),
                }
            }
            DeValue::Boolean(truth) => visitor.visit_bool(*truth),
            DeValue::Array(values) => {
                visitor.visit_seq(SeqDeserializer::new(values.iter().map(Node)))
            }
            DeValue::Table(inner) => return table(inner, start, visitor),
            // No field of ours is a fraction, and days are written in quotes.
            DeValue::Float(_) | DeValue::Datetime(_) => Err(Error::custom("unused sort")),
        };
        read.map_err(|mut fault| {
            fault.at.get_or_insert(start);
            fault
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, MisfitAt> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, MisfitAt> {
        let word = self.0.get_ref().as_str().unwrap_or_default();
        visitor
            .visit_enum(IntoDeserializer::<MisfitAt>::into_deserializer(word))
            .map_err(|mut fault| {
                fault.at.get_or_insert(self.0.span().start);
                fault
            })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Reads a table; what is missing from it is missing where it begins.
fn table<'de, V: Visitor<'de>>(
    table: &'de DeTable<'de>,
    start: usize,
    visitor: V,
) -> Result<V::Value, MisfitAt> {
    let entries = Entries {
        left: table.iter(),
        value: None,
    };
    visitor.visit_map(entries).map_err(|mut fault| {
        if fault.at.is_none() && fault.misfit == Misfit::Value {
            // Not something within it: no table at all is wanted here.
            fault.at = Some(start);
            return fault;
        }
        fault.at.get_or_insert_with(|| first_line(table, start));
        if fault.id.is_none() {
            fault.id = id(table);
        }
        fault
    })
}

/// Where the first name of a table stands; `start` when it has none.
pub(super) fn first_line(table: &DeTable<'_>, start: usize) -> usize {
    let first = table.keys().map(|key| key.span().start).min();
    first.unwrap_or(start)
}

fn id(table: &DeTable<'_>) -> Option<String> {
    Some(table.get("id")?.get_ref().as_str()?.to_owned())
}

type Entry<'de> = (
    &'de Spanned<toml::de::DeString<'de>>,
    &'de Spanned<DeValue<'de>>,
);

struct Entries<'de, I> {
    left: I,
    value: Option<Entry<'de>>,
}

impl<'de, I: Iterator<Item = Entry<'de>>> MapAccess<'de> for Entries<'de, I> {
    type Error = MisfitAt;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, MisfitAt> {
        let Some(entry) = self.left.next() else {
            return Ok(None);
        };
        self.value = Some(entry);
        let (key, _) = entry;
        let name: &str = key.get_ref();
        seed.deserialize(IntoDeserializer::<MisfitAt>::into_deserializer(name))
            .map(Some)
            .map_err(|mut fault| {
                fault.at.get_or_insert(key.span().start);
                fault
            })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, MisfitAt> {
        let Some((key, value)) = self.value.take() else {
            return Err(Error::custom("a value is asked for before its name"));
        };
        seed.deserialize(Node(value)).map_err(|mut fault| {
            fault.at.get_or_insert(value.span().start);
            if fault.key.is_none() {
                fault.key = Some(key.get_ref().to_string());
            }
            fault
        })
    }
}
