-- Requests and what follows them: advice set aside with a reason, what came back, letters of three parts to
-- somebody in the middle, and the plan for reminders.
CREATE TABLE dismissals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL,
    UNIQUE (contact_id, kind, rule)
) STRICT;
ALTER TABLE requests ADD COLUMN reply TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_ups ADD COLUMN third_part TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_ups ADD COLUMN through_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL;
ALTER TABLE goal ADD COLUMN plan TEXT NOT NULL DEFAULT 'gentle';
ALTER TABLE goal ADD COLUMN wait_days INTEGER NOT NULL DEFAULT 7;
ALTER TABLE goal ADD COLUMN reminders INTEGER NOT NULL DEFAULT 1;
ALTER TABLE goal ADD COLUMN country TEXT NOT NULL DEFAULT '';
