SELECT id, template, kind, language, name, version, sha256, made_at, actor, note
FROM template_version WHERE template = ?1 ORDER BY version DESC
