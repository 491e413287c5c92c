SELECT d.*, EXISTS (SELECT 1 FROM document WHERE document.id = d.receipt) AS receipt_kept
FROM dispatch AS d WHERE d.id = ?1
