-- The state «issued, not sent» stands before «answered», so the places of those behind it moved by one; and what
-- a decision grants has a day of its own beside that of the answer.
ALTER TABLE listing ADD COLUMN owed INTEGER;
-- Whether a letter lies half written.
ALTER TABLE listing ADD COLUMN drafted INTEGER NOT NULL DEFAULT 0;
DROP INDEX listing_open;
CREATE INDEX listing_open ON listing (status, step, term, due, safe, promised, received, serial, delivery, unsent, owed, drafted)
    WHERE trashed = 0 AND status < 6;
DROP INDEX listing_owed;
CREATE INDEX listing_owed ON listing (term, status, step, safe, promised, received, serial, delivery, unsent, due, owed, drafted)
    WHERE trashed = 0 AND status = 6 AND term IS NOT NULL;
