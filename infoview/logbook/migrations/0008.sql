-- The debrief in full: fact, their opinion and my reaction apart; how sure I am now; skills; directions.
CREATE TABLE directions (            -- a kind of work I might go for
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''), note TEXT NOT NULL, added_on TEXT, closed_on TEXT,
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED -- heard of there
) STRICT;
ALTER TABLE contacts ADD COLUMN direction_id INTEGER REFERENCES directions (id) ON DELETE SET NULL;
ALTER TABLE learned ADD COLUMN opinion TEXT NOT NULL DEFAULT '';
ALTER TABLE learned ADD COLUMN reaction TEXT NOT NULL DEFAULT '';
ALTER TABLE learned ADD COLUMN unasked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN direction_id INTEGER REFERENCES directions (id) ON DELETE SET NULL;
ALTER TABLE meetings ADD COLUMN sure_after INTEGER;
ALTER TABLE meetings ADD COLUMN focus INTEGER;                   -- how well I kept the focus on them, 1 to 5
ALTER TABLE meetings ADD COLUMN surprised TEXT NOT NULL DEFAULT '';
ALTER TABLE meetings ADD COLUMN volunteered TEXT NOT NULL DEFAULT '';   -- a job they mentioned unasked
ALTER TABLE meetings ADD COLUMN quotes TEXT NOT NULL DEFAULT '';        -- "do not share"
CREATE TABLE skills (                -- what they look for, what I have, the gap
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''), evidence TEXT NOT NULL, gap TEXT NOT NULL, next_step TEXT NOT NULL
) STRICT;
CREATE INDEX skills_meeting ON skills (meeting_id);
CREATE TABLE evidence (              -- what one meeting says for or against a direction
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    direction_id INTEGER NOT NULL REFERENCES directions (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
    speaks_for INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_direction ON evidence (direction_id);
CREATE INDEX evidence_meeting ON evidence (meeting_id);
ALTER TABLE follow_ups ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;   -- a card, beside or instead of a mail
