SELECT l.changed_at, l.content FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint
WHERE l.kind = ?1 AND c.trashed_at IS NULL ORDER BY l.changed_at DESC LIMIT ?2
