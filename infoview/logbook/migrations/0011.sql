-- Imports in full: what was joined while a file was read, so that it can be taken apart again.
ALTER TABLE imports ADD COLUMN former TEXT NOT NULL DEFAULT '';
