-- Stock-takes, and originals that were not where they are registered.

CREATE TABLE stocktakes (
    number INTEGER NOT NULL PRIMARY KEY,
    sequence INTEGER NOT NULL REFERENCES events,
    place TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    actor TEXT NOT NULL,
    seen INTEGER NOT NULL
) STRICT;

CREATE TABLE stocktake_differences (
    stocktake INTEGER NOT NULL REFERENCES stocktakes,
    original INTEGER NOT NULL REFERENCES originals,
    kind TEXT NOT NULL,
    PRIMARY KEY (stocktake, original)
) STRICT, WITHOUT ROWID;
