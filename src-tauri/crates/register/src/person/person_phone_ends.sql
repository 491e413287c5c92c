SELECT * FROM person
WHERE phone_key <> '' AND substr(phone_key, -4) = ?1 AND substr(phone_key, -length(?2)) = ?2
LIMIT ?3
