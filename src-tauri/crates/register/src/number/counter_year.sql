SELECT max(year) FROM counter
