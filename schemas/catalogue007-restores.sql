-- Restores from a backup (archive.restored).
CREATE TABLE restores (
    event INTEGER NOT NULL PRIMARY KEY,
    -- How many events the backup had, and the highest number that one is known to have had.
    events INTEGER NOT NULL,
    highest_known INTEGER NOT NULL,
    -- Without a control register: the day from which on nobody can know what was held, lifted or destroyed.
    unchecked_since TEXT
) STRICT;
