-- The second wall (ADR 4): PostgreSQL decides reachability again, from the account that the transaction was opened for.
-- The functions belong to chiron_policy, which may read the relationship tables past row-level security and nothing else.
-- Their bodies are bound when they are created, so no search_path can bend them. No actor: NULL, and nothing is reached.
SET ROLE chiron_policy;

CREATE FUNCTION policy.actor() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('chiron.account_id', true), '')::uuid;

-- The patient whom the transaction is about, as the guard at the door says. It opens nothing: it only lets what is asked for many
-- rows of one chart be decided once for a statement.
CREATE FUNCTION policy.in_hand() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('chiron.patient_id', true), '')::uuid;

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

-- Where the actor works for patients, and whom the actor owns: for statements over many rows, which ask once.
CREATE FUNCTION policy.clinics_worked_at() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN ARRAY(
    SELECT m.clinic_id FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind IN ('DOCTOR','STAFF','CLINIC_ADMIN')
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.account_id = policy.actor() AND m.active);

CREATE FUNCTION policy.patients_owned() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN ARRAY(
    SELECT o.patient_id FROM access.patient_owner o
      JOIN access.account a ON a.id = o.account_id AND a.status = 'ACTIVE'
    WHERE o.account_id = policy.actor() AND o.until IS NULL);

CREATE FUNCTION policy.owns(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.patient_owner o
      JOIN access.account a ON a.id = o.account_id AND a.status = 'ACTIVE'
    WHERE o.account_id = policy.actor() AND o.patient_id = p_patient AND o.until IS NULL);

-- What is open now. One clock judges whether something is over: the database's, at the beginning of the statement. The
-- application only stamps, and serves nobody while its clock and this one are apart (ADR 14).
CREATE VIEW policy.open_grant AS
  SELECT g.id, g.patient_id, g.clinic_id, g.doctor_id, g.basis, g.purpose, g.sections, g.expires_at
    FROM access.access_grant g
    WHERE g.ended_at IS NULL AND g.expires_at > statement_timestamp()
      AND (g.consent_id IS NULL OR EXISTS (
        SELECT FROM access.consent c
        WHERE c.id = g.consent_id AND c.withdrawn_at IS NULL AND coalesce(c.expires_at, 'infinity') > statement_timestamp()));

CREATE VIEW policy.open_share AS
  SELECT s.id, s.patient_id, s.shared_with, s.shared_by, s.permission_level, s.sections, s.expires_at
    FROM access.patient_share s
    WHERE s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > statement_timestamp();

CREATE VIEW policy.open_invitation AS
  SELECT i.id, i.patient_id, i.sent_by, i.sent_to, i.invitation_type, i.family_member_id, i.expires_at
    FROM access.invitation i
    WHERE i.status = 'PENDING' AND i.expires_at > statement_timestamp();

-- An active account's active associations with active clinics.
CREATE VIEW policy.workplace AS
  SELECT m.account_id, m.clinic_id, a.kind
    FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.active;

-- Has the owner taken back the consent to exchange with others that was signed at this clinic, and signed none since? Then the clinic's
-- programs are out, whatever was opened to the clinic. Where none was ever signed, what was opened is open to programs too.
CREATE FUNCTION policy.exchange_withdrawn(p_patient uuid, p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
      SELECT FROM access.consent c
      WHERE c.patient_id = p_patient AND c.clinic_id = p_clinic AND c.scope = 'DATA_EXCHANGE' AND c.withdrawn_at IS NOT NULL)
    AND NOT EXISTS (
      SELECT FROM access.consent c
      WHERE c.patient_id = p_patient AND c.clinic_id = p_clinic AND c.scope = 'DATA_EXCHANGE'
        AND c.withdrawn_at IS NULL AND coalesce(c.expires_at, 'infinity') > statement_timestamp());

-- May the actor bring records in for patients from outside? Programs need a scope for it (V0043).
CREATE FUNCTION policy.may_bring_in() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN true;

