SELECT other.id
FROM person AS own
    JOIN person AS other ON other.name_key = own.name_key AND other.kind = own.kind
WHERE own.id = ?1 AND own.name_key <> '' AND other.name_key <> '' AND other.serial <> own.serial
    AND (own.email_key <> '' AND other.email_key = own.email_key
        OR own.phone_key <> '' AND other.phone_key = own.phone_key)
