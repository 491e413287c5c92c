SELECT * FROM person WHERE email_key <> '' AND email_key >= ?1 AND email_key < ?2 ORDER BY email_key LIMIT ?3
