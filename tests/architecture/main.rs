//! The rooms and the arrows between them, read out of the tree itself. What is
//! refused here is refused for the reasons given in the README's architecture chapter.

mod arrows;
mod circles;
mod doc_comments;
mod imports;
mod licences;
mod made_sources;
mod test_programs;
mod tidiness;
mod window_rights;
mod wording;
