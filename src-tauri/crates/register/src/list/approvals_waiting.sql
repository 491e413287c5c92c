-- Drafts that wait for the head, the oldest submission first. An id holds a time,
-- and clocks of computers are set back, so rows are taken in the order they came.
SELECT a.complaint, a.letter FROM approval AS a INDEXED BY approval_waiting
JOIN complaint AS c ON c.serial = a.complaint
WHERE a.state = 'waiting' AND c.trashed_at IS NULL AND c.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM letter WHERE id = a.letter AND state = 'draft')
ORDER BY a.rowid LIMIT ?1
