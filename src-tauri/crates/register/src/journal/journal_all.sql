SELECT seq, at, actor, op, complaint, payload, changes, prev, hash, change.body
FROM journal LEFT JOIN change USING (seq)
ORDER BY seq
