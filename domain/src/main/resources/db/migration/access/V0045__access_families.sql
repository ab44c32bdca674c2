-- Families gather the patients of a household, so that people find them together (seed 002: family_id, relationship_to_family, family_join
-- invitations, is_self_record). A family opens no chart: no function of policy.reach asks for it (ADR 31).
CREATE TABLE access.family (
  id           uuid PRIMARY KEY,
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  founded_by   uuid NOT NULL REFERENCES access.account,
  founded_at   timestamptz NOT NULL,
  -- When the last person left; set by a trigger, which alone knows of two who leave at once.
  dissolved_at timestamptz,
  version      bigint NOT NULL DEFAULT 1,
  CONSTRAINT family_dissolved_after_founding CHECK (dissolved_at >= founded_at)
);

ALTER TABLE access.invitation
  ALTER COLUMN patient_id DROP NOT NULL,
  ADD COLUMN family_id uuid REFERENCES access.family,
  DROP CONSTRAINT invitation_invitation_type_check,
  ADD CONSTRAINT invitation_invitation_type_check
    CHECK (invitation_type IN ('PATIENT_SHARE','FAMILY_HISTORY_SHARE','OWNERSHIP_TRANSFER','FAMILY_JOIN')),
  DROP CONSTRAINT invitation_says_what_it_offers,
  ADD CONSTRAINT invitation_says_what_it_offers CHECK (
    (invitation_type = 'PATIENT_SHARE' AND permission_level IS NOT NULL AND family_member_id IS NULL)
    OR (invitation_type = 'FAMILY_HISTORY_SHARE' AND permission_level = 'VIEW' AND family_member_id IS NOT NULL AND sections IS NULL)
    OR (invitation_type IN ('OWNERSHIP_TRANSFER','FAMILY_JOIN') AND permission_level IS NULL AND family_member_id IS NULL AND sections IS NULL AND share_until IS NULL)),
  -- About a patient, or about a family and then about no patient.
  ADD CONSTRAINT invitation_about_patient_or_family CHECK (
    (patient_id IS NULL) = (invitation_type = 'FAMILY_JOIN') AND (family_id IS NOT NULL) = (invitation_type = 'FAMILY_JOIN'));
-- Each of the family can ask the same person; what others of it have sent is not to be seen, so it stands in nobody's way.
CREATE UNIQUE INDEX invitation_to_family_open_once ON access.invitation (family_id, sent_by, sent_to) WHERE status = 'PENDING' AND family_id IS NOT NULL;

CREATE TABLE access.family_person (
  id            uuid PRIMARY KEY,
  family_id     uuid NOT NULL REFERENCES access.family,
  account_id    uuid NOT NULL REFERENCES access.account,
  how           text NOT NULL CHECK (how IN ('FOUNDED','INVITATION')),
  -- The accepted invitation that it comes of; it lets one person in, once.
  invitation_id uuid UNIQUE REFERENCES access.invitation,
  since         timestamptz NOT NULL,
  until         timestamptz,
  CONSTRAINT family_person_comes_somehow CHECK ((how = 'INVITATION') = (invitation_id IS NOT NULL)),
  CONSTRAINT family_person_ends_after_start CHECK (until >= since)
);
CREATE UNIQUE INDEX family_person_once ON access.family_person (family_id, account_id) WHERE until IS NULL;
CREATE UNIQUE INDEX family_founded_once ON access.family_person (family_id) WHERE how = 'FOUNDED';
CREATE INDEX family_person_by_account ON access.family_person (account_id) WHERE until IS NULL;

CREATE TABLE access.family_patient (
  id                     uuid PRIMARY KEY,
  family_id              uuid NOT NULL REFERENCES access.family,
  patient_id             uuid NOT NULL REFERENCES records.patient,
  relationship_to_family text NOT NULL CHECK (relationship_to_family IN ('SELF','SPOUSE','CHILD','PARENT','PET','OTHER')),
  -- What everybody in the family reads, whether or not they reach the patient.
  label                  text NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
  -- On whom the place rests: it ends when this person leaves the family or owns the patient no more.
  added_by               uuid NOT NULL REFERENCES access.account,
  since                  timestamptz NOT NULL,
  until                  timestamptz,
  ended_by               uuid REFERENCES access.account,
  CONSTRAINT family_patient_end_complete CHECK ((until IS NULL) = (ended_by IS NULL)),
  CONSTRAINT family_patient_ends_after_start CHECK (until >= since)
);
CREATE UNIQUE INDEX family_patient_once ON access.family_patient (patient_id) WHERE until IS NULL;
CREATE INDEX family_patient_by_family ON access.family_patient (family_id, since) WHERE until IS NULL;

GRANT SELECT, INSERT ON access.family, access.family_person, access.family_patient TO chiron_app;
GRANT UPDATE (name, version) ON access.family TO chiron_app;
GRANT UPDATE (until) ON access.family_person TO chiron_app;
GRANT UPDATE (until, ended_by) ON access.family_patient TO chiron_app;
GRANT SELECT ON access.family, access.family_person, access.family_patient TO chiron_policy;
GRANT UPDATE (dissolved_at, version) ON access.family TO chiron_policy;
GRANT UPDATE (until, ended_by) ON access.family_patient TO chiron_policy;
-- Only to hold the row while a patient is brought in.
GRANT UPDATE (until) ON access.patient_owner TO chiron_policy;

