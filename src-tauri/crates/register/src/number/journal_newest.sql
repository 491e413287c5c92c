-- What is written while a clock stands behind comes last and is no newer.
SELECT max(at) FROM (SELECT at FROM journal ORDER BY seq DESC LIMIT 500)
