-- What it adds up to: where people agree, as the person marked it; the goal of one month, weeks in which it rests.
CREATE TABLE themes (                -- one statement that several people agreed or disagreed on
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    takeaway TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
    direction_id INTEGER REFERENCES directions (id) ON DELETE SET NULL
) STRICT;
CREATE TABLE voices (                -- one meeting's voice on a theme
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    theme_id INTEGER NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    agrees INTEGER NOT NULL,
    UNIQUE (theme_id, meeting_id)
) STRICT;
CREATE INDEX voices_meeting ON voices (meeting_id);
CREATE TABLE pauses (                -- weeks in which the goal rests
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    week_on TEXT NOT NULL UNIQUE     -- its Monday
) STRICT;
CREATE TABLE month_goals (           -- a month with a goal of its own
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    month_on TEXT NOT NULL UNIQUE,   -- its first day
    people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100)
) STRICT;
