-- How often somebody called, counted where every node of the house sees it. One row for each limit and caller: the time at
-- which all that was taken would be given back, so that a call costs one conditional upsert and nothing has to be reset.
-- UNLOGGED: after a crash of the database the counts are gone and everybody starts anew, which a limit can bear; a clean stop keeps
-- them. The key is a hash: neither names nor addresses stand here.
CREATE UNLOGGED TABLE access.call_count (
  key        bytea PRIMARY KEY CHECK (length(key) = 32),
  full_again timestamptz NOT NULL
);
CREATE INDEX call_count_over ON access.call_count (full_again);
-- The only table whose rows the application deletes: what is over means nothing any more.
GRANT SELECT, INSERT, UPDATE, DELETE ON access.call_count TO chiron_app;
