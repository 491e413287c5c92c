//! The structure tree and the way back from marked content to it.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::page::display_list::{Ink, Typeset};
use crate::page::structure::{Element, ElementId, Role};
use crate::pdf::boxes::{Place, boxes};
use crate::pdf::content::PageContent;
use crate::pdf::links::annotation;
use crate::pdf::objects::{number, text};
use crate::pdf::roles::{STRONG, role_name};

enum Kid {
    Content { page: usize, mcid: usize },
    Element(ElementId),
}

/// Writes the tree; the id of its root.
pub(crate) fn write(
    doc: &mut Document,
    typeset: &Typeset,
    contents: &[PageContent],
    pages: &[ObjectId],
) -> ObjectId {
    let elements = &typeset.structure.elements;
    let root = doc.new_object_id();
    let kids = kids(typeset, contents);
    // Elements without content are left out, but for the cells that keep a
    // table's rows equally long.
    let mut lives = vec![false; elements.len()];
    lives[0] = true;
    for i in (0..elements.len()).rev() {
        let role = elements[i].role;
        let cell = matches!(role, Role::Cell | Role::HeadCell | Role::RowHead);
        if cell || lives[i] || kids[i].iter().any(|k| matches!(k, Kid::Content { .. })) {
            lives[i] = true;
            if let Some(p) = elements[i].parent {
                lives[p.0 as usize] = true;
            }
        }
    }
    let ids: Vec<Option<ObjectId>> = lives
        .iter()
        .map(|l| l.then(|| doc.new_object_id()))
        .collect();
    let boxes = boxes(typeset);
    let mut links: Vec<ObjectId> = Vec::new();
    let mut named: Vec<(String, ObjectId)> = Vec::new();
    for (i, element) in elements.iter().enumerate() {
        let Some(id) = ids[i] else { continue };
        let first_page = kids[i].iter().find_map(|k| {
            if let Kid::Content { page, .. } = k {
                Some(*page)
            } else {
                None
            }
        });
        let mut list: Vec<Object> = kids[i]
            .iter()
            .filter_map(|kid| match kid {
                Kid::Element(e) => ids[e.0 as usize].map(Object::Reference),
                Kid::Content { page, mcid } if Some(*page) == first_page => {
                    Some(Object::Integer(*mcid as i64))
                }
                Kid::Content { page, mcid } => Some(Object::Dictionary(dictionary! {
                    "Type" => "MCR", "Pg" => pages[*page], "MCID" => *mcid as i64,
                })),
            })
            .collect();
        let target = element
            .leads_to
            .and_then(|to| first_box(&boxes, elements, to));
        if let (Some(target), Some(place)) = (target, boxes[i]) {
            let key = contents.len() + links.len();
            let words = readable(typeset, element.leads_to);
            let link = annotation(doc, pages, place, target, &words, key);
            list.push(Object::Dictionary(dictionary! {
                "Type" => "OBJR", "Obj" => link, "Pg" => pages[place.page],
            }));
            links.push(id);
        }
        let parent = element
            .parent
            .and_then(|p| ids[p.0 as usize])
            .unwrap_or(root);
        let mut dict = dictionary! { "S" => role_name(element.role), "P" => parent };
        match list.len() {
            0 => {}
            1 => dict.set("K", list.into_iter().next().unwrap_or(Object::Null)),
            _ => dict.set("K", list),
        }
        if let Some(page) = first_page {
            dict.set("Pg", pages[page]);
        }
        if let Some(alt) = &element.alt {
            dict.set("Alt", text(&alt.chars().take(1000).collect::<String>()));
        }
        if let Some(attributes) = attributes(element.role, boxes[i].map(|b| b.sides)) {
            dict.set("A", attributes);
        }
        if let Role::Span(language) = element.role {
            dict.set("Lang", Object::string_literal(language.tag()));
        }
        if let Role::Note(number) = element.role {
            let name = format!("note-{number:04}");
            dict.set("ID", Object::string_literal(name.as_str()));
            named.push((name, id));
        }
        doc.set_object(id, dict);
    }
    let mut nums = Vec::with_capacity(contents.len() * 2);
    for (i, page) in contents.iter().enumerate() {
        let back: Vec<Object> = page
            .elements
            .iter()
            .map(|e| ids[e.0 as usize].map_or(Object::Null, Object::Reference))
            .collect();
        nums.push(Object::Integer(i as i64));
        nums.push(Object::Array(back));
    }
    for (at, link) in links.iter().enumerate() {
        nums.push(Object::Integer((contents.len() + at) as i64));
        nums.push(Object::Reference(*link));
    }
    let parents = doc.add_object(dictionary! { "Nums" => nums });
    let mut dict = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => parents,
        "ParentTreeNextKey" => (contents.len() + links.len()) as i64,
    };
    let strong =
        |(element, id): (&Element, &Option<ObjectId>)| element.role == Role::Strong && id.is_some();
    if elements.iter().zip(&ids).any(strong) {
        dict.set("RoleMap", dictionary! { STRONG => "Span" });
    }
    if let Some(document) = ids[0] {
        dict.set("K", document);
    }
    named.sort();
    if let (Some(first), Some(last)) = (named.first(), named.last()) {
        let limits: Vec<Object> = [first, last]
            .map(|n| Object::string_literal(n.0.as_str()))
            .to_vec();
        let names: Vec<Object> = named
            .iter()
            .flat_map(|(name, id)| [Object::string_literal(name.as_str()), (*id).into()])
            .collect();
        let leaf = doc.add_object(dictionary! { "Limits" => limits, "Names" => names });
        dict.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
    }
    doc.set_object(root, dict);
    root
}

