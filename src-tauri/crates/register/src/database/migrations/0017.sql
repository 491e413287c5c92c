-- What an office writes down of how it works: checklists, and its own wording of a procedure. Versions are only
-- ever added, for a case keeps the very version of a checklist that was put on it.
CREATE TABLE routine_version (
    serial  INTEGER PRIMARY KEY,
    id      BLOB    NOT NULL UNIQUE,
    routine BLOB    NOT NULL,
    version INTEGER NOT NULL,
    content TEXT    NOT NULL,
    made_at TEXT    NOT NULL,
    actor   TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX routine_version_of ON routine_version (routine, version);
CREATE TRIGGER routine_version_no_update BEFORE UPDATE ON routine_version
BEGIN SELECT RAISE(ABORT, 'a version of a routine stays'); END;
CREATE TRIGGER routine_version_no_delete BEFORE DELETE ON routine_version
BEGIN SELECT RAISE(ABORT, 'a version of a routine stays'); END;

-- A procedure is named by its branch, a checklist by its title.
CREATE TABLE routine (
    id         BLOB NOT NULL PRIMARY KEY,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    current    BLOB NOT NULL REFERENCES routine_version (id),
    retired_at TEXT
) STRICT;

-- A checklist put on a case, in the version it had then.
CREATE TABLE case_list (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    version   BLOB    NOT NULL REFERENCES routine_version (id),
    put_at    TEXT    NOT NULL,
    put_by    TEXT    NOT NULL
) STRICT;
CREATE INDEX case_list_of ON case_list (complaint);

-- What a person said of a step of a case. A step nobody touched has no row.
CREATE TABLE case_step (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    name      TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    state     TEXT    NOT NULL,
    remark    TEXT    NOT NULL,
    marked_at TEXT,
    marked_by TEXT,
    person    TEXT    NOT NULL,
    on_day    TEXT
) STRICT;
CREATE INDEX case_step_of ON case_step (complaint);
CREATE UNIQUE INDEX case_step_named ON case_step (complaint, name) WHERE name <> '';
CREATE INDEX case_step_day ON case_step (on_day) WHERE on_day IS NOT NULL AND state = 'open';

-- The way a person chose for a case, and which documents nobody has looked at. Of those kept before this nobody wrote
-- down who looked, so none of them counts as new.
ALTER TABLE complaint ADD COLUMN branch TEXT;
ALTER TABLE document ADD COLUMN unseen INTEGER;
ALTER TABLE document ADD COLUMN seen_at TEXT;
ALTER TABLE document ADD COLUMN seen_by TEXT;
