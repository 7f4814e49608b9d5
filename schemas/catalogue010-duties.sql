-- Who must do what before a batch is destroyed, where the company changed it (R-42); without a row the default holds.
CREATE TABLE disposal_duties (
    -- accounting or others
    records TEXT NOT NULL PRIMARY KEY,
    -- As the event has them, as JSON.
    duties TEXT NOT NULL,
    reason TEXT NOT NULL,
    set_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
