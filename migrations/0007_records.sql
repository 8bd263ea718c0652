-- What was published is on record in R2, and what is missing there is written down.

-- The digests that a run froze, [] where a program before 0.7 did: what lies under them and was not published is its own
-- to clear away.
ALTER TABLE runs ADD COLUMN frozen TEXT NOT NULL DEFAULT '[]' CHECK (json_type(frozen) = 'array');

-- Objects that were published and were not there, or not as they were published, when somebody looked.
CREATE TABLE lost (
  key TEXT PRIMARY KEY,
  edition TEXT NOT NULL,
  noticed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX lost_by_edition ON lost (edition);

-- One row an order that looks after what was published and issues nothing.
CREATE TABLE upkeep (
  id TEXT PRIMARY KEY,
  -- reconcile, check, restore or rebuild.
  kind TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  -- done, refused or failed.
  outcome TEXT,
  error TEXT,
  -- {"editions": 12, "files": 8640, "lost": 3, "restored": 2}
  found TEXT CHECK (json_type(found) = 'object'),
  CHECK ((finished IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX upkeep_by_start ON upkeep (started);

CREATE TABLE upkeep_steps (
  run TEXT NOT NULL REFERENCES upkeep (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  finished TEXT NOT NULL,
  PRIMARY KEY (run, name)
) STRICT;
