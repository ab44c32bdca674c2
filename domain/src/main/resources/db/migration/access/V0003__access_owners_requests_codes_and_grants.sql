-- The relationships through which a patient is reached (architecture section 4).

CREATE TABLE access.patient_owner (
  id         uuid PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES records.patient,
  account_id uuid NOT NULL REFERENCES access.account,
  since      timestamptz NOT NULL,
  until      timestamptz,
  CONSTRAINT patient_owner_ends_after_start CHECK (until >= since)
);
CREATE UNIQUE INDEX patient_owner_once ON access.patient_owner (account_id, patient_id) WHERE until IS NULL;
CREATE INDEX patient_owner_by_patient ON access.patient_owner (patient_id);

CREATE TABLE access.access_request (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  clinic_id        uuid NOT NULL REFERENCES access.clinic,
  doctor_id        uuid REFERENCES access.account,
  requested_by     uuid NOT NULL REFERENCES access.account,
  purpose          text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  -- Space-separated chart sections; NULL opens the whole chart.
  sections         text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  grant_hours      integer NOT NULL CHECK (grant_hours BETWEEN 1 AND 720),
  status           text NOT NULL CHECK (status IN ('PENDING','GRANTED','CANCELLED')),
  created_at       timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  codes_sent       integer NOT NULL DEFAULT 0 CHECK (codes_sent BETWEEN 0 AND 4),
  last_code_at     timestamptz,
  version          bigint NOT NULL DEFAULT 1
);
CREATE INDEX access_request_by_clinic ON access.access_request (clinic_id, created_at DESC);
CREATE INDEX access_request_by_patient ON access.access_request (patient_id, clinic_id, created_at DESC);

-- A code lives ten minutes, is used once, and only its keyed hash is kept.
CREATE TABLE access.one_time_code (
  id            uuid PRIMARY KEY,
  request_id    uuid NOT NULL REFERENCES access.access_request,
  patient_id    uuid NOT NULL,
  clinic_id     uuid NOT NULL,
  code_hash     bytea NOT NULL CHECK (length(code_hash) = 32),
  channel       text NOT NULL CHECK (channel IN ('EMAIL','SMS')),
  masked_target text NOT NULL CHECK (length(masked_target) <= 100),
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  used_at       timestamptz,
  replaced_at   timestamptz,
  delivery      text NOT NULL CHECK (delivery IN ('PENDING','SENT','FAILED')),
  CONSTRAINT one_time_code_lives_ten_minutes CHECK (expires_at <= created_at + interval '10 minutes'),
  CONSTRAINT one_time_code_used_or_replaced CHECK (used_at IS NULL OR replaced_at IS NULL)
);
-- One live code per request: issuing a new one replaces the old one first.
CREATE UNIQUE INDEX one_time_code_live_once ON access.one_time_code (request_id) WHERE used_at IS NULL AND replaced_at IS NULL;

-- Tries count per patient and clinic over all codes (check 15); a granted request or 24 hours start anew.
CREATE TABLE access.code_tries (
  patient_id   uuid NOT NULL,
  clinic_id    uuid NOT NULL,
  tries        integer NOT NULL CHECK (tries BETWEEN 0 AND 5),
  window_start timestamptz NOT NULL,
  PRIMARY KEY (patient_id, clinic_id)
);

CREATE TABLE access.access_grant (
  id           uuid PRIMARY KEY,
  patient_id   uuid NOT NULL REFERENCES records.patient,
  clinic_id    uuid NOT NULL REFERENCES access.clinic,
  doctor_id    uuid REFERENCES access.account,
  request_id   uuid UNIQUE REFERENCES access.access_request,
  basis        text NOT NULL CHECK (basis IN ('ONE_TIME_CODE')),
  purpose      text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  sections     text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  granted_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  ended_by     uuid REFERENCES access.account,
  end_reason   text CHECK (end_reason IN ('REVOKED_BY_OWNER','RETURNED_BY_CLINIC','REPLACED')),
  version      bigint NOT NULL DEFAULT 1,
  CONSTRAINT access_grant_expires_after_start CHECK (expires_at > granted_at),
  CONSTRAINT access_grant_at_most_thirty_days CHECK (expires_at <= granted_at + interval '720 hours'),
  CONSTRAINT access_grant_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT access_grant_ends_after_start CHECK (ended_at >= granted_at),
  CONSTRAINT access_grant_one_at_a_time EXCLUDE USING gist (
    patient_id WITH =, clinic_id WITH =,
    (coalesce(doctor_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =,
    tstzrange(granted_at, least(expires_at, coalesce(ended_at, expires_at))) WITH &&)
);
CREATE INDEX access_grant_by_patient ON access.access_grant (patient_id, clinic_id, expires_at);
CREATE INDEX access_grant_by_clinic ON access.access_grant (clinic_id, expires_at);

GRANT SELECT, INSERT, UPDATE ON access.patient_owner, access.access_request, access.one_time_code, access.code_tries, access.access_grant TO chiron_app;
GRANT SELECT ON access.patient_owner, access.access_request, access.one_time_code, access.access_grant TO chiron_policy;
GRANT UPDATE (delivery) ON access.one_time_code TO chiron_policy;
