SELECT * FROM person WHERE ?2 <> '' AND email_key <> '' AND email_key = ?2 AND name_key = ?1
UNION
SELECT * FROM person WHERE ?3 <> '' AND phone_key <> '' AND phone_key = ?3 AND name_key = ?1
ORDER BY serial DESC
LIMIT 20
