SELECT c.number_key, c.counted, c.subject,
    p.name || ' ' || p.representative || ' ' || p.email || ' ' || p.phone || ' ' || p.address, c.body
FROM complaint AS c JOIN person AS p ON p.serial = c.person
WHERE c.serial = ?1
