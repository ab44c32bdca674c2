-- The second wall (ADR 4): PostgreSQL decides reachability again, from the account that the transaction was opened for.
-- The functions belong to chiron_policy, which may read the relationship tables past row-level security and nothing else.
-- Their bodies are bound when they are created, so no search_path can bend them. No actor: NULL, and nothing is reached.
SET ROLE chiron_policy;

CREATE FUNCTION policy.actor() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('chiron.account_id', true), '')::uuid;

-- The actor, if the account is active and of one of these kinds.
CREATE FUNCTION policy.actor_is(kinds text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM access.account a WHERE a.id = policy.actor() AND a.status = 'ACTIVE' AND a.kind = ANY (kinds));

-- Does the actor work at this clinic now, as one of these kinds?
CREATE FUNCTION policy.works_at(p_clinic uuid, kinds text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind = ANY (kinds)
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.account_id = policy.actor() AND m.clinic_id = p_clinic AND m.active);

CREATE FUNCTION policy.owns(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.patient_owner o
      JOIN access.account a ON a.id = o.account_id AND a.status = 'ACTIVE'
    WHERE o.account_id = policy.actor() AND o.patient_id = p_patient AND o.until IS NULL);

-- An open grant through one of the actor's clinics; section NULL asks for any part of the chart.
CREATE FUNCTION policy.granted(p_patient uuid, p_section text, kinds text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.access_grant g
      JOIN access.clinic_member m ON m.clinic_id = g.clinic_id AND m.account_id = policy.actor() AND m.active
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind = ANY (kinds)
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE g.patient_id = p_patient AND g.ended_at IS NULL
      AND g.granted_at <= clock_timestamp() AND g.expires_at > clock_timestamp()
      AND (g.doctor_id IS NULL OR g.doctor_id = m.account_id OR a.kind <> 'DOCTOR')
      AND (p_section IS NULL OR g.sections IS NULL OR p_section = ANY (string_to_array(g.sections, ' '))));

-- The clinic asked the owner, and the owner has not answered yet: name and kind may be shown, nothing more.
CREATE FUNCTION policy.asked_for(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.access_request r
      JOIN access.clinic_member m ON m.clinic_id = r.clinic_id AND m.account_id = policy.actor() AND m.active
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE r.patient_id = p_patient AND r.status = 'PENDING' AND r.expires_at > clock_timestamp());

-- Until when a clinic may see who a patient is whom it registered or brought in, so that the owner can be asked: a day after
-- registration, and a day after an owner's contact was first proven. Before any proof nobody can be asked, so it has no end;
-- imported patients come like that.
CREATE FUNCTION policy.registration_ends(p_patient uuid, p_source text, p_registered_at timestamptz) RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN greatest(
    CASE WHEN p_source IS NULL THEN p_registered_at + interval '24 hours' END,
    coalesce(
      (SELECT min(least(a.email_verified_at, a.phone_verified_at)) + interval '24 hours'
         FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id
         WHERE o.patient_id = p_patient AND o.until IS NULL),
      'infinity'));

