-- The latest submission of each draft of a complaint, where it is approved.
SELECT a.id, a.letter FROM approval AS a
WHERE a.complaint = ?1 AND a.state = 'approved'
    AND a.rowid = (SELECT max(b.rowid) FROM approval AS b WHERE b.letter = a.letter)
    AND EXISTS (SELECT 1 FROM letter WHERE id = a.letter AND state = 'draft')
