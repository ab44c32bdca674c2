-- Whoever moves the end of a share past the application makes it no longer than the giver's own, and brings none back that ran out.
CREATE OR REPLACE FUNCTION access.keep_ended_share() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before timestamptz := coalesce(OLD.expires_at, 'infinity');
  after timestamptz := coalesce(NEW.expires_at, 'infinity');
BEGIN
  IF OLD.ended_at IS NOT NULL OR (after > before AND before <= statement_timestamp()) THEN
    RAISE EXCEPTION 'a share that is over stays over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'share_over_stays_over';
  END IF;
  IF policy.actor() = OLD.shared_with AND after > before THEN
    RAISE EXCEPTION 'nobody makes the own share longer' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'share_not_longer_by_holder';
  END IF;
  IF after > before AND NOT EXISTS (
      SELECT FROM policy.givers(NEW.patient_id) g WHERE g.account_id = NEW.shared_by AND g.until >= after) THEN
    RAISE EXCEPTION 'a share does not outlast its giver''s own' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'share_within_givers';
  END IF;
  RETURN NEW;
END $$;
