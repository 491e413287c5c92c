SELECT l.id, l.version, l.put_at, l.put_by, v.routine, v.version AS number, v.content
FROM case_list AS l JOIN routine_version AS v ON v.id = l.version
WHERE l.complaint = ?1 ORDER BY l.put_at, l.id
