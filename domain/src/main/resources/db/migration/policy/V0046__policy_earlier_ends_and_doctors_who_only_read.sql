-- An owner lets a grant end earlier than it was given for, and never later; and a clinic says which of its doctors write records.

-- The application may move a grant's end now. Whose it is to move, and in which direction, is said here a second time: a longer one
-- would be access that no code, no owner and no consent has opened.
GRANT UPDATE (expires_at) ON access.access_grant TO chiron_app;
CREATE FUNCTION access.grant_never_longer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'chiron_app' AND NEW.expires_at IS DISTINCT FROM OLD.expires_at
     AND (NEW.expires_at > OLD.expires_at OR OLD.ended_at IS NOT NULL OR NOT policy.owns(OLD.patient_id)) THEN
    RAISE EXCEPTION 'only the owner moves the end of a grant, and only to an earlier time'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'access_grant_never_longer';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER access_grant_never_longer BEFORE UPDATE OF expires_at ON access.access_grant
  FOR EACH ROW EXECUTE FUNCTION access.grant_never_longer();

-- One more right, for doctors; those who are there already write until now and keep it.
ALTER TABLE access.clinic_member DROP CONSTRAINT clinic_member_rights_known;
UPDATE access.clinic_member m SET rights = ltrim(m.rights || ' WRITE_RECORDS')
  FROM access.account a WHERE a.id = m.account_id AND a.kind = 'DOCTOR';
ALTER TABLE access.clinic_member ADD CONSTRAINT clinic_member_rights_known CHECK (
  string_to_array(rights, ' ') <@ ARRAY['REQUEST_ACCESS','REGISTER_PATIENTS','BILLING','EMERGENCY','INTEGRATIONS','WRITE_RECORDS']);

-- The second wall asks a doctor for it at the clinic in whose name the row is written: visits, addenda, conditions, and what a clinic
-- enters of the family's history.
SET ROLE chiron_policy;
CREATE OR REPLACE FUNCTION policy.writes_chart(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (policy.granted(p_patient, p_section, ARRAY['DOCTOR']) AND policy.works_at(p_clinic, ARRAY['DOCTOR'])
          AND policy.has_right(p_clinic, 'WRITE_RECORDS'))
      OR (policy.works_at(p_clinic, ARRAY['INTEGRATOR']) AND policy.imports_for(p_patient));
RESET ROLE;
