SELECT id, name, gender, form, language, words, kept_at FROM name_form ORDER BY name_key, form, language
