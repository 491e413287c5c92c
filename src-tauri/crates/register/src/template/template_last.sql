SELECT coalesce(max(version), 0) FROM template_version WHERE template = ?1
