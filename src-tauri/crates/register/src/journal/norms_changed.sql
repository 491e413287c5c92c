SELECT at FROM journal
WHERE op IN ('norm_save', 'norm_reset') OR (op = 'undo' AND instr(payload, '"undoes_op":"norm_') > 0)
ORDER BY seq DESC LIMIT 1
