-- Parties that turned out to be one.

-- The party that it was merged into itself, if any; and where that leads: what counts as the party. Its own row where it was not merged.
ALTER TABLE parties ADD COLUMN merged_into INTEGER REFERENCES parties;
ALTER TABLE parties ADD COLUMN root INTEGER REFERENCES parties;
CREATE INDEX parties_by_root ON parties (root);

-- The party that was named; party_row is the one that it counts as.
ALTER TABLE documents ADD COLUMN named_party INTEGER REFERENCES parties;
ALTER TABLE dossiers ADD COLUMN named_party INTEGER REFERENCES parties;
CREATE INDEX documents_by_named_party ON documents (named_party) WHERE named_party IS NOT NULL;
CREATE INDEX dossiers_by_named_party ON dossiers (named_party) WHERE named_party IS NOT NULL;
