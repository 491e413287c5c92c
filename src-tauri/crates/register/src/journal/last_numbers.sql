SELECT series, year, last FROM counter ORDER BY year = 0 DESC, year DESC, series LIMIT 40
