-- What a clinic lets each of its people do in its name, how an association ends and begins again, and how somebody who has an
-- account already is asked to work at one more clinic.
ALTER TABLE access.clinic_member
  ADD COLUMN rights text NOT NULL DEFAULT '',
  ADD COLUMN ended_at timestamptz,
  ADD COLUMN ended_by uuid REFERENCES access.account;
-- Who is there already keeps what could be done until now.
UPDATE access.clinic_member m SET rights = CASE a.kind
    WHEN 'DOCTOR' THEN 'REQUEST_ACCESS REGISTER_PATIENTS EMERGENCY'
    WHEN 'STAFF' THEN 'REQUEST_ACCESS REGISTER_PATIENTS'
    WHEN 'CLINIC_ADMIN' THEN 'REQUEST_ACCESS REGISTER_PATIENTS BILLING'
    ELSE '' END
  FROM access.account a WHERE a.id = m.account_id;
ALTER TABLE access.clinic_member
  ALTER COLUMN rights DROP DEFAULT,
  ADD CONSTRAINT clinic_member_rights_known CHECK (
    string_to_array(rights, ' ') <@ ARRAY['REQUEST_ACCESS','REGISTER_PATIENTS','BILLING','EMERGENCY']),
  ADD CONSTRAINT clinic_member_end_only_when_ended CHECK (NOT active OR (ended_at IS NULL AND ended_by IS NULL)),
  ADD CONSTRAINT clinic_member_ends_after_start CHECK (ended_at >= joined_at);

-- What happened to an association: written once, never changed. The row above says only how it stands now.
CREATE TABLE access.clinic_member_change (
  id              uuid PRIMARY KEY,
  clinic_id       uuid NOT NULL REFERENCES access.clinic,
  account_id      uuid NOT NULL REFERENCES access.account,
  change          text NOT NULL CHECK (change IN ('JOINED','CHANGED','ENDED','RESUMED')),
  employment_type text NOT NULL CHECK (employment_type IN ('FULL_TIME','PART_TIME','VISITING','CONTRACTOR')),
  rights          text NOT NULL CHECK (length(rights) <= 200),
  changed_at      timestamptz NOT NULL,
  changed_by      uuid REFERENCES access.account
);
CREATE INDEX clinic_member_change_of_one ON access.clinic_member_change (clinic_id, account_id, changed_at);
GRANT SELECT, INSERT ON access.clinic_member_change TO chiron_app;

-- Every change leaves its line, whoever makes it and however; the application cannot forget one. The time is the one of the row.
CREATE FUNCTION access.note_member_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.active, NEW.employment_type, NEW.rights) IS NOT DISTINCT FROM (OLD.active, OLD.employment_type, OLD.rights) THEN
    RETURN NULL;
  END IF;
  INSERT INTO access.clinic_member_change (id, clinic_id, account_id, change, employment_type, rights, changed_at, changed_by)
  VALUES (gen_random_uuid(), NEW.clinic_id, NEW.account_id,
          CASE WHEN TG_OP = 'INSERT' THEN 'JOINED' WHEN NEW.active AND NOT OLD.active THEN 'RESUMED'
               WHEN OLD.active AND NOT NEW.active THEN 'ENDED' ELSE 'CHANGED' END,
          NEW.employment_type, NEW.rights,
          CASE WHEN TG_OP = 'INSERT' THEN NEW.joined_at WHEN NOT NEW.active AND NEW.ended_at IS NOT NULL THEN NEW.ended_at ELSE now() END,
          policy.actor());
  RETURN NULL;
END $$;
CREATE TRIGGER clinic_member_change_noted AFTER INSERT OR UPDATE ON access.clinic_member
  FOR EACH ROW EXECUTE FUNCTION access.note_member_change();

