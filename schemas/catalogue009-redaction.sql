-- Contents of documents that were destroyed while the document stays (脱敏, R-49).

-- The content that is in the list, as the event has it; NULL where the whole document is. Then kept_to, due and rule are empty.
ALTER TABLE batch_items ADD COLUMN redaction TEXT;

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
