SELECT * FROM person WHERE phone_key <> '' AND phone_key = ?1 AND name_key = ?2 LIMIT 20
