SELECT c.id FROM document AS d JOIN complaint AS c ON c.serial = d.complaint WHERE d.id = ?1
