-- What an office has changed of the rules it counts by: edits of a law pack,
-- a year of the production calendar, the hours of places, its assumptions.
-- The body is TOML or JSON as the kind has it; what ships is not kept here.
CREATE TABLE norm (
    id   BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;
