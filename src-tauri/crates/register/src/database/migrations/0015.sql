-- Why a case was thrown away that an act would have kept. Cases thrown away before have none, and stay in the trash.
ALTER TABLE complaint ADD COLUMN trash_reason TEXT;
