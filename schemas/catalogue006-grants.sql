-- The classes of the scheme in force, each with who may see what is in it: a list of roles as JSON, NULL for all readers.
CREATE TABLE classes (
    code TEXT NOT NULL PRIMARY KEY,
    parent TEXT,
    readers TEXT
) STRICT, WITHOUT ROWID;

-- What an account may see beyond its roles, up to a day.
CREATE TABLE grants (
    number INTEGER NOT NULL PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    until TEXT NOT NULL,
    reason TEXT NOT NULL,
    given_on TEXT NOT NULL,
    given_by TEXT NOT NULL,
    ended_on TEXT,
    ended_reason TEXT
) STRICT;
CREATE INDEX grants_of_account ON grants (account) WHERE ended_on IS NULL;

ALTER TABLE accounts ADD COLUMN department TEXT;

-- The newest documents of a type.
CREATE INDEX documents_by_type ON documents (type, row);

-- Somebody's own deals.
CREATE INDEX documents_by_handler ON documents (handler) WHERE handler IS NOT NULL;

-- When the bytes of a document were last held against their digests (R-55): at first when they came in.
ALTER TABLE documents ADD COLUMN checked_at INTEGER NOT NULL DEFAULT 0;
UPDATE documents SET checked_at = filed_at;
CREATE INDEX documents_by_check ON documents (checked_at, row);
