-- Outgoing numbers are looked for by their counting, typed without its zeros:
-- it stands at the end of a number, or where an office wills, at its beginning.
CREATE INDEX letter_by_last_digits ON letter (CAST(substr(number, length(rtrim(number, '0123456789')) + 1) AS INTEGER))
    WHERE number IS NOT NULL;
CREATE INDEX letter_by_first_digits ON letter (CAST(number AS INTEGER)) WHERE number GLOB '[0-9]*';
