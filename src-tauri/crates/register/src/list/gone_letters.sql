SELECT number, issued_at, at AS since, 1 AS erased FROM spent_outgoing
WHERE substr(issued_at, 1, 10) BETWEEN ?1 AND ?2
UNION ALL
SELECT l.number, l.issued_at, c.trashed_at, 0 FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint
WHERE l.state <> 'draft' AND c.trashed_at IS NOT NULL AND substr(l.issued_at, 1, 10) BETWEEN ?1 AND ?2
ORDER BY issued_at LIMIT ?3
