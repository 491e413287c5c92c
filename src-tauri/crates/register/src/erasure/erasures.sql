SELECT seq, at, actor, payload, hash FROM journal
WHERE op IN ('trash_empty', 'retention_erase', 'person_erase')
ORDER BY seq DESC LIMIT ?1
