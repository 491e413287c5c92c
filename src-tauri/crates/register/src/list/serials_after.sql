SELECT serial FROM complaint WHERE serial > ?1 ORDER BY serial LIMIT 1000