/// The kids of each element. Those of tables come as they were made; all others
/// come in the order in which their content is read.
fn kids(typeset: &Typeset, contents: &[PageContent]) -> Vec<Vec<Kid>> {
    let elements = &typeset.structure.elements;
    let mut kids: Vec<Vec<Kid>> = elements.iter().map(|_| Vec::new()).collect();
    let mut attached = vec![false; elements.len()];
    attached[0] = true;
    let tabular = |r: Role| {
        matches!(
            r,
            Role::Table | Role::TableHead | Role::TableBody | Role::Row
        )
    };
    for (i, element) in elements.iter().enumerate().skip(1) {
        if let Some(p) = element.parent
            && tabular(elements[p.0 as usize].role)
        {
            kids[p.0 as usize].push(Kid::Element(ElementId(i as u32)));
            attached[i] = true;
        }
    }
    for (page, ink) in contents.iter().enumerate() {
        for (mcid, &element) in ink.elements.iter().enumerate() {
            let mut up = element;
            while let Some(parent) = elements[up.0 as usize].parent {
                if !attached[up.0 as usize] {
                    attached[up.0 as usize] = true;
                    kids[parent.0 as usize].push(Kid::Element(up));
                }
                up = parent;
            }
            kids[element.0 as usize].push(Kid::Content { page, mcid });
        }
    }
    if let Some(last) = typeset.structure.last {
        let is_last = |kid: &Kid| matches!(kid, Kid::Element(e) if *e == last);
        // All others keep their order.
        kids[0].sort_by_key(is_last);
    }
    kids
}

/// The box of an element or of the first within it that has one.
fn first_box(boxes: &[Option<Place>], elements: &[Element], of: ElementId) -> Option<Place> {
    let within = |mut at: usize| {
        while at > of.0 as usize {
            match elements.get(at).and_then(|e| e.parent) {
                Some(parent) => at = parent.0 as usize,
                None => return false,
            }
        }
        at == of.0 as usize
    };
    let from = of.0 as usize;
    (from..elements.len())
        .filter(|&at| within(at))
        .find_map(|at| boxes[at])
}

/// What a link leads to, in the words of the note it belongs to.
fn readable(typeset: &Typeset, of: Option<ElementId>) -> String {
    let Some(of) = of else {
        return String::new();
    };
    let elements = &typeset.structure.elements;
    let within = |element: ElementId| {
        let mut at = Some(element);
        while let Some(one) = at.filter(|one| *one != of) {
            at = elements[one.0 as usize].parent;
        }
        at.is_some()
    };
    let mut words = String::new();
    for page in &typeset.pages {
        for item in &page.items {
            if let (Some(element), Ink::Run(run)) = (item.element, &item.ink)
                && within(element)
            {
                run.glyphs.iter().for_each(|g| g.reads.push_to(&mut words));
                words.push(' ');
            }
        }
    }
    let words = words.replace('\u{AD}', "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a screen reader is told of an element beside its type.
fn attributes(role: Role, bbox: Option<[f32; 4]>) -> Option<Dictionary> {
    match role {
        Role::HeadCell => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHead => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::List(numbered) => Some(dictionary! {
            "O" => "List", "ListNumbering" => if numbered { "Decimal" } else { "None" },
        }),
        Role::Figure => bbox.map(|b| {
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => b.map(number).to_vec() }
        }),
        Role::Document
        | Role::Division
        | Role::Paragraph
        | Role::Heading(_)
        | Role::Item
        | Role::Label
        | Role::Body
        | Role::Table
        | Role::TableHead
        | Role::TableBody
        | Role::Row
        | Role::Cell
        | Role::Quote
        | Role::Span(_)
        | Role::Caption
        | Role::Strong
        | Role::Link
        | Role::Reference
        | Role::Note(_) => None,
    }
}
