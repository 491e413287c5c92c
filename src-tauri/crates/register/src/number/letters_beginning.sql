SELECT complaint, number FROM letter
WHERE number GLOB '[0-9]*' AND CAST(number AS INTEGER) = ?1 ORDER BY rowid DESC LIMIT ?2
