//! The names that the code of one module declares, uses and names.

use super::module::{Named, Path, Reach, Text, Use};
use super::tokens;
use std::collections::BTreeSet;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, Ident, Item, ItemMacro, Macro, Token, UseTree, Visibility};

/// Reads an item that is no child module.
pub fn read(item: &Item, text: &mut Text) {
    let mut reader = Reader {
        text,
        locals: Vec::new(),
    };
    reader.visit_item(item);
}

/// Whether something is built for tests alone.
pub fn is_for_tests(item: &[Attribute]) -> bool {
    item.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<Ident>()
                .is_ok_and(|condition| condition == "test")
    })
}

pub fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::ExternCrate(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::ForeignMod(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::TraitAlias(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Union(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

/// Who may use what is marked so.
pub fn reach(mark: &Visibility) -> Reach {
    match mark {
        Visibility::Public(_) => Reach::Everywhere,
        Visibility::Restricted(_) => Reach::Crate,
        Visibility::Inherited => Reach::Module,
    }
}

/// The single names of a `use` tree.
fn uses(tree: &UseTree, before: &[String], reach: Reach, found: &mut BTreeSet<Use>) {
    let with = |step: &Ident| {
        let mut path = before.to_vec();
        path.push(step.to_string());
        path
    };
    let mut add = |name: Option<String>, path: Path| found.insert(Use { name, path, reach });
    match tree {
        UseTree::Path(path) => uses(&path.tree, &with(&path.ident), reach, found),
        UseTree::Group(group) => {
            for tree in &group.items {
                uses(tree, before, reach, found);
            }
        }
        UseTree::Glob(_) => {
            add(None, before.to_vec());
        }
        UseTree::Name(name) if name.ident == "self" => {
            add(before.last().cloned(), before.to_vec());
        }
        UseTree::Name(name) => {
            add(Some(name.ident.to_string()), with(&name.ident));
        }
        UseTree::Rename(renamed) => {
            let path = if renamed.ident == "self" {
                before.to_vec()
            } else {
                with(&renamed.ident)
            };
            add(Some(renamed.rename.to_string()), path);
        }
    }
}

struct Reader<'t> {
    text: &'t mut Text,
    /// The names bound in the blocks around, innermost last.
    locals: Vec<BTreeSet<String>>,
}

impl Reader<'_> {
    fn is_local(&self, name: &str) -> bool {
        self.locals.iter().any(|names| names.contains(name))
    }

    fn bind(&mut self, name: String) {
        if let Some(names) = self.locals.last_mut() {
            names.insert(name);
        }
    }

    fn within(&mut self, read: impl FnOnce(&mut Self)) {
        self.locals.push(BTreeSet::new());
        read(self);
        self.locals.pop();
    }

    fn declare(&mut self, name: &Ident, reach: Reach) -> &mut BTreeSet<String> {
        let declared = self.text.declared.entry(name.to_string()).or_default();
        declared.reach = declared.reach.max(reach);
        &mut declared.variants
    }

    fn name(&mut self, path: Path, calls_macro: bool) {
        let known = matches!(path.as_slice(), [one] if !calls_macro && self.is_local(one));
        if !known {
            self.text.named.insert(Named { path, calls_macro });
        }
    }

    fn name_path(&mut self, path: &syn::Path, calls_macro: bool) {
        let steps = path.segments.iter().map(|step| step.ident.to_string());
        let outside = path.leading_colon.map(|_| String::new());
        self.name(outside.into_iter().chain(steps).collect(), calls_macro);
    }

    fn name_tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for named in tokens::paths(tokens) {
            self.name(named.path, named.calls_macro);
        }
    }

    /// A path after a type in angle brackets names nothing by itself unless a trait stands there.
    fn name_qualified(&mut self, of: Option<&syn::QSelf>, path: &syn::Path) {
        if let Some(of) = of {
            self.visit_type(&of.ty);
        }
        if of.is_none_or(|of| of.position > 0) {
            self.name_path(path, false);
        }
        visit::visit_path(self, path);
    }
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_attribute(&mut self, _: &'a Attribute) {}

    fn visit_item(&mut self, item: &'a Item) {
        if is_for_tests(attributes(item)) {
            return;
        }
        let around = std::mem::take(&mut self.locals);
        match item {
            Item::Mod(_) => {}
            Item::Use(used) => {
                let outside = used.leading_colon.map(|_| String::new());
                let before: Path = outside.into_iter().collect();
                uses(&used.tree, &before, reach(&used.vis), &mut self.text.uses);
            }
            other => {
                let declared = match other {
                    Item::Const(it) => Some((&it.ident, &it.vis)),
                    Item::Enum(it) => Some((&it.ident, &it.vis)),
                    Item::Fn(it) => Some((&it.sig.ident, &it.vis)),
                    Item::Static(it) => Some((&it.ident, &it.vis)),
                    Item::Struct(it) => Some((&it.ident, &it.vis)),
                    Item::Trait(it) => Some((&it.ident, &it.vis)),
                    Item::TraitAlias(it) => Some((&it.ident, &it.vis)),
                    Item::Type(it) => Some((&it.ident, &it.vis)),
                    Item::Union(it) => Some((&it.ident, &it.vis)),
                    _ => None,
                };
                if let Some((name, mark)) = declared {
                    let variants = self.declare(name, reach(mark));
                    if let Item::Enum(it) = other {
                        variants.extend(it.variants.iter().map(|v| v.ident.to_string()));
                    }
                }
                visit::visit_item(self, other);
            }
        }
        self.locals = around;
    }

    fn visit_impl_item(&mut self, item: &'a syn::ImplItem) {
        let attributes = match item {
            syn::ImplItem::Const(it) => &it.attrs,
            syn::ImplItem::Fn(it) => &it.attrs,
            syn::ImplItem::Type(it) => &it.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if !is_for_tests(attributes) {
            self.within(|reader| visit::visit_impl_item(reader, item));
        }
    }

    fn visit_trait_item(&mut self, item: &'a syn::TraitItem) {
        self.within(|reader| visit::visit_trait_item(reader, item));
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.within(|reader| visit::visit_item_fn(reader, item));
    }

    fn visit_item_macro(&mut self, item: &'a ItemMacro) {
        if let Some(name) = &item.ident {
            self.declare(name, Reach::Crate);
        } else {
            self.name_path(&item.mac.path, true);
            self.text
                .made
                .extend(tokens::words(item.mac.tokens.clone()));
        }
        self.name_tokens(item.mac.tokens.clone());
    }

    fn visit_macro(&mut self, called: &'a Macro) {
        self.name_path(&called.path, true);
        let listed = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(listed) = called.parse_body_with(listed) {
            // What was parsed here lives no longer than this call.
            for expression in &listed {
                Reader {
                    text: self.text,
                    locals: self.locals.clone(),
                }
                .visit_expr(expression);
            }
        } else {
            self.name_tokens(called.tokens.clone());
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.name_path(path, false);
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, path: &'a syn::ExprPath) {
        self.name_qualified(path.qself.as_ref(), &path.path);
    }

    fn visit_type_path(&mut self, path: &'a syn::TypePath) {
        self.name_qualified(path.qself.as_ref(), &path.path);
    }

    fn visit_pat_ident(&mut self, pattern: &'a syn::PatIdent) {
        let name = pattern.ident.to_string();
        if tokens::is_capital(&name) {
            self.name(vec![name], false);
        } else {
            self.bind(name);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_block(&mut self, block: &'a Block) {
        self.within(|reader| visit::visit_block(reader, block));
    }

    fn visit_local(&mut self, local: &'a syn::Local) {
        if let Some(init) = &local.init {
            self.visit_local_init(init);
        }
        self.visit_pat(&local.pat);
    }

    fn visit_expr_let(&mut self, expression: &'a syn::ExprLet) {
        self.visit_expr(&expression.expr);
        self.visit_pat(&expression.pat);
    }

    fn visit_expr_if(&mut self, expression: &'a syn::ExprIf) {
        self.within(|reader| {
            reader.visit_expr(&expression.cond);
            reader.visit_block(&expression.then_branch);
        });
        if let Some((_, otherwise)) = &expression.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_while(&mut self, expression: &'a syn::ExprWhile) {
        self.within(|reader| visit::visit_expr_while(reader, expression));
    }

    fn visit_expr_for_loop(&mut self, expression: &'a syn::ExprForLoop) {
        self.visit_expr(&expression.expr);
        self.within(|reader| {
            reader.visit_pat(&expression.pat);
            reader.visit_block(&expression.body);
        });
    }

    fn visit_expr_closure(&mut self, expression: &'a syn::ExprClosure) {
        self.within(|reader| visit::visit_expr_closure(reader, expression));
    }

    fn visit_arm(&mut self, arm: &'a syn::Arm) {
        self.within(|reader| visit::visit_arm(reader, arm));
    }
}
