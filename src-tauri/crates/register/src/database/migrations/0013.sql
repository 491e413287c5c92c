-- What was decided when a letter was issued: the demands and the decisions on them. Letters issued before have none.
ALTER TABLE letter ADD COLUMN decided TEXT;
