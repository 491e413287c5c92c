SELECT c.id, c.number, d.name FROM document AS d JOIN complaint AS c ON c.serial = d.complaint WHERE d.sha256 = ?1
UNION ALL
SELECT c.id, c.number, l.number FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint WHERE l.sha256 = ?1
ORDER BY 2, 3
