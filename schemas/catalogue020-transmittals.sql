-- Papers that went out and came in (收发), and what was in them.

CREATE TABLE transmittals (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL REFERENCES events,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Who got or sent it, as they are called; the party, where it is one that we know.
    name TEXT NOT NULL,
    party INTEGER REFERENCES parties,
    carrier TEXT,
    waybill TEXT,
    note TEXT,
    until TEXT,
    made_on TEXT NOT NULL,
    -- Who, as the header names them.
    made_by TEXT NOT NULL,
    settled_on TEXT,
    signer TEXT,
    proof TEXT,
    reason TEXT
) STRICT;
CREATE INDEX transmittals_by_waybill ON transmittals (waybill) WHERE waybill IS NOT NULL;
CREATE INDEX transmittals_open ON transmittals (made_by) WHERE state = 'sent';
CREATE INDEX transmittals_of_party ON transmittals (party) WHERE party IS NOT NULL;

CREATE TABLE transmittal_items (
    transmittal INTEGER NOT NULL REFERENCES transmittals,
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents,
    version INTEGER NOT NULL,
    form TEXT NOT NULL,
    original TEXT,
    copies INTEGER NOT NULL,
    PRIMARY KEY (transmittal, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX transmittals_of_document ON transmittal_items (document);

-- However it was written.
CREATE INDEX custody_steps_by_waybill ON custody_steps (replace(replace(upper(waybill), '-', ''), ' ', '')) WHERE waybill IS NOT NULL;
