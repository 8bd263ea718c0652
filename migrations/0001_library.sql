-- The library: what the articles say, one row an entry. Texts per language are JSON objects whose first key is the
-- language the text was written in; dates are as precise as their length. `position` is the editors' order.

CREATE TABLE subject (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  title TEXT NOT NULL CHECK (json_type(title) = 'object'),
  standfirst TEXT NOT NULL CHECK (json_type(standfirst) = 'object'),
  written_by TEXT NOT NULL CHECK (written_by IN ('machine', 'person')),
  reviewed_by TEXT,
  reviewed_on TEXT,
  CHECK (reviewed_on IS NULL OR reviewed_by IS NOT NULL)
) STRICT;

CREATE TABLE actors (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (json_type(name) = 'object'),
  stands_for TEXT NOT NULL CHECK (json_type(stands_for) = 'object'),
  mark TEXT NOT NULL CHECK (mark IN ('circle', 'square', 'triangle', 'diamond')),
  standfirst TEXT NOT NULL CHECK (json_type(standfirst) = 'object')
) STRICT;

CREATE TABLE issues (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (json_type(title) = 'object'),
  question TEXT NOT NULL CHECK (json_type(question) = 'object'),
  standfirst TEXT NOT NULL CHECK (json_type(standfirst) = 'object')
) STRICT;

CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  paragraphs INTEGER NOT NULL CHECK (paragraphs >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('agency-report', 'analysis', 'commentary', 'essay')),
  language TEXT NOT NULL,
  outlet TEXT,
  author TEXT,
  date TEXT CHECK (length(date) IN (4, 7, 10)),
  dating TEXT CHECK (json_type(dating) = 'object'),
  description TEXT NOT NULL CHECK (json_type(description) = 'object'),
  viewpoint TEXT CHECK (json_type(viewpoint) = 'object')
) STRICT;

CREATE TABLE speakers (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  actor TEXT REFERENCES actors (id),
  name TEXT NOT NULL CHECK (json_type(name) = 'object'),
  office TEXT NOT NULL CHECK (json_type(office) = 'object')
) STRICT;

CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL REFERENCES actors (id),
  issue TEXT NOT NULL REFERENCES issues (id),
  kind TEXT NOT NULL CHECK (kind IN ('position', 'demand', 'red-line', 'offer', 'action', 'assessment')),
  as_of TEXT CHECK (length(as_of) IN (4, 7, 10)),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  speaker TEXT REFERENCES speakers (id),
  text TEXT NOT NULL CHECK (json_type(text) = 'object'),
  answer_value TEXT CHECK (answer_value IN ('yes', 'conditional', 'no', 'unclear')),
  answer_gloss TEXT CHECK (json_type(answer_gloss) = 'object'),
  supersedes TEXT REFERENCES statements (id),
  CHECK ((answer_value IS NULL) = (answer_gloss IS NULL)),
  CHECK (supersedes <> id)
) STRICT;

CREATE TABLE statement_citations (
  statement TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
  PRIMARY KEY (statement, position)
) STRICT;

CREATE TABLE disputes (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  issue TEXT NOT NULL REFERENCES issues (id),
  kind TEXT NOT NULL CHECK (kind IN ('contradiction', 'change')),
  title TEXT NOT NULL CHECK (json_type(title) = 'object'),
  note TEXT NOT NULL CHECK (json_type(note) = 'object')
) STRICT;

CREATE TABLE dispute_sides (
  dispute TEXT NOT NULL REFERENCES disputes (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (json_type(text) = 'object'),
  PRIMARY KEY (dispute, position)
) STRICT;

CREATE TABLE dispute_statements (
  dispute TEXT NOT NULL,
  side INTEGER NOT NULL,
  position INTEGER NOT NULL,
  statement TEXT NOT NULL REFERENCES statements (id),
  PRIMARY KEY (dispute, side, position),
  FOREIGN KEY (dispute, side) REFERENCES dispute_sides (dispute, position) ON DELETE CASCADE
) STRICT;

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  date TEXT NOT NULL CHECK (length(date) IN (4, 7, 10)),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 5),
  text TEXT NOT NULL CHECK (json_type(text) = 'object')
) STRICT;

CREATE TABLE event_citations (
  event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
  PRIMARY KEY (event, position)
) STRICT;

CREATE TABLE event_issues (
  event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  issue TEXT NOT NULL REFERENCES issues (id),
  PRIMARY KEY (event, position)
) STRICT;

-- The index of editions: which there are, where each lies in R2, and which one a reader gets who names none.
CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  issued TEXT NOT NULL,
  as_of TEXT,
  -- SHA-256 of the library's JSON: equal hashes, equal content.
  library_hash TEXT NOT NULL CHECK (length(library_hash) = 64),
  -- SHA-256 of the whole edition's JSON: part of every key in R2 that is derived from it.
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  site TEXT NOT NULL,
  object_key TEXT NOT NULL,
  -- [{"id": "kyiv", "kind": "actor"}, …], so that a wrong address is answered without loading the edition.
  topics TEXT NOT NULL CHECK (json_type(topics) = 'array'),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX editions_one_current ON editions (is_current) WHERE is_current = 1;
