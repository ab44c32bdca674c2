-- How long rows of the log are kept, whatever the application asks for. Nobody but the owner of the schema changes it, and nobody
-- below three years.
CREATE TABLE audit.retention (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  floor_years integer NOT NULL CHECK (floor_years BETWEEN 3 AND 100)
);
INSERT INTO audit.retention (floor_years) VALUES (3);

-- When the database itself took the seal. The time of a row is the application's word; what may be removed is not decided by it.
ALTER TABLE audit.seal ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE FUNCTION audit.record_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.recorded_at := clock_timestamp();
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION audit.record_seal() FROM PUBLIC;
CREATE TRIGGER seal_recorded BEFORE INSERT ON audit.seal FOR EACH ROW EXECUTE FUNCTION audit.record_seal();

-- Up to where the chain was archived and removed. The verifier goes on from the last one; its code is made with the key of the log.
CREATE TABLE audit.anchor (
  number         bigint PRIMARY KEY CHECK (number > 0),
  hash           bytea NOT NULL CHECK (length(hash) = 32),
  xid            xid8 NOT NULL,
  archived_until timestamptz NOT NULL,
  rows           bigint NOT NULL CHECK (rows > 0),
  file           text NOT NULL CHECK (length(file) <= 200),
  file_sha256    bytea NOT NULL CHECK (length(file_sha256) = 32),
  mac            bytea NOT NULL CHECK (length(mac) = 32),
  purged_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT SELECT ON audit.anchor, audit.retention TO chiron_app;

-- Removing belongs to a role of its own, which nobody signs in as and which may touch nothing else. Row-level security holds for it
-- as well: even its own function could not delete a row that is younger than the floor.
GRANT SELECT ON audit.retention TO chiron_retention;
GRANT SELECT, DELETE ON audit.event, audit.seal TO chiron_retention;
GRANT SELECT, INSERT ON audit.anchor TO chiron_retention;
GRANT CREATE ON SCHEMA audit TO chiron_retention;
SET ROLE chiron_retention;

-- The database's clock, in one place.
CREATE FUNCTION audit.present() RETURNS timestamptz
  LANGUAGE sql STABLE
  RETURN clock_timestamp();

CREATE FUNCTION audit.kept_since(p_years integer) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN audit.present() - make_interval(years => greatest(p_years, (SELECT r.floor_years FROM audit.retention r)));

-- The last number, at most p_most rows on, up to which every row and its seal are older than that; null when there is none. The
-- newest seal always stays: the chain goes on from it.
CREATE FUNCTION audit.due(p_years integer, p_most integer) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
  WITH bound AS MATERIALIZED (
    SELECT audit.kept_since(p_years) AS since, (SELECT max(s.number) FROM audit.seal s) AS newest, (SELECT min(s.number) FROM audit.seal s) AS oldest),
  begun AS MATERIALIZED (
    SELECT s.recorded_at < bound.since AS due FROM bound JOIN audit.seal s ON s.number = bound.oldest),
  next AS (
    SELECT s.number, coalesce(s.recorded_at < bound.since AND e.occurred_at < bound.since, false) AS due
      FROM bound, (SELECT k.number, k.event_id, k.recorded_at FROM audit.seal k
                     WHERE (SELECT begun.due FROM begun) ORDER BY k.number LIMIT p_most) s
        LEFT JOIN audit.event e ON e.id = s.event_id
      WHERE s.number < bound.newest)
  SELECT CASE WHEN bool_and(next.due) THEN max(next.number)
              ELSE nullif(min(next.number) FILTER (WHERE NOT next.due) - 1, min(next.number) - 1) END FROM next;
END;

-- Removes the rows up to a number and leaves the anchor. Refuses whatever is not sealed without a gap, does not end in this hash, or
-- is younger than the floor by the database's own clock: then nothing is removed at all.
CREATE FUNCTION audit.purge(p_number bigint, p_hash bytea, p_xid xid8, p_until timestamptz, p_file text, p_sha256 bytea, p_mac bytea)
  RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  v_since timestamptz := audit.kept_since(3);
  v_before bigint := coalesce((SELECT max(a.number) FROM audit.anchor a), 0);
  v_rows bigint;
BEGIN
  IF p_number <= v_before
     OR NOT EXISTS (SELECT FROM audit.seal s WHERE s.number = p_number AND s.hash = p_hash AND s.xid = p_xid)
     OR NOT EXISTS (SELECT FROM audit.seal s WHERE s.number > p_number) THEN
    RAISE EXCEPTION 'this is not a place in the chain' USING ERRCODE = 'CH001';
  END IF;
  IF EXISTS (SELECT FROM audit.seal s LEFT JOIN audit.event e ON e.id = s.event_id
              WHERE s.number <= p_number
                AND (e.id IS NULL OR s.recorded_at >= v_since OR e.occurred_at >= v_since OR e.occurred_at >= p_until)) THEN
    RAISE EXCEPTION 'the time to keep these rows is not over' USING ERRCODE = 'CH002';
  END IF;
  INSERT INTO audit.anchor (number, hash, xid, archived_until, rows, file, file_sha256, mac)
    VALUES (p_number, p_hash, p_xid, p_until, p_number - v_before, p_file, p_sha256, p_mac);
  DELETE FROM audit.event e USING audit.seal s WHERE s.event_id = e.id AND s.number <= p_number;
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF v_rows <> p_number - v_before THEN
    RAISE EXCEPTION 'the chain has gaps, or rows that are younger than the floor' USING ERRCODE = 'CH003';
  END IF;
  DELETE FROM audit.seal s WHERE s.number <= p_number;
  RETURN v_rows;
END $$;

REVOKE EXECUTE ON FUNCTION audit.present(), audit.kept_since(integer), audit.due(integer, integer),
  audit.purge(bigint, bytea, xid8, timestamptz, text, bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.due(integer, integer), audit.purge(bigint, bytea, xid8, timestamptz, text, bytea, bytea) TO chiron_app;
RESET ROLE;
REVOKE CREATE ON SCHEMA audit FROM chiron_retention;

CREATE POLICY event_archive ON audit.event FOR SELECT TO chiron_retention USING (true);
CREATE POLICY event_purge ON audit.event FOR DELETE TO chiron_retention USING (occurred_at < (SELECT audit.kept_since(3)));
