-- Closed cases in which something is still owed by a day.
CREATE INDEX listing_owed ON listing (term, status, step, safe, promised, received, serial, delivery, unsent, due)
    WHERE trashed = 0 AND status = 5 AND term IS NOT NULL;

-- Which complaint had a number that was erased: the journal still knows when it was recorded.
ALTER TABLE spent_number ADD COLUMN complaint BLOB;
CREATE TEMP TABLE numbered AS
    SELECT json_extract(payload, '$.number') AS number, complaint FROM journal WHERE op = 'complaint_add';
CREATE INDEX temp.numbered_by ON numbered (number);
UPDATE spent_number SET complaint = (SELECT complaint FROM numbered WHERE numbered.number = spent_number.number);
DROP TABLE numbered;
