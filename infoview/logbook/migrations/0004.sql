-- Finding people in full: whom to ask first, contact outside the workbook, entries joined or kept apart.
ALTER TABLE contacts ADD COLUMN interest INTEGER NOT NULL DEFAULT 2;
ALTER TABLE contacts ADD COLUMN closeness INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contacts ADD COLUMN turn TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN last_contact_on TEXT;
ALTER TABLE pool ADD COLUMN last_contact_on TEXT;

CREATE TABLE touches (               -- contact outside requests, meetings and letters
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    "on" TEXT NOT NULL, channel TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX touches_contact ON touches (contact_id);

CREATE TABLE joined (                -- two entries made one; former is JSON with what undoes it
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    name TEXT NOT NULL, former TEXT NOT NULL, joined_on TEXT
) STRICT;

CREATE TABLE kept_apart (            -- "not the same person"
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    one_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    UNIQUE (one_id, other_id)
) STRICT;