-- What shows the actor who a patient is, for one patient or for all: one row for each thing that joins them, several for a patient
-- at times. Whom the owner keeps out, in person or by the clinic, is no longer joined. Not kept out are owners, who is only offered
-- something, and who brings records in; an administrator of a clinic that wrote records only in person; in an emergency only those
-- of whom the owner said so. rank: the strongest reason first. by_scope: whether row-level security asks for a scope beside it.
CREATE VIEW policy.reach AS
  WITH me AS MATERIALIZED (
    SELECT a.id, a.kind FROM access.account a WHERE a.id = policy.actor() AND a.status = 'ACTIVE'),
  workplace AS MATERIALIZED (
    SELECT m.clinic_id, me.id AS account_id, me.kind
      FROM me JOIN access.clinic_member m ON m.account_id = me.id AND m.active JOIN access.clinic c ON c.id = m.clinic_id AND c.active),
  kept_out AS MATERIALIZED (
    SELECT b.patient_id, b.clinic_id, b.even_in_emergency
      FROM access.access_block b
      WHERE b.until IS NULL AND (b.account_id IN (SELECT me.id FROM me) OR b.clinic_id IN (SELECT w.clinic_id FROM workplace w))),
  joined AS (
    SELECT o.patient_id, 'OWNER' AS kind, NULL::uuid AS clinic_id, NULL::timestamptz AS ends_at, 1 AS rank, false AS by_scope
      FROM me JOIN access.patient_owner o ON o.account_id = me.id AND o.until IS NULL
    UNION ALL
    SELECT g.patient_id, CASE g.basis WHEN 'EMERGENCY' THEN 'EMERGENCY' ELSE 'GRANT' END, g.clinic_id, g.expires_at,
           CASE g.basis WHEN 'EMERGENCY' THEN 3 ELSE 2 END, false
      FROM workplace w JOIN policy.open_grant g ON g.clinic_id = w.clinic_id AND g.doctor_id = w.account_id
      WHERE w.kind = 'DOCTOR'
    UNION ALL
    SELECT g.patient_id, 'GRANT', g.clinic_id, g.expires_at, 2, false
      FROM workplace w JOIN policy.open_grant g ON g.clinic_id = w.clinic_id AND g.doctor_id IS NULL
      WHERE w.kind = 'DOCTOR'
    UNION ALL
    SELECT g.patient_id, CASE g.basis WHEN 'EMERGENCY' THEN 'EMERGENCY' ELSE 'GRANT' END, g.clinic_id, g.expires_at,
           CASE g.basis WHEN 'EMERGENCY' THEN 3 ELSE 2 END, false
      FROM workplace w JOIN policy.open_grant g ON g.clinic_id = w.clinic_id
      WHERE w.kind IN ('STAFF','CLINIC_ADMIN')
    UNION ALL
    -- A program is let in to what was opened to the clinic as a whole, and shown it by its scopes (V0043).
    SELECT g.patient_id, 'GRANT', g.clinic_id, g.expires_at, 2, true
      FROM workplace w JOIN policy.open_grant g ON g.clinic_id = w.clinic_id AND g.doctor_id IS NULL
      WHERE w.kind = 'INTEGRATOR' AND NOT policy.exchange_withdrawn(g.patient_id, g.clinic_id)
    UNION ALL
    SELECT s.patient_id, 'SHARE_' || s.permission_level, NULL, s.expires_at, 4, false
      FROM me JOIN policy.open_share s ON s.shared_with = me.id
    UNION ALL
    -- The clinic asked the owner, and the owner has not answered yet.
    SELECT r.patient_id, 'REQUEST', r.clinic_id, r.expires_at, 5, false
      FROM workplace w JOIN access.access_request r ON r.clinic_id = w.clinic_id
        AND r.status = 'PENDING' AND r.expires_at > statement_timestamp()
      WHERE w.kind IN ('STAFF','CLINIC_ADMIN','DOCTOR')
    UNION ALL
    SELECT r.patient_id, 'REGISTRATION', r.clinic_id, nullif(r.ends_at, 'infinity'), 6, false
      FROM workplace w JOIN access.registration r ON r.clinic_id = w.clinic_id AND r.ends_at > statement_timestamp()
      WHERE w.kind IN ('STAFF','CLINIC_ADMIN','DOCTOR')
    UNION ALL
    -- Records written at a clinic stay readable for its administrators; a row for each record.
    SELECT v.patient_id, 'AUTHORSHIP', NULL, NULL, 7, false
      FROM workplace w JOIN records.visit v ON v.clinic_id = w.clinic_id
      WHERE w.kind = 'CLINIC_ADMIN'
    UNION ALL
    -- An integrator brings records in for patients that its own clinic registered from outside.
    SELECT p.id, 'IMPORT', NULL, NULL, 8, false
      FROM workplace w JOIN records.patient p ON p.registered_clinic_id = w.clinic_id AND p.source_system IS NOT NULL
      WHERE w.kind = 'INTEGRATOR' AND (SELECT policy.may_bring_in())
    UNION ALL
    -- Somebody offers the actor a share or the ownership.
    SELECT i.patient_id, 'INVITED', NULL, i.expires_at, 9, false
      FROM me JOIN policy.open_invitation i ON i.sent_to = me.id)
  SELECT j.patient_id, j.kind, j.ends_at, j.rank, j.by_scope
    FROM joined j
    WHERE NOT EXISTS (
      SELECT FROM kept_out k
      WHERE k.patient_id = j.patient_id AND (k.clinic_id IS NULL OR k.clinic_id = j.clinic_id) AND (k.even_in_emergency OR j.kind <> 'EMERGENCY')
        AND j.kind NOT IN ('OWNER','IMPORT','INVITED'));

-- Does the owner keep the actor out, in person or the clinic through which the actor comes? In an emergency only if the owner said so.
CREATE FUNCTION policy.blocked(p_patient uuid, p_clinic uuid, p_emergency boolean) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.access_block b
    WHERE b.patient_id = p_patient AND b.until IS NULL AND (b.account_id = policy.actor() OR b.clinic_id = p_clinic)
      AND (b.even_in_emergency OR NOT p_emergency));

-- An open grant through one of the actor's clinics; section NULL asks for any part of the chart.
CREATE FUNCTION policy.granted(p_patient uuid, p_section text, kinds text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM policy.open_grant g
      JOIN policy.workplace w ON w.clinic_id = g.clinic_id AND w.account_id = policy.actor() AND w.kind = ANY (kinds)
    WHERE g.patient_id = p_patient
      AND (g.doctor_id IS NULL OR g.doctor_id = w.account_id OR w.kind <> 'DOCTOR')
      AND (p_section IS NULL OR g.sections IS NULL OR p_section = ANY (string_to_array(g.sections, ' ')))
      AND NOT policy.blocked(g.patient_id, g.clinic_id, g.basis = 'EMERGENCY'));

