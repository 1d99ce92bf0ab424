-- Requests in full: by which channel one went, at what time of day, and one written elsewhere, in one piece.
ALTER TABLE requests ADD COLUMN channel TEXT NOT NULL DEFAULT '';
ALTER TABLE requests ADD COLUMN sent_at TEXT NOT NULL DEFAULT '';
ALTER TABLE requests ADD COLUMN in_one INTEGER NOT NULL DEFAULT 0;
ALTER TABLE requests ADD COLUMN whole TEXT NOT NULL DEFAULT '';
