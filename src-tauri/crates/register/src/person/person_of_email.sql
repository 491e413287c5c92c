SELECT * FROM person WHERE email_key <> '' AND email_key = ?1 AND name_key = ?2 LIMIT 20
