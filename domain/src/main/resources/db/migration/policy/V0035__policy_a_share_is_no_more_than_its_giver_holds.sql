-- A share rests on whoever gave it: on an owner, or on somebody who holds a full share and may give no more, to no later time and of no
-- more parts of the chart than the own share (check 7). What rests on nobody any more ends, at use and in the rows (ADR 25).

-- What the sender typed. The account behind it may have another name or another address tomorrow; the sender learns neither.
ALTER TABLE access.invitation ADD COLUMN addressed_to text NOT NULL CHECK (length(addressed_to) BETWEEN 3 AND 254);
-- How many offers somebody has sent lately.
CREATE INDEX invitation_sent_lately ON access.invitation (sent_by, created_at);

-- An answer is given once, and only by whom it was asked; who sent it or owns the patient calls it off.
CREATE FUNCTION access.keep_answered_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'PENDING' THEN
    RAISE EXCEPTION 'an invitation is answered once' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invitation_answered_once';
  END IF;
  IF NEW.status IN ('ACCEPTED', 'REJECTED') AND policy.actor() IS DISTINCT FROM OLD.sent_to THEN
    RAISE EXCEPTION 'an invitation is answered by whom it was sent to' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invitation_answered_by_recipient';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_answered_once BEFORE UPDATE ON access.invitation FOR EACH ROW EXECUTE FUNCTION access.keep_answered_invitation();

-- What is over stays over, and nobody makes the own share longer.
CREATE FUNCTION access.keep_ended_share() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a share that is over stays over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'share_over_stays_over';
  END IF;
  IF policy.actor() = OLD.shared_with AND coalesce(NEW.expires_at, 'infinity') > coalesce(OLD.expires_at, 'infinity') THEN
    RAISE EXCEPTION 'nobody makes the own share longer' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'share_not_longer_by_holder';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER patient_share_over_stays_over BEFORE UPDATE ON access.patient_share FOR EACH ROW EXECUTE FUNCTION access.keep_ended_share();
CREATE TRIGGER family_history_share_over_stays_over BEFORE UPDATE ON access.family_history_share FOR EACH ROW EXECUTE FUNCTION access.keep_ended_share();

-- Of an ownership nothing changes but its end, and a patient who has had an owner always has one.
REVOKE UPDATE ON access.patient_owner FROM chiron_app;
GRANT UPDATE (until) ON access.patient_owner TO chiron_app;

GRANT UPDATE (ended_at, ended_by, end_reason, expires_at, version) ON access.patient_share, access.family_history_share TO chiron_policy;
GRANT UPDATE (status, responded_at, version) ON access.invitation TO chiron_policy;

SET ROLE chiron_policy;

