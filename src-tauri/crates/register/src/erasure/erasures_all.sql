SELECT seq, at, payload, hash FROM journal
WHERE op IN ('trash_empty', 'retention_erase', 'person_erase')
ORDER BY seq
