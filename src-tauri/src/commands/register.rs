//! Today, the register and the search.

use complaint::{ComplaintRow, RegisterPage, SearchHit, Today};
use office::wire::{DuplicateQuestion, PageQuery, PersonHit, PersonQuestion, SearchQuery};

use_cases! {
    today() -> Today;
    register_page(input: PageQuery) -> RegisterPage;
    search(input: SearchQuery) -> Vec<SearchHit>;
    persons_find(input: PersonQuestion) -> Vec<PersonHit>;
    duplicates(input: DuplicateQuestion) -> Vec<ComplaintRow>;
}
