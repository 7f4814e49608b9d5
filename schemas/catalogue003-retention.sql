-- Dossiers and relations, classification, retention, holds. Dates are ISO days; rough ones keep their form beside it.

CREATE TABLE dossiers (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    party_row INTEGER REFERENCES parties,
    opened_on TEXT NOT NULL,
    -- As it was said: a day, a month or a year; nil while it is open.
    closed_on TEXT
) STRICT;
CREATE INDEX dossiers_by_party ON dossiers (party_row) WHERE party_row IS NOT NULL;

CREATE TABLE dossier_documents (
    dossier INTEGER NOT NULL REFERENCES dossiers,
    document INTEGER NOT NULL REFERENCES documents,
    -- Order of linking.
    sequence INTEGER NOT NULL,
    home INTEGER NOT NULL,
    PRIMARY KEY (dossier, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossiers_of_document ON dossier_documents (document);
CREATE UNIQUE INDEX home_of_document ON dossier_documents (document) WHERE home = 1;

CREATE TABLE relations (
    document INTEGER NOT NULL REFERENCES documents,
    relation TEXT NOT NULL,
    other INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (document, relation, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_to ON relations (other, relation);

-- Which versions of scheme and schedule were in force from which event on.
CREATE TABLE schemes (
    version INTEGER NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES events,
    -- The classes as the event has them.
    classes TEXT NOT NULL
) STRICT;

CREATE TABLE schedules (
    version INTEGER NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES events,
    -- The rules as the event has them.
    rules TEXT NOT NULL
) STRICT;

CREATE INDEX documents_by_class ON documents (class);

-- The facts as they are known now; how they came to be is in the journal.
CREATE TABLE facts (
    document INTEGER NOT NULL REFERENCES documents,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    evidence TEXT,
    sequence INTEGER NOT NULL REFERENCES events,
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE matters (
    number INTEGER NOT NULL PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    kind TEXT NOT NULL,
    note TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    settled_on TEXT,
    settled_reason TEXT
) STRICT;
CREATE INDEX open_matters_of_document ON matters (document) WHERE settled_on IS NULL;

CREATE TABLE holds (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    -- document, dossier, party, class, frozen or standing, and what it names.
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    reason TEXT NOT NULL,
    authority TEXT NOT NULL,
    placed_on TEXT NOT NULL,
    lifted_on TEXT,
    lifted_reason TEXT
) STRICT;
CREATE INDEX standing_holds ON holds (kind, scope) WHERE lifted_on IS NULL;

-- The documents that a frozen query found.
CREATE TABLE held_documents (
    hold INTEGER NOT NULL REFERENCES holds,
    document TEXT NOT NULL,
    PRIMARY KEY (hold, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_of_document ON held_documents (document);

-- Until when each document is kept, reckoned again whenever something changes that it hangs on.
CREATE TABLE due_dates (
    document INTEGER NOT NULL PRIMARY KEY REFERENCES documents,
    -- The first free day, `never`, or nothing while a fact is awaited.
    due TEXT,
    kept_to TEXT,
    -- What is awaited, each between blanks.
    waiting TEXT NOT NULL,
    -- The rule that decides.
    rule TEXT
) STRICT;
CREATE INDEX due_dates_by_day ON due_dates (due);
