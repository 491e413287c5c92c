-- Forms of names that an office put in the place of the program's own. They
-- are used whenever a name with the same key comes again.
CREATE TABLE name_form (
    id       BLOB NOT NULL PRIMARY KEY,
    name_key TEXT NOT NULL,
    gender   TEXT NOT NULL,
    form     TEXT NOT NULL,
    language TEXT NOT NULL,
    name     TEXT NOT NULL,
    words    TEXT NOT NULL,
    kept_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX name_form_of ON name_form (name_key, gender, form, language);

-- Earlier letters of one kind, to offer what was typed in them again.
CREATE INDEX letter_by_kind ON letter (kind, changed_at);
