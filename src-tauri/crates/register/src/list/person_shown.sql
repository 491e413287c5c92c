SELECT c.serial
FROM person AS p
    JOIN complaint AS c ON c.person = p.serial
    JOIN listing AS l ON l.serial = c.serial
WHERE p.id = ?1 AND l.trashed = 0
