//! The commands and their values in TypeScript, made from the very types that cross the border, so that the
//! screens can't drift from them. Each Rust module has a file of its own: `office::case` is `office/case.ts`.

mod constants;

use serde::Serialize;
use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::{Config, TS, TypeVisitor};

const MADE: &str = "// Made by `cargo xtask types`; change the Rust types instead.\n";

/// A type as it stands in its file.
struct Declaration {
    text: String,
    file: String,
    names: BTreeSet<String>,
}

/// What is gathered: types by name, commands and constants as they are to stand.
#[derive(Default)]
pub struct Typescript {
    visited: BTreeSet<TypeId>,
    types: BTreeMap<String, Declaration>,
    commands: Vec<String>,
    commands_name: BTreeSet<String>,
    constants: Vec<String>,
    constants_name: BTreeSet<String>,
}

/// The declared types that a type names.
struct Named<'n>(&'n mut BTreeSet<String>);

impl TypeVisitor for Named<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            self.0.insert(T::ident(&Config::default()));
        }
    }
}

impl TypeVisitor for Typescript {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.visited.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.declare::<T>();
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl Typescript {
    fn declare<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::default();
        let name = T::ident(&config);
        let body = T::decl(&config);
        let mut names = BTreeSet::new();
        T::visit_dependencies(&mut Named(&mut names));
        // A type whose fields stand among another's own is not named there.
        let words: BTreeSet<&str> = words(&body).collect();
        names.retain(|other| *other != name && words.contains(other.as_str()));
        let declaration = Declaration {
            text: format!("{}export {body}\n", T::docs().unwrap_or_default()),
            file: file_of(type_name::<T>()),
            names,
        };
        let text = declaration.text.clone();
        let before = self.types.insert(name.clone(), declaration);
        assert!(
            before.is_none_or(|before| before.text == text),
            "two types are called {name}"
        );
    }

    fn names_of<T: TS + 'static>(names: &mut BTreeSet<String>) {
        let mut visitor = Named(names);
        visitor.visit::<T>();
        T::visit_generics(&mut visitor);
    }

    /// A command by its name, with what it takes and gives.
    pub fn command<I: TS + 'static, O: TS + 'static>(&mut self, name: &str) {
        self.entry::<I, O>(name, "");
    }

    /// A command that tells meanwhile how far it is.
    pub fn command_with_progress<I: TS + 'static, O: TS + 'static, P: TS + 'static>(
        &mut self,
        name: &str,
    ) {
        self.value::<P>();
        Self::names_of::<P>(&mut self.commands_name);
        let progress = format!("; progress: {}", P::name(&Config::default()));
        self.entry::<I, O>(name, &progress);
    }

    fn entry<I: TS + 'static, O: TS + 'static>(&mut self, name: &str, more: &str) {
        self.value::<I>();
        self.value::<O>();
        Self::names_of::<I>(&mut self.commands_name);
        Self::names_of::<O>(&mut self.commands_name);
        let config = Config::default();
        let (input, output) = (I::name(&config), O::name(&config));
        self.commands.push(format!(
            "  {name}: {{ input: {input}; output: {output}{more} }}\n"
        ));
    }

    /// A type that no command names, such as the payload of an event.
    pub fn value<T: TS + 'static>(&mut self) {
        self.visit::<T>();
    }

    /// A type of text of which each word is known: it stands as their union.
    pub fn words<T: TS + 'static>(&mut self, words: &[&str]) {
        self.value::<T>();
        let name = T::ident(&Config::default());
        let words = words.iter().map(|word| format!("\"{word}\""));
        let union = words.collect::<Vec<_>>().join(" | ");
        let docs = T::docs().unwrap_or_default();
        let declared = self.types.get_mut(&name).expect("a type with a name");
        declared.text = format!("{docs}export type {name} = {union};\n");
    }

    /// A value of the domain that the screens need at hand, under a name of its own.
    pub fn constant<T: TS + Serialize + 'static>(&mut self, name: &str, doc: &str, value: &T) {
        self.value::<T>();
        Self::names_of::<T>(&mut self.constants_name);
        let json = serde_json::to_string_pretty(value).expect("JSON of a constant");
        let type_name = T::name(&Config::default());
        self.constants.push(format!(
            "/** {doc} */\nexport const {name}: {type_name} = {json}\n"
        ));
    }

    /// The same for each of a closed vocabulary's words.
    pub fn table<K: TS + Serialize + 'static, V: TS + Serialize + 'static>(
        &mut self,
        name: &str,
        doc: &str,
        keys: &[K],
        of: impl Fn(&K) -> V,
    ) {
        self.value::<K>();
        self.value::<V>();
        Self::names_of::<K>(&mut self.constants_name);
        Self::names_of::<V>(&mut self.constants_name);
        // The order of the words is theirs, not that of letters.
        let rows: String = keys
            .iter()
            .map(|key| {
                let word = serde_json::to_string(key).expect("JSON of a word");
                let value = serde_json::to_string(&of(key)).expect("JSON of a constant");
                format!("  {word}: {value},\n")
            })
            .collect();
        let config = Config::default();
        let (key, value) = (K::name(&config), V::name(&config));
        self.constants.push(format!(
            "/** {doc} */\nexport const {name}: Record<{key}, {value}> = {{\n{rows}}}\n"
        ));
    }

    /// Every file by its path below `types`, with its text.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files: BTreeMap<String, (Vec<&str>, BTreeSet<String>)> = BTreeMap::new();
        for declaration in self.types.values() {
            let (texts, names) = files.entry(declaration.file.clone()).or_default();
            texts.push(&declaration.text);
            names.extend(declaration.names.iter().cloned());
        }
        let mut commands = String::from(
            "/** Every command: what it takes and what it gives. */\nexport interface Commands {\n",
        );
        commands.extend(self.commands.iter().map(String::as_str));
        commands.push_str("}\n");
        files.insert(
            "commands/list".to_owned(),
            (vec![&commands], self.commands_name.clone()),
        );
        let mut index = MADE.to_owned();
        for file in files.keys() {
            index.push_str(&format!("export type * from './{file}'\n"));
        }
        if !self.constants.is_empty() {
            let texts = self.constants.iter().map(String::as_str).collect();
            files.insert("constants".to_owned(), (texts, self.constants_name.clone()));
            index.push_str("export * from './constants'\n");
        }
        let mut whole: BTreeMap<String, String> = files
            .iter()
            .map(|(file, (texts, names))| (format!("{file}.ts"), self.whole(file, texts, names)))
            .collect();
        whole.insert("index.ts".to_owned(), index);
        whole
    }

    fn whole(&self, file: &str, texts: &[&str], names: &BTreeSet<String>) -> String {
        let mut imports: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in names {
            let home = self.types[name].file.as_str();
            if home != file {
                imports.entry(home).or_default().push(name);
            }
        }
        let up = if file.contains('/') { "../" } else { "./" };
        let mut text = MADE.to_owned();
        for (home, names) in imports {
            let names = names.join(", ");
            text.push_str(&format!("import type {{ {names} }} from '{up}{home}'\n"));
        }
        for part in texts {
            text.push('\n');
            text.push_str(part);
        }
        on_one_line(&text)
    }
}