-- The record that somebody keeps of themselves: one of the owned, a person.
ALTER TABLE access.patient_owner ADD COLUMN is_self_record boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX patient_owner_self_once ON access.patient_owner (account_id) WHERE is_self_record AND until IS NULL;
GRANT UPDATE (is_self_record) ON access.patient_owner TO chiron_app;

SET ROLE chiron_policy;

-- An offer of a family is about no patient: whoever is offered one reaches nobody by it.
CREATE OR REPLACE VIEW policy.open_invitation AS
  SELECT i.id, i.patient_id, i.sent_by, i.sent_to, i.invitation_type, i.family_member_id, i.expires_at
    FROM access.invitation i
    WHERE i.status = 'PENDING' AND i.expires_at > statement_timestamp() AND i.patient_id IS NOT NULL;

CREATE FUNCTION policy.in_family(p_family uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.family_person f JOIN access.account a ON a.id = f.account_id AND a.status = 'ACTIVE'
    WHERE f.account_id = policy.actor() AND f.family_id = p_family AND f.until IS NULL);

-- Whoever is asked to join sees the family's name while the invitation waits.
CREATE FUNCTION policy.asked_into_family(p_family uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.invitation i JOIN access.account a ON a.id = i.sent_to AND a.status = 'ACTIVE'
    WHERE i.family_id = p_family AND i.sent_to = policy.actor() AND i.status = 'PENDING' AND i.expires_at > statement_timestamp());

