SELECT c.serial, c.order_ref, c.their_number, c.subject
FROM (
    SELECT serial FROM person WHERE ?1 <> '' AND name_key <> '' AND name_key = ?1
    UNION SELECT serial FROM person WHERE ?2 <> '' AND email_key <> '' AND email_key = ?2
    UNION SELECT serial FROM person WHERE ?3 <> '' AND phone_key <> '' AND phone_key = ?3
) AS who
    JOIN complaint AS c ON c.person = who.serial
    JOIN listing AS l ON l.serial = c.serial
WHERE l.trashed = 0 AND l.received BETWEEN ?4 AND ?5
ORDER BY c.serial DESC
LIMIT 200
