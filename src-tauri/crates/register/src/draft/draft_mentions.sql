SELECT EXISTS (SELECT 1 FROM draft WHERE key <> 'program/files' AND instr(body, ?1) > 0)
