UPDATE complaint SET version = version + 1 WHERE person = (SELECT serial FROM person WHERE id = ?1)
