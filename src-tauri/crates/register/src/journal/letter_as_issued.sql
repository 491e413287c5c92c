SELECT l.number, l.sha256, c.number FROM letter AS l JOIN complaint AS c ON c.serial = l.complaint WHERE l.id = ?1
