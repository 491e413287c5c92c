SELECT EXISTS (SELECT 1 FROM draft WHERE instr(body, ?1) > 0)
