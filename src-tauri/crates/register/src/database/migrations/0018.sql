-- What the complainant states, point by point: what was checked, how, by whom and when, what was established, on what
-- ground and by which documents.
CREATE TABLE allegation (
    id          BLOB    NOT NULL PRIMARY KEY,
    complaint   INTEGER NOT NULL REFERENCES complaint (serial),
    position    INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    phrases     TEXT    NOT NULL,
    demands     TEXT    NOT NULL,
    checked     TEXT    NOT NULL,
    checked_by  TEXT    NOT NULL,
    checked_on  TEXT,
    verdict     TEXT,
    found       TEXT    NOT NULL,
    ground_kind TEXT,
    ground      TEXT    NOT NULL,
    evidence    TEXT    NOT NULL
) STRICT;
CREATE INDEX allegation_of ON allegation (complaint, position);
