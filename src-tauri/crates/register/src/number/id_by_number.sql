SELECT id FROM complaint WHERE number_key = ?2 ORDER BY number <> ?1, serial DESC LIMIT 1
