-- The day: who pays, how often the calendar entry was changed, and the note pad, a box for each take-away.
ALTER TABLE meetings ADD COLUMN who_pays TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    takeaway TEXT NOT NULL, text TEXT NOT NULL,      -- takeaway '' is the free box
    UNIQUE (meeting_id, takeaway)
) STRICT;
