SELECT * FROM person WHERE name_key <> '' AND name_key >= ?1 AND name_key < ?2 ORDER BY name_key LIMIT ?3
