DELETE FROM stem WHERE NOT EXISTS (SELECT 1 FROM words WHERE words MATCH '"' || stem.stem || '"')
