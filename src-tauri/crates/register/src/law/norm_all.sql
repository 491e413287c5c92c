SELECT kind, name, body FROM norm ORDER BY kind, name
