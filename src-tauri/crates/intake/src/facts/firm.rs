//! Names of firms.

use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Whether a sender's name is that of a firm.
pub(super) fn is_firm(name: &str) -> bool {
    static FIRM: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r#"(?:^|\s)(?:ООО|АО|ПАО|ЗАО|ОАО|НАО|ТСЖ|АНО|ИП|ФГУП|МУП|ГУП|ГБУ|МБУ|Общество с ограниченной|LLC|Ltd|Inc)(?:\s|$|[«".,])|[«"].+[»"]"#,
        )
    });
    FIRM.is_match(name)
}
