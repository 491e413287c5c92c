SELECT t.id AS template_id, t.regimes, t.chosen, t.retired_at, t.name AS template_name,
       v.id, v.template, v.kind, v.language, v.name, v.version, v.sha256, v.made_at, v.actor, v.note
FROM template t JOIN template_version v ON v.id = t.current
ORDER BY t.kind, t.language, t.id