-- A clinic keeps an administrator: the last one goes only by the hand of whoever runs the installation. The clinic's row is
-- locked first, so that two who end each other at the same moment queue, and the second finds nobody left.
CREATE FUNCTION access.keep_a_clinics_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM access.account a WHERE a.id = OLD.account_id AND a.kind = 'CLINIC_ADMIN')
     OR EXISTS (SELECT FROM access.account a WHERE a.id = policy.actor() AND a.kind = 'PLATFORM_ADMIN') THEN
    RETURN NULL;
  END IF;
  PERFORM FROM access.clinic c WHERE c.id = OLD.clinic_id FOR NO KEY UPDATE;
  IF NOT EXISTS (
      SELECT FROM access.clinic_member m JOIN access.account a ON a.id = m.account_id AND a.kind = 'CLINIC_ADMIN' AND a.status = 'ACTIVE'
      WHERE m.clinic_id = OLD.clinic_id AND m.active) THEN
    RAISE EXCEPTION 'a clinic keeps an administrator'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'clinic_keeps_an_administrator';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER clinic_keeps_an_administrator AFTER UPDATE ON access.clinic_member
  FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION access.keep_a_clinics_administrator();

-- Somebody who has an account already is asked to work at one more clinic, and says yes or no (ADR 18). What was typed is kept
-- with no account when it names nobody, so that both look alike to the clinic.
CREATE TABLE access.clinic_invitation (
  id              uuid PRIMARY KEY,
  clinic_id       uuid NOT NULL REFERENCES access.clinic,
  addressed_to    text NOT NULL CHECK (length(addressed_to) BETWEEN 3 AND 254),
  account_id      uuid REFERENCES access.account,
  employment_type text NOT NULL CHECK (employment_type IN ('FULL_TIME','PART_TIME','VISITING','CONTRACTOR')),
  invited_by      uuid NOT NULL REFERENCES access.account,
  invited_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  status          text NOT NULL CHECK (status IN ('PENDING','ACCEPTED','REJECTED','CANCELLED')),
  answered_at     timestamptz,
  CONSTRAINT clinic_invitation_ends_after_start CHECK (expires_at > invited_at),
  CONSTRAINT clinic_invitation_answer_complete CHECK ((status = 'PENDING') = (answered_at IS NULL)),
  CONSTRAINT clinic_invitation_accepted_by_somebody CHECK (status <> 'ACCEPTED' OR account_id IS NOT NULL)
);
CREATE INDEX clinic_invitation_by_clinic ON access.clinic_invitation (clinic_id, invited_at DESC);
CREATE INDEX clinic_invitation_by_account ON access.clinic_invitation (account_id) WHERE status = 'PENDING';
GRANT SELECT, INSERT, UPDATE ON access.clinic_invitation TO chiron_app;

-- The second wall asks for the right as well, besides what V0007 asks for.
SET ROLE chiron_policy;
CREATE FUNCTION policy.has_right(p_clinic uuid, p_right text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.clinic_member m
    WHERE m.account_id = policy.actor() AND m.clinic_id = p_clinic AND m.active
      AND p_right = ANY (string_to_array(m.rights, ' ')));
-- Emergencies are opened by doctors whom the clinic lists for it.
CREATE OR REPLACE FUNCTION policy.may_break_glass(p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.works_at(p_clinic, ARRAY['DOCTOR']) AND policy.has_right(p_clinic, 'EMERGENCY');
REVOKE EXECUTE ON FUNCTION policy.has_right(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.has_right(uuid, text) TO chiron_app, chiron_owner;
RESET ROLE;

-- What a program brings in is no registration at the desk, an owner who asks for a clinic asks in their own name, and whoever
-- refers a patient does so by the right of the own clinic.
CREATE POLICY access_request_by_right ON access.access_request AS RESTRICTIVE FOR INSERT
  WITH CHECK (origin = 'OWNER' OR policy.has_right(coalesce(from_clinic_id, clinic_id), 'REQUEST_ACCESS'));
CREATE POLICY patient_by_right ON records.patient AS RESTRICTIVE FOR INSERT
  WITH CHECK (source_system IS NOT NULL OR policy.has_right(registered_clinic_id, 'REGISTER_PATIENTS'));
