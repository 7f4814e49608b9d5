-- The contract that was named to lead a dossier.
ALTER TABLE dossiers ADD COLUMN leader INTEGER REFERENCES documents;

-- The rule that a document is kept by beside those of its class.
ALTER TABLE documents ADD COLUMN own_rule TEXT;

-- Of accounting years a document has several, each a row of its own; of all other facts one.
CREATE TABLE stated_facts (
    document INTEGER NOT NULL REFERENCES documents,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    evidence TEXT,
    sequence INTEGER NOT NULL REFERENCES events,
    PRIMARY KEY (document, name, value)
) STRICT, WITHOUT ROWID;
INSERT INTO stated_facts SELECT document, name, value, evidence, sequence FROM facts;
DROP TABLE facts;
ALTER TABLE stated_facts RENAME TO facts;
