INSERT INTO template_version (id, template, kind, language, name, version, source, sha256, made_at, actor, note)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
