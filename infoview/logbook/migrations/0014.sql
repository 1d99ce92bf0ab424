-- A person can have a date, and be kept apart; what no longer makes sense can be crossed out; being asked.
ALTER TABLE contacts ADD COLUMN ask_by TEXT;
ALTER TABLE contacts ADD COLUMN not_before TEXT;
ALTER TABLE contacts ADD COLUMN rest_until TEXT;
ALTER TABLE contacts ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
ALTER TABLE profile ADD COLUMN only_when TEXT NOT NULL DEFAULT '';
CREATE TABLE crossed_out (           -- a step of Today that is not to be done any more
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, about INTEGER NOT NULL,
    contact_id INTEGER REFERENCES contacts (id) ON DELETE CASCADE,
    due_on TEXT NOT NULL
) STRICT;
CREATE INDEX crossed_out_contact ON crossed_out (contact_id);
CREATE TABLE asked_of_me (           -- somebody asks me
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''), about TEXT NOT NULL, questions TEXT NOT NULL, answers TEXT NOT NULL,
    "on" TEXT, answered_on TEXT, thanked_on TEXT
) STRICT;
