SELECT complaint, number FROM letter
WHERE number IS NOT NULL AND CAST(substr(number, length(rtrim(number, '0123456789')) + 1) AS INTEGER) = ?1
ORDER BY rowid DESC LIMIT ?2
