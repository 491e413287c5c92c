SELECT * FROM (
    SELECT * FROM (SELECT * FROM person WHERE name_key <> '' AND name_key >= ?1 AND name_key < ?2 ORDER BY name_key LIMIT ?7)
    UNION
    SELECT * FROM (SELECT * FROM person WHERE email_key <> '' AND email_key >= ?3 AND email_key < ?4 ORDER BY email_key LIMIT ?7)
    UNION
    SELECT * FROM (SELECT * FROM person WHERE phone_key <> '' AND phone_key >= ?5 AND phone_key < ?6 ORDER BY phone_key LIMIT ?7)
)
ORDER BY name_key, serial
LIMIT ?7
