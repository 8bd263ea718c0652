-- When an edition came out and was taken back, to the second, and who has been told of it. The records say the first;
-- the next tick writes it here.

ALTER TABLE editions ADD COLUMN published TEXT;
ALTER TABLE editions ADD COLUMN retracted TEXT;

-- With the subject that the topic is part of; null where the edition cites its sheets by the topic alone.
ALTER TABLE sheets ADD COLUMN long_title TEXT;

-- One row an edition that somebody is to be told of.
CREATE TABLE announcements (
  edition TEXT PRIMARY KEY,
  -- When the listener took it; null before.
  told TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  -- When the last try began.
  tried TEXT,
  -- 1 while a try is under way, so that no two are.
  trying INTEGER NOT NULL DEFAULT 0 CHECK (trying IN (0, 1)),
  -- Why the last one failed, without the address.
  error TEXT
) STRICT, WITHOUT ROWID;
