-- Keeping in touch: how often, what there is to tell, and whom it was told.
ALTER TABLE contacts ADD COLUMN cadence TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN give_back TEXT NOT NULL DEFAULT '';
CREATE TABLE milestones (            -- news such as "I found a place"
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL CHECK (text <> ''), "on" TEXT
) STRICT;
CREATE TABLE told (                  -- who has heard of a milestone
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    milestone_id INTEGER NOT NULL REFERENCES milestones (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    told_on TEXT,
    UNIQUE (milestone_id, contact_id)
) STRICT;
CREATE INDEX told_contact ON told (contact_id);
ALTER TABLE follow_ups ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_ups ADD COLUMN milestone_id INTEGER REFERENCES milestones (id) ON DELETE SET NULL;
