-- The complaints of a change that belongs to more than one. Of every other
-- change the row of the journal itself names the complaint, if it has one.
CREATE TABLE journal_subject (
    complaint BLOB    NOT NULL,
    seq       INTEGER NOT NULL,
    PRIMARY KEY (complaint, seq)
) STRICT, WITHOUT ROWID;
