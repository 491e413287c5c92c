//! What is known of a module once its text is read.

use std::collections::{BTreeMap, BTreeSet};

/// A path, step by step. The first step of `::a::b` is empty.
pub type Path = Vec<String>;

/// Who may use a name.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum Reach {
    /// The module and those below it.
    #[default]
    Module,
    /// Its crate: more than some of it need not be told apart.
    Crate,
    Everywhere,
}

/// A `use`, name by name.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Use {
    /// The name it gives; none for a glob.
    pub name: Option<String>,
    pub path: Path,
    /// To whom it hands on.
    pub reach: Reach,
}

/// A path that stands in the code.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Named {
    pub path: Path,
    /// Whether a macro is called by it, which may be known by its place in the text alone.
    pub calls_macro: bool,
}

/// What a module declares under one name.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub reach: Reach,
    pub variants: BTreeSet<String>,
}

/// The text of a module without that of its children.
#[derive(Default)]
pub struct Text {
    /// Its items by their names.
    pub declared: BTreeMap<String, Declared>,
    /// Words in calls of macros among its items, each of which may be the name of an item made there.
    pub made: BTreeSet<String>,
    pub uses: BTreeSet<Use>,
    pub named: BTreeSet<Named>,
}

pub struct Module {
    /// Of the files of all sources.
    pub file: usize,
    pub parent: Option<usize>,
    pub reach: Reach,
    pub children: BTreeMap<String, usize>,
    pub text: Text,
}
