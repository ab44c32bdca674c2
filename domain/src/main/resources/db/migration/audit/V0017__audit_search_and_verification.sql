-- Searching the log. Every index is paid for at every access, so there is one only where a search without it would read the
-- whole log: by grant, by request, and the few rows that were refused. Patient, clinic, person and time have theirs already.
CREATE INDEX event_by_grant ON audit.event (grant_id, occurred_at DESC, id DESC) WHERE grant_id IS NOT NULL;
CREATE INDEX event_by_request ON audit.event (request_id);
CREATE INDEX event_refused ON audit.event (occurred_at DESC, id DESC) WHERE outcome <> 'PERMITTED';

-- Who reads what of the log, asked once for a statement and not once for a row: a count over 200,000 rows takes milliseconds.
SET ROLE chiron_policy;

CREATE FUNCTION policy.clinics_administered() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
  RETURN ARRAY(
    SELECT m.clinic_id FROM access.clinic_member m
      JOIN access.account a ON a.id = m.account_id AND a.status = 'ACTIVE' AND a.kind = 'CLINIC_ADMIN'
      JOIN access.clinic c ON c.id = m.clinic_id AND c.active
    WHERE m.account_id = policy.actor() AND m.active);

REVOKE EXECUTE ON FUNCTION policy.clinics_administered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.clinics_administered() TO chiron_app, chiron_owner;
RESET ROLE;

-- Acts that concern no patient: on accounts, people, clinics, directories, settings and sessions. An import or a look-up is none of them.
CREATE FUNCTION audit.is_activity(p_patient uuid, p_category text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN p_patient IS NULL AND p_category IN ('ACCOUNTS', 'CLINICS', 'DIRECTORY', 'DOCTORS', 'OWN_ACCOUNT', 'PEOPLE', 'POLICY');
REVOKE EXECUTE ON FUNCTION audit.is_activity(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.is_activity(uuid, text) TO chiron_app;

-- Auditors and jobs read all; a clinic's administrators what was done in its name; owners what concerns their patients; everybody
-- what they did themselves without a patient; platform administrators what was done to accounts and clinics, never a patient's id.
DROP POLICY event_read ON audit.event;
CREATE POLICY event_read ON audit.event FOR SELECT TO chiron_app, chiron_owner
  USING ((SELECT policy.actor_is(ARRAY['AUDITOR','SYSTEM']))
      OR clinic_id = ANY ((SELECT policy.clinics_administered())::uuid[])
      OR patient_id = ANY ((SELECT policy.patients_owned())::uuid[])
      OR (patient_id IS NULL AND account_id = (SELECT policy.actor()))
      OR (audit.is_activity(patient_id, category) AND (SELECT policy.actor_is(ARRAY['PLATFORM_ADMIN']))));

-- A verification that somebody asked for: it reads the log in chunks, each in a transaction of its own, and keeps here how far it
-- is. It says nothing that the log does not say by itself; the proof is the chain.
CREATE TABLE audit.verification (
  id               uuid PRIMARY KEY,
  started_by       uuid NOT NULL,
  started_at       timestamptz NOT NULL,
  touched_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  status           text NOT NULL CHECK (status IN ('RUNNING','HOLDS','BROKEN','STOPPED')),
  sealed           bigint NOT NULL DEFAULT 0 CHECK (sealed >= 0),
  expected         bigint NOT NULL CHECK (expected >= 0),
  waiting          bigint NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  number           bigint NOT NULL,
  hash             bytea NOT NULL CHECK (length(hash) = 32),
  xid              text NOT NULL CHECK (length(xid) <= 20),
  first_bad_number bigint,
  first_bad_event  uuid,
  finding          text CHECK (length(finding) <= 80),
  CONSTRAINT verification_end_complete CHECK ((finished_at IS NULL) = (status = 'RUNNING'))
);
CREATE UNIQUE INDEX verification_one_runs ON audit.verification (status) WHERE status = 'RUNNING';
CREATE INDEX verification_latest ON audit.verification (started_at DESC);
GRANT SELECT, INSERT, UPDATE ON audit.verification TO chiron_app;

INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES
  ('00000000-0000-7000-8000-000000000017', 'SYSTEM', 'job-audit-retention', 'Audit retention', 'ACTIVE', now());
