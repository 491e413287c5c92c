//! The trees of modules that are read, file by file from their roots.

use super::code;
use super::module::{Module, Reach, Text};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use syn::{Expr, Item, ItemMod, Lit, Meta};

/// Gives the text of a file by its path.
pub type Read<'r> = &'r dyn Fn(&Path) -> Option<String>;

/// Everything that was read.
#[derive(Default)]
pub struct Sources {
    pub(super) files: Vec<PathBuf>,
    pub(super) modules: Vec<Module>,
    /// The roots of the libraries that others may name.
    pub(super) libraries: BTreeMap<String, usize>,
}

/// Where the children of a module lie.
struct Place<'p> {
    /// The file whose text is read.
    path: &'p Path,
    /// The folder of the files of its child modules.
    folder: PathBuf,
    /// The folder from which a `#[path]` counts.
    beside: PathBuf,
}

/// `a/../b` is `b`: the same file has one path.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for step in path.components() {
        if step == Component::ParentDir && plain.file_name().is_some() {
            plain.pop();
        } else {
            plain.push(step);
        }
    }
    plain
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

fn path_given(module: &ItemMod) -> Option<String> {
    module.attrs.iter().find_map(|attribute| {
        let Meta::NameValue(given) = &attribute.meta else {
            return None;
        };
        match &given.value {
            Expr::Lit(value) if given.path.is_ident("path") => match &value.lit {
                Lit::Str(path) => Some(path.value()),
                _ => None,
            },
            _ => None,
        }
    })
}

fn parsed(path: &Path, text: &str) -> Vec<Item> {
    match syn::parse_file(text) {
        Ok(file) => file.items,
        Err(error) => panic!("{} is not read: {error}", path.display()),
    }
}

impl Sources {
    /// Reads a target from its root file. A library is given with the name by which others call it.
    ///
    /// # Panics
    /// When a file is missing or is no Rust.
    pub fn add(&mut self, library: Option<&str>, root: &Path, read: Read) {
        let id = self.module_at(root, None, Reach::Everywhere);
        if let Some(name) = library {
            self.libraries.insert(name.to_owned(), id);
        }
        self.file(id, root, folder_of(root), read);
    }

    /// How many files were read.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// A module and those around it, up to its root.
    pub(super) fn upwards(&self, module: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(module), |id| self.modules[*id].parent)
    }

    /// Whether a module is another or lies below it.
    pub(super) fn is_within(&self, module: usize, other: usize) -> bool {
        self.upwards(module).any(|id| id == other)
    }

    fn module_at(&mut self, path: &Path, parent: Option<usize>, reach: Reach) -> usize {
        let known = self.files.iter().position(|file| file == path);
        let file = known.unwrap_or_else(|| {
            self.files.push(path.to_path_buf());
            self.files.len() - 1
        });
        self.modules.push(Module {
            file,
            parent,
            reach,
            children: BTreeMap::new(),
            text: Text::default(),
        });
        self.modules.len() - 1
    }

    fn file(&mut self, id: usize, path: &Path, folder: PathBuf, read: Read) {
        let text = read(path);
        let text = text.unwrap_or_else(|| panic!("there is no {}", path.display()));
        let place = Place {
            path,
            folder,
            beside: folder_of(path),
        };
        self.items(id, &parsed(path, &text), &place, read);
    }

    fn items(&mut self, id: usize, items: &[Item], place: &Place, read: Read) {
        for item in items {
            if code::is_for_tests(code::attributes(item)) {
                continue;
            }
            match item {
                Item::Mod(module) => self.child(id, module, place, read),
                Item::Macro(called) if called.mac.path.is_ident("include") => {
                    // A file that is made while building is named by an expression.
                    if let Ok(name) = called.mac.parse_body::<syn::LitStr>() {
                        let path = plain(&place.beside.join(name.value()));
                        let text = read(&path).unwrap_or_default();
                        self.items(id, &parsed(&path, &text), place, read);
                    }
                }
                other => code::read(other, &mut self.modules[id].text),
            }
        }
    }

    fn child(&mut self, parent: usize, module: &ItemMod, place: &Place, read: Read) {
        let name = module.ident.to_string();
        let reach = code::reach(&module.vis);
        let below = place.folder.join(&name);
        if let Some((_, items)) = &module.content {
            let id = self.module_at(place.path, Some(parent), reach);
            self.modules[parent].children.insert(name, id);
            let place = Place {
                path: place.path,
                beside: below.clone(),
                folder: below,
            };
            return self.items(id, items, &place, read);
        }
        let (path, folder) = if let Some(given) = path_given(module) {
            let path = plain(&place.beside.join(given));
            let folder = folder_of(&path);
            (path, folder)
        } else {
            let file = below.with_extension("rs");
            let path = if read(&file).is_some() {
                file
            } else {
                below.join("mod.rs")
            };
            (path, below)
        };
        let id = self.module_at(&path, Some(parent), reach);
        self.modules[parent].children.insert(name, id);
        self.file(id, &path, folder, read);
    }
}