/// The words of a declaration outside its remarks.
fn words(declaration: &str) -> impl Iterator<Item = &str> {
    declaration
        .split("/**")
        .enumerate()
        .map(|(at, part)| match at {
            0 => part,
            _ => part.split_once("*/").map_or("", |(_, rest)| rest),
        })
        .flat_map(|code| code.split(|c: char| !(c.is_alphanumeric() || c == '_')))
}

/// Where a type of this path stands: its crate, then the outermost module within.
fn file_of(path: &str) -> String {
    let path = path.split('<').next().unwrap_or(path);
    let steps: Vec<&str> = path.split("::").collect();
    match steps.as_slice() {
        [room, module, _, ..] => format!("{room}/{module}"),
        [room, _] => format!("{room}/{room}"),
        _ => panic!("{path} is no path of a type"),
    }
}

/// Puts a doc comment of one line on one line, which halves the files.
fn on_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < lines.len() {
        match lines[at..] {
            ["/**", middle, " */", ..] => {
                out.push_str(&format!("/**{} */", middle.trim_start_matches(" *")));
                at += 3;
            }
            [line, ..] => {
                out.push_str(line.trim_end());
                at += 1;
            }
            [] => break,
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Typescript, constants, file_of};
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn gathered() -> Typescript {
        let mut ts = Typescript::default();
        crate::answer::describe(&mut ts);
        ts.value::<crate::Dropped>();
        ts.value::<office::Failure>();
        ts.value::<office::FieldProblem>();
        ts.value::<complaint::ComplaintFields>();
        constants::gather(&mut ts);
        ts
    }

    /// The files that stand under a folder, by their paths below it.
    fn files_below(root: &Path, below: &str, found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(root.join(below))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() {
                name
            } else {
                format!("{below}/{name}")
            };
            if entry.path().is_dir() {
                files_below(root, &path, found);
            } else {
                found.insert(path, fs::read_to_string(entry.path()).unwrap_or_default());
            }
        }
    }

    /// `cargo xtask types` runs this with `OTVET_WRITE_TYPES` to write the files anew.
    #[test]
    fn types_of_the_pages_are_those_of_the_commands() {
        let root: PathBuf =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/types");
        let made = gathered().files();
        if std::env::var_os("OTVET_WRITE_TYPES").is_some() {
            let _ = fs::remove_dir_all(&root);
            for (path, text) in &made {
                let path = root.join(path);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                fs::write(path, text).expect("a file of types");
            }
        }
        let mut written = BTreeMap::new();
        files_below(&root, "", &mut written);
        let of = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(of(&written), of(&made), "run `cargo xtask types`");
        for (path, text) in &made {
            assert!(
                written[path] == *text,
                "{path} has drifted: run `cargo xtask types`"
            );
        }
    }

    #[test]
    fn a_type_stands_in_the_file_of_its_module() {
        assert_eq!(file_of("office::case::edit::Card"), "office/case");
        assert_eq!(file_of("complaint::demand::Demand<u8>"), "complaint/demand");
        assert_eq!(file_of("office::Failure"), "office/office");
    }
}
