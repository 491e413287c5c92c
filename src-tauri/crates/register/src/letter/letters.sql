SELECT l.*,
    a.id AS approval_id, a.state AS approval_state, a.asked_at, a.asked_by, a.note, a.told_at, a.told_by,
    a.remarks, a.mark, a.void_at, a.void_by, a.void_why
FROM letter AS l LEFT JOIN approval AS a ON a.rowid = (SELECT max(b.rowid) FROM approval AS b WHERE b.letter = l.id)
WHERE l.complaint = ?1 ORDER BY l.id
