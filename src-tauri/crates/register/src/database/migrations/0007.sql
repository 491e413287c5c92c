-- Each time a letter left the office. `state` repeats that of the latest step,
-- so that lists need not look for it.
CREATE TABLE dispatch (
    id        BLOB    NOT NULL PRIMARY KEY,
    complaint INTEGER NOT NULL REFERENCES complaint (serial),
    letter    BLOB    NOT NULL REFERENCES letter (id),
    way       TEXT    NOT NULL,
    sent_at   TEXT    NOT NULL,
    tracking  TEXT    NOT NULL,
    address   TEXT    NOT NULL,
    cost      INTEGER,
    expected  TEXT,
    inventory TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    receipt   BLOB,
    state     TEXT    NOT NULL
) STRICT;
CREATE INDEX dispatch_of ON dispatch (complaint);
CREATE INDEX dispatch_of_letter ON dispatch (letter);

-- What became of a dispatch, one row a step.
CREATE TABLE dispatch_event (
    id          BLOB    NOT NULL PRIMARY KEY,
    complaint   INTEGER NOT NULL REFERENCES complaint (serial),
    dispatch    BLOB    NOT NULL REFERENCES dispatch (id),
    state       TEXT    NOT NULL,
    on_day      TEXT    NOT NULL,
    until       TEXT,
    reason      TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    document    BLOB,
    recorded_at TEXT    NOT NULL
) STRICT;
CREATE INDEX dispatch_event_of ON dispatch_event (dispatch);

-- Until now a letter knew one way and time it was sent by.
INSERT INTO dispatch (id, complaint, letter, way, sent_at, tracking, address, inventory, note, state)
SELECT randomblob(16), complaint, id,
    CASE sent_channel
        WHEN 'post' THEN 'post_simple' WHEN 'in_person' THEN 'by_hand' WHEN 'email' THEN 'email'
        WHEN 'messenger' THEN 'messenger' WHEN 'platform' THEN 'platform' WHEN 'website' THEN 'website'
        ELSE 'other' END,
    sent_at, '', '[]', '[]', '',
    CASE sent_channel WHEN 'in_person' THEN 'delivered' ELSE 'handed_over' END
FROM letter WHERE sent_at IS NOT NULL AND sent_channel IS NOT NULL;

-- By when a posted letter should have arrived, and whether an issued one lies unsent.
ALTER TABLE listing ADD COLUMN delivery INTEGER;
ALTER TABLE listing ADD COLUMN unsent INTEGER NOT NULL DEFAULT 0;
DROP INDEX listing_open;
CREATE INDEX listing_open ON listing (status, step, due, safe, promised, received, serial, delivery, unsent)
    WHERE trashed = 0 AND status < 5;
