-- How long paper may be lent, and with whose consent.

CREATE TABLE loan_rules (
    sequence INTEGER NOT NULL PRIMARY KEY REFERENCES events,
    rules TEXT NOT NULL
) STRICT;

CREATE TABLE loan_consents (
    original INTEGER NOT NULL REFERENCES originals,
    sequence INTEGER NOT NULL REFERENCES events,
    by TEXT NOT NULL,
    -- As they were then, parted by blanks.
    roles TEXT NOT NULL,
    account TEXT,
    outside TEXT,
    -- NULL where it may stay outside.
    until TEXT,
    given_on TEXT NOT NULL,
    PRIMARY KEY (original, sequence)
) STRICT, WITHOUT ROWID;
