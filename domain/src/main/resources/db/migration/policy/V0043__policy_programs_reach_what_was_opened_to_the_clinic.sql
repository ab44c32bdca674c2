-- A program reaches patients whom the owner opened to its clinic as a whole: not what one doctor was let in to, no emergency, nothing
-- that the owner blocks, nothing after a consent to exchange was taken back; and it writes nothing but corrections of demographics (ADR 28). The second wall asks for the scope as well,
-- out of the row of the session for which the transaction was opened.
SET ROLE chiron_policy;

-- The scopes of the program's session now: what the token has, as far as the registration still allows it. Empty for everybody else.
CREATE FUNCTION policy.program_scopes() RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN coalesce((
    SELECT string_to_array(s.scopes, ' ')
      FROM access.session s
        JOIN access.api_client k ON k.id = s.account_id AND k.state = 'APPROVED'
        JOIN access.account a ON a.id = k.id AND a.status = 'ACTIVE'
        JOIN access.clinic c ON c.id = k.clinic_id AND c.active
      WHERE s.id = nullif(current_setting('chiron.session_id', true), '')::uuid AND s.account_id = policy.actor() AND s.ended_at IS NULL), '{}');

-- Has it this one, such as Patient and r, among letters that stand together as in system/Patient.rs?
CREATE FUNCTION policy.has_scope(p_resource text, p_letter text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (
    SELECT FROM unnest(policy.program_scopes()) scope
    WHERE starts_with(scope, 'system/' || p_resource || '.') AND strpos(split_part(scope, '.', 2), p_letter) > 0);

-- Is the patient open to the program's clinic as a whole? Section NULL asks for any part of the chart.
CREATE FUNCTION policy.opened_to_program(p_patient uuid, p_section text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE COST 20
  RETURN EXISTS (
    SELECT FROM access.api_client k
      JOIN policy.open_grant g ON g.clinic_id = k.clinic_id AND g.patient_id = p_patient AND g.doctor_id IS NULL AND g.basis <> 'EMERGENCY'
    WHERE k.id = policy.actor() AND k.state = 'APPROVED'
      AND (p_section IS NULL OR g.sections IS NULL OR p_section = ANY (string_to_array(g.sections, ' ')))
      AND NOT policy.blocked(p_patient, k.clinic_id, false) AND NOT policy.exchange_withdrawn(p_patient, k.clinic_id));

-- A registered program brings records in with the scope for it; integrators' accounts with a password as before.
CREATE OR REPLACE FUNCTION policy.may_bring_in() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN NOT policy.is_program(policy.actor()) OR policy.has_scope('Bundle', 'c');

REVOKE EXECUTE ON FUNCTION policy.program_scopes, policy.has_scope, policy.opened_to_program FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.program_scopes, policy.has_scope, policy.opened_to_program TO chiron_app, chiron_owner;
RESET ROLE;
GRANT SELECT (id, account_id, scopes, ended_at) ON access.session TO chiron_policy;

-- The scope is asked once for a statement, and only when nothing lets a person in: so it stands last in the policy of people, not in
-- one of its own. Several policies are asked in an order that nobody promises (it was the scope first, for everybody).
ALTER POLICY patient_read ON records.patient
  USING (id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(id) END
    OR ((SELECT policy.has_scope('Patient', 'r') OR policy.has_scope('Patient', 's') OR policy.has_scope('Patient', 'u')) AND policy.opened_to_program(id, NULL)));
ALTER POLICY patient_identifier_read ON records.patient_identifier
  USING (patient_id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN patient_id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(patient_id) END
    OR ((SELECT policy.has_scope('Patient', 'r') OR policy.has_scope('Patient', 'u')) AND policy.opened_to_program(patient_id, NULL)));
ALTER POLICY patient_owner_read ON access.patient_owner
  USING (patient_id = (SELECT policy.identity_in_hand())
    OR CASE WHEN (SELECT policy.in_hand()) IS NULL THEN patient_id IN (SELECT reached FROM policy.patients_reached() reached) ELSE policy.reaches_identity(patient_id) END
    OR ((SELECT policy.has_scope('Patient', 'r') OR policy.has_scope('Patient', 'u')) AND policy.opened_to_program(patient_id, NULL)));
ALTER POLICY visit_read ON records.visit
  USING (patient_id = (SELECT policy.chart_in_hand('VISITS')) OR policy.reads_chart(patient_id, clinic_id, 'VISITS')
    OR ((SELECT policy.has_scope('Encounter', 'r')) AND status <> 'DRAFT' AND policy.opened_to_program(patient_id, 'VISITS')));
ALTER POLICY visit_addendum_read ON records.visit_addendum
  USING (CASE audience WHEN 'PROFESSIONALS' THEN policy.reads_remarks(patient_id, clinic_id, 'VISITS')
      ELSE patient_id = (SELECT policy.chart_in_hand('VISITS')) OR policy.reads_chart(patient_id, clinic_id, 'VISITS') END
    OR ((SELECT policy.has_scope('Encounter', 'r')) AND audience <> 'PROFESSIONALS' AND policy.opened_to_program(patient_id, 'VISITS')));
ALTER POLICY condition_read ON records.condition
  USING (patient_id = (SELECT policy.chart_in_hand('CONDITIONS')) OR policy.reads_chart(patient_id, clinic_id, 'CONDITIONS')
    OR ((SELECT policy.has_scope('Condition', 'r')) AND policy.opened_to_program(patient_id, 'CONDITIONS')));
ALTER POLICY family_member_read ON records.family_member
  USING (patient_id = (SELECT policy.chart_in_hand('FAMILY_HISTORY')) OR policy.reads_chart(patient_id, clinic_id, 'FAMILY_HISTORY')
    OR policy.shared_family_history(id)
    OR ((SELECT policy.has_scope('FamilyMemberHistory', 'r')) AND policy.opened_to_program(patient_id, 'FAMILY_HISTORY')));
ALTER POLICY family_condition_read ON records.family_condition
  USING (patient_id = (SELECT policy.chart_in_hand('FAMILY_HISTORY')) OR policy.reads_chart(patient_id, NULL, 'FAMILY_HISTORY')
    OR policy.shared_family_history(family_member_id)
    OR ((SELECT policy.has_scope('FamilyMemberHistory', 'r')) AND policy.opened_to_program(patient_id, 'FAMILY_HISTORY')));

CREATE POLICY patient_brought_in_by_scope ON records.patient AS RESTRICTIVE FOR INSERT WITH CHECK (policy.may_bring_in());
CREATE POLICY patient_correct_by_program ON records.patient FOR UPDATE
  USING ((SELECT policy.has_scope('Patient', 'u')) AND policy.opened_to_program(id, NULL));
CREATE POLICY patient_identifier_add_by_program ON records.patient_identifier FOR INSERT
  WITH CHECK ((SELECT policy.has_scope('Patient', 'u')) AND policy.opened_to_program(patient_id, NULL));
