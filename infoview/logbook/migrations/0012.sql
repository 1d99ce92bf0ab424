-- The talk itself: what to keep and what to do differently next time.
ALTER TABLE meetings ADD COLUMN next_time TEXT NOT NULL DEFAULT '';