-- The usual case of it at half the price, for it is asked at every statement over a chart: a doctor's own grant without a consent,
-- for a patient whose owner keeps nobody out. Where it says no, the whole question is asked. Row by row by their keys, and not in one
-- join, which costs more to begin than to answer. The operators are named with their schema: to set a search_path for the time of the
-- call costs as much again as the call.
CREATE FUNCTION policy.plainly_granted(p_patient uuid, p_section text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE AS $$
DECLARE
  me uuid := policy.actor();
  clinic uuid;
BEGIN
  SELECT g.clinic_id INTO clinic FROM access.access_grant g
    WHERE g.patient_id OPERATOR(pg_catalog.=) p_patient AND g.doctor_id OPERATOR(pg_catalog.=) me AND g.consent_id IS NULL
      AND g.ended_at IS NULL AND g.expires_at OPERATOR(pg_catalog.>) pg_catalog.statement_timestamp()
      AND (p_section IS NULL OR g.sections IS NULL
        OR p_section OPERATOR(pg_catalog.=) ANY (pg_catalog.string_to_array(g.sections, ' '::text)))
    LIMIT 1;
  RETURN FOUND
    AND EXISTS (SELECT FROM access.account a
                 WHERE a.id OPERATOR(pg_catalog.=) me AND a.status OPERATOR(pg_catalog.=) 'ACTIVE'::text AND a.kind OPERATOR(pg_catalog.=) 'DOCTOR'::text)
    AND EXISTS (SELECT FROM access.clinic_member m
                 WHERE m.account_id OPERATOR(pg_catalog.=) me AND m.clinic_id OPERATOR(pg_catalog.=) clinic AND m.active)
    AND EXISTS (SELECT FROM access.clinic c WHERE c.id OPERATOR(pg_catalog.=) clinic AND c.active)
    AND NOT EXISTS (SELECT FROM access.access_block b WHERE b.patient_id OPERATOR(pg_catalog.=) p_patient AND b.until IS NULL);
END $$;

-- The owner, or somebody with a full share, shares the chart with the actor.
CREATE FUNCTION policy.shared(p_patient uuid, p_section text, levels text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM policy.open_share s JOIN access.account a ON a.id = s.shared_with AND a.status = 'ACTIVE'
    WHERE s.shared_with = policy.actor() AND s.patient_id = p_patient AND s.permission_level = ANY (levels)
      AND (p_section IS NULL OR s.sections IS NULL OR p_section = ANY (string_to_array(s.sections, ' ')))
      AND NOT policy.blocked(p_patient, NULL, false));

CREATE FUNCTION policy.shared_family_history(p_member uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM access.family_history_share s JOIN access.account a ON a.id = s.shared_with AND a.status = 'ACTIVE'
    WHERE s.shared_with = policy.actor() AND s.family_member_id = p_member
      AND s.ended_at IS NULL AND coalesce(s.expires_at, 'infinity') > statement_timestamp()
      AND NOT policy.blocked(s.patient_id, NULL, false));

-- The clinic asked the owner, and the owner has not answered yet: name and kind may be shown, nothing more.
CREATE FUNCTION policy.asked_for(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM policy.reach r WHERE r.patient_id = p_patient AND r.kind = 'REQUEST');

CREATE FUNCTION policy.registered_lately(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM policy.reach r WHERE r.patient_id = p_patient AND r.kind = 'REGISTRATION');

CREATE FUNCTION policy.imports_for(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM policy.reach r WHERE r.patient_id = p_patient AND r.kind = 'IMPORT');

CREATE FUNCTION policy.registered_here(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM records.patient p
    WHERE p.id = p_patient AND policy.works_at(p.registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR','INTEGRATOR']));

CREATE FUNCTION policy.has_owner(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM access.patient_owner o WHERE o.patient_id = p_patient);

CREATE FUNCTION policy.is_owner(p_account uuid, p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM access.patient_owner o WHERE o.account_id = p_account AND o.patient_id = p_patient AND o.until IS NULL);

-- How a grant may come about. Out of a request of the same clinic, doctor and patient whose code has been used;
CREATE FUNCTION policy.code_was_used(p_request uuid, p_patient uuid, p_clinic uuid, p_doctor uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
    SELECT FROM access.access_request r
      JOIN access.one_time_code k ON k.request_id = r.id AND k.used_at IS NOT NULL
    WHERE r.id = p_request AND r.patient_id = p_patient AND r.clinic_id = p_clinic
      AND r.doctor_id IS NOT DISTINCT FROM p_doctor);

-- by the owner's own decision about such a request;
CREATE FUNCTION policy.owner_decides(p_request uuid, p_patient uuid, p_clinic uuid, p_doctor uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.owns(p_patient) AND EXISTS (
    SELECT FROM access.access_request r
    WHERE r.id = p_request AND r.patient_id = p_patient AND r.clinic_id = p_clinic
      AND r.doctor_id IS NOT DISTINCT FROM p_doctor AND r.status IN ('PENDING','GRANTED') AND r.expires_at > statement_timestamp());

-- with a consent to record access that was signed at the clinic and stands;
CREATE FUNCTION policy.consent_stands(p_consent uuid, p_patient uuid, p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
    SELECT FROM access.consent c
    WHERE c.id = p_consent AND c.patient_id = p_patient AND c.clinic_id = p_clinic AND c.scope = 'RECORD_ACCESS'
      AND c.withdrawn_at IS NULL AND coalesce(c.expires_at, 'infinity') > statement_timestamp());

-- or in an emergency, by a doctor for that doctor alone.
CREATE FUNCTION policy.may_break_glass(p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.works_at(p_clinic, ARRAY['DOCTOR']);

-- An emergency of this clinic whose doctor is not the actor.
CREATE FUNCTION policy.may_review(p_grant uuid, p_patient uuid, p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.works_at(p_clinic, ARRAY['CLINIC_ADMIN']) AND EXISTS (
    SELECT FROM access.access_grant g
    WHERE g.id = p_grant AND g.patient_id = p_patient AND g.clinic_id = p_clinic AND g.basis = 'EMERGENCY' AND g.doctor_id <> policy.actor());

-- The actor has accepted this very invitation: what comes of it may not be more than what was offered.
CREATE FUNCTION policy.accepted(p_invitation uuid, p_type text, p_patient uuid, p_sender uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (
    SELECT FROM access.invitation i
    WHERE i.id = p_invitation AND i.invitation_type = p_type AND i.patient_id = p_patient AND i.sent_to = policy.actor()
      AND i.sent_by = coalesce(p_sender, i.sent_by) AND i.status = 'ACCEPTED' AND i.responded_at <= i.expires_at);

CREATE FUNCTION policy.accepted_share(p_invitation uuid, p_patient uuid, p_sender uuid, p_level text, p_sections text, p_until timestamptz)
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.accepted(p_invitation, 'PATIENT_SHARE', p_patient, p_sender) AND EXISTS (
    SELECT FROM access.invitation i
    WHERE i.id = p_invitation AND i.permission_level = p_level AND i.sections IS NOT DISTINCT FROM p_sections
      AND i.share_until IS NOT DISTINCT FROM p_until);

CREATE FUNCTION policy.accepted_family_history(p_invitation uuid, p_patient uuid, p_sender uuid, p_member uuid, p_until timestamptz)
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN policy.accepted(p_invitation, 'FAMILY_HISTORY_SHARE', p_patient, p_sender) AND EXISTS (
    SELECT FROM access.invitation i
    WHERE i.id = p_invitation AND i.family_member_id = p_member AND i.share_until IS NOT DISTINCT FROM p_until);

-- Who the patient is: every relationship that there is. For one patient, the usual ones first: functions cost when they are called;
CREATE FUNCTION policy.reached_somehow(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN EXISTS (SELECT FROM policy.reach r WHERE r.patient_id = p_patient AND NOT r.by_scope);

-- dear, so that no plan asks it of patient after patient where a key leads to the few that are wanted;
CREATE FUNCTION policy.reaches_identity(p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 1000
  RETURN policy.owns(p_patient)
      OR policy.granted(p_patient, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
      OR policy.reached_somehow(p_patient);

-- for the one in hand, who comes back only if reached, in a body of its own, so that a statement begins no more functions than it asks;
CREATE FUNCTION policy.identity_in_hand() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  patient uuid := policy.in_hand();
BEGIN
  RETURN CASE WHEN patient IS NOT NULL AND (policy.plainly_granted(patient, NULL) OR policy.reaches_identity(patient)) THEN patient END;
END $$;

-- for a list of patients, all at once.
CREATE FUNCTION policy.patients_reached() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 200
BEGIN ATOMIC
  SELECT r.patient_id FROM policy.reach r WHERE NOT r.by_scope;
END;

-- A clinical row: by section of the grant, or by where it was written. What decides about rows is opaque to the planner and cheap in its
-- eyes: spelled out in every statement, and dear, it made PostgreSQL plan each statement anew each time it was sent (ADR 29).
CREATE FUNCTION policy.reads_chart(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  RETURN policy.owns(p_patient)
      OR policy.granted(p_patient, p_section, ARRAY['DOCTOR'])
      OR policy.shared(p_patient, p_section, ARRAY['VIEW','EDIT','FULL'])
      OR (policy.works_at(p_clinic, ARRAY['CLINIC_ADMIN']) AND NOT policy.blocked(p_patient, NULL, false))
      OR (policy.works_at(p_clinic, ARRAY['INTEGRATOR']) AND policy.imports_for(p_patient));

-- The patient in hand, if a whole section of the chart is open, wherever its rows were written.
CREATE FUNCTION policy.chart_in_hand(p_section text) RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  patient uuid := policy.in_hand();
BEGIN
  RETURN CASE WHEN patient IS NOT NULL AND (policy.plainly_granted(patient, p_section) OR policy.owns(patient)
      OR policy.granted(patient, p_section, '{DOCTOR}'::text[])
      OR policy.shared(patient, p_section, '{VIEW,EDIT,FULL}'::text[])) THEN patient END;
END $$;

-- The same without those with whom the owner shares: remarks among professionals, which the owner reads too.
CREATE FUNCTION policy.reads_remarks(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  RETURN policy.owns(p_patient)
      OR policy.granted(p_patient, p_section, ARRAY['DOCTOR'])
      OR (policy.works_at(p_clinic, ARRAY['CLINIC_ADMIN']) AND NOT policy.blocked(p_patient, NULL, false));

CREATE FUNCTION policy.writes_chart(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (policy.granted(p_patient, p_section, ARRAY['DOCTOR']) AND policy.works_at(p_clinic, ARRAY['DOCTOR']))
      OR (policy.works_at(p_clinic, ARRAY['INTEGRATOR']) AND policy.imports_for(p_patient));

-- What the owner's side may write as well: no clinic stands on such a row.
CREATE FUNCTION policy.writes_for_owner(p_patient uuid, p_clinic uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (p_clinic IS NULL AND (policy.owns(p_patient) OR policy.shared(p_patient, p_section, ARRAY['FULL'])))
      OR (p_clinic IS NOT NULL AND policy.writes_chart(p_patient, p_clinic, p_section));

CREATE FUNCTION policy.clinic_of_family_member(p_member uuid, p_patient uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN (SELECT m.clinic_id FROM records.family_member m WHERE m.id = p_member AND m.patient_id = p_patient);

-- Who may ask what joins somebody else to a patient: the owner, auditors, and the administrators of a clinic about its people.
CREATE FUNCTION policy.may_explain(p_account uuid, p_patient uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN policy.owns(p_patient) OR policy.actor_is(ARRAY['AUDITOR'])
      OR EXISTS (
        SELECT FROM access.clinic_member m
        WHERE m.account_id = p_account AND policy.works_at(m.clinic_id, ARRAY['CLINIC_ADMIN']));

-- Every relationship of an account to a patient, for the first wall to decide on. One row each; none for a stranger. Blocks stand
-- among them, beside what they block: the first wall says which rule lost to which.
CREATE FUNCTION policy.relationships_of(p_account uuid, p_patient uuid)
  RETURNS TABLE (kind text, clinic_id uuid, grant_id uuid, sections text, purpose text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
BEGIN ATOMIC
  WITH who AS MATERIALIZED (
    SELECT a.id FROM access.account a
      WHERE a.id = p_account AND a.status = 'ACTIVE' AND (p_account = policy.actor() OR policy.may_explain(p_account, p_patient))),
  workplace AS MATERIALIZED (
    SELECT w.clinic_id, w.account_id, w.kind FROM who JOIN policy.workplace w ON w.account_id = who.id)
  SELECT 'OWNER', NULL::uuid, NULL::uuid, NULL::text, NULL::text, NULL::timestamptz
    FROM who JOIN access.patient_owner o ON o.account_id = who.id AND o.patient_id = p_patient AND o.until IS NULL
  UNION ALL
  SELECT 'SHARE_' || s.permission_level, NULL, NULL, s.sections, NULL, s.expires_at
    FROM who JOIN policy.open_share s ON s.shared_with = who.id AND s.patient_id = p_patient
  UNION ALL
  SELECT CASE WHEN g.basis = 'EMERGENCY' THEN 'EMERGENCY'
              WHEN w.kind = 'INTEGRATOR' AND g.doctor_id IS NOT NULL THEN 'GRANT_OF_DOCTOR'
              WHEN w.kind = 'INTEGRATOR' AND policy.exchange_withdrawn(g.patient_id, g.clinic_id) THEN 'GRANT_WITHOUT_EXCHANGE'
              ELSE 'GRANT' END,
         g.clinic_id, g.id, g.sections, g.purpose, g.expires_at
    FROM policy.open_grant g JOIN workplace w ON w.clinic_id = g.clinic_id
    WHERE g.patient_id = p_patient AND (g.doctor_id IS NULL OR g.doctor_id = w.account_id OR w.kind <> 'DOCTOR')
  UNION ALL
  SELECT 'REQUEST', r.clinic_id, NULL, NULL, r.purpose, r.expires_at
    FROM access.access_request r JOIN workplace w ON w.clinic_id = r.clinic_id
    WHERE r.patient_id = p_patient AND r.status = 'PENDING' AND r.expires_at > statement_timestamp()
  UNION ALL
  SELECT 'AUTHORSHIP', w.clinic_id, NULL, NULL, NULL, NULL
    FROM workplace w
    WHERE w.kind = 'CLINIC_ADMIN' AND EXISTS (SELECT FROM records.visit v WHERE v.patient_id = p_patient AND v.clinic_id = w.clinic_id)
  UNION ALL
  SELECT 'REGISTRATION', r.clinic_id, NULL, NULL, NULL, nullif(r.ends_at, 'infinity')
    FROM access.registration r JOIN workplace w ON w.clinic_id = r.clinic_id AND w.kind IN ('STAFF','CLINIC_ADMIN','DOCTOR')
    WHERE r.patient_id = p_patient AND r.ends_at > statement_timestamp()
  UNION ALL
  SELECT 'IMPORT', w.clinic_id, NULL, NULL, NULL, NULL
    FROM records.patient p JOIN workplace w ON w.clinic_id = p.registered_clinic_id AND w.kind = 'INTEGRATOR'
    WHERE p.id = p_patient AND p.source_system IS NOT NULL
  UNION ALL
  SELECT 'INVITED', NULL, NULL, NULL, NULL, i.expires_at
    FROM who JOIN policy.open_invitation i ON i.sent_to = who.id AND i.patient_id = p_patient
  UNION ALL
  SELECT CASE WHEN b.even_in_emergency THEN 'BLOCK_ALWAYS' ELSE 'BLOCK' END, b.clinic_id, NULL, NULL, NULL, NULL
    FROM access.access_block b
    WHERE b.patient_id = p_patient AND b.until IS NULL
      AND (b.account_id IN (SELECT who.id FROM who) OR b.clinic_id IN (SELECT w.clinic_id FROM workplace w));
END;

CREATE FUNCTION policy.relationships(p_patient uuid)
  RETURNS TABLE (kind text, clinic_id uuid, grant_id uuid, sections text, purpose text, ends_at timestamptz)
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT r.kind, r.clinic_id, r.grant_id, r.sections, r.purpose, r.ends_at FROM policy.relationships_of(policy.actor(), p_patient) r;
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
  SELECT g.patient_id, g.clinic_id FROM access.access_grant g WHERE p_type = 'GRANT' AND g.id = p_id
  UNION ALL
  SELECT i.patient_id, NULL FROM access.invitation i WHERE p_type = 'INVITATION' AND i.id = p_id
  UNION ALL
  SELECT s.patient_id, NULL FROM access.patient_share s WHERE p_type = 'SHARE' AND s.id = p_id
  UNION ALL
  SELECT s.patient_id, NULL FROM access.family_history_share s WHERE p_type = 'FAMILY_HISTORY_SHARE' AND s.id = p_id
  UNION ALL
  SELECT m.patient_id, m.clinic_id FROM records.family_member m WHERE p_type = 'FAMILY_MEMBER' AND m.id = p_id
  UNION ALL
  SELECT c.patient_id, c.clinic_id FROM access.consent c WHERE p_type = 'CONSENT' AND c.id = p_id
  UNION ALL
  SELECT b.patient_id, NULL FROM access.access_block b WHERE p_type = 'BLOCK' AND b.id = p_id;
END;

-- The patients of the actor's list, each with the strongest reason: all of them, so that a list starts from the relationships and
-- not from all patients;
CREATE FUNCTION policy.reachable_patients()
  RETURNS TABLE (patient_id uuid, relationship text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 200
BEGIN ATOMIC
  SELECT DISTINCT ON (r.patient_id) r.patient_id, r.kind, r.ends_at
    FROM policy.reach r
    WHERE r.rank < 8
    ORDER BY r.patient_id, r.rank, r.ends_at DESC NULLS FIRST;
END;

-- those among certain ones;
CREATE FUNCTION policy.reachable_among(p_patients uuid[])
  RETURNS TABLE (patient_id uuid, relationship text, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 50
BEGIN ATOMIC
  SELECT DISTINCT ON (r.patient_id) r.patient_id, r.kind, r.ends_at
    FROM policy.reach r
    WHERE r.rank < 8 AND r.patient_id = ANY (p_patients)
    ORDER BY r.patient_id, r.rank, r.ends_at DESC NULLS FIRST;
END;

-- how many they are, and how many more are reached that stand in no list: offered ones and imported ones.
CREATE FUNCTION policy.reach_size() RETURNS TABLE (listed bigint, others bigint)
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE ROWS 1
BEGIN ATOMIC
  SELECT count(*) FILTER (WHERE x.rank < 8), count(*) FILTER (WHERE x.rank >= 8)
    FROM (SELECT r.patient_id, min(r.rank) AS rank FROM policy.reach r GROUP BY r.patient_id) x;
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

-- The life of a registration: without an end until an owner's contact is proven, then for a day, and a day from registration at
-- least, unless it came from outside. It ends once: a later owner does not open it again.
CREATE FUNCTION policy.note_registration() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO access.registration (patient_id, clinic_id, ends_at) VALUES (NEW.id, NEW.registered_clinic_id, 'infinity');
  RETURN NULL;
END $$;

CREATE FUNCTION policy.end_registrations(p_account uuid, p_proven_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  UPDATE access.registration r
     SET ends_at = greatest(CASE WHEN p.source_system IS NULL THEN p.registered_at + interval '24 hours' END, p_proven_at + interval '24 hours')
    FROM access.patient_owner o JOIN records.patient p ON p.id = o.patient_id
    WHERE o.account_id = p_account AND o.until IS NULL AND r.patient_id = o.patient_id AND r.ends_at = 'infinity' AND p_proven_at IS NOT NULL;
END;

CREATE FUNCTION policy.note_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM policy.end_registrations(a.id, least(a.email_verified_at, a.phone_verified_at)) FROM access.account a WHERE a.id = NEW.account_id;
  RETURN NULL;
END $$;

CREATE FUNCTION policy.note_proof() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM policy.end_registrations(NEW.id, least(NEW.email_verified_at, NEW.phone_verified_at));
  RETURN NULL;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA policy FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA policy TO chiron_app, chiron_owner;
REVOKE EXECUTE ON FUNCTION policy.end_registrations(uuid, timestamptz) FROM chiron_app;
GRANT USAGE ON SCHEMA policy TO chiron_owner;
RESET ROLE;

ALTER TABLE access.registration ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.registration FORCE ROW LEVEL SECURITY;
CREATE TRIGGER patient_is_registered AFTER INSERT ON records.patient FOR EACH ROW EXECUTE FUNCTION policy.note_registration();
CREATE TRIGGER patient_owner_may_be_proven AFTER INSERT ON access.patient_owner FOR EACH ROW EXECUTE FUNCTION policy.note_owner();
CREATE TRIGGER account_contact_proven AFTER UPDATE OF email_verified_at, phone_verified_at ON access.account FOR EACH ROW
  WHEN (NEW.email_verified_at IS NOT NULL OR NEW.phone_verified_at IS NOT NULL) EXECUTE FUNCTION policy.note_proof();

ALTER TABLE records.patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.patient FORCE ROW LEVEL SECURITY;
-- What is the same for a whole statement is asked once for it: the sub-selects are evaluated once, functions of a row for each row.
-- Where nobody is in hand, a list is read: the patients are gathered once and looked up there.
CREATE POLICY patient_read ON records.patient FOR SELECT
  USING (id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(id) END);
CREATE POLICY patient_register ON records.patient FOR INSERT
  WITH CHECK (registered_by = policy.actor() AND policy.works_at(registered_clinic_id, ARRAY['STAFF','CLINIC_ADMIN','DOCTOR','INTEGRATOR']));
CREATE POLICY patient_correct ON records.patient FOR UPDATE
  USING (policy.owns(id) OR policy.granted(id, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.imports_for(id));

ALTER TABLE records.patient_identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.patient_identifier FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_identifier_read ON records.patient_identifier FOR SELECT
  USING (patient_id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN patient_id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(patient_id) END);
CREATE POLICY patient_identifier_add ON records.patient_identifier FOR INSERT
  WITH CHECK (policy.registered_here(patient_id) OR policy.owns(patient_id) OR policy.granted(patient_id, NULL, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));

ALTER TABLE access.patient_owner ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.patient_owner FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_owner_read ON access.patient_owner FOR SELECT
  USING (patient_id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN patient_id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(patient_id) END);
CREATE POLICY patient_owner_first ON access.patient_owner FOR INSERT
  WITH CHECK ((invitation_id IS NULL AND (policy.owns(patient_id) OR (policy.registered_here(patient_id) AND NOT policy.has_owner(patient_id))))
    OR (account_id = policy.actor() AND policy.accepted(invitation_id, 'OWNERSHIP_TRANSFER', patient_id, NULL)));
CREATE POLICY patient_owner_end ON access.patient_owner FOR UPDATE USING (policy.owns(patient_id));

ALTER TABLE access.invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY invitation_read ON access.invitation FOR SELECT
  USING (sent_by = policy.actor() OR sent_to = policy.actor() OR policy.owns(patient_id));
CREATE POLICY invitation_send ON access.invitation FOR INSERT
  WITH CHECK (sent_by = policy.actor()
    AND (policy.owns(patient_id) OR (invitation_type <> 'OWNERSHIP_TRANSFER' AND policy.shared(patient_id, NULL, ARRAY['FULL']))));
CREATE POLICY invitation_answer ON access.invitation FOR UPDATE
  USING (sent_by = policy.actor() OR sent_to = policy.actor() OR policy.owns(patient_id));
REVOKE UPDATE ON access.invitation FROM chiron_app;
GRANT UPDATE (status, responded_at, response_note, version) ON access.invitation TO chiron_app;

ALTER TABLE access.patient_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.patient_share FORCE ROW LEVEL SECURITY;
CREATE POLICY patient_share_read ON access.patient_share FOR SELECT
  USING (shared_with = policy.actor() OR shared_by = policy.actor() OR policy.owns(patient_id));
CREATE POLICY patient_share_accept ON access.patient_share FOR INSERT
  WITH CHECK (shared_with = policy.actor()
    AND policy.accepted_share(invitation_id, patient_id, shared_by, permission_level, sections, expires_at));
CREATE POLICY patient_share_end ON access.patient_share FOR UPDATE
  USING (shared_with = policy.actor() OR shared_by = policy.actor() OR policy.owns(patient_id));
REVOKE UPDATE ON access.patient_share FROM chiron_app;
GRANT UPDATE (expires_at, ended_at, ended_by, end_reason, version) ON access.patient_share TO chiron_app;

ALTER TABLE access.family_history_share ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.family_history_share FORCE ROW LEVEL SECURITY;
CREATE POLICY family_history_share_read ON access.family_history_share FOR SELECT
  USING (shared_with = policy.actor() OR shared_by = policy.actor() OR policy.owns(patient_id));
CREATE POLICY family_history_share_accept ON access.family_history_share FOR INSERT
  WITH CHECK (shared_with = policy.actor()
    AND policy.accepted_family_history(invitation_id, patient_id, shared_by, family_member_id, expires_at));
CREATE POLICY family_history_share_end ON access.family_history_share FOR UPDATE
  USING (shared_with = policy.actor() OR shared_by = policy.actor() OR policy.owns(patient_id));
REVOKE UPDATE ON access.family_history_share FROM chiron_app;
GRANT UPDATE (expires_at, ended_at, ended_by, end_reason, version) ON access.family_history_share TO chiron_app;

ALTER TABLE access.consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.consent FORCE ROW LEVEL SECURITY;
CREATE POLICY consent_read ON access.consent FOR SELECT
  USING (policy.owns(patient_id) OR (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) AND policy.reaches_identity(patient_id)));
CREATE POLICY consent_sign ON access.consent FOR INSERT
  WITH CHECK ((signed_by = policy.actor() AND policy.owns(patient_id))
    OR (witnessed_by = policy.actor() AND policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) AND policy.registered_lately(patient_id)));
CREATE POLICY consent_withdraw ON access.consent FOR UPDATE USING (policy.owns(patient_id));
REVOKE UPDATE ON access.consent FROM chiron_app;
GRANT UPDATE (withdrawn_at, withdrawn_by, version) ON access.consent TO chiron_app;

ALTER TABLE access.access_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.access_block FORCE ROW LEVEL SECURITY;
CREATE POLICY access_block_read ON access.access_block FOR SELECT USING (policy.owns(patient_id));
CREATE POLICY access_block_set ON access.access_block FOR INSERT
  WITH CHECK (set_by = policy.actor() AND policy.owns(patient_id) AND (account_id IS NULL OR NOT policy.is_owner(account_id, patient_id)));
CREATE POLICY access_block_lift ON access.access_block FOR UPDATE USING (policy.owns(patient_id));
REVOKE UPDATE ON access.access_block FROM chiron_app;
GRANT UPDATE (until, lifted_by, version) ON access.access_block TO chiron_app;

ALTER TABLE access.access_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.access_request FORCE ROW LEVEL SECURITY;
CREATE POLICY access_request_read ON access.access_request FOR SELECT
  USING (clinic_id = ANY ((SELECT policy.clinics_worked_at())::uuid[]) OR patient_id = ANY ((SELECT policy.patients_owned())::uuid[])
    OR (from_clinic_id IS NOT NULL AND requested_by = policy.actor()));
CREATE POLICY access_request_ask ON access.access_request FOR INSERT
  WITH CHECK (requested_by = policy.actor() AND CASE origin
    WHEN 'CLINIC' THEN policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
    WHEN 'OWNER' THEN policy.owns(patient_id)
    WHEN 'REFERRAL' THEN policy.works_at(from_clinic_id, ARRAY['DOCTOR']) AND policy.granted(patient_id, NULL, ARRAY['DOCTOR'])
    ELSE false END);
CREATE POLICY access_request_go_on ON access.access_request FOR UPDATE
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));

ALTER TABLE access.one_time_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.one_time_code FORCE ROW LEVEL SECURITY;
CREATE POLICY one_time_code_of_clinic ON access.one_time_code
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));

ALTER TABLE access.code_tries ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.code_tries FORCE ROW LEVEL SECURITY;
CREATE POLICY code_tries_of_clinic ON access.code_tries
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']));

ALTER TABLE access.access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.access_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY access_grant_read ON access.access_grant FOR SELECT
  USING (clinic_id = ANY ((SELECT policy.clinics_worked_at())::uuid[]) OR patient_id = ANY ((SELECT policy.patients_owned())::uuid[]));
-- Nothing opens in the future: a grant's beginning is when it is written, give or take the clocks' tolerance.
CREATE POLICY access_grant_open ON access.access_grant FOR INSERT
  WITH CHECK (granted_at <= statement_timestamp() + interval '5 seconds' AND CASE basis
    WHEN 'ONE_TIME_CODE' THEN policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
      AND policy.code_was_used(request_id, patient_id, clinic_id, doctor_id)
    WHEN 'OWNER_DECISION' THEN policy.owner_decides(request_id, patient_id, clinic_id, doctor_id)
    WHEN 'REGISTRATION_CONSENT' THEN policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN'])
      AND policy.consent_stands(consent_id, patient_id, clinic_id)
    WHEN 'EMERGENCY' THEN doctor_id = policy.actor() AND policy.may_break_glass(clinic_id)
    ELSE false END);
CREATE POLICY access_grant_end ON access.access_grant FOR UPDATE
  USING (policy.works_at(clinic_id, ARRAY['DOCTOR','STAFF','CLINIC_ADMIN']) OR policy.owns(patient_id));
REVOKE UPDATE ON access.access_grant FROM chiron_app;
GRANT UPDATE (ended_at, ended_by, end_reason, version) ON access.access_grant TO chiron_app;

ALTER TABLE access.emergency_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.emergency_review FORCE ROW LEVEL SECURITY;
CREATE POLICY emergency_review_read ON access.emergency_review FOR SELECT
  USING (policy.works_at(clinic_id, ARRAY['CLINIC_ADMIN','DOCTOR']) OR policy.owns(patient_id) OR policy.actor_is(ARRAY['AUDITOR']));
CREATE POLICY emergency_review_write ON access.emergency_review FOR INSERT
  WITH CHECK (reviewed_by = policy.actor() AND policy.may_review(grant_id, patient_id, clinic_id));

ALTER TABLE records.visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.visit FORCE ROW LEVEL SECURITY;
CREATE POLICY visit_read ON records.visit FOR SELECT
  USING (patient_id = (SELECT policy.chart_in_hand('VISITS')) OR policy.reads_chart(patient_id, clinic_id, 'VISITS'));
CREATE POLICY visit_write ON records.visit FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'VISITS'));
CREATE POLICY visit_change ON records.visit FOR UPDATE USING (policy.writes_chart(patient_id, clinic_id, 'VISITS'));

ALTER TABLE records.visit_addendum ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.visit_addendum FORCE ROW LEVEL SECURITY;
CREATE POLICY visit_addendum_read ON records.visit_addendum FOR SELECT
  USING (CASE audience WHEN 'PROFESSIONALS' THEN policy.reads_remarks(patient_id, clinic_id, 'VISITS')
    ELSE patient_id = (SELECT policy.chart_in_hand('VISITS')) OR policy.reads_chart(patient_id, clinic_id, 'VISITS') END);
CREATE POLICY visit_addendum_write ON records.visit_addendum FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'VISITS'));

ALTER TABLE records.condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.condition FORCE ROW LEVEL SECURITY;
CREATE POLICY condition_read ON records.condition FOR SELECT
  USING (patient_id = (SELECT policy.chart_in_hand('CONDITIONS')) OR policy.reads_chart(patient_id, clinic_id, 'CONDITIONS'));
CREATE POLICY condition_write ON records.condition FOR INSERT WITH CHECK (policy.writes_chart(patient_id, clinic_id, 'CONDITIONS'));
CREATE POLICY condition_change ON records.condition FOR UPDATE USING (policy.writes_chart(patient_id, clinic_id, 'CONDITIONS'));

ALTER TABLE records.family_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.family_member FORCE ROW LEVEL SECURITY;
CREATE POLICY family_member_read ON records.family_member FOR SELECT
  USING (patient_id = (SELECT policy.chart_in_hand('FAMILY_HISTORY')) OR policy.reads_chart(patient_id, clinic_id, 'FAMILY_HISTORY')
    OR policy.shared_family_history(id));
CREATE POLICY family_member_write ON records.family_member FOR INSERT WITH CHECK (policy.writes_for_owner(patient_id, clinic_id, 'FAMILY_HISTORY'));
CREATE POLICY family_member_change ON records.family_member FOR UPDATE USING (policy.writes_for_owner(patient_id, clinic_id, 'FAMILY_HISTORY'));

ALTER TABLE records.family_condition ENABLE ROW LEVEL SECURITY;
ALTER TABLE records.family_condition FORCE ROW LEVEL SECURITY;
CREATE POLICY family_condition_read ON records.family_condition FOR SELECT
  USING (patient_id = (SELECT policy.chart_in_hand('FAMILY_HISTORY')) OR policy.reads_chart(patient_id, NULL, 'FAMILY_HISTORY')
    OR policy.shared_family_history(family_member_id));
CREATE POLICY family_condition_write ON records.family_condition FOR INSERT
  WITH CHECK (policy.writes_for_owner(patient_id, policy.clinic_of_family_member(family_member_id, patient_id), 'FAMILY_HISTORY'));
CREATE POLICY family_condition_change ON records.family_condition FOR UPDATE
  USING (policy.writes_for_owner(patient_id, policy.clinic_of_family_member(family_member_id, patient_id), 'FAMILY_HISTORY'));

-- The owner sees who looked; a clinic's administrator sees what was done in the clinic's name; auditors and the sealing job see all.
ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_append ON audit.event FOR INSERT WITH CHECK (true);
CREATE POLICY event_read ON audit.event FOR SELECT
  USING ((patient_id IS NOT NULL AND policy.owns(patient_id))
      OR (clinic_id IS NOT NULL AND policy.works_at(clinic_id, ARRAY['CLINIC_ADMIN']))
      OR policy.actor_is(ARRAY['AUDITOR','SYSTEM']));
