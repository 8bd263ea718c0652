-- What is known of every sheet that was pressed, so that feeds and citations are written without loading an edition; and
-- the old names of topics.

-- One row a topic in a language. Rows of a run that did not get to publish belong to no edition of the index and are
-- swept with its files.
CREATE TABLE sheets (
  edition TEXT NOT NULL,
  -- Of the edition, as in `editions`.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  language TEXT NOT NULL,
  topic TEXT NOT NULL,
  title TEXT NOT NULL,
  -- SHA-256 of the PDF that a reader gets who asks for no template and no paper.
  pdf TEXT NOT NULL CHECK (length(pdf) = 64),
  -- What changed, in short and as HTML; null where nothing did on this topic.
  news_title TEXT,
  news TEXT,
  CHECK ((news_title IS NULL) = (news IS NULL)),
  PRIMARY KEY (digest, language, topic)
) STRICT, WITHOUT ROWID;

CREATE INDEX sheets_by_edition ON sheets (edition);

-- A topic that was renamed: its old name, and the topic it is now. Whether there is such a topic is checked by the parser.
CREATE TABLE aliases (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL
) STRICT;

-- [{"id": "peace-talks", "topic": "negotiating-format"}, …], as the edition's library has them.
ALTER TABLE editions ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array');
