-- Who works with the system, at which clinics, and the sessions they hold.
-- No patient id stands here, so no row-level security; what an account may see is decided by relationship (V0007).

CREATE TABLE access.account (
  id                  uuid PRIMARY KEY,
  kind                text NOT NULL CHECK (kind IN ('PLATFORM_ADMIN','CLINIC_ADMIN','DOCTOR','STAFF','OWNER','INTEGRATOR','AUDITOR','SYSTEM')),
  username            text NOT NULL CHECK (username = lower(username) AND length(username) BETWEEN 3 AND 100),
  full_name           text NOT NULL CHECK (length(full_name) BETWEEN 1 AND 200),
  email               text CHECK (length(email) <= 254 AND email = lower(email)),
  email_verified_at   timestamptz,
  phone               text CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  phone_verified_at   timestamptz,
  password_hash       text,
  password_changed_at timestamptz,
  status              text NOT NULL CHECK (status IN ('INVITED','ACTIVE','DEACTIVATED')),
  failed_sign_ins     integer NOT NULL DEFAULT 0 CHECK (failed_sign_ins >= 0),
  locked_until        timestamptz,
  language            text NOT NULL DEFAULT 'en' CHECK (language IN ('en','de')),
  theme               text NOT NULL DEFAULT 'AUTO' CHECK (theme IN ('AUTO','LIGHT','DARK')),
  time_zone           text NOT NULL DEFAULT 'UTC' CHECK (length(time_zone) <= 64),
  created_at          timestamptz NOT NULL,
  version             bigint NOT NULL DEFAULT 1,
  CONSTRAINT account_verified_contact_exists CHECK (
    (email_verified_at IS NULL OR email IS NOT NULL) AND (phone_verified_at IS NULL OR phone IS NOT NULL)),
  CONSTRAINT account_active_has_password CHECK (status <> 'ACTIVE' OR password_hash IS NOT NULL OR kind = 'SYSTEM')
);
CREATE UNIQUE INDEX account_username_once ON access.account (username);
CREATE UNIQUE INDEX account_email_once ON access.account (email) WHERE email IS NOT NULL;
CREATE INDEX account_by_phone ON access.account (phone) WHERE phone IS NOT NULL;

CREATE TABLE access.clinic (
  id               uuid PRIMARY KEY,
  name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  license_number   text NOT NULL CHECK (length(license_number) BETWEEN 1 AND 50),
  address          text CHECK (length(address) <= 500),
  phone            text CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email            text CHECK (length(email) <= 254),
  time_zone        text NOT NULL CHECK (length(time_zone) <= 64),
  operating_hours  text CHECK (length(operating_hours) <= 500),
  services_offered text CHECK (length(services_offered) <= 1000),
  grant_hours      integer NOT NULL DEFAULT 24 CHECK (grant_hours BETWEEN 1 AND 720),
  active           boolean NOT NULL DEFAULT true,
  verified         boolean NOT NULL DEFAULT false,
  created_at       timestamptz NOT NULL,
  version          bigint NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX clinic_license_once ON access.clinic (license_number);

-- The people behind records: doctors with an account, and those an import names (MediKeep's practitioners).
CREATE TABLE access.practitioner (
  id                  uuid PRIMARY KEY,
  account_id          uuid UNIQUE REFERENCES access.account,
  name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  license_number      text UNIQUE CHECK (length(license_number) BETWEEN 1 AND 50),
  specialization      text CHECK (length(specialization) <= 100),
  years_of_experience integer CHECK (years_of_experience BETWEEN 0 AND 80),
  qualifications      text CHECK (length(qualifications) <= 1000),
  bio                 text CHECK (length(bio) <= 4000),
  verified            boolean NOT NULL DEFAULT false,
  active              boolean NOT NULL DEFAULT true,
  source_system       text CHECK (length(source_system) <= 200),
  source_id           text CHECK (length(source_id) <= 200),
  created_at          timestamptz NOT NULL,
  version             bigint NOT NULL DEFAULT 1,
  CONSTRAINT practitioner_source_complete CHECK ((source_system IS NULL) = (source_id IS NULL)),
  CONSTRAINT practitioner_source_once UNIQUE (source_system, source_id)
);

-- Organisations that an import names as having given care. They hold no access; a clinic does.
CREATE TABLE access.organization (
  id            uuid PRIMARY KEY,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  phone         text CHECK (length(phone) <= 50),
  address       text CHECK (length(address) <= 500),
  source_system text NOT NULL CHECK (length(source_system) <= 200),
  source_id     text NOT NULL CHECK (length(source_id) <= 200),
  created_at    timestamptz NOT NULL,
  version       bigint NOT NULL DEFAULT 1,
  CONSTRAINT organization_source_once UNIQUE (source_system, source_id)
);

-- Doctor-clinic association of the veterinary seed, and the same link for staff, administrators and integrators.
CREATE TABLE access.clinic_member (
  id              uuid PRIMARY KEY,
  clinic_id       uuid NOT NULL REFERENCES access.clinic,
  account_id      uuid NOT NULL REFERENCES access.account,
  employment_type text NOT NULL CHECK (employment_type IN ('FULL_TIME','PART_TIME','VISITING','CONTRACTOR')),
  active          boolean NOT NULL DEFAULT true,
  joined_at       timestamptz NOT NULL,
  version         bigint NOT NULL DEFAULT 1,
  CONSTRAINT clinic_member_once UNIQUE (account_id, clinic_id)
);
CREATE INDEX clinic_member_by_clinic ON access.clinic_member (clinic_id);

CREATE TABLE access.session (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES access.account,
  channel      text NOT NULL CHECK (channel IN ('PORTAL','API')),
  started_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  end_reason   text CHECK (end_reason IN ('SIGNED_OUT','REVOKED','REFRESH_REUSED','ACCOUNT_CHANGED','EXPIRED')),
  address      text CHECK (length(address) <= 64),
  CONSTRAINT session_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT session_ends_after_start CHECK (expires_at > started_at)
);
CREATE INDEX session_by_account ON access.session (account_id) WHERE ended_at IS NULL;

-- One row per refresh token ever issued; used once by conditional update, a second use ends the session (RFC 9700, 4.14.2).
CREATE TABLE access.refresh_token (
  token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
  session_id uuid NOT NULL REFERENCES access.session,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX refresh_token_by_session ON access.refresh_token (session_id);

-- One-time links (invitation: the first password) and codes that prove a contact; only hashes are kept.
CREATE TABLE access.account_proof (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES access.account,
  purpose     text NOT NULL CHECK (purpose IN ('ACTIVATION','VERIFY_EMAIL','VERIFY_PHONE')),
  secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  tries       integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  used_at     timestamptz
);
CREATE INDEX account_proof_open ON access.account_proof (account_id, purpose) WHERE used_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON access.account, access.clinic, access.practitioner, access.organization,
  access.clinic_member, access.session, access.refresh_token, access.account_proof TO chiron_app;
GRANT SELECT ON access.account, access.clinic, access.clinic_member TO chiron_policy;

-- The system's own jobs act under names of their own, so that the log says which job it was. Nobody signs in as one.
INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES
  ('00000000-0000-7000-8000-000000000001', 'SYSTEM', 'job-audit-seal', 'Audit sealing', 'ACTIVE', now());
