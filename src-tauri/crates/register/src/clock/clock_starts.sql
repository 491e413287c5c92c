-- The day of the fact that a clock runs from, by the fact's sort and id.
SELECT CASE ?1
    WHEN 'issued' THEN (SELECT issued_at FROM letter WHERE id = ?2)
    WHEN 'dispatched' THEN (SELECT sent_at FROM dispatch WHERE id = ?2)
    WHEN 'delivered' THEN (SELECT on_day FROM dispatch_event WHERE id = ?2)
    WHEN 'diary' THEN (SELECT at FROM diary WHERE id = ?2)
END
