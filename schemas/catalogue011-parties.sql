-- What is known of parties (客户) besides their documents, under which names and codes they are found, and their sites (现场).

-- As the last event has it, as JSON.
ALTER TABLE parties ADD COLUMN record TEXT NOT NULL DEFAULT '{}';

CREATE TABLE party_names (
    party INTEGER NOT NULL REFERENCES parties,
    name_key TEXT NOT NULL,
    name TEXT NOT NULL,
    -- name (that it goes by), short, full or former
    kind TEXT NOT NULL,
    -- The same for all ways of writing it, and that without the legal form.
    alike TEXT NOT NULL,
    core TEXT NOT NULL,
    -- The first letters of its syllables, in each reading, parted by blanks.
    initials TEXT NOT NULL,
    PRIMARY KEY (party, name_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_names_alike ON party_names (alike);
CREATE INDEX party_names_core ON party_names (core);

CREATE TABLE party_codes (
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    party INTEGER NOT NULL REFERENCES parties,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_of_party ON party_codes (party);

CREATE TABLE party_phones (
    party INTEGER NOT NULL REFERENCES parties,
    -- Digits only.
    phone TEXT NOT NULL,
    PRIMARY KEY (party, phone)
) STRICT, WITHOUT ROWID;
CREATE INDEX phones_by_number ON party_phones (phone);

CREATE TABLE sites (
    row INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    party INTEGER NOT NULL REFERENCES parties,
    name TEXT NOT NULL,
    address TEXT,
    note TEXT
) STRICT;
CREATE INDEX sites_of_party ON sites (party);
