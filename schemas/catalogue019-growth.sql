-- What keeps the cost of a deed from growing with the archive.

CREATE INDEX subjects_of_event ON event_subjects (sequence);
CREATE INDEX parties_merged_into ON parties (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX dossiers_merged_into ON dossiers (merged_into) WHERE merged_into IS NOT NULL;
