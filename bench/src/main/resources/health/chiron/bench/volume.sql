-- The volume that is measured on: a clinic's patients with owners, requests and grants (an open one and two old ones each), conditions and visits.
-- The temporary tables setting and doctor say for which clinic, how many, and whose.
CREATE TEMPORARY TABLE patient AS
  SELECT n, uuidv7() AS id, uuidv7() AS owner, d.account AS doctor
    FROM setting s, generate_series(1, s.patients) n JOIN doctor d ON d.number = n % (SELECT count(*) FROM doctor);

INSERT INTO records.patient (id, kind, given_name, family_name, birth_date, sex, species, breed, registered_clinic_id, registered_by, registered_at)
  SELECT p.id, k.kind, 'Given' || n, 'Family' || n, DATE '1960-01-01' + n, 'FEMALE',
         CASE k.kind WHEN 'ANIMAL' THEN 'DOG' END, CASE k.kind WHEN 'ANIMAL' THEN 'Pointer' END,
         s.clinic, p.doctor, now() - interval '40 days'
    FROM setting s, patient p, LATERAL (SELECT CASE n % 3 WHEN 0 THEN 'ANIMAL' ELSE 'HUMAN' END AS kind) k;

-- Proven long ago, or whoever works at the clinic would still reach the patient by having registered it.
INSERT INTO access.account (id, kind, username, full_name, email, email_verified_at, status, created_at)
  SELECT owner, 'OWNER', 'bench-owner-' || n, 'Owner ' || n, 'bench-owner-' || n || '@example.org',
         now() - interval '40 days', 'INVITED', now() - interval '40 days' FROM patient;

INSERT INTO access.patient_owner (id, patient_id, account_id, since)
  SELECT uuidv7(), id, owner, now() - interval '40 days' FROM patient;

CREATE TEMPORARY TABLE asked AS
  SELECT uuidv7() AS id, p.id AS patient, p.doctor, now() - make_interval(days => 10 * age) AS at FROM patient p, generate_series(0, 2) age;

INSERT INTO access.access_request (id, patient_id, clinic_id, doctor_id, requested_by, purpose, grant_hours, status, created_at, expires_at)
  SELECT a.id, a.patient, s.clinic, a.doctor, a.doctor, 'Measured treatment', 24, 'GRANTED', a.at - interval '1 hour', a.at FROM setting s, asked a;

INSERT INTO access.access_grant (id, patient_id, clinic_id, doctor_id, request_id, basis, purpose, granted_at, expires_at)
  SELECT uuidv7(), a.patient, s.clinic, a.doctor, a.id, 'ONE_TIME_CODE', 'Measured treatment', a.at, a.at + interval '24 hours'
    FROM setting s, asked a;

INSERT INTO records.condition (id, patient_id, clinic_id, condition_name, diagnosis, status, severity, onset_date, end_date, snomed_code, notes,
  created_at, created_by, created_by_role)
  SELECT uuidv7(), p.id, s.clinic, 'Condition ' || c, 'Diagnosis of the condition number ' || c,
         CASE c WHEN 1 THEN 'RESOLVED' WHEN 2 THEN 'CHRONIC' ELSE 'ACTIVE' END,
         CASE c WHEN 3 THEN 'SEVERE' ELSE 'MILD' END, DATE '2024-01-01' + c, CASE c WHEN 1 THEN DATE '2025-01-01' END, '386661006',
         repeat('What was seen of it. ', 6), now() - interval '30 days', p.doctor, 'DOCTOR'
    FROM setting s, patient p, generate_series(1, 4) c;

INSERT INTO records.visit (id, patient_id, clinic_id, practitioner_id, visit_type, priority, visit_date, duration_minutes, place, reason,
  chief_complaint, symptoms, diagnosis, treatment_plan, clinical_notes, weight_value, weight_unit, weight_kg, heart_rate, systolic, diastolic,
  follow_up_required, follow_up_date, status, signed_at, signed_by, created_at, created_by, created_by_role, updated_at, updated_by)
  SELECT uuidv7(), p.id, s.clinic, t.id, CASE v % 3 WHEN 0 THEN 'ROUTINE_CHECKUP' WHEN 1 THEN 'FOLLOW_UP' ELSE 'EMERGENCY' END, 'ROUTINE',
         day.at, 20, 'Room 2', 'Reason of visit ' || v, repeat('What hurts since when. ', 5), repeat('What was seen. ', 8),
         repeat('What it is. ', 8), repeat('What is done about it. ', 10), repeat('What else was noted at that visit. ', 20),
         20 + v, 'kg', 20 + v, 80, 120, 80, v = s.visits_each, CASE WHEN v = s.visits_each THEN current_date + 14 END,
         'SIGNED', day.at, p.doctor, day.at, p.doctor, 'DOCTOR', day.at, p.doctor
    FROM setting s, patient p JOIN access.practitioner t ON t.account_id = p.doctor, generate_series(1, (SELECT visits_each FROM setting)) v,
         LATERAL (SELECT now() - make_interval(days => 3 * (31 - v)) AS at) day;
