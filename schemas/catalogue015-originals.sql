-- Signed originals: where each is, who answers for it, and what was done with it.

CREATE TABLE originals (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents,
    version INTEGER NOT NULL,
    form TEXT NOT NULL,
    copy INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    note TEXT,
    -- Its custody now; accounts as they are written without their gaps.
    state TEXT NOT NULL,
    answerable TEXT,
    account TEXT,
    outside TEXT,
    place TEXT,
    until TEXT,
    since TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX copies_of_document ON originals (document, form, copy, version);
CREATE INDEX originals_by_answerable ON originals (answerable, state) WHERE answerable IS NOT NULL;
CREATE INDEX originals_with ON originals (account, state) WHERE account IS NOT NULL;
CREATE INDEX originals_by_until ON originals (until) WHERE until IS NOT NULL;
CREATE INDEX originals_in_transit ON originals (state) WHERE state = 'in_transit';
CREATE INDEX originals_by_place ON originals (place) WHERE place IS NOT NULL;

CREATE TABLE custody_steps (
    original INTEGER NOT NULL REFERENCES originals,
    sequence INTEGER NOT NULL REFERENCES events,
    -- NULL for the registration.
    step TEXT,
    done_on TEXT NOT NULL,
    actor TEXT NOT NULL,
    state TEXT NOT NULL,
    answerable TEXT,
    account TEXT,
    outside TEXT,
    place TEXT,
    reason TEXT,
    proof TEXT,
    waybill TEXT,
    PRIMARY KEY (original, sequence)
) STRICT, WITHOUT ROWID;
