-- What was found out about an organization and a person beforehand, shared by everyone met there; the one guess a
-- meeting is to test, and how sure I am of it, 0 to 10; the words I begin and end with; how long a question takes.
CREATE TABLE findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,  -- for whom it was looked up
    about TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
    organization TEXT NOT NULL,      -- where they worked when it was noted; compared folded
    source TEXT NOT NULL, found_on TEXT,
    puzzling INTEGER NOT NULL        -- "I still don't understand …"
) STRICT;
CREATE INDEX findings_contact ON findings (contact_id);
ALTER TABLE meetings ADD COLUMN assumption TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN sure_before INTEGER;
ALTER TABLE meetings ADD COLUMN opening TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN closing TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_questions ADD COLUMN minutes INTEGER;        -- NULL is what its kind usually takes
ALTER TABLE meeting_questions ADD COLUMN finding_id INTEGER REFERENCES findings (id) ON DELETE SET NULL;
CREATE INDEX meeting_questions_finding ON meeting_questions (finding_id);
