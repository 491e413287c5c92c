//! Papers of our own bound into one: each keeps its pages, its fonts and its structure, and the
//! whole keeps PDF/A-2a (with files inside it, PDF/A-3a) and PDF/UA-1 as each of them does.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::error::PressError;
use crate::finished::outline::outline;
use crate::model::{Attachment, Meta};
use crate::pdf::attachments;
use crate::pdf::identity::identity;
use crate::pdf::objects::saved;
use crate::pdf::writing::{catalogue, info};

/// One paper to be bound.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called in the list of contents of the viewer.
    pub title: String,
    /// A file that the press wrote.
    pub bytes: Vec<u8>,
}

/// Papers that were bound.
#[derive(Debug, Clone)]
pub struct Bound {
    /// What to write to the disk.
    pub pdf: Vec<u8>,
    /// The first page of each part, from 1.
    pub first_pages: Vec<usize>,
    pub pages: usize,
}

/// What is gathered while parts are taken over.
struct Binding {
    doc: Document,
    pages: ObjectId,
    /// The element of the whole, around those of the parts.
    whole: ObjectId,
    kids: Vec<Object>,
    elements: Vec<Object>,
    /// For each page the elements of its marked content.
    back: Vec<Object>,
    notes: Vec<(String, ObjectId)>,
    /// Links, each with the element it belongs to.
    links: Vec<(ObjectId, Object)>,
    /// Names of types that are not standard, with those they stand for.
    roles: Dictionary,
}

/// Binds files that the press itself wrote, with a list of contents at the side. What is bound is let go on the way:
/// beside the whole there is no more than one of each in memory.
///
/// # Errors
/// For a part that is no such file, and when the whole can't be written.
pub fn bind(meta: &Meta, parts: Vec<Part>, files: Vec<Attachment>) -> Result<Bound, PressError> {
    let mut doc = Document::with_version("1.7");
    let catalog = doc.new_object_id();
    let (pages, root, whole) = (
        doc.new_object_id(),
        doc.new_object_id(),
        doc.new_object_id(),
    );
    let mut binding = Binding {
        doc,
        pages,
        whole,
        kids: Vec::new(),
        elements: Vec::new(),
        back: Vec::new(),
        notes: Vec::new(),
        links: Vec::new(),
        roles: Dictionary::new(),
    };
    let mut first_pages = Vec::with_capacity(parts.len());
    let mut titles = Vec::with_capacity(parts.len());
    for (at, Part { title, bytes }) in parts.into_iter().enumerate() {
        first_pages.push(binding.kids.len() + 1);
        binding.take(at, &bytes)?;
        titles.push(title);
    }
    let Binding {
        mut doc,
        kids,
        elements,
        mut back,
        notes,
        links,
        roles,
        ..
    } = binding;
    // Behind the keys of the pages come those of the links.
    for (link, element) in links {
        if let Ok(link) = doc.get_dictionary_mut(link) {
            link.set("StructParent", back.len() as i64);
        }
        back.push(element);
    }
    let count = kids.len();
    let entries: Vec<(&str, Object)> = titles
        .iter()
        .zip(&first_pages)
        .filter_map(|(title, first)| Some((title.as_str(), kids.get(first - 1)?.clone())))
        .collect();
    let outline = outline(&mut doc, &entries);
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => count as i64, "Kids" => kids },
    );
    doc.set_object(
        whole,
        dictionary! { "S" => "Document", "P" => root, "K" => elements },
    );
    let mut tree = tree(&mut doc, whole, back, notes);
    if !roles.is_empty() {
        tree.set("RoleMap", roles);
    }
    doc.set_object(root, tree);
    let part = if files.is_empty() { 2 } else { 3 };
    let mut dict = catalogue(&mut doc, meta, part, pages, root);
    if let Some(outline) = outline {
        dict.set("Outlines", outline);
        dict.set("PageMode", "UseOutlines");
    }
    attachments::write(&mut doc, &mut dict, files);
    doc.set_object(catalog, dict);
    let info = info(&mut doc, meta);
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    doc.prune_objects();
    let id = identity(&doc, &meta.seed);
    doc.trailer.set("ID", vec![id.clone(), id]);
    Ok(Bound {
        pdf: saved(&mut doc, 6)?,
        first_pages,
        pages: count,
    })
}