-- One joins by the own, accepted invitation of somebody who is in the family still, or founds it oneself.
CREATE FUNCTION policy.may_join_family(p_family uuid, p_how text, p_invitation uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN CASE p_how
    WHEN 'FOUNDED' THEN EXISTS (SELECT FROM access.family f WHERE f.id = p_family AND f.founded_by = policy.actor())
    ELSE EXISTS (
      SELECT FROM access.invitation i JOIN access.family_person s ON s.family_id = i.family_id AND s.account_id = i.sent_by AND s.until IS NULL
      WHERE i.id = p_invitation AND i.invitation_type = 'FAMILY_JOIN' AND i.family_id = p_family AND i.sent_to = policy.actor()
        AND i.status = 'ACCEPTED' AND i.responded_at <= i.expires_at)
  END;

-- For the first wall: is this an invitation into a family that the actor has sent or may answer?
CREATE FUNCTION policy.family_invitation(p_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
    SELECT FROM access.invitation i
    WHERE i.id = p_id AND i.family_id IS NOT NULL AND policy.actor() IN (i.sent_by, i.sent_to));

-- Nobody comes into a family that has been dissolved; the family is held, so that the last one does not leave beside it.
CREATE FUNCTION policy.family_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM access.family f WHERE f.id = NEW.family_id AND f.dissolved_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the family has been dissolved' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'family_stands';
  END IF;
  RETURN NEW;
END $$;

-- A place rests on somebody who is in the family and owns the patient, both held until it is written.
CREATE FUNCTION policy.family_place_rests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM access.family f WHERE f.id = NEW.family_id AND f.dissolved_at IS NULL FOR UPDATE;
  PERFORM FROM access.patient_owner o WHERE o.patient_id = NEW.patient_id AND o.account_id = NEW.added_by AND o.until IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (
      SELECT FROM access.family_person p WHERE p.family_id = NEW.family_id AND p.account_id = NEW.added_by AND p.until IS NULL) THEN
    RAISE EXCEPTION 'a place in a family rests on an owner who is in it' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'family_place_rests';
  END IF;
  RETURN NEW;
END $$;

-- Whoever leaves takes along what rests on them: the patients they brought in, and their invitations. Behind the last one the family
-- is dissolved.
CREATE FUNCTION policy.family_person_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM access.family f WHERE f.id = NEW.family_id FOR UPDATE;
  UPDATE access.family_patient p SET until = greatest(NEW.until, p.since), ended_by = NEW.account_id
    WHERE p.family_id = NEW.family_id AND p.added_by = NEW.account_id AND p.until IS NULL;
  UPDATE access.invitation i SET status = 'CANCELLED', responded_at = greatest(NEW.until, i.created_at), version = i.version + 1
    WHERE i.family_id = NEW.family_id AND i.sent_by = NEW.account_id AND i.status = 'PENDING';
  UPDATE access.family f SET dissolved_at = greatest(NEW.until, f.founded_at), version = f.version + 1
    WHERE f.id = NEW.family_id AND f.dissolved_at IS NULL
      AND NOT EXISTS (SELECT FROM access.family_person p WHERE p.family_id = f.id AND p.until IS NULL);
  RETURN NULL;
END $$;

-- Whoever owns a patient no more leaves nothing of it in a family.
CREATE FUNCTION policy.family_owner_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE access.family_patient p SET until = greatest(NEW.until, p.since), ended_by = coalesce(policy.actor(), NEW.account_id)
    WHERE p.patient_id = NEW.patient_id AND p.added_by = NEW.account_id AND p.until IS NULL;
  RETURN NULL;
END $$;

-- The own record is somebody's own to name, and a person.
CREATE FUNCTION policy.keep_self_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.account_id IS DISTINCT FROM policy.actor()
      OR (NEW.is_self_record AND NOT EXISTS (SELECT FROM records.patient p WHERE p.id = NEW.patient_id AND p.kind = 'HUMAN')) THEN
    RAISE EXCEPTION 'the own record is a person, named by its owner' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'patient_owner_self_is_own';
  END IF;
  RETURN NEW;
END $$;

REVOKE EXECUTE ON FUNCTION policy.in_family, policy.asked_into_family, policy.may_join_family, policy.family_invitation, policy.family_stands,
  policy.family_place_rests, policy.family_person_left, policy.family_owner_left, policy.keep_self_record FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.in_family, policy.asked_into_family, policy.may_join_family, policy.family_invitation, policy.family_stands,
  policy.family_place_rests, policy.family_person_left, policy.family_owner_left, policy.keep_self_record TO chiron_app, chiron_owner;
RESET ROLE;

-- What is over stays over.
CREATE FUNCTION access.keep_ended_in_family() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.until IS NOT NULL THEN
    RAISE EXCEPTION 'what is over in a family stays over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'family_over_stays_over';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER family_person_comes BEFORE INSERT ON access.family_person FOR EACH ROW EXECUTE FUNCTION policy.family_stands();
CREATE TRIGGER family_person_over_stays_over BEFORE UPDATE ON access.family_person FOR EACH ROW EXECUTE FUNCTION access.keep_ended_in_family();
CREATE TRIGGER family_person_left AFTER UPDATE OF until ON access.family_person FOR EACH ROW
  WHEN (NEW.until IS NOT NULL) EXECUTE FUNCTION policy.family_person_left();
CREATE TRIGGER family_patient_rests BEFORE INSERT ON access.family_patient FOR EACH ROW EXECUTE FUNCTION policy.family_place_rests();
CREATE TRIGGER family_patient_over_stays_over BEFORE UPDATE ON access.family_patient FOR EACH ROW EXECUTE FUNCTION access.keep_ended_in_family();
CREATE TRIGGER patient_owner_leaves_family AFTER UPDATE OF until ON access.patient_owner FOR EACH ROW
  WHEN (OLD.until IS NULL AND NEW.until IS NOT NULL) EXECUTE FUNCTION policy.family_owner_left();
CREATE TRIGGER patient_owner_self_is_own BEFORE UPDATE OF is_self_record ON access.patient_owner FOR EACH ROW
  WHEN (OLD.is_self_record IS DISTINCT FROM NEW.is_self_record) EXECUTE FUNCTION policy.keep_self_record();
CREATE TRIGGER patient_owner_self_from_start BEFORE INSERT ON access.patient_owner FOR EACH ROW
  WHEN (NEW.is_self_record) EXECUTE FUNCTION policy.keep_self_record();

ALTER TABLE access.family ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.family FORCE ROW LEVEL SECURITY;
CREATE POLICY family_read ON access.family FOR SELECT USING (policy.in_family(id) OR policy.asked_into_family(id));
CREATE POLICY family_found ON access.family FOR INSERT
  WITH CHECK (founded_by = policy.actor() AND dissolved_at IS NULL AND policy.actor_is(ARRAY['OWNER','DOCTOR','STAFF','CLINIC_ADMIN']));
CREATE POLICY family_rename ON access.family FOR UPDATE USING (policy.in_family(id));

ALTER TABLE access.family_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.family_person FORCE ROW LEVEL SECURITY;
CREATE POLICY family_person_read ON access.family_person FOR SELECT USING (policy.in_family(family_id));
CREATE POLICY family_person_join ON access.family_person FOR INSERT
  WITH CHECK (account_id = policy.actor() AND until IS NULL AND policy.may_join_family(family_id, how, invitation_id));
CREATE POLICY family_person_leave ON access.family_person FOR UPDATE USING (account_id = policy.actor());

-- An owner sees and ends the own patient's place, in the family or not.
ALTER TABLE access.family_patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.family_patient FORCE ROW LEVEL SECURITY;
CREATE POLICY family_patient_read ON access.family_patient FOR SELECT USING (policy.in_family(family_id) OR policy.owns(patient_id));
CREATE POLICY family_patient_bring_in ON access.family_patient FOR INSERT
  WITH CHECK (added_by = policy.actor() AND until IS NULL AND policy.owns(patient_id) AND policy.in_family(family_id));
CREATE POLICY family_patient_take_out ON access.family_patient FOR UPDATE USING (policy.owns(patient_id));

CREATE POLICY invitation_send_family ON access.invitation FOR INSERT
  WITH CHECK (invitation_type = 'FAMILY_JOIN' AND sent_by = policy.actor() AND policy.in_family(family_id));
