-- What a dossier should hold, who is responsible for it, and dossiers that turned out to be one.

-- The template that it was given, as the event tells it.
ALTER TABLE dossiers ADD COLUMN template TEXT;
-- The account, as it is written without its gaps.
ALTER TABLE dossiers ADD COLUMN responsible TEXT;
ALTER TABLE dossiers ADD COLUMN merged_into INTEGER REFERENCES dossiers;
CREATE INDEX dossiers_by_responsible ON dossiers (responsible) WHERE responsible IS NOT NULL;

-- What was at home in a dossier and is not any more: who knew of none of it does not come to know of the dossier when it is taken out.
CREATE TABLE dossier_past (
    dossier INTEGER NOT NULL REFERENCES dossiers,
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (dossier, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_marks (
    dossier INTEGER NOT NULL REFERENCES dossiers,
    item TEXT NOT NULL,
    -- not_applicable or promised.
    kind TEXT NOT NULL,
    until TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (dossier, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_templates (
    version INTEGER NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES events,
    templates TEXT NOT NULL
) STRICT;
