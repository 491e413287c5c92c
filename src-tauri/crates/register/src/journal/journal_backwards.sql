SELECT op, payload, change.body, complaint
FROM journal LEFT JOIN change USING (seq)
ORDER BY seq DESC
