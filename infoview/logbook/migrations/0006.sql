-- What was found out about an organization and a person beforehand, shared by everyone met there; the one guess a
-- meeting is to test, and how sure I am of it, 0 to 10.
CREATE TABLE findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organization TEXT NOT NULL,      -- as the contact's record has it; compared folded
    contact_id INTEGER REFERENCES contacts (id) ON DELETE CASCADE,  -- set where it is about this person alone
    about TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, found_on TEXT,
    puzzling INTEGER NOT NULL        -- "I still don't understand …"
) STRICT;
CREATE INDEX findings_contact ON findings (contact_id);
ALTER TABLE meetings ADD COLUMN assumption TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN sure_before INTEGER;
