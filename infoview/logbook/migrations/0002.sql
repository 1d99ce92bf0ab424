-- Time zones: where I am and where they are, as names of the IANA list such as Europe/Stockholm; '' is not known.
ALTER TABLE profile ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
