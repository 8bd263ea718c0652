-- The library as entries with a history. The tables it lay in before (subject to aliases, and library_writes) stay as they
-- are and are read no more.

-- Which database this is. A copy made by a backup is the same library; another database is another.
CREATE TABLE store (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL
) STRICT;

-- One row each time somebody wrote, however many entries.
CREATE TABLE writes (
  revision INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  -- import, or migration.
  way TEXT NOT NULL
) STRICT;

-- Every value that an entry ever had; null where it was removed. Rows are only added.
CREATE TABLE revisions (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Of the write that it came with.
  revision INTEGER NOT NULL,
  -- The editors' order within a kind.
  position INTEGER,
  value TEXT CHECK (json_type(value) = 'object'),
  -- {"de": {"by": "person"}, "en": {"by": "machine", "of": "<SHA-256 of the texts it was translated from>"}}; a language
  -- is missing where nobody recorded who wrote it.
  texts TEXT CHECK (json_type(texts) = 'object'),
  PRIMARY KEY (kind, id, revision),
  CHECK ((value IS NULL) = (position IS NULL) AND (value IS NULL) = (texts IS NULL))
) STRICT;

CREATE INDEX revisions_by_write ON revisions (revision);

-- The newest of each entry that is there.
CREATE TABLE entries (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_type(value) = 'object'),
  texts TEXT NOT NULL CHECK (json_type(texts) = 'object'),
  PRIMARY KEY (kind, id)
) STRICT;

CREATE INDEX entries_in_order ON entries (kind, position, id);

INSERT INTO store (only, id) SELECT 1, lower(hex(randomblob(8)));

-- What lay in the tables before is the first write.

INSERT INTO writes (revision, at, who, why, way)
SELECT 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '', '', 'migration' FROM subject;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'subject', 'subject', 1, 0, json_object(
  'title', json(title), 'standfirst', json(standfirst),
  'authorship', json_object('writtenBy', written_by, 'reviewedBy', reviewed_by, 'reviewedOn', reviewed_on)
), '{}' FROM subject;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'actors', id, 1, position * 1048576, json_object(
  'id', id, 'name', json(name), 'standsFor', json(stands_for), 'mark', mark, 'standfirst', json(standfirst)
), '{}' FROM actors;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'issues', id, 1, position * 1048576, json_object(
  'id', id, 'title', json(title), 'question', json(question), 'standfirst', json(standfirst)
), '{}' FROM issues;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'articles', id, 1, position * 1048576, json_object(
  'id', id, 'file', file, 'sha256', sha256, 'paragraphs', paragraphs, 'kind', kind, 'language', language,
  'outlet', outlet, 'author', author, 'date', date, 'dating', json(dating), 'description', json(description),
  'viewpoint', json(viewpoint)
), '{}' FROM articles;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'speakers', id, 1, position * 1048576, json_object(
  'id', id, 'actor', actor, 'name', json(name), 'office', json(office)
), '{}' FROM speakers;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'statements', id, 1, position * 1048576, json_object(
  'id', id, 'actor', actor, 'issue', issue, 'kind', kind, 'asOf', as_of, 'priority', priority, 'speaker', speaker,
  'text', json(text),
  'citations', json((
    SELECT json_group_array(json_object('article', article, 'paragraph', paragraph))
    FROM (SELECT article, paragraph FROM statement_citations WHERE statement = statements.id ORDER BY position)
  )),
  'answer', json(iif(answer_value IS NULL, NULL, json_object('value', answer_value, 'gloss', json(answer_gloss)))),
  'supersedes', supersedes
), '{}' FROM statements;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'disputes', id, 1, position * 1048576, json_object(
  'id', id, 'issue', issue, 'kind', kind, 'title', json(title), 'note', json(note),
  'sides', json((
    SELECT json_group_array(json_object('text', json(text), 'statements', json(named))) FROM (
      SELECT text, (
        SELECT json_group_array(statement) FROM (
          SELECT statement FROM dispute_statements
          WHERE dispute = sides.dispute AND side = sides.position ORDER BY position
        )
      ) AS named
      FROM dispute_sides AS sides WHERE sides.dispute = disputes.id ORDER BY sides.position
    )
  ))
), '{}' FROM disputes;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'events', id, 1, position * 1048576, json_object(
  'id', id, 'date', date, 'priority', priority, 'text', json(text),
  'citations', json((
    SELECT json_group_array(json_object('article', article, 'paragraph', paragraph))
    FROM (SELECT article, paragraph FROM event_citations WHERE event = events.id ORDER BY position)
  )),
  'issues', json((
    SELECT json_group_array(issue) FROM (SELECT issue FROM event_issues WHERE event = events.id ORDER BY position)
  ))
), '{}' FROM events;

INSERT INTO revisions (kind, id, revision, position, value, texts)
SELECT 'aliases', id, 1, position * 1048576, json_object('id', id, 'topic', topic), '{}' FROM aliases;

INSERT INTO entries (kind, id, revision, position, value, texts)
SELECT kind, id, revision, position, value, texts FROM revisions;
