SELECT id, template, kind, language, name, version, sha256, made_at, actor, note, source
FROM template_version WHERE sha256 = ?1 ORDER BY serial LIMIT 1