fn tree(
    doc: &mut Document,
    whole: ObjectId,
    back: Vec<Object>,
    mut notes: Vec<(String, ObjectId)>,
) -> Dictionary {
    let next = back.len() as i64;
    let nums: Vec<Object> = (0..next)
        .zip(back)
        .flat_map(|(at, elements)| [Object::Integer(at), elements])
        .collect();
    let parents = doc.add_object(dictionary! { "Nums" => nums });
    let mut dict = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => whole,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    notes.sort();
    let string = |name: &str| Object::string_literal(name);
    if let (Some(first), Some(last)) = (notes.first(), notes.last()) {
        let limits = vec![string(&first.0), string(&last.0)];
        let names: Vec<Object> = notes
            .iter()
            .flat_map(|(name, id)| [string(name), (*id).into()])
            .collect();
        let leaf = doc.add_object(dictionary! { "Limits" => limits, "Names" => names });
        dict.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
    }
    dict
}

impl Binding {
    /// Takes over the pages of a part and what they mean.
    fn take(&mut self, at: usize, pdf: &[u8]) -> Result<(), PressError> {
        let broken = |what: &str| PressError::Pdf(format!("part {}: {what}", at + 1));
        let mut from = Document::load_mem(pdf).map_err(|error| broken(&error.to_string()))?;
        from.renumber_objects_with(self.doc.max_id + 1);
        let ids: Vec<ObjectId> = from.get_pages().into_values().collect();
        let tree = from
            .catalog()
            .and_then(|root| root.get(b"StructTreeRoot"))
            .and_then(Object::as_reference)
            .and_then(|tree| from.get_dictionary(tree))
            .map_err(|_| broken("no structure"))?;
        let element = tree.get(b"K").and_then(Object::as_reference);
        let element = element.map_err(|_| broken("no element"))?;
        let nums = tree
            .get(b"ParentTree")
            .and_then(Object::as_reference)
            .and_then(|parents| from.get_dictionary(parents))
            .and_then(|parents| parents.get(b"Nums"))
            .and_then(Object::as_array)
            .map_err(|_| broken("no way back to the structure"))?;
        // They stand in the order of the pages: a number, its elements. Links follow.
        let mut back: Vec<Object> = nums.iter().skip(1).step_by(2).cloned().collect();
        if back.len() < ids.len() {
            return Err(broken("pages without structure"));
        }
        let of_links = back.split_off(ids.len());
        for (id, object) in &from.objects {
            let Object::Dictionary(dict) = object else {
                continue;
            };
            let key = dict.get(b"StructParent").and_then(Object::as_i64).ok();
            let at = key.and_then(|key| usize::try_from(key).ok()?.checked_sub(ids.len()));
            if let Some(element) = at.and_then(|at| of_links.get(at)) {
                self.links.push((*id, element.clone()));
            }
        }
        if let Ok(roles) = tree.get(b"RoleMap").and_then(Object::as_dict) {
            self.roles.extend(roles);
        }
        for (place, id) in ids.iter().enumerate() {
            let page = from.get_dictionary_mut(*id);
            let page = page.map_err(|_| broken("a page that is none"))?;
            page.set("Parent", self.pages);
            page.set("StructParents", (self.back.len() + place) as i64);
            self.kids.push(Object::Reference(*id));
        }
        self.back.extend(back);
        if let Ok(part) = from.get_dictionary_mut(element) {
            part.set("S", "Sect");
            part.set("P", self.whole);
        }
        self.elements.push(element.into());
        for (id, object) in &mut from.objects {
            let Object::Dictionary(dict) = object else {
                continue;
            };
            let is_note = matches!(dict.get(b"S").and_then(Object::as_name), Ok(b"Note"));
            let own = dict.get(b"ID").and_then(Object::as_str);
            if let (true, Ok(own)) = (is_note, own) {
                let name = format!("{:04}-{}", at + 1, String::from_utf8_lossy(own));
                dict.set("ID", Object::string_literal(name.as_str()));
                self.notes.push((name, *id));
            }
        }
        self.doc.max_id = from.max_id;
        self.doc.objects.extend(from.objects);
        Ok(())
    }
}
