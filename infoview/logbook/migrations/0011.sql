-- Imports in full: what an import filled in about people who were there before, so that it can be taken out again.
CREATE TABLE filled (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    pool_id INTEGER REFERENCES pool (id) ON DELETE CASCADE,         -- one of these two
    contact_id INTEGER REFERENCES contacts (id) ON DELETE CASCADE,
    field TEXT NOT NULL, value TEXT NOT NULL, former TEXT NOT NULL  -- what was put there, and what was there before
) STRICT;
CREATE INDEX filled_import ON filled (import_id);
CREATE INDEX filled_pool ON filled (pool_id);
CREATE INDEX filled_contact ON filled (contact_id);

-- The search holds only those who wait to be picked, so that they are counted without looking at the pool.
DROP TRIGGER pool_added;
DROP TRIGGER pool_removed;
DROP TABLE pool_words;
DROP INDEX pool_contact;
DROP INDEX pool_name;
CREATE INDEX pool_waiting ON pool (contact_id, name COLLATE NOCASE, id);
CREATE VIEW waiting AS SELECT id, name, organization, title, location FROM pool WHERE contact_id IS NULL;
CREATE VIRTUAL TABLE pool_words USING fts5 (
    name, organization, title, location,
    content = 'waiting', content_rowid = 'id', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO pool_words (pool_words) VALUES ('rebuild');
CREATE TRIGGER pool_added AFTER INSERT ON pool WHEN new.contact_id IS NULL BEGIN
    INSERT INTO pool_words (rowid, name, organization, title, location)
    VALUES (new.id, new.name, new.organization, new.title, new.location);
END;
CREATE TRIGGER pool_removed AFTER DELETE ON pool WHEN old.contact_id IS NULL BEGIN
    INSERT INTO pool_words (pool_words, rowid, name, organization, title, location)
    VALUES ('delete', old.id, old.name, old.organization, old.title, old.location);
END;
CREATE TRIGGER pool_changed AFTER UPDATE OF contact_id, name, organization, title, location ON pool BEGIN
    INSERT INTO pool_words (pool_words, rowid, name, organization, title, location)
    SELECT 'delete', old.id, old.name, old.organization, old.title, old.location WHERE old.contact_id IS NULL;
    INSERT INTO pool_words (rowid, name, organization, title, location)
    SELECT new.id, new.name, new.organization, new.title, new.location WHERE new.contact_id IS NULL;
END;
