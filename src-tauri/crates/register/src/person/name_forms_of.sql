SELECT id, name, gender, form, language, words, kept_at FROM name_form WHERE name_key = ?1 AND gender = ?2
