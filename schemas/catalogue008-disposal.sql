-- Disposal batches (销毁批次, R-42), what was done to them, and what stays of destroyed documents (R-46).

CREATE TABLE batches (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    proposed_on TEXT NOT NULL,
    -- Until when a document had to be due, and in which class; NULL for all.
    until TEXT NOT NULL,
    class TEXT,
    reason TEXT NOT NULL,
    -- Who must do what, and what was set aside, as the event has them.
    duties TEXT NOT NULL,
    set_aside TEXT NOT NULL,
    -- Of the list as it was judged last: SHA-256 in hexadecimal digits.
    digest TEXT NOT NULL,
    -- Of what was decided, whatever the words.
    decided TEXT NOT NULL,
    begun INTEGER NOT NULL DEFAULT 0,
    executed_on TEXT,
    cancelled_reason TEXT,
    -- Documents of the archive, once it is certified.
    list TEXT,
    opinion TEXT,
    certificate TEXT
) STRICT;

CREATE TABLE batch_items (
    batch INTEGER NOT NULL REFERENCES batches,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    kept_to TEXT NOT NULL,
    due TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- SHA-512 of the inventory that the list is about.
    inventory TEXT NOT NULL,
    -- SHA-256 of what the list says of it.
    description TEXT NOT NULL,
    -- NULL while it is not judged.
    decision TEXT,
    -- Why it dropped out, as codes between blanks; NULL while it is in the list.
    dropped TEXT,
    PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX batches_of_document ON batch_items (document);

-- What somebody did to a batch, with their name to it.
CREATE TABLE batch_acts (
    batch INTEGER NOT NULL REFERENCES batches,
    sequence INTEGER NOT NULL REFERENCES events,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    -- Roles and department as they were then.
    roles TEXT NOT NULL,
    department TEXT,
    post TEXT,
    -- Of the list that they had before them, or of what was decided where they judged; NULL where it was about none.
    digest TEXT,
    words TEXT,
    -- By which delegation they approved, and what they counted as supervisors.
    delegation INTEGER,
    counted INTEGER,
    done_on TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (batch, sequence)
) STRICT, WITHOUT ROWID;

-- Who may approve in the stead of the head of the company.
CREATE TABLE delegations (
    number INTEGER NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    until TEXT NOT NULL,
    document TEXT,
    reason TEXT NOT NULL,
    given_on TEXT NOT NULL,
    -- The actor who gave it.
    given_by TEXT NOT NULL,
    ended_on TEXT,
    ended_reason TEXT
) STRICT;

-- What is kept longer than its rules say.
CREATE TABLE extensions (
    document INTEGER NOT NULL REFERENCES documents,
    batch TEXT NOT NULL,
    kept_to TEXT NOT NULL,
    -- NULL for ever.
    years INTEGER,
    PRIMARY KEY (document, batch)
) STRICT, WITHOUT ROWID;

-- Documents whose processing is restricted (限制处理, R-49), and who opened which for a day.
ALTER TABLE documents ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;
CREATE TABLE restrictions (
    document INTEGER NOT NULL PRIMARY KEY REFERENCES documents,
    reason TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;
CREATE TABLE openings (
    actor TEXT NOT NULL,
    day TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (actor, day, document)
) STRICT, WITHOUT ROWID;

ALTER TABLE documents ADD COLUMN destroyed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE tombstones (
    document INTEGER NOT NULL PRIMARY KEY REFERENCES documents,
    batch TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    -- Number of the event from which on it is gone.
    sequence INTEGER NOT NULL REFERENCES events,
    rule TEXT NOT NULL,
    kept_to TEXT NOT NULL,
    due TEXT NOT NULL,
    -- Everything that stays, and the events whose payloads are emptied, as the event has them.
    tombstone TEXT NOT NULL,
    emptied TEXT NOT NULL,
    -- Whether it was looked at that nothing is left.
    erased INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unfinished_destructions ON tombstones (document) WHERE erased = 0;

-- A request whose answer was destroyed keeps its key, without its digest.
CREATE INDEX requests_by_event ON requests (sequence);

-- Contents that were destroyed: whoever files them again is told.
CREATE TABLE destroyed_contents (
    sha256 TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    PRIMARY KEY (sha256, document)
) STRICT, WITHOUT ROWID;
