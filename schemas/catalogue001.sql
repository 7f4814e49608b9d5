-- The catalogue: a projection of the journal, thrown away and made again at will (`muniment rebuild`).
-- Rows hold nothing that is not in journal, objects or derived: no wall clock, no AUTOINCREMENT.
-- Amounts are hundredths; times are milliseconds since 1970 UTC; dates are ISO days.

CREATE TABLE archive (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far the journal has been projected: one row.
CREATE TABLE progress (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    -- Time of the last event whose clock is trusted.
    at INTEGER NOT NULL
) STRICT;
INSERT INTO progress VALUES (1, 0, 0);

CREATE TABLE events (
    sequence INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    type TEXT NOT NULL
) STRICT;

CREATE TABLE event_subjects (
    subject TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES events,
    PRIMARY KEY (subject, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE requests (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES events,
    subject TEXT,
    version INTEGER,
    PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE documents (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    number TEXT,
    number_key TEXT,
    number_issuer TEXT,
    party_row INTEGER REFERENCES parties,
    amount INTEGER,
    currency TEXT,
    amount_written TEXT,
    signed TEXT, signed_written TEXT, signed_from TEXT, signed_to TEXT,
    effective TEXT, effective_written TEXT, effective_from TEXT, effective_to TEXT,
    expiry TEXT, expiry_written TEXT, expiry_from TEXT, expiry_to TEXT,
    handler TEXT,
    class TEXT,
    confidentiality TEXT NOT NULL,
    state TEXT,
    note TEXT,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    withdrawal_reason TEXT,
    version INTEGER NOT NULL,
    filed_at INTEGER NOT NULL,
    filed_on TEXT NOT NULL,
    changed_sequence INTEGER NOT NULL
) STRICT;
CREATE INDEX documents_by_number ON documents (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX documents_by_party ON documents (party_row) WHERE party_row IS NOT NULL;
CREATE INDEX documents_by_signed ON documents (signed_from) WHERE signed_from IS NOT NULL;
CREATE INDEX documents_by_expiry ON documents (expiry_to) WHERE expiry_to IS NOT NULL;

CREATE TABLE fields (
    document INTEGER NOT NULL REFERENCES documents,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE versions (
    document INTEGER NOT NULL REFERENCES documents,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT,
    made_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    inventory TEXT NOT NULL,
    sequence INTEGER NOT NULL REFERENCES events,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
    document INTEGER NOT NULL REFERENCES documents,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha512 TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    claimed_type TEXT,
    type_problem TEXT,
    name_bytes TEXT,
    PRIMARY KEY (document, version, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX files_by_sha256 ON files (sha256);

-- What extraction found, one row for each different content of a document. Projected from `derived/`.
CREATE TABLE extractions (
    document INTEGER NOT NULL REFERENCES documents,
    sha256 TEXT NOT NULL,
    -- text, empty or failed
    outcome TEXT NOT NULL,
    reason TEXT,
    pages INTEGER,
    maker TEXT NOT NULL,
    PRIMARY KEY (document, sha256)
) STRICT, WITHOUT ROWID;

-- Files of current versions that wait for extraction: a working table.
CREATE TABLE extraction_queue (
    document INTEGER NOT NULL REFERENCES documents,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (document, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbering (
    type TEXT NOT NULL PRIMARY KEY,
    pattern TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Our own numbers, each used once for ever (R-4).
CREATE TABLE numbers (
    number_key TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    type TEXT NOT NULL,
    -- What the pattern makes of the number apart from the sequence: the part that counts by itself.
    series TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    -- reserved, used or explained
    state TEXT NOT NULL,
    document INTEGER REFERENCES documents,
    reason TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX numbers_in_order ON numbers (type, series, ordinal);

CREATE TABLE accounts (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    roles TEXT NOT NULL,
    open INTEGER NOT NULL
) STRICT;

CREATE TABLE tokens (
    id TEXT NOT NULL PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts,
    expires INTEGER,
    revoked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Events whose clock was wrong, as somebody said later.
CREATE TABLE wrong_times (
    first INTEGER NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
