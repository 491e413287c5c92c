//! Names of structure types (ISO 32000-1, 14.8.4).

use crate::page::structure::Role;

/// A type of PDF 2.0 that readers of PDF 1.7 are told to take for a span.
pub(crate) const STRONG: &str = "Strong";

/// The standard structure type of a role, but for [`STRONG`].
pub(crate) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Division => "Div",
        Role::Paragraph => "P",
        Role::Heading(level) => {
            ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level.clamp(1, 6)) - 1]
        }
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::HeadCell | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::Quote => "BlockQuote",
        Role::Figure => "Figure",
        Role::Span(_) => "Span",
        Role::Caption => "Caption",
        Role::Strong => STRONG,
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::Note(_) => "Note",
    }
}
