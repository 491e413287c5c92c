SELECT body FROM change WHERE instr(body, ?1) > 0
    AND seq IN (SELECT seq FROM journal WHERE complaint IS NULL AND op IN ('name_form_keep', 'name_form_forget', 'undo'))
