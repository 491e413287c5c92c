SELECT c.*, p.*, c.id AS complaint_id, c.kind AS complaint_kind, p.id AS person_id, p.kind AS person_kind
FROM complaint AS c JOIN person AS p ON p.serial = c.person
WHERE c.serial = ?1
