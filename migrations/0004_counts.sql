-- Downloads as sums, and nothing of whoever downloads: no address, no name of a program, no time but the day. Kept only
-- where COUNTS is on. No key points at `editions`, for a sum that cannot be written must keep no other from being so.
CREATE TABLE downloads (
  edition TEXT NOT NULL,
  -- Calendar day in UTC.
  day TEXT NOT NULL CHECK (length(day) = 10),
  -- `kyiv`; `changes` for the page of changes.
  topic TEXT NOT NULL,
  -- The format: `pdf`, `html`, …
  ending TEXT NOT NULL,
  caller TEXT NOT NULL CHECK (caller IN ('readers', 'robots', 'scanners')),
  count INTEGER NOT NULL CHECK (count > 0),
  -- The day first, so that the last weeks are found, and old ones deleted, without reading the rest.
  PRIMARY KEY (day, edition, topic, ending, caller)
) STRICT, WITHOUT ROWID;
