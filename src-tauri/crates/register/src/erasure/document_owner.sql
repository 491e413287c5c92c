SELECT c.id, d.name FROM document AS d JOIN complaint AS c ON c.serial = d.complaint WHERE d.id = ?1 AND (?2 OR d.trashed_at IS NOT NULL)
