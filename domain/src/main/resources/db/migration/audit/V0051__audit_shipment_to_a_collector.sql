-- How far the log has gone to the operator's collector (ADR 34), and which server is at it. Rows are sent in the order of the chain, so
-- that one number says it all.
CREATE TABLE audit.shipment (
  only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  number      bigint NOT NULL DEFAULT 0 CHECK (number >= 0),
  moved_at    timestamptz,
  taken_by    uuid,
  taken_until timestamptz,
  CONSTRAINT shipment_taken_complete CHECK ((taken_by IS NULL) = (taken_until IS NULL))
);
INSERT INTO audit.shipment DEFAULT VALUES;

-- Whoever could move the mark past rows that were not sent, or beyond the chain's end, would keep them from the collector. Only the
-- schema's owner sets it back: what follows is sent again.
CREATE FUNCTION audit.move_shipment() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.number < OLD.number AND NOT pg_has_role(current_user, 'chiron_owner', 'USAGE') THEN
    RAISE EXCEPTION 'the mark of what was sent goes forward only' USING ERRCODE = 'CH004';
  END IF;
  IF NEW.number > OLD.number AND NEW.number > coalesce((SELECT max(s.number) FROM audit.seal s), 0) THEN
    RAISE EXCEPTION 'the chain is not that long' USING ERRCODE = 'CH001';
  END IF;
  -- The database's own clock, whatever is asked.
  NEW.moved_at := CASE WHEN NEW.number = OLD.number THEN OLD.moved_at ELSE clock_timestamp() END;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION audit.move_shipment() FROM PUBLIC;
CREATE TRIGGER shipment_moves BEFORE UPDATE ON audit.shipment FOR EACH ROW EXECUTE FUNCTION audit.move_shipment();

-- One row for good: none is added or removed.
GRANT SELECT, UPDATE (number, taken_by, taken_until) ON audit.shipment TO chiron_app;

-- The job that reads the log for it.
INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES
  ('00000000-0000-7000-8000-000000000051', 'SYSTEM', 'job-audit-shipment', 'Audit shipment', 'ACTIVE', now());