-- Who may share a patient on, until when and which parts of the chart: the owners everything; whoever holds a full share that rests on
-- one of these, no more than that share.
CREATE FUNCTION policy.givers(p_patient uuid) RETURNS TABLE (account_id uuid, until timestamptz, sections text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
BEGIN ATOMIC
  WITH RECURSIVE giver(account_id, until, sections) AS (
    SELECT o.account_id, 'infinity'::timestamptz, NULL::text
      FROM access.patient_owner o
      WHERE o.patient_id = p_patient AND o.until IS NULL
    UNION
    SELECT s.shared_with, least(g.until, coalesce(s.expires_at, 'infinity')), s.sections
      FROM giver g
        JOIN policy.open_share s ON s.shared_by = g.account_id AND s.patient_id = p_patient AND s.permission_level = 'FULL')
  SELECT DISTINCT ON (g.account_id) g.account_id, g.until, g.sections FROM giver g ORDER BY g.account_id, g.until DESC;
END;

-- Are these parts of the chart (NULL for all) among those?
CREATE FUNCTION policy.within(p_sections text, p_of text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_of IS NULL OR (p_sections IS NOT NULL AND string_to_array(p_sections, ' ') <@ string_to_array(p_of, ' '));

CREATE FUNCTION policy.may_give(p_account uuid, p_patient uuid, p_sections text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (SELECT FROM policy.givers(p_patient) g WHERE g.account_id = p_account AND policy.within(p_sections, g.sections));

-- Ends what rests on nobody any more, shortens what would outlast the giver's own share, and calls off offers of those who may give
-- nothing. It can only take away, so whoever may reach it may call it. After a change of owner nothing is left of what others gave.
-- It says who has lost what, so that they can be told.
CREATE FUNCTION policy.settle_shares(p_patient uuid, p_at timestamptz, p_reason text) RETURNS TABLE (account_id uuid, change text, until timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  IF policy.actor() IS NULL OR p_reason NOT IN ('SHARER_LEFT','OWNER_CHANGED') THEN
    RETURN;
  END IF;
  RETURN QUERY UPDATE access.patient_share s SET ended_at = greatest(p_at, s.started_at), ended_by = policy.actor(), end_reason = p_reason, version = s.version + 1
    WHERE s.patient_id = p_patient AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > statement_timestamp()
      AND NOT EXISTS (SELECT FROM policy.givers(p_patient) g WHERE g.account_id = s.shared_by AND policy.within(s.sections, g.sections))
    RETURNING s.shared_with, 'ENDED', NULL::timestamptz;
  RETURN QUERY UPDATE access.family_history_share s SET ended_at = greatest(p_at, s.started_at), ended_by = policy.actor(), end_reason = p_reason, version = s.version + 1
    WHERE s.patient_id = p_patient AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > statement_timestamp()
      AND NOT policy.may_give(s.shared_by, p_patient, 'FAMILY_HISTORY')
    RETURNING s.shared_with, 'ENDED', NULL::timestamptz;
  RETURN QUERY UPDATE access.patient_share s SET expires_at = greatest(g.until, s.started_at + interval '1 microsecond'), version = s.version + 1
    FROM policy.givers(p_patient) g
    WHERE s.patient_id = p_patient AND s.ended_at IS NULL AND g.account_id = s.shared_by AND coalesce(s.expires_at, 'infinity') > g.until
    RETURNING s.shared_with, 'SHORTENED', s.expires_at;
  RETURN QUERY UPDATE access.family_history_share s SET expires_at = greatest(g.until, s.started_at + interval '1 microsecond'), version = s.version + 1
    FROM policy.givers(p_patient) g
    WHERE s.patient_id = p_patient AND s.ended_at IS NULL AND g.account_id = s.shared_by AND coalesce(s.expires_at, 'infinity') > g.until
    RETURNING s.shared_with, 'SHORTENED', s.expires_at;
  RETURN QUERY UPDATE access.invitation i SET status = 'CANCELLED', responded_at = greatest(p_at, i.created_at), version = i.version + 1
    WHERE i.patient_id = p_patient AND i.status = 'PENDING' AND CASE i.invitation_type
      WHEN 'OWNERSHIP_TRANSFER' THEN NOT policy.is_owner(i.sent_by, p_patient)
      WHEN 'FAMILY_HISTORY_SHARE' THEN NOT policy.may_give(i.sent_by, p_patient, 'FAMILY_HISTORY')
      ELSE NOT policy.may_give(i.sent_by, p_patient, i.sections) END
    RETURNING i.sent_to, CASE WHEN i.expires_at > p_at THEN 'CANCELLED' END, NULL::timestamptz;
END $$;

-- What a family-history share joins the actor to: one relative, for the first wall.
CREATE FUNCTION policy.family_shares(p_type text, p_id uuid) RETURNS TABLE (ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
BEGIN ATOMIC
  SELECT s.expires_at
    FROM access.family_history_share s
      JOIN access.account a ON a.id = s.shared_with AND a.status = 'ACTIVE'
      JOIN records.family_member m ON m.id = s.family_member_id AND m.voided_at IS NULL
    WHERE s.shared_with = policy.actor() AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > statement_timestamp()
      AND ((p_type = 'FAMILY_MEMBER' AND s.family_member_id = p_id) OR (p_type = 'FAMILY_HISTORY_SHARE' AND s.id = p_id));
END;

-- A patient who has had an owner has one still; and a transfer is somebody's own to give.
CREATE FUNCTION policy.still_owned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = OLD.patient_id AND o.until IS NULL) THEN
    RAISE EXCEPTION 'a patient keeps an owner' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'patient_keeps_an_owner';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION policy.offered_by_owner(p_invitation uuid, p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (SELECT FROM access.invitation i WHERE i.id = p_invitation AND policy.is_owner(i.sent_by, p_patient));

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA policy FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.givers, policy.within, policy.may_give, policy.settle_shares, policy.family_shares, policy.still_owned,
  policy.offered_by_owner TO chiron_app, chiron_owner;
RESET ROLE;

CREATE CONSTRAINT TRIGGER patient_keeps_an_owner AFTER UPDATE ON access.patient_owner DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION policy.still_owned();

CREATE POLICY patient_owner_offered ON access.patient_owner AS RESTRICTIVE FOR INSERT
  WITH CHECK (invitation_id IS NULL OR policy.offered_by_owner(invitation_id, patient_id));
CREATE POLICY patient_share_given ON access.patient_share AS RESTRICTIVE FOR INSERT
  WITH CHECK (policy.may_give(shared_by, patient_id, sections));
CREATE POLICY family_history_share_given ON access.family_history_share AS RESTRICTIVE FOR INSERT
  WITH CHECK (policy.may_give(shared_by, patient_id, 'FAMILY_HISTORY'));

-- Somebody with a full share corrects demographics as the owner does.
CREATE POLICY patient_correct_shared ON records.patient FOR UPDATE USING (policy.shared(id, NULL, ARRAY['FULL']));
CREATE POLICY patient_identifier_add_shared ON records.patient_identifier FOR INSERT WITH CHECK (policy.shared(patient_id, NULL, ARRAY['FULL']));
