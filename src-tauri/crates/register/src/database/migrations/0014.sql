-- Orders that a case be kept: while one binds, neither the trash nor a term nor a request erases it.
CREATE TABLE legal_hold (
    id         BLOB    NOT NULL PRIMARY KEY,
    complaint  INTEGER NOT NULL REFERENCES complaint (serial),
    reason     TEXT    NOT NULL,
    ordered_by TEXT    NOT NULL,
    until      TEXT,
    placed_at  TEXT    NOT NULL,
    placed_by  TEXT    NOT NULL,
    lifted_at  TEXT,
    lifted_by  TEXT
) STRICT;
CREATE INDEX legal_hold_of ON legal_hold (complaint);

-- Outgoing numbers of letters that were erased with their cases.
CREATE TABLE spent_outgoing (
    number    TEXT NOT NULL PRIMARY KEY,
    issued_at TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- An issued letter goes with its case alone, whose number is spent before.
CREATE INDEX spent_number_of ON spent_number (complaint);
DROP TRIGGER letter_kept;
CREATE TRIGGER letter_kept BEFORE DELETE ON letter
WHEN OLD.state <> 'draft' AND NOT EXISTS (
    SELECT 1 FROM complaint AS c JOIN spent_number AS s ON s.complaint = c.id WHERE c.serial = OLD.complaint)
BEGIN SELECT RAISE(ABORT, 'an issued letter is frozen'); END;

-- Closed cases by how long they have been closed, and what was ever erased.
CREATE INDEX complaint_closed ON complaint (kind, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX journal_erasures ON journal (seq) WHERE op IN ('trash_empty', 'retention_erase', 'person_erase');
