-- The words of each card's name, so that a card is found by any of them. The
-- key of the name is lower-case with ё as е already; what punctuation the
-- tokenizer would take for letters becomes a blank here, as `name_words` does.
CREATE VIRTUAL TABLE person_words USING fts5 (
    name,
    content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
CREATE TRIGGER person_words_add AFTER INSERT ON person WHEN NEW.name_key <> '' BEGIN
    INSERT INTO person_words (rowid, name) VALUES (NEW.serial,
        replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.name_key,
        '«', ' '), '»', ' '), '“', ' '), '”', ' '), '„', ' '), '’', ' '), '–', ' '), '—', ' '), '№', ' '));
END;
CREATE TRIGGER person_words_change AFTER UPDATE OF name_key ON person WHEN NEW.name_key <> OLD.name_key BEGIN
    DELETE FROM person_words WHERE rowid = OLD.serial;
    INSERT INTO person_words (rowid, name) VALUES (NEW.serial,
        replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.name_key,
        '«', ' '), '»', ' '), '“', ' '), '”', ' '), '„', ' '), '’', ' '), '–', ' '), '—', ' '), '№', ' '));
END;
CREATE TRIGGER person_words_remove AFTER DELETE ON person BEGIN
    DELETE FROM person_words WHERE rowid = OLD.serial;
END;
INSERT INTO person_words (rowid, name) SELECT serial,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(name_key,
    '«', ' '), '»', ' '), '“', ' '), '”', ' '), '„', ' '), '’', ' '), '–', ' '), '—', ' '), '№', ' ')
FROM person WHERE name_key <> '';

-- Many know only how a telephone number ends.
CREATE INDEX person_by_phone_end ON person (substr(phone_key, -4)) WHERE phone_key <> '';
