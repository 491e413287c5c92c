SELECT * FROM person WHERE phone_key <> '' AND phone_key >= ?1 AND phone_key < ?2 ORDER BY phone_key LIMIT ?3
