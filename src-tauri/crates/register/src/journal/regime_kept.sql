SELECT payload
FROM journal
WHERE complaint = ?1 AND op = 'regime_keep'
ORDER BY seq DESC
LIMIT 1
