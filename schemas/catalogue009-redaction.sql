-- Contents of documents, and words of what is said of them, that were destroyed while the document stays (脱敏, R-49).

-- The content or the words that the list is about, as the event has it; both NULL where it is the whole document. Where one is not, kept_to, due
-- and rule are empty.
ALTER TABLE batch_items ADD COLUMN redaction TEXT;
ALTER TABLE batch_items ADD COLUMN words TEXT;

CREATE TABLE redactions (
    document INTEGER NOT NULL REFERENCES documents,
    -- Of the content that is gone: digests in hexadecimal digits, and bytes.
    sha512 TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- SHA-256 of what stands in its place.
    tombstone TEXT NOT NULL,
    batch TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    -- Number of the event from which on it is gone.
    sequence INTEGER NOT NULL REFERENCES events,
    -- Whether it was looked at that nothing is left.
    erased INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document, sha512)
) STRICT, WITHOUT ROWID;
CREATE INDEX redactions_of_content ON redactions (sha256);
CREATE INDEX unfinished_redactions ON redactions (document) WHERE erased = 0;

CREATE TABLE words_redactions (
    document INTEGER NOT NULL REFERENCES documents,
    batch TEXT NOT NULL,
    begun_on TEXT NOT NULL,
    -- Number of the event from which on they are gone.
    sequence INTEGER NOT NULL REFERENCES events,
    -- The events whose payloads are emptied, as JSON.
    emptied TEXT NOT NULL,
    -- Whether it was looked at that nothing is left.
    erased INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX unfinished_words_redactions ON words_redactions (document) WHERE erased = 0;
