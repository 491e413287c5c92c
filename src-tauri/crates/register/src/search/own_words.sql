SELECT 0, decision FROM demand WHERE complaint = ?1 AND decision IS NOT NULL
UNION ALL
SELECT 1, content FROM letter WHERE complaint = ?1 AND state <> 'draft'
UNION ALL
SELECT 2, body || char(10) || checked || char(10) || checked_by || char(10) || found || char(10) || ground
FROM allegation WHERE complaint = ?1
