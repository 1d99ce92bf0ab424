-- The logbook, schema 1, as it was first released; what came later is in migrations, for new files and old alike.
-- Dates are ISO 8601 text, times of day "HH:MM", yes and no 1 and 0, lists JSON.

CREATE TABLE settings (              -- where the person left off, words typed into unfinished forms
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL, doing TEXT NOT NULL, exploring TEXT NOT NULL,
    studied TEXT NOT NULL, skills TEXT NOT NULL, email TEXT NOT NULL
) STRICT;

CREATE TABLE goal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    per_month INTEGER NOT NULL CHECK (per_month BETWEEN 0 AND 100),
    searching INTEGER NOT NULL
) STRICT;

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    organization TEXT NOT NULL, title TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL,
    location TEXT NOT NULL, url TEXT NOT NULL, circle TEXT NOT NULL, how_found TEXT NOT NULL,
    why TEXT NOT NULL, note TEXT NOT NULL, added_on TEXT, rested_on TEXT
) STRICT;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL, format TEXT NOT NULL, imported_on TEXT NOT NULL,
    people INTEGER NOT NULL, problems TEXT NOT NULL
) STRICT;

CREATE TABLE pool (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    name TEXT NOT NULL, organization TEXT NOT NULL, title TEXT NOT NULL, location TEXT NOT NULL,
    email TEXT NOT NULL, phone TEXT NOT NULL, url TEXT NOT NULL, connected_on TEXT, note TEXT NOT NULL,
    contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX pool_import ON pool (import_id);
CREATE INDEX pool_contact ON pool (contact_id);
CREATE INDEX pool_name ON pool (name COLLATE NOCASE, id);
CREATE VIRTUAL TABLE pool_words USING fts5 (
    name, organization, title, location,
    content = 'pool', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER pool_added AFTER INSERT ON pool BEGIN
    INSERT INTO pool_words (rowid, name, organization, title, location)
    VALUES (new.id, new.name, new.organization, new.title, new.location);
END;
CREATE TRIGGER pool_removed AFTER DELETE ON pool BEGIN
    INSERT INTO pool_words (pool_words, rowid, name, organization, title, location)
    VALUES ('delete', old.id, old.name, old.organization, old.title, old.location);
END;

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    "on" TEXT, at TEXT NOT NULL, minutes INTEGER NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
    purpose TEXT NOT NULL, research TEXT NOT NULL
) STRICT;
CREATE INDEX meetings_contact ON meetings (contact_id);

CREATE TABLE introductions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    introducer_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    given_on TEXT, meeting_id INTEGER REFERENCES meetings (id) ON DELETE SET NULL,
    may_use_name INTEGER NOT NULL,
    UNIQUE (introducer_id, contact_id), CHECK (introducer_id <> contact_id)
) STRICT;
CREATE INDEX introductions_contact ON introductions (contact_id);

CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('draft', 'sent', 'accepted', 'declined', 'later', 'no_reply')),
    subject TEXT NOT NULL, greeting TEXT NOT NULL, who TEXT NOT NULL, how_found TEXT NOT NULL,
    ask TEXT NOT NULL, closing TEXT NOT NULL, sent_on TEXT, answered_on TEXT, ask_again_on TEXT
) STRICT;
CREATE INDEX requests_contact ON requests (contact_id);

CREATE TABLE meeting_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    text TEXT NOT NULL, takeaway TEXT NOT NULL, bank_id TEXT NOT NULL,
    position INTEGER NOT NULL, starred INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_questions_meeting ON meeting_questions (meeting_id, position);

CREATE TABLE ticks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    UNIQUE (meeting_id, item)
) STRICT;

CREATE TABLE learned (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    takeaway TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (meeting_id, takeaway)
) STRICT;

CREATE TABLE promises (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL CHECK (text <> ''),
    meeting_id INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
    contact_id INTEGER REFERENCES contacts (id) ON DELETE CASCADE,
    mine INTEGER NOT NULL, due_on TEXT, done_on TEXT
) STRICT;
CREATE INDEX promises_meeting ON promises (meeting_id);
CREATE INDEX promises_contact ON promises (contact_id);

CREATE TABLE follow_ups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, meeting_id INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
    subject TEXT NOT NULL, greeting TEXT NOT NULL, first_part TEXT NOT NULL, second_part TEXT NOT NULL,
    closing TEXT NOT NULL, due_on TEXT, sent_on TEXT
) STRICT;
CREATE INDEX follow_ups_contact ON follow_ups (contact_id);
CREATE INDEX follow_ups_meeting ON follow_ups (meeting_id);
