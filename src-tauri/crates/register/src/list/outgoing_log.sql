SELECT l.id, l.number, l.issued_at, l.kind, l.state, l.heading, l.pages, l.content, c.number AS complaint_number, p.name
FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint JOIN person AS p ON p.serial = c.person
WHERE l.state <> 'draft' AND c.trashed_at IS NULL AND substr(l.issued_at, 1, 10) BETWEEN ?1 AND ?2
ORDER BY julianday(l.issued_at), l.id LIMIT ?3
