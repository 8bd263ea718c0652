-- Editions that are pressed before anyone is shown them, corrected and, if it must be, retracted; and the log of the
-- runs that made them.

ALTER TABLE editions ADD COLUMN week TEXT NOT NULL DEFAULT '';
-- 1 is the first of a week; a correction counts on.
ALTER TABLE editions ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- Names the program and the templates that set its files.
ALTER TABLE editions ADD COLUMN program TEXT NOT NULL DEFAULT '';
-- {"since": "2026-W46", "new": 3, "changed": 1, "withdrawn": 0, "opened": 1, "settled": 0}; null for the first.
ALTER TABLE editions ADD COLUMN changes TEXT CHECK (json_type(changes) = 'object');
-- {"corrects": "2026-W47", "on": "2026-11-25", "note": {"de": "…"}} where this is not the first of its week.
ALTER TABLE editions ADD COLUMN correction TEXT CHECK (json_type(correction) = 'object');
-- {"on": "2026-11-25", "reason": {"de": "…"}}: every address of this edition then answers 410.
ALTER TABLE editions ADD COLUMN retraction TEXT CHECK (json_type(retraction) = 'object');
-- How many files were pressed, and their bytes.
ALTER TABLE editions ADD COLUMN files INTEGER NOT NULL DEFAULT 0;
ALTER TABLE editions ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;

UPDATE editions SET week = id;

CREATE UNIQUE INDEX editions_revisions ON editions (week, revision);

-- One row a run of the press, whatever came of it.
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  -- The week whose edition was due; null where somebody ordered a correction or a retraction.
  slot TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'correct', 'retract')),
  -- The edition it made or changed, once that is known.
  edition TEXT,
  started TEXT NOT NULL,
  finished TEXT,
  -- issued: readers see it. unchanged: the library says what it said before. late: another run was there first.
  outcome TEXT CHECK (outcome IN ('issued', 'unchanged', 'late', 'retracted', 'refused', 'failed')),
  error TEXT,
  CHECK ((finished IS NULL) = (outcome IS NULL))
) STRICT;

CREATE INDEX runs_by_start ON runs (started);

CREATE TABLE run_steps (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  finished TEXT NOT NULL,
  -- What the step made; 0 where it makes no files.
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (run, name)
) STRICT;
