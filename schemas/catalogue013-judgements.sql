-- Who judged which document of a disposal batch, and how: each role must have judged each of them.

-- What was decided, as the event tells it; only of judgements.
ALTER TABLE batch_acts ADD COLUMN judged TEXT;
ALTER TABLE batches DROP COLUMN decided;
