-- The day: who pays, the note pad with a box for each take-away, the words one introduces oneself with, and how
-- often what a calendar shows of a meeting was changed. The logbook counts, so that no way of changing is forgotten.
ALTER TABLE meetings ADD COLUMN who_pays TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE profile ADD COLUMN introduction TEXT NOT NULL DEFAULT '';
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    takeaway TEXT NOT NULL, text TEXT NOT NULL,      -- takeaway '' is the box for everything else
    UNIQUE (meeting_id, takeaway)
) STRICT;
CREATE TRIGGER meeting_revised AFTER UPDATE ON meetings
WHEN (old.contact_id, old.status, old."on", old.at, old.minutes, old.kind, old.place)
    IS NOT (new.contact_id, new.status, new."on", new.at, new.minutes, new.kind, new.place) BEGIN
    UPDATE meetings SET revision = old.revision + 1 WHERE id = new.id;
END;
CREATE TRIGGER contact_renamed AFTER UPDATE OF name ON contacts WHEN old.name IS NOT new.name BEGIN
    UPDATE meetings SET revision = revision + 1 WHERE contact_id = new.id;
END;
CREATE TRIGGER clock_moved AFTER UPDATE OF time_zone ON profile WHEN old.time_zone IS NOT new.time_zone BEGIN
    UPDATE meetings SET revision = revision + 1 WHERE at <> '';
END;
