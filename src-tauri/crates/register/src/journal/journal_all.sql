SELECT seq, at, actor, op, complaint, payload, changes, prev, hash, change.body
FROM journal LEFT JOIN change USING (seq)
WHERE seq > ?1
ORDER BY seq
