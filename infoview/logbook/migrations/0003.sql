-- Requests and what follows them: advice set aside with a reason, what came back, letters of three parts to
-- somebody in the middle.
CREATE TABLE dismissals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL,
    UNIQUE (contact_id, kind, rule)
) STRICT;
ALTER TABLE requests ADD COLUMN reply TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_ups ADD COLUMN third_part TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_ups ADD COLUMN through_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL;
