SELECT id, template, kind, language, name, version, sha256, made_at, actor, note, source
FROM template_version WHERE id = ?1
