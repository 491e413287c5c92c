-- Clocks of a case: those a person started, and those that follow from a
-- promise, an invitation, a decision or a goal of the office. The terms of
-- demands stay with the demands; a row of the kind `demand` says that a person
-- ended such a term.
CREATE TABLE clock (
    id          BLOB    NOT NULL PRIMARY KEY,
    complaint   INTEGER NOT NULL REFERENCES complaint (serial),
    kind        TEXT    NOT NULL,
    of_facts    INTEGER NOT NULL,
    source      BLOB,
    title       TEXT    NOT NULL,
    ours        INTEGER NOT NULL,
    start       TEXT    NOT NULL,
    start_ref   BLOB,
    start_on    TEXT    NOT NULL,
    count       INTEGER,
    unit        TEXT,
    day         TEXT,
    citation    TEXT    NOT NULL,
    due_legal   TEXT,
    due_safe    TEXT,
    ended       TEXT,
    ended_on    TEXT,
    ended_why   TEXT    NOT NULL,
    ended_facts INTEGER NOT NULL,
    proof       TEXT,
    proof_id    BLOB,
    note        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_of ON clock (complaint);

-- Stretches of days in which a clock, or the term of a demand, stands still.
CREATE TABLE clock_pause (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    clock     BLOB,
    demand    BLOB,
    from_day  TEXT    NOT NULL,
    to_day    TEXT,
    ground    TEXT    NOT NULL,
    citation  TEXT    NOT NULL,
    proof     TEXT,
    proof_id  BLOB,
    CHECK ((clock IS NULL) <> (demand IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_pause_of ON clock_pause (complaint);
CREATE INDEX clock_pause_of_demand ON clock_pause (demand) WHERE demand IS NOT NULL;
CREATE INDEX clock_pause_of_clock ON clock_pause (clock) WHERE clock IS NOT NULL;

-- `due` is the nearest day of all open clocks and `lead` what that clock is
-- for; `term` leaves out what was only promised, which Today lists by itself.
ALTER TABLE listing ADD COLUMN lead INTEGER;
ALTER TABLE listing ADD COLUMN term INTEGER;
DROP INDEX listing_open;
CREATE INDEX listing_open ON listing (status, step, term, safe, promised, received, serial, delivery, unsent, due)
    WHERE trashed = 0 AND status < 5;
