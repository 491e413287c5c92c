-- Complaints that hold a fact from which clocks follow, or by which they ended.
SELECT complaint FROM letter WHERE state <> 'draft'
UNION
SELECT complaint FROM demand WHERE decision IS NOT NULL AND json_extract(decision, '$.due') IS NOT NULL
