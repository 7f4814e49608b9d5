-- Packs for those who take over a deal (交底资料), their editions, and what left the archive with them.

CREATE TABLE receivers (
    version INTEGER NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES events,
    receivers TEXT NOT NULL
) STRICT;

CREATE TABLE packs (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    dossier INTEGER NOT NULL REFERENCES dossiers,
    -- The code of the receiver, and the receiver as the event tells it.
    receiver TEXT NOT NULL,
    described TEXT NOT NULL,
    -- The newest edition; 0 where none was issued.
    edition INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX packs_of_dossier ON packs (dossier);

-- What was said of the items of the next edition.
CREATE TABLE pack_marks (
    pack INTEGER NOT NULL REFERENCES packs,
    item TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (pack, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_editions (
    pack INTEGER NOT NULL REFERENCES packs,
    number INTEGER NOT NULL,
    issued_on TEXT NOT NULL,
    -- Who, as the header names them.
    issued_by TEXT NOT NULL,
    participants TEXT,
    -- What was said of its items, by their codes.
    marks TEXT NOT NULL,
    -- Whether something was left out that the receiver has no right to see.
    withheld INTEGER NOT NULL,
    signed_on TEXT,
    signed_by TEXT,
    -- Why items were sent back, by their codes.
    rejections TEXT NOT NULL DEFAULT '{}',
    PRIMARY KEY (pack, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_documents (
    pack INTEGER NOT NULL REFERENCES packs,
    edition INTEGER NOT NULL,
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    version INTEGER NOT NULL,
    PRIMARY KEY (pack, edition, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX packs_of_document ON pack_documents (document);

CREATE TABLE pack_exports (
    document INTEGER NOT NULL REFERENCES documents,
    sequence INTEGER NOT NULL REFERENCES events,
    -- Who got it, where that was said.
    recipient TEXT,
    PRIMARY KEY (document, sequence)
) STRICT, WITHOUT ROWID;
