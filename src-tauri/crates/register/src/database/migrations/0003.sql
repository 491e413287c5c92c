-- Submissions of drafts to the head of the office, and what became of each.
-- `mark` is the hash of what was approved, `content` that very content, by
-- which the screens can say what changed since.
CREATE TABLE approval (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    letter    BLOB    NOT NULL,
    state     TEXT    NOT NULL,
    asked_at  TEXT    NOT NULL,
    asked_by  TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    told_at   TEXT,
    told_by   TEXT,
    remarks   TEXT    NOT NULL DEFAULT '',
    mark      TEXT,
    content   TEXT,
    void_at   TEXT,
    void_by   TEXT,
    void_why  TEXT
) STRICT;
CREATE INDEX approval_of       ON approval (letter, id);
CREATE INDEX approval_on       ON approval (complaint);
CREATE INDEX approval_waiting  ON approval (id) WHERE state = 'waiting';
