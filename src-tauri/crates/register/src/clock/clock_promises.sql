-- Letters that name a day, and those that end what another named.
SELECT id, kind, state, promised, issued_at, sent_at, decided
FROM letter
WHERE complaint = ?1 AND state <> 'draft'
ORDER BY julianday(issued_at), id
