//! From the names in the code to the files that define them.

use super::module::{Named, Reach, Use};
use super::scopes::{Meaning, Scopes};
use super::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files that a file imports, each with the paths by which it does.
pub type Arrows<'s> = BTreeMap<&'s Path, BTreeMap<&'s Path, BTreeSet<String>>>;

/// The modules whose text defines what a path names.
fn defining(scopes: &Scopes, path: &[String], from: usize) -> Vec<usize> {
    let found = scopes.meanings(path, from);
    let items = found.into_iter().filter_map(|meaning| match meaning {
        Meaning::Item(module) => Some(module),
        Meaning::Module(_) => None,
    });
    items.collect()
}

/// The same for a path that stands in the code. A macro is known below where it is written as well.
fn named(sources: &Sources, scopes: &Scopes, named: &Named, from: usize) -> Vec<usize> {
    let is_plain_macro = named.calls_macro && named.path.len() == 1;
    let known = if is_plain_macro { usize::MAX } else { 1 };
    let around = sources.upwards(from).take(known);
    let found = around.map(|module| defining(scopes, &named.path, module));
    found
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// What a `use` imports by standing there. A glob imports what the code then names; what a module hands on from
/// below itself it does not import.
fn used(sources: &Sources, scopes: &Scopes, used: &Use, id: usize) -> Vec<usize> {
    let mut found = defining(scopes, &used.path, id);
    if used.reach > Reach::Module {
        found.retain(|module| !sources.is_within(*module, id));
    }
    found
}

/// Which file imports which.
pub fn arrows(sources: &Sources) -> Arrows<'_> {
    let scopes = Scopes::of(sources);
    let path_of = |module: usize| sources.files[sources.modules[module].file].as_path();
    let mut arrows = Arrows::new();
    for (id, module) in sources.modules.iter().enumerate() {
        let uses = module.text.uses.iter();
        let uses = uses.map(|it| (&it.path, used(sources, &scopes, it, id)));
        let code = module.text.named.iter();
        let code = code.map(|it| (&it.path, named(sources, &scopes, it, id)));
        let to = arrows.entry(path_of(id)).or_default();
        for (path, modules) in uses.chain(code) {
            for file in modules.into_iter().map(path_of) {
                if file != path_of(id) {
                    to.entry(file).or_default().insert(path.join("::"));
                }
            }
        }
    }
    arrows
}
