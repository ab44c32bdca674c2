-- What the owner's side of requests, emergencies and consents need besides V0003: who opened a grant, digits that are shown instead
-- of sent, and the rules of both walls for them (ADR 23, 24).
ALTER TABLE access.access_grant
  -- Who opened it: whoever entered the code, the owner, the doctor in an emergency, or who witnessed the signature.
  ADD COLUMN opened_by uuid REFERENCES access.account,
  -- An emergency says why, in a sentence and not in a word.
  ADD CONSTRAINT access_grant_emergency_says_why CHECK (basis <> 'EMERGENCY' OR length(purpose) >= 10);
CREATE INDEX access_grant_emergencies_of_doctor ON access.access_grant (patient_id, doctor_id, granted_at) WHERE basis = 'EMERGENCY';

-- Digits that the owner reads on the page have no target.
ALTER TABLE access.one_time_code
  DROP CONSTRAINT one_time_code_channel_check,
  ADD CONSTRAINT one_time_code_channel_check CHECK (channel IN ('EMAIL','SMS','SHOWN')),
  ALTER COLUMN masked_target DROP NOT NULL,
  ADD CONSTRAINT one_time_code_goes_somewhere CHECK ((masked_target IS NULL) = (channel = 'SHOWN'));

CREATE INDEX access_request_from_clinic ON access.access_request (from_clinic_id, requested_by, created_at DESC) WHERE from_clinic_id IS NOT NULL;

-- A new version retires the one before: of each clinic, scope and language one is in force. Its title becomes the purpose of the
-- grant that comes of it.
CREATE UNIQUE INDEX consent_text_in_force_once ON access.consent_text (clinic_id, scope, language) NULLS NOT DISTINCT WHERE retired_at IS NULL;
ALTER TABLE access.consent_text
  DROP CONSTRAINT consent_text_title_check,
  ADD CONSTRAINT consent_text_title_check CHECK (length(title) BETWEEN 3 AND 200);


SET ROLE chiron_policy;

-- The active owners with what is proven of them, for letters about access: for the owner, and for a clinic while something joins it
-- to the patient. Without that nobody learns how an owner can be reached.
CREATE FUNCTION policy.owner_contacts(p_patient uuid)
  RETURNS TABLE (account_id uuid, email text, phone text, language text, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
BEGIN ATOMIC
  SELECT a.id,
         CASE WHEN a.email_verified_at IS NOT NULL THEN a.email END,
         CASE WHEN a.phone_verified_at IS NOT NULL THEN a.phone END,
         a.language, a.time_zone
    FROM access.patient_owner o
      JOIN access.account a ON a.id = o.account_id AND a.status <> 'DEACTIVATED'
    WHERE o.patient_id = p_patient AND o.until IS NULL
      AND (a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL)
      AND (policy.owns(p_patient) OR policy.granted(p_patient, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
           OR policy.registered_lately(p_patient) OR policy.asked_for(p_patient))
    ORDER BY o.since, a.id;
END;

-- Whose emergency it was: the name, for the administrator who has to judge it.
CREATE FUNCTION policy.name_in_emergency(p_grant uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (
    SELECT coalesce(p.family_name || ', ', '') || p.given_name
      FROM access.access_grant g JOIN records.patient p ON p.id = g.patient_id
      WHERE g.id = p_grant AND policy.may_review(g.id, g.patient_id, g.clinic_id));

-- In an emergency a patient may lie there without a microchip and without an owner: exact whole name and exact date of birth, for
-- doctors whom the clinic lists for emergencies. Whom the owner keeps out even then finds nobody.
CREATE FUNCTION policy.find_in_emergency(p_clinic uuid, p_name text, p_birth_date date)
  RETURNS TABLE (id uuid, kind text, given_name text, family_name text, birth_date date, sex text, species text, breed text, deceased_on date)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
BEGIN ATOMIC
  SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on
    FROM records.patient p
    WHERE policy.may_break_glass(p_clinic) AND p.birth_date = p_birth_date
      AND (p.search_name = lower(p_name)
           OR lower(p.given_name || coalesce(' ' || p.family_name, '')) = lower(p_name)
           OR lower(coalesce(p.family_name || ', ', '') || p.given_name) = lower(p_name))
      AND NOT policy.blocked(p.id, p_clinic, true)
    ORDER BY p.search_name, p.id
    LIMIT 5;
END;

REVOKE EXECUTE ON FUNCTION policy.owner_contacts(uuid), policy.find_in_emergency(uuid, text, date), policy.name_in_emergency(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.owner_contacts(uuid), policy.find_in_emergency(uuid, text, date), policy.name_in_emergency(uuid) TO chiron_app, chiron_owner;
RESET ROLE;

-- The owner sees how many tries are left, before handing out a code that cannot be entered.
CREATE POLICY code_tries_of_owner ON access.code_tries FOR SELECT USING (policy.owns(patient_id));

-- Whom the owner keeps out asks nobody, and opens nothing in an emergency when the owner said so; a consent opens only while the
-- registration lasts.
CREATE POLICY access_request_not_blocked ON access.access_request AS RESTRICTIVE FOR INSERT
  WITH CHECK (origin = 'OWNER' OR NOT policy.blocked(patient_id, coalesce(from_clinic_id, clinic_id), false));
CREATE POLICY access_grant_not_blocked ON access.access_grant AS RESTRICTIVE FOR INSERT
  WITH CHECK (CASE basis WHEN 'EMERGENCY' THEN NOT policy.blocked(patient_id, clinic_id, true)
    WHEN 'REGISTRATION_CONSENT' THEN policy.registered_lately(patient_id)
    ELSE true END);
