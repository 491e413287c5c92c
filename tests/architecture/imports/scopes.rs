//! What each module calls by which name.

use super::module::{Reach, Use};
use super::sources::Sources;
use std::collections::{BTreeMap, BTreeSet};

/// What a name stands for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Meaning {
    Module(usize),
    /// Something that stands in the text of this module.
    Item(usize),
}

/// Meanings of a name, each with who may use it.
type Meanings = BTreeMap<Meaning, Reach>;

#[derive(Default)]
struct Scope {
    singly: BTreeMap<String, Meanings>,
    by_glob: BTreeMap<String, Meanings>,
}

impl Scope {
    /// What is named singly hides what a glob brings, but a module hides no function of its name.
    fn meanings(&self, name: &str) -> impl Iterator<Item = (Meaning, Reach)> {
        let singly = self.singly.get(name).into_iter().flatten();
        let is_module = |meaning: &Meaning| matches!(meaning, Meaning::Module(_));
        let has_module = singly.clone().any(|(meaning, _)| is_module(meaning));
        let has_item = singly.clone().any(|(meaning, _)| !is_module(meaning));
        let by_glob = self.by_glob.get(name).into_iter().flatten();
        let seen =
            by_glob.filter(move |(meaning, _)| !(has_item || has_module && is_module(meaning)));
        let all = singly.chain(seen);
        all.map(|(meaning, reach)| (*meaning, *reach))
    }
}

/// The names of all modules.
pub struct Scopes<'s> {
    sources: &'s Sources,
    scopes: Vec<Scope>,
}

/// Adds a meaning; the answer is whether that is new.
fn add(names: &mut BTreeMap<String, Meanings>, name: &str, meaning: Meaning, by: Reach) -> bool {
    let known = names.entry(name.to_owned()).or_default();
    let is_new = known.get(&meaning).is_none_or(|before| *before < by);
    if is_new {
        known.insert(meaning, by);
    }
    is_new
}

impl<'s> Scopes<'s> {
    /// Follows imports from module to module until no name is added.
    pub fn of(sources: &'s Sources) -> Self {
        let mut scopes = Vec::new();
        for (id, module) in sources.modules.iter().enumerate() {
            let mut scope = Scope::default();
            for (name, item) in &module.text.declared {
                add(&mut scope.singly, name, Meaning::Item(id), item.reach);
            }
            for (name, child) in &module.children {
                let reach = sources.modules[*child].reach;
                add(&mut scope.singly, name, Meaning::Module(*child), reach);
            }
            scopes.push(scope);
        }
        let mut all = Self { sources, scopes };
        all.follow();
        // Only what leads nowhere when all is followed can have been made by a macro.
        let mut made = Vec::new();
        for (id, used) in all.uses() {
            if all.found(&used.path, id).is_empty() {
                let meanings = all.meanings(&used.path, id);
                made.extend(meanings.into_iter().map(|meaning| (id, used, meaning)));
            }
        }
        for (id, used, meaning) in made {
            if let Some(name) = &used.name {
                add(&mut all.scopes[id].singly, name, meaning, used.reach);
            }
        }
        all.follow();
        all
    }

