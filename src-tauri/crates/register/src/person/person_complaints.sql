SELECT c.serial FROM person AS p JOIN complaint AS c ON c.person = p.serial WHERE p.id = ?1
