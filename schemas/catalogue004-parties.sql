-- Whether somebody named the party for its own sake: then all may know of it, whatever they may know of its documents.
ALTER TABLE parties ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
