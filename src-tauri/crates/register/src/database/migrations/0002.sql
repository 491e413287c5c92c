-- Versions of letter templates. Rows are only ever added, for a letter is
-- refreshed by the very words it was made from. Without a template it is one
-- of the program's own that a letter was made from.
CREATE TABLE template_version (
    serial   INTEGER PRIMARY KEY,
    id       BLOB    NOT NULL UNIQUE,
    template BLOB,
    kind     TEXT    NOT NULL,
    language TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    source   TEXT    NOT NULL,
    sha256   TEXT    NOT NULL CHECK (length(sha256) = 64),
    made_at  TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    note     TEXT    NOT NULL
) STRICT;
CREATE INDEX template_version_by_mark ON template_version (sha256);
CREATE UNIQUE INDEX template_version_of ON template_version (template, version) WHERE template IS NOT NULL;

CREATE TRIGGER template_version_no_update BEFORE UPDATE ON template_version
BEGIN SELECT RAISE(ABORT, 'a version of a template stays'); END;
CREATE TRIGGER template_version_no_delete BEFORE DELETE ON template_version
BEGIN SELECT RAISE(ABORT, 'a version of a template stays'); END;

-- Templates an office made, each with the version it uses.
CREATE TABLE template (
    id         BLOB    NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    language   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    regimes    TEXT    NOT NULL,
    current    BLOB    NOT NULL REFERENCES template_version (id),
    chosen     INTEGER NOT NULL,
    retired_at TEXT
) STRICT, WITHOUT ROWID;
