SELECT id, words FROM name_form WHERE name_key = ?1 AND gender = ?2 AND form = ?3 AND language = ?4
