SELECT id FROM norm WHERE kind = ?1 AND name = ?2
