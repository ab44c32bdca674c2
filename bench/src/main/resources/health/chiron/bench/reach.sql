-- A hundred thousand patients of twenty clinics, ten thousand of them open to one doctor, a hundred to another, one to a third.
-- The temporary table measured says who they are and where they work. Triggers and references are passed over, for they cost most of
-- the time here and nothing in what is measured; what they would have written is written below.
SET LOCAL session_replication_role = replica;

INSERT INTO access.clinic (id, name, license_number, time_zone, active, created_at)
  SELECT gen_random_uuid(), 'Other clinic ' || n, 'BENCH-R' || n, 'UTC', true, now() FROM generate_series(1, 19) n;

CREATE TEMPORARY TABLE elsewhere AS
  SELECT row_number() OVER () - 1 AS number, gen_random_uuid() AS doctor, c.id AS clinic
    FROM access.clinic c, generate_series(1, 20) WHERE c.license_number LIKE 'BENCH-R%';

INSERT INTO access.account (id, kind, username, full_name, password_hash, status, created_at)
  SELECT doctor, 'DOCTOR', 'bench-elsewhere-' || number, 'Doctor elsewhere ' || number, 'none', 'ACTIVE', now() FROM elsewhere;

INSERT INTO access.clinic_member (id, clinic_id, account_id, employment_type, rights, joined_at)
  SELECT uuidv7(), clinic, doctor, 'FULL_TIME', 'REQUEST_ACCESS', now() FROM elsewhere;

CREATE TEMPORARY TABLE many AS
  SELECT n, uuidv7() AS id, uuidv7() AS owner, e.clinic, e.doctor
    FROM generate_series(1, 100000) n JOIN elsewhere e ON e.number = n % (SELECT count(*) FROM elsewhere);

INSERT INTO records.patient (id, kind, given_name, family_name, birth_date, sex, registered_clinic_id, registered_by, registered_at)
  SELECT id, 'HUMAN', 'Given' || n, initcap(left(md5(n::text), 10)), DATE '1960-01-01' + n % 20000, 'FEMALE', clinic, doctor,
         now() - interval '40 days' FROM many;

INSERT INTO access.registration (patient_id, clinic_id, ends_at) SELECT id, clinic, now() - interval '39 days' FROM many;

INSERT INTO access.account (id, kind, username, full_name, email, email_verified_at, status, created_at)
  SELECT owner, 'OWNER', 'bench-many-' || n, 'Owner ' || n, 'bench-many-' || n || '@example.org', now() - interval '40 days', 'INVITED',
         now() - interval '40 days' FROM many;

INSERT INTO access.patient_owner (id, patient_id, account_id, since) SELECT uuidv7(), id, owner, now() - interval '40 days' FROM many;

-- Each has an open grant and an old one where the patient is registered; every tenth, and a hundred, and one, more.
CREATE TEMPORARY TABLE opened AS
  SELECT uuidv7() AS request, id AS patient, clinic, doctor, now() - make_interval(days => 35 * age) AS at FROM many, generate_series(0, 1) age
  UNION ALL
  SELECT uuidv7(), m.id, d.clinic, d.account, now() FROM many m JOIN measured d ON m.n <= d.patients * (100000 / 10000) AND m.n % 10 = 0;

INSERT INTO access.access_request (id, patient_id, clinic_id, doctor_id, requested_by, purpose, grant_hours, status, created_at, expires_at)
  SELECT request, patient, clinic, doctor, doctor, 'Measured treatment', 720, 'GRANTED', at - interval '1 hour', at FROM opened;

INSERT INTO access.access_grant (id, patient_id, clinic_id, doctor_id, request_id, basis, purpose, granted_at, expires_at)
  SELECT uuidv7(), patient, clinic, doctor, request, 'ONE_TIME_CODE', 'Measured treatment', at, at + interval '720 hours' FROM opened;
