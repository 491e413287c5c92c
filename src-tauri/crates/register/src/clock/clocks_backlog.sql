-- Complaints that hold a fact from which clocks follow.
SELECT complaint FROM letter WHERE promised IS NOT NULL AND state <> 'draft'
UNION
SELECT complaint FROM demand WHERE decision IS NOT NULL AND json_extract(decision, '$.due') IS NOT NULL
