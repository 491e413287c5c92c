SELECT 0, decision FROM demand WHERE complaint = ?1 AND decision IS NOT NULL
UNION ALL
SELECT 1, content FROM letter WHERE complaint = ?1 AND state <> 'draft'
