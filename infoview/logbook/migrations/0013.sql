-- Places: the city whose clock a zone is, as it was named; the zone alone says "America/New_York" to somebody in Boston.
ALTER TABLE profile ADD COLUMN city TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN city TEXT NOT NULL DEFAULT '';
