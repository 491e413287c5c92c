-- Other forms of an answer kept with a case: public replies, call scripts,
-- text messages. `used` lists where and when each went out, with its words then.
CREATE TABLE form (
    id         BLOB    NOT NULL PRIMARY KEY,
    complaint  INTEGER NOT NULL REFERENCES complaint (serial),
    kind       TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    used       TEXT    NOT NULL,
    changed_at TEXT    NOT NULL,
    actor      TEXT    NOT NULL
) STRICT;
CREATE INDEX form_of ON form (complaint, id);