    fn uses(&self) -> impl Iterator<Item = (usize, &'s Use)> + use<'s> {
        let modules = self.sources.modules.iter().enumerate();
        modules.flat_map(|(id, module)| module.text.uses.iter().map(move |used| (id, used)))
    }

    fn follow(&mut self) {
        while self
            .uses()
            .fold(false, |grown, (id, used)| self.bring(used, id) || grown)
        {}
    }

    /// Whether a name of one module may be used by another.
    fn is_open(&self, id: usize, reach: Reach, from: usize) -> bool {
        let root = |module| self.sources.upwards(module).last();
        match reach {
            Reach::Everywhere => true,
            Reach::Crate => root(id) == root(from),
            Reach::Module => self.sources.is_within(from, id),
        }
    }

    /// Gives a module the names of a `use`; the answer is whether any was new.
    fn bring(&mut self, used: &Use, id: usize) -> bool {
        let mut brought = Vec::new();
        for meaning in self.found(&used.path, id) {
            match (&used.name, meaning) {
                (Some(name), _) => brought.push((name.clone(), meaning)),
                (None, Meaning::Module(other)) => {
                    let scope = &self.scopes[other];
                    let names = scope.singly.keys().chain(scope.by_glob.keys());
                    for name in names.collect::<BTreeSet<_>>() {
                        let open = scope.meanings(name);
                        let open = open.filter(|(_, reach)| self.is_open(other, *reach, id));
                        brought.extend(open.map(|(meaning, _)| (name.clone(), meaning)));
                    }
                }
                (None, Meaning::Item(other)) => {
                    let declared = &self.sources.modules[other].text.declared;
                    let of = used.path.last().and_then(|name| declared.get(name));
                    let variants = of.into_iter().flat_map(|of| &of.variants);
                    brought.extend(variants.map(|name| (name.clone(), meaning)));
                }
            }
        }
        let scope = &mut self.scopes[id];
        let names = match used.name {
            Some(_) => &mut scope.singly,
            None => &mut scope.by_glob,
        };
        brought.into_iter().fold(false, |grown, (name, meaning)| {
            add(names, &name, meaning, used.reach) || grown
        })
    }

    /// What a module calls by a name, as seen from within another.
    fn named(&self, id: usize, name: &str, from: usize) -> BTreeSet<Meaning> {
        let meanings = self.scopes[id].meanings(name);
        let open = meanings.filter(|(_, reach)| self.is_open(id, *reach, from));
        open.map(|(meaning, _)| meaning).collect()
    }

    /// The module where a macro seems to make what a module is asked for: itself, or one whose names it takes
    /// by a glob.
    fn made(&self, id: usize, name: &str, seen: &mut BTreeSet<usize>) -> Option<usize> {
        let text = &self.sources.modules[id].text;
        if !seen.insert(id) || text.made.contains(name) {
            return text.made.contains(name).then_some(id);
        }
        let globs = text.uses.iter().filter(|used| used.name.is_none());
        let found = globs.flat_map(|glob| self.found(&glob.path, id));
        found
            .filter_map(|meaning| match meaning {
                Meaning::Module(module) => self.made(module, name, seen),
                Meaning::Item(_) => None,
            })
            .next()
    }

    /// Where the first steps of a path lead, and how many those are.
    fn begin(&self, path: &[String], from: usize) -> (BTreeSet<Meaning>, usize) {
        let modules = &self.sources.modules;
        let libraries = &self.sources.libraries;
        let library = |name: &String| libraries.get(name).map(|root| Meaning::Module(*root));
        let Some(first) = path.first() else {
            return (BTreeSet::new(), 0);
        };
        match first.as_str() {
            "" => (path.get(1).and_then(library).into_iter().collect(), 2),
            "crate" => {
                let mut root = from;
                while let Some(parent) = modules[root].parent {
                    root = parent;
                }
                (BTreeSet::from([Meaning::Module(root)]), 1)
            }
            "self" | "super" => {
                let mut at = from;
                let mut steps = usize::from(first == "self");
                while path.get(steps).is_some_and(|step| step == "super") {
                    at = modules[at].parent.unwrap_or(at);
                    steps += 1;
                }
                (BTreeSet::from([Meaning::Module(at)]), steps)
            }
            name => {
                let mut found = self.named(from, name, from);
                if found.is_empty() {
                    found.extend(library(first));
                }
                (found, 1)
            }
        }
    }

    /// What a path is found to stand for, as seen from within a module.
    fn found(&self, path: &[String], from: usize) -> BTreeSet<Meaning> {
        self.follow_steps(path, from, |_, _| None)
    }

    /// All that a path may stand for, as seen from within a module. What is not found in a module that a path
    /// leads to, and not brought there by name from outside, is taken to be made there by a macro.
    pub fn meanings(&self, path: &[String], from: usize) -> BTreeSet<Meaning> {
        self.follow_steps(path, from, |module, name| {
            let mut uses = self.sources.modules[module].text.uses.iter();
            let from_outside = uses.any(|used| used.name.as_deref() == Some(name));
            let made = || self.made(module, name, &mut BTreeSet::new());
            (!from_outside).then(|| Meaning::Item(made().unwrap_or(module)))
        })
    }

    fn follow_steps(
        &self,
        path: &[String],
        from: usize,
        missing: impl Fn(usize, &str) -> Option<Meaning>,
    ) -> BTreeSet<Meaning> {
        let (mut found, steps) = self.begin(path, from);
        for name in path.get(steps..).unwrap_or_default() {
            let modules: Vec<usize> = found
                .iter()
                .filter_map(|meaning| match meaning {
                    Meaning::Module(module) => Some(*module),
                    Meaning::Item(_) => None,
                })
                .collect();
            if modules.is_empty() {
                // A variant, or what belongs to a type.
                break;
            }
            found = BTreeSet::new();
            for module in modules {
                let there = self.named(module, name, from);
                if there.is_empty() {
                    found.extend(missing(module, name));
                }
                found.extend(there);
            }
        }
        found
    }
}
