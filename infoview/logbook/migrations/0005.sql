-- Requests in full: by which channel one was sent.
ALTER TABLE requests ADD COLUMN channel TEXT NOT NULL DEFAULT '';
