SELECT id AS version_id, version, content, made_at, actor FROM routine_version WHERE routine = ?1 ORDER BY version DESC
