-- What searching needs besides documents: the exact text that the full-text index holds, and the index's shards.
-- The shards' own tables are made as they are needed (Sources/Catalogue/Search/SearchShard.swift):
--   search_words_<shard>, search_signs_<shard>: FTS5 without content, rowid = documents.row.

-- One row for each indexed document. FTS5 forgets a document only when it is told the very text it was given
-- (a wrong one leaves terms behind silently), so that text is kept until then. Snippets are cut from it too.
CREATE TABLE search_texts (
    document INTEGER NOT NULL PRIMARY KEY,
    shard INTEGER NOT NULL,
    -- Length of all five texts in UTF-8 bytes.
    length INTEGER NOT NULL,
    -- The number without gaps and signs, as an exact number is looked up.
    number_key TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    party TEXT NOT NULL,
    details TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX search_texts_by_number ON search_texts (number_key) WHERE number_key <> '';

-- A shard is there exactly as long as it holds a document. Even shards hold public and internal documents, odd ones 秘密 ones.
CREATE TABLE search_shards (
    shard INTEGER NOT NULL PRIMARY KEY,
    documents INTEGER NOT NULL,
    -- Sum of their lengths.
    length INTEGER NOT NULL,
    -- Version of fold and tokenizer that made it; another one means that the shard must be made anew.
    maker INTEGER NOT NULL
) STRICT;

-- What changed since a reader last looked (SearchColumns.swift).
CREATE INDEX documents_by_change ON documents (changed_sequence);
