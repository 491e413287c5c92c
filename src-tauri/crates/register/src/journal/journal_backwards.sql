SELECT op, payload, change.body, complaint
FROM journal LEFT JOIN change USING (seq)
WHERE seq > ?1
ORDER BY seq DESC
