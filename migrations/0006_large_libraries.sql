-- For libraries of thousands of topics.

-- How often the library was written. Whoever reads it in several pages can tell by this that all are of one library.

CREATE TABLE library_writes (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  number INTEGER NOT NULL
) STRICT;

INSERT INTO library_writes (only, number) VALUES (1, 0);

-- What a statement replaces is looked up for each one that is deleted; without this, in the whole table.
CREATE INDEX statements_supersedes ON statements (supersedes) WHERE supersedes IS NOT NULL;
