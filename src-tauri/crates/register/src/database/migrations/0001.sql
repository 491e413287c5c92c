-- What the office says of itself; one row.
CREATE TABLE office (
    id      BLOB NOT NULL PRIMARY KEY,
    profile TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Facts about this file: versions of what is derived, where a sweep stopped.
CREATE TABLE fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The last counting number given, by series and year; year 0 counts through.
CREATE TABLE counter (
    series TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (series, year)
) STRICT, WITHOUT ROWID;

-- Numbers of complaints whose content was erased from the trash.
CREATE TABLE spent_number (
    number TEXT NOT NULL PRIMARY KEY,
    at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Content that lies in the document store.
CREATE TABLE content (
    sha256  TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    bytes   INTEGER NOT NULL,
    kept_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    serial         INTEGER PRIMARY KEY,
    id             BLOB NOT NULL UNIQUE,
    kind           TEXT NOT NULL,
    name           TEXT NOT NULL,
    gender         TEXT NOT NULL,
    name_dative    TEXT,
    salutation     TEXT,
    address        TEXT NOT NULL,
    email          TEXT NOT NULL,
    phone          TEXT NOT NULL,
    representative TEXT NOT NULL,
    name_key       TEXT NOT NULL,
    email_key      TEXT NOT NULL,
    phone_key      TEXT NOT NULL
) STRICT;
CREATE INDEX person_by_name  ON person (name_key) WHERE name_key <> '';
CREATE INDEX person_by_email ON person (email_key) WHERE email_key <> '';
CREATE INDEX person_by_phone ON person (phone_key) WHERE phone_key <> '';

-- Facts of a complaint. What follows from them stands in `listing`.
CREATE TABLE complaint (
    serial            INTEGER PRIMARY KEY,
    id                BLOB    NOT NULL UNIQUE,
    number            TEXT    NOT NULL UNIQUE,
    number_key        TEXT    NOT NULL,
    counted           INTEGER NOT NULL,
    kind              TEXT    NOT NULL,
    regime            TEXT    NOT NULL,
    channel           TEXT    NOT NULL,
    received_at       TEXT    NOT NULL,
    recorded_at       TEXT    NOT NULL,
    backdating_reason TEXT,
    person            INTEGER NOT NULL REFERENCES person (serial),
    subject           TEXT    NOT NULL,
    body              TEXT    NOT NULL,
    order_ref         TEXT    NOT NULL,
    their_number      TEXT    NOT NULL,
    their_date        TEXT,
    price             INTEGER,
    acknowledged_at   TEXT,
    no_answer         TEXT,
    no_answer_words   TEXT,
    closed_at         TEXT,
    trashed_at        TEXT,
    exhibits          INTEGER NOT NULL DEFAULT 0,
    version           INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX complaint_by_key     ON complaint (number_key);
CREATE INDEX complaint_by_counted ON complaint (counted);
CREATE INDEX complaint_by_person  ON complaint (person);

CREATE TRIGGER complaint_number_stays BEFORE UPDATE OF id, number, counted, recorded_at ON complaint
BEGIN SELECT RAISE(ABORT, 'a register number stays'); END;

CREATE TABLE demand (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    position  INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    detail    TEXT    NOT NULL,
    amount    INTEGER,
    made_on   TEXT    NOT NULL,
    rule      TEXT,
    due_legal TEXT,
    due_safe  TEXT,
    decision  TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX demand_of ON demand (complaint, position);

CREATE TABLE diary (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    at        TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    source    TEXT    NOT NULL
) STRICT;
CREATE INDEX diary_of ON diary (complaint);

CREATE TABLE note (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    at        TEXT    NOT NULL,
    author    TEXT    NOT NULL,
    body      TEXT    NOT NULL
) STRICT;
CREATE INDEX note_of ON note (complaint);

CREATE TABLE document (
    id         BLOB    NOT NULL PRIMARY KEY,
    complaint  INTEGER NOT NULL REFERENCES complaint (serial),
    name       TEXT    NOT NULL,
    exhibit    INTEGER NOT NULL,
    media_type TEXT    NOT NULL,
    sha256     TEXT    NOT NULL REFERENCES content (sha256),
    file_time  TEXT,
    added_at   TEXT    NOT NULL,
    side       TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    trashed_at TEXT,
    UNIQUE (complaint, exhibit)
) STRICT;
CREATE INDEX document_by_content ON document (sha256);

CREATE TRIGGER document_content_stays BEFORE UPDATE OF id, complaint, exhibit, sha256, added_at ON document
BEGIN SELECT RAISE(ABORT, 'the content of a document stays'); END;

CREATE TABLE letter (
    id           BLOB    NOT NULL PRIMARY KEY,
    complaint    INTEGER NOT NULL REFERENCES complaint (serial),
    kind         TEXT    NOT NULL,
    language     TEXT    NOT NULL,
    state        TEXT    NOT NULL,
    heading      TEXT    NOT NULL,
    content      TEXT    NOT NULL,
    changed_at   TEXT    NOT NULL,
    number       TEXT UNIQUE,
    issued_at    TEXT,
    sha256       TEXT REFERENCES content (sha256),
    pages        INTEGER,
    supersedes   BLOB,
    promised     TEXT,
    sent_channel TEXT,
    sent_at      TEXT,
    answered_at  TEXT,
    CHECK (state = 'draft' OR (number IS NOT NULL AND issued_at IS NOT NULL AND sha256 IS NOT NULL AND pages IS NOT NULL))
) STRICT;
CREATE INDEX letter_of ON letter (complaint);
CREATE INDEX letter_by_content ON letter (sha256) WHERE sha256 IS NOT NULL;

-- An issued letter is frozen: afterwards it can only be superseded, sent, or answered.
CREATE TRIGGER letter_frozen BEFORE UPDATE OF
    id, complaint, kind, language, heading, content, changed_at, number, issued_at, sha256, pages, supersedes, promised
ON letter WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued letter is frozen'); END;
CREATE TRIGGER letter_state BEFORE UPDATE OF state ON letter
WHEN OLD.state <> NEW.state AND NOT (OLD.state = 'draft' AND NEW.state = 'issued' OR OLD.state = 'issued' AND NEW.state = 'superseded')
BEGIN SELECT RAISE(ABORT, 'an issued letter is frozen'); END;
CREATE TRIGGER letter_kept BEFORE DELETE ON letter WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'an issued letter is frozen'); END;

-- The journal: rows are only ever added, each carrying the hash of the one before.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    actor     TEXT NOT NULL,
    op        TEXT NOT NULL,
    complaint BLOB,
    payload   TEXT NOT NULL,
    changes   BLOB,
    prev      BLOB NOT NULL,
    hash      BLOB NOT NULL
) STRICT;
CREATE INDEX journal_of ON journal (complaint, seq) WHERE complaint IS NOT NULL;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE journal_head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seq  INTEGER NOT NULL,
    hash BLOB    NOT NULL
) STRICT;

-- Before and after of each reversible change; the journal row holds its hash,
-- so that this can be erased one day without breaking the chain.
CREATE TABLE change (
    seq       INTEGER PRIMARY KEY,
    body      TEXT NOT NULL,
    undone_by INTEGER
) STRICT;

-- What follows from the facts, one thin row a complaint, for lists. Words are
-- kept as their place in the vocabulary, days as days of the common era.
CREATE TABLE listing (
    serial   INTEGER PRIMARY KEY REFERENCES complaint (serial),
    trashed  INTEGER NOT NULL,
    received INTEGER NOT NULL,
    status   INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    channel  INTEGER NOT NULL,
    kind     INTEGER NOT NULL,
    due      INTEGER,
    safe     INTEGER,
    promised INTEGER,
    outcome  INTEGER,
    name     TEXT    NOT NULL,
    subject  TEXT    NOT NULL
) STRICT;
CREATE INDEX listing_received ON listing (trashed, received, serial, status, channel, kind, due);
CREATE INDEX listing_status   ON listing (trashed, status, received, serial, channel, kind, due);
CREATE INDEX listing_due      ON listing (trashed, due, serial, status, channel, kind) WHERE due IS NOT NULL;
CREATE INDEX listing_name     ON listing (trashed, name, serial, status, channel, kind, due);
CREATE INDEX listing_subject  ON listing (trashed, subject, serial, status, channel, kind, due);
CREATE INDEX listing_open     ON listing (status, step, due, safe, promised, received, serial) WHERE trashed = 0 AND status < 5;

-- How many complaints there are by status, kept by triggers.
CREATE TABLE tally (
    trashed INTEGER NOT NULL,
    status  INTEGER NOT NULL,
    rows    INTEGER NOT NULL,
    PRIMARY KEY (trashed, status)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER tally_add AFTER INSERT ON listing BEGIN
    INSERT INTO tally VALUES (NEW.trashed, NEW.status, 1)
    ON CONFLICT DO UPDATE SET rows = rows + 1;
END;
CREATE TRIGGER tally_remove AFTER DELETE ON listing BEGIN
    UPDATE tally SET rows = rows - 1 WHERE trashed = OLD.trashed AND status = OLD.status;
END;
CREATE TRIGGER tally_move AFTER UPDATE OF trashed, status ON listing
WHEN OLD.trashed <> NEW.trashed OR OLD.status <> NEW.status BEGIN
    UPDATE tally SET rows = rows - 1 WHERE trashed = OLD.trashed AND status = OLD.status;
    INSERT INTO tally VALUES (NEW.trashed, NEW.status, 1)
    ON CONFLICT DO UPDATE SET rows = rows + 1;
END;

-- Stems of each complaint; words are cut and stemmed before they get here, so
-- the tokenizer has only to split at spaces.
CREATE VIRTUAL TABLE words USING fts5 (
    number, subject, complainant, body,
    content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- Every stem of letters in `words`, so that the beginning of a word can be
-- completed to the few stems it may become; the index itself would first have
-- to merge all that begins alike.
CREATE TABLE stem (
    stem TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