CREATE FUNCTION policy.registered_lately(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM records.patient p
    WHERE p.id = p_patient
      AND policy.registration_ends(p.id, p.source_system, p.registered_at) > clock_timestamp()
      AND policy.works_at(p.registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR']));

-- Records written at a clinic stay readable for its administrators.
CREATE FUNCTION policy.administers_author_of(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind = 'CLINIC_ADMIN'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.account_id = policy.actor() AND m.active
      AND EXISTS (SELECT FROM records.visit v WHERE v.patient_id = p_patient AND v.clinic_id = m.clinic_id));

-- An integrator brings records in for patients that its own clinic registered from outside.
CREATE FUNCTION policy.imports_for(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM records.patient p
    WHERE p.id = p_patient AND p.source_system IS NOT NULL AND policy.works_at(p.registered_clinic_id, ARRAY['INTEGRATOR']));

CREATE FUNCTION policy.registered_here(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM records.patient p
    WHERE p.id = p_patient AND policy.works_at(p.registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR','INTEGRATOR']));

CREATE FUNCTION policy.has_owner(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = p_patient);

-- A grant may only come out of a request of the same clinic, doctor and patient whose code has been used.
CREATE FUNCTION policy.code_was_used(p_request uuid, p_patient uuid, p_clinic uuid, p_doctor uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
    SELECT FROM access.access_request r
      JOIN access.one_time_code k ON k.request_id = r.id AND k.used_at IS NOT NULL
    WHERE r.id = p_request AND r.patient_id = p_patient AND r.clinic_id = p_clinic
      AND r.doctor_id IS NOT DISTINCT FROM p_doctor);

-- Who the patient is: every relationship that there is.
CREATE FUNCTION policy.reaches_identity(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN policy.owns(p_patient)
      OR policy.granted(p_patient, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
      OR policy.asked_for(p_patient)
      OR policy.registered_lately(p_patient)
      OR policy.administers_author_of(p_patient)
      OR policy.imports_for(p_patient);

-- A clinical row: by section of the grant, or by where it was written.
CREATE FUNCTION policy.reads_chart(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN policy.owns(p_patient)
      OR policy.granted(p_patient, p_section, ARRAY['DOCTOR'])
      OR policy.works_at(p_clinic, ARRAY['CLINIC_ADMIN'])
      OR (policy.works_at(p_clinic, ARRAY['INTEGRATOR']) AND policy.imports_for(p_patient));

CREATE FUNCTION policy.writes_chart(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (policy.granted(p_patient, p_section, ARRAY['DOCTOR']) AND policy.works_at(p_clinic, ARRAY['DOCTOR']))
      OR (policy.works_at(p_clinic, ARRAY['INTEGRATOR']) AND policy.imports_for(p_patient));

-- Every relationship of the actor to a patient, for the first wall to decide on. One row each; none for a stranger.
CREATE FUNCTION policy.relationships(p_patient uuid)
  RETURNS TABLE (kind text, clinic_id uuid, grant_id uuid, sections text, purpose text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
  SELECT 'OWNER', NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::timestamptz WHERE policy.owns(p_patient)
  UNION ALL
  SELECT 'GRANT', g.clinic_id, g.id, g.sections, g.purpose, g.expires_at
    FROM access.access_grant g
      JOIN access.clinic_member m ON m.clinic_id = g.clinic_id AND m.account_id = policy.actor() AND m.active
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE g.patient_id = p_patient AND g.ended_at IS NULL
      AND g.granted_at <= clock_timestamp() AND g.expires_at > clock_timestamp()
      AND (g.doctor_id IS NULL OR g.doctor_id = m.account_id OR a.kind <> 'DOCTOR')
  UNION ALL
  SELECT 'REQUEST', r.clinic_id, NULL, NULL, r.purpose, r.expires_at
    FROM access.access_request r
      JOIN access.clinic_member m ON m.clinic_id = r.clinic_id AND m.account_id = policy.actor() AND m.active
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE r.patient_id = p_patient AND r.status = 'PENDING' AND r.expires_at > clock_timestamp()
  UNION ALL
  SELECT 'AUTHORSHIP', m.clinic_id, NULL, NULL, NULL, NULL
    FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind = 'CLINIC_ADMIN'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.account_id = policy.actor() AND m.active
      AND EXISTS (SELECT FROM records.visit v WHERE v.patient_id = p_patient AND v.clinic_id = m.clinic_id)
  UNION ALL
  SELECT 'REGISTRATION', p.registered_clinic_id, NULL, NULL, NULL,
         nullif(policy.registration_ends(p.id, p.source_system, p.registered_at), 'infinity')
    FROM records.patient p
    WHERE p.id = p_patient
      AND policy.registration_ends(p.id, p.source_system, p.registered_at) > clock_timestamp()
      AND policy.works_at(p.registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR'])
  UNION ALL
  SELECT 'IMPORT', p.registered_clinic_id, NULL, NULL, NULL, NULL
    FROM records.patient p
    WHERE p.id = p_patient AND p.source_system IS NOT NULL AND policy.works_at(p.registered_clinic_id, ARRAY['INTEGRATOR']);
END;

-- Which patient and clinic a row belongs to, reached or not: a refused attempt has to stand in that patient's log as well.
CREATE FUNCTION policy.subject(p_type text, p_id uuid) RETURNS TABLE (patient_id uuid, clinic_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
BEGIN ATOMIC
  SELECT p.id, NULL::uuid FROM records.patient p WHERE p_type = 'PATIENT' AND p.id = p_id
  UNION ALL
  SELECT v.patient_id, v.clinic_id FROM records.visit v WHERE p_type = 'VISIT' AND v.id = p_id
  UNION ALL
  SELECT r.patient_id, r.clinic_id FROM access.access_request r WHERE p_type = 'REQUEST' AND r.id = p_id
  UNION ALL
  SELECT g.patient_id, g.clinic_id FROM access.access_grant g WHERE p_type = 'GRANT' AND g.id = p_id;
END;

-- The patients that the actor reaches and the strongest reason, so that lists start from the relationships and not from all patients.
CREATE FUNCTION policy.reachable_patients()
  RETURNS TABLE (patient_id uuid, relationship text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 200
BEGIN ATOMIC
  WITH workplace AS MATERIALIZED (
    SELECT m.clinic_id, m.account_id, a.kind
      FROM access.clinic_member m
        JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind IN ('DOCTOR','STAFF','CLINIC_ADMIN')
        JOIN access.clinic c ON c.id = m.clinic_id AND c.active
      WHERE m.account_id = policy.actor() AND m.active),
  reached AS (
    SELECT o.patient_id, 1 AS strength, 'OWNER' AS relationship, NULL::timestamptz AS ends_at
      FROM access.patient_owner o JOIN access.account a ON a.id = o.account_id AND a.status = 'ACTIVE'
      WHERE o.account_id = policy.actor() AND o.until IS NULL
    UNION ALL
    SELECT g.patient_id, 2, 'GRANT', g.expires_at
      FROM workplace w JOIN access.access_grant g ON g.clinic_id = w.clinic_id AND g.ended_at IS NULL
        AND g.granted_at <= clock_timestamp() AND g.expires_at > clock_timestamp()
        AND (g.doctor_id IS NULL OR g.doctor_id = w.account_id OR w.kind <> 'DOCTOR')
    UNION ALL
    SELECT r.patient_id, 3, 'REQUEST', r.expires_at
      FROM workplace w JOIN access.access_request r ON r.clinic_id = w.clinic_id
        AND r.status = 'PENDING' AND r.expires_at > clock_timestamp()
    UNION ALL
    SELECT p.id, 4, 'REGISTRATION', nullif(policy.registration_ends(p.id, p.source_system, p.registered_at), 'infinity')
      FROM workplace w JOIN records.patient p ON p.registered_clinic_id = w.clinic_id
        AND policy.registration_ends(p.id, p.source_system, p.registered_at) > clock_timestamp()
    UNION ALL
    SELECT v.patient_id, 5, 'AUTHORSHIP', NULL
      FROM workplace w JOIN records.visit v ON v.clinic_id = w.clinic_id AND w.kind = 'CLINIC_ADMIN')
  SELECT DISTINCT ON (reached.patient_id) reached.patient_id, reached.relationship, reached.ends_at
    FROM reached ORDER BY reached.patient_id, reached.strength, reached.ends_at DESC NULLS FIRST;
END;

-- Front desk finds a patient it does not reach yet: only by something the person at the desk must know.
-- Exact microchip, or exact contact of an owner together with the patient's exact name. Who it is, nothing more.
CREATE FUNCTION policy.find_patient(p_microchip text, p_contact text, p_name text)
  RETURNS TABLE (id uuid, kind text, given_name text, family_name text, birth_date date, sex text, species text, breed text, deceased_on date)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
BEGIN ATOMIC
  SELECT p.id, p.kind, p.given_name, p.family_name, p.birth_date, p.sex, p.species, p.breed, p.deceased_on
    FROM records.patient p
    WHERE policy.actor_is(ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) AND p.id IN (
      SELECT c.id FROM records.patient c WHERE c.microchip = p_microchip
      UNION
      SELECT c.id
        FROM access.account a
          JOIN access.patient_owner o ON o.account_id = a.id AND o.until IS NULL
          JOIN records.patient c ON c.id = o.patient_id
        WHERE (a.email = lower(p_contact) OR a.phone = p_contact)
          AND (c.search_name = lower(p_name) OR lower(c.given_name) = lower(p_name)
               OR lower(c.given_name || ' ' || coalesce(c.family_name, '')) = lower(p_name)
               OR lower(coalesce(c.family_name || ', ', '') || c.given_name) = lower(p_name)))
    ORDER BY p.search_name, p.id
    LIMIT 20;
END;

-- The letter leaves after its transaction and without an actor: this one column of this one row may be noted then.
CREATE FUNCTION policy.note_delivery(p_code uuid, p_delivery text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  UPDATE access.one_time_code SET delivery = p_delivery WHERE id = p_code AND delivery = 'PENDING' RETURNING true;
END;

-- Whom to send the one-time code for a patient: the active owners with a proven contact.
CREATE FUNCTION policy.code_recipients(p_request uuid)
  RETURNS TABLE (account_id uuid, email text, phone text, language text, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
BEGIN ATOMIC
  SELECT a.id,
         CASE WHEN a.email_verified_at IS NOT NULL THEN a.email END,
         CASE WHEN a.phone_verified_at IS NOT NULL THEN a.phone END,
         a.language, a.time_zone
    FROM access.access_request r
      JOIN access.patient_owner o ON o.patient_id = r.patient_id AND o.until IS NULL
      JOIN access.account a ON a.id = o.account_id AND a.status <> 'DEACTIVATED'
    WHERE r.id = p_request AND policy.works_at(r.clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
      AND (a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL)
    ORDER BY o.since, a.id;
END;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA policy FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA policy TO chiron_app, chiron_owner;
GRANT USAGE ON SCHEMA policy TO chiron_owner;
RESET ROLE;

ALTER TABLE records.patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.patient FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_read ON records.patient FOR SELECT USING (policy.reaches_identity(id));
CREATE POLICY patient_register ON records.patient FOR INSERT
  WITH CHECK (registered_by = policy.actor() AND policy.works_at(registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR','INTEGRATOR']));
CREATE POLICY patient_correct ON records.patient FOR UPDATE
  USING (policy.owns(id) OR policy.granted(id, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.imports_for(id));

ALTER TABLE records.patient_identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.patient_identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_identifier_read ON records.patient_identifier FOR SELECT USING (policy.reaches_identity(patient_id));
CREATE POLICY patient_identifier_add ON records.patient_identifier FOR INSERT
  WITH CHECK (policy.registered_here(patient_id) OR policy.owns(patient_id) OR policy.granted(patient_id, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));

ALTER TABLE access.patient_owner ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.patient_owner FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_owner_read ON access.patient_owner FOR SELECT USING (policy.reaches_identity(patient_id));
CREATE POLICY patient_owner_first ON access.patient_owner FOR INSERT
  WITH CHECK (policy.owns(patient_id) OR (policy.registered_here(patient_id) AND NOT policy.has_owner(patient_id)));
CREATE POLICY patient_owner_end ON access.patient_owner FOR UPDATE USING (policy.owns(patient_id));

ALTER TABLE access.access_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.access_request FORCE ROW LEVEL SECURITY;
CREATE POLICY access_request_read ON access.access_request FOR SELECT
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));
CREATE POLICY access_request_ask ON access.access_request FOR INSERT
  WITH CHECK (requested_by = policy.actor() AND policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));
CREATE POLICY access_request_go_on ON access.access_request FOR UPDATE
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));

ALTER TABLE access.one_time_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.one_time_code FORCE ROW LEVEL SECURITY;
CREATE POLICY one_time_code_of_clinic ON access.one_time_code
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));

ALTER TABLE access.code_tries ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.code_tries FORCE ROW LEVEL SECURITY;
CREATE POLICY code_tries_of_clinic ON access.code_tries
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));

ALTER TABLE access.access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.access_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY access_grant_read ON access.access_grant FOR SELECT
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));
CREATE POLICY access_grant_open ON access.access_grant FOR INSERT
  WITH CHECK (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
    AND policy.code_was_used(request_id, patient_id, clinic_id, doctor_id));
CREATE POLICY access_grant_end ON access.access_grant FOR UPDATE
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));

ALTER TABLE records.visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.visit FORCE ROW LEVEL SECURITY;
CREATE POLICY visit_read ON records.visit FOR SELECT USING (policy.reads_chart(patient_id, clinic_id, 'VISITS'));
CREATE POLICY visit_write ON records.visit FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'VISITS'));
CREATE POLICY visit_change ON records.visit FOR UPDATE USING (policy.writes_chart(patient_id, clinic_id, 'VISITS'));

ALTER TABLE records.visit_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.visit_addendum FORCE ROW LEVEL SECURITY;
CREATE POLICY visit_addendum_read ON records.visit_addendum FOR SELECT USING (policy.reads_chart(patient_id, clinic_id, 'VISITS'));
CREATE POLICY visit_addendum_write ON records.visit_addendum FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'VISITS'));

ALTER TABLE records.condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.condition FORCE ROW LEVEL SECURITY;
CREATE POLICY condition_read ON records.condition FOR SELECT USING (policy.reads_chart(patient_id, clinic_id, 'CONDITIONS'));
CREATE POLICY condition_write ON records.condition FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'CONDITIONS'));
CREATE POLICY condition_change ON records.condition FOR UPDATE USING (policy.writes_chart(patient_id, clinic_id, 'CONDITIONS'));

-- The owner sees who looked; a clinic's administrator sees what was done in the clinic's name; auditors and the sealing job see all.
ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_append ON audit.event FOR INSERT WITH CHECK (true);
CREATE POLICY event_read ON audit.event FOR SELECT
  USING ((patient_id IS NOT NULL AND policy.owns(patient_id))
      OR (clinic_id IS NOT NULL AND policy.works_at(clinic_id, ARRAY['CLINIC_ADMIN']))
      OR policy.actor_is(ARRAY['AUDITOR','SYSTEM']));
