SELECT name FROM document WHERE complaint = (SELECT serial FROM complaint WHERE id = ?1)
