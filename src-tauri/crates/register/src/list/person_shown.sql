SELECT c.serial
FROM complaint AS c
    JOIN listing AS l ON l.serial = c.serial
WHERE l.trashed = 0 AND c.person IN (
    SELECT serial FROM person WHERE id = ?1
    UNION
    SELECT other.serial
    FROM person AS own
        JOIN person AS other ON other.name_key = own.name_key AND other.kind = own.kind
    WHERE own.id = ?1 AND own.name_key <> '' AND other.name_key <> ''
        AND (own.email_key <> '' AND other.email_key = own.email_key
            OR own.phone_key <> '' AND other.phone_key = own.phone_key
            OR own.address <> '' AND other.address = own.address))
