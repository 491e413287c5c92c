SELECT r.id, r.kind, r.name, r.retired_at, v.id AS version_id, v.version, v.content, v.made_at, v.actor
FROM routine AS r JOIN routine_version AS v ON v.id = r.current ORDER BY r.kind, r.name, r.id
