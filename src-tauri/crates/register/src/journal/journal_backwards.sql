SELECT op, payload, change.body
FROM journal LEFT JOIN change USING (seq)
ORDER BY seq DESC
