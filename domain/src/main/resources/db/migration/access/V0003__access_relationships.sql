-- The relationships through which a patient is reached (architecture section 4): ownership, invitations and the shares that
-- come of them, consents, requests and the grants that come of them, and the owner's blocks, which beat all of these.

-- Seed 002, invitations: pending, then answered once. What it offers is fixed when it is sent.
CREATE TABLE access.invitation (
  id               uuid PRIMARY KEY,
  invitation_type  text NOT NULL CHECK (invitation_type IN ('PATIENT_SHARE','FAMILY_HISTORY_SHARE','OWNERSHIP_TRANSFER')),
  patient_id       uuid NOT NULL REFERENCES records.patient,
  family_member_id uuid,
  sent_by          uuid NOT NULL REFERENCES access.account,
  sent_to          uuid NOT NULL REFERENCES access.account,
  title            text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  message          text CHECK (length(message) BETWEEN 1 AND 1000),
  permission_level text CHECK (permission_level IN ('VIEW','EDIT','FULL')),
  -- Space-separated chart sections; NULL offers the whole chart.
  sections         text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  -- When the share that comes of it ends; NULL when it has no end.
  share_until      timestamptz,
  status           text NOT NULL CHECK (status IN ('PENDING','ACCEPTED','REJECTED','CANCELLED')),
  created_at       timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  responded_at     timestamptz,
  response_note    text CHECK (length(response_note) BETWEEN 1 AND 500),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT invitation_not_to_oneself CHECK (sent_by <> sent_to),
  CONSTRAINT invitation_expires_after_sending CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 days'),
  CONSTRAINT invitation_answer_dated CHECK ((status = 'PENDING') = (responded_at IS NULL)),
  CONSTRAINT invitation_says_what_it_offers CHECK (
    (invitation_type = 'PATIENT_SHARE' AND permission_level IS NOT NULL AND family_member_id IS NULL)
    OR (invitation_type = 'FAMILY_HISTORY_SHARE' AND permission_level = 'VIEW' AND family_member_id IS NOT NULL AND sections IS NULL)
    OR (invitation_type = 'OWNERSHIP_TRANSFER' AND permission_level IS NULL AND family_member_id IS NULL AND sections IS NULL AND share_until IS NULL))
);
-- One open offer of a kind for a pair; an expired one is closed before another is sent.
CREATE UNIQUE INDEX invitation_open_once ON access.invitation
  (patient_id, sent_to, invitation_type, coalesce(family_member_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE status = 'PENDING';
CREATE INDEX invitation_by_recipient ON access.invitation (sent_to, created_at DESC, id DESC);
CREATE INDEX invitation_by_sender ON access.invitation (sent_by, created_at DESC, id DESC);
CREATE INDEX invitation_by_patient ON access.invitation (patient_id, created_at DESC, id DESC);

CREATE TABLE access.patient_owner (
  id         uuid PRIMARY KEY,
  patient_id uuid NOT NULL REFERENCES records.patient,
  account_id uuid NOT NULL REFERENCES access.account,
  since      timestamptz NOT NULL,
  until      timestamptz,
  -- The accepted transfer that it comes of; an invitation makes one owner, once.
  invitation_id uuid UNIQUE REFERENCES access.invitation,
  CONSTRAINT patient_owner_ends_after_start CHECK (until >= since)
);
CREATE UNIQUE INDEX patient_owner_once ON access.patient_owner (account_id, patient_id) WHERE until IS NULL;
CREATE INDEX patient_owner_by_patient ON access.patient_owner (patient_id);

-- Until when a clinic may see who a patient is whom it registered or brought in, so that the owner can be asked: a day after
-- registration, and a day after an owner's contact was first proven. Before any proof nobody can be asked, so it has no end; imported
-- patients come like that. Kept by triggers (V0007); the application neither reads nor writes it.
CREATE TABLE access.registration (
  patient_id uuid PRIMARY KEY REFERENCES records.patient,
  clinic_id  uuid NOT NULL REFERENCES access.clinic,
  ends_at    timestamptz NOT NULL
);
CREATE INDEX registration_by_clinic ON access.registration (clinic_id, ends_at);

-- Seed 002, patient_shares: one active share for a patient and a person, earlier ones stay as history.
CREATE TABLE access.patient_share (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  shared_by        uuid NOT NULL REFERENCES access.account,
  shared_with      uuid NOT NULL REFERENCES access.account,
  permission_level text NOT NULL CHECK (permission_level IN ('VIEW','EDIT','FULL')),
  sections         text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  invitation_id    uuid NOT NULL UNIQUE REFERENCES access.invitation,
  started_at       timestamptz NOT NULL,
  expires_at       timestamptz,
  ended_at         timestamptz,
  ended_by         uuid REFERENCES access.account,
  end_reason       text CHECK (end_reason IN ('WITHDRAWN','LEFT','REPLACED','EXPIRED','SHARER_LEFT','OWNER_CHANGED')),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT patient_share_not_with_oneself CHECK (shared_by <> shared_with),
  CONSTRAINT patient_share_expires_after_start CHECK (expires_at > started_at),
  CONSTRAINT patient_share_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT patient_share_ends_after_start CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX patient_share_active_once ON access.patient_share (shared_with, patient_id) WHERE ended_at IS NULL;
CREATE INDEX patient_share_by_patient ON access.patient_share (patient_id, started_at DESC, id DESC);
CREATE INDEX patient_share_by_sharer ON access.patient_share (shared_by, patient_id) WHERE ended_at IS NULL;

-- Seed 002, family_history_shares: one relative's history, to be looked at only.
CREATE TABLE access.family_history_share (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  family_member_id uuid NOT NULL,
  shared_by        uuid NOT NULL REFERENCES access.account,
  shared_with      uuid NOT NULL REFERENCES access.account,
  sharing_note     text CHECK (length(sharing_note) BETWEEN 1 AND 1000),
  invitation_id    uuid NOT NULL UNIQUE REFERENCES access.invitation,
  started_at       timestamptz NOT NULL,
  expires_at       timestamptz,
  ended_at         timestamptz,
  ended_by         uuid REFERENCES access.account,
  end_reason       text CHECK (end_reason IN ('WITHDRAWN','LEFT','REPLACED','EXPIRED','SHARER_LEFT','OWNER_CHANGED')),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT family_history_share_not_with_oneself CHECK (shared_by <> shared_with),
  CONSTRAINT family_history_share_expires_after_start CHECK (expires_at > started_at),
  CONSTRAINT family_history_share_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT family_history_share_ends_after_start CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX family_history_share_active_once ON access.family_history_share (family_member_id, shared_with) WHERE ended_at IS NULL;
CREATE INDEX family_history_share_by_recipient ON access.family_history_share (shared_with, started_at DESC, id DESC);
CREATE INDEX family_history_share_by_patient ON access.family_history_share (patient_id, started_at DESC, id DESC);

-- Seed 004, consents. A text is published once and never changed: a new wording is a new version.
CREATE TABLE access.consent_text (
  id           uuid PRIMARY KEY,
  -- The clinic whose text it is; NULL for one that holds at every clinic.
  clinic_id    uuid REFERENCES access.clinic,
  scope        text NOT NULL CHECK (scope IN ('RECORD_ACCESS','TREATMENT','COMMUNICATION','DATA_EXCHANGE','RESEARCH')),
  language     text NOT NULL CHECK (language IN ('en','de')),
  number       integer NOT NULL CHECK (number > 0),
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body         text NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
  sha256       bytea NOT NULL CHECK (length(sha256) = 32),
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL REFERENCES access.account,
  retired_at   timestamptz,
  CONSTRAINT consent_text_once UNIQUE NULLS NOT DISTINCT (clinic_id, scope, language, number),
  CONSTRAINT consent_text_retired_after_publishing CHECK (retired_at >= published_at)
);

-- What somebody signed: the typed name, the time, and the hash of the very text that was shown.
CREATE TABLE access.consent (
  id            uuid PRIMARY KEY,
  patient_id    uuid NOT NULL REFERENCES records.patient,
  clinic_id     uuid NOT NULL REFERENCES access.clinic,
  text_id       uuid NOT NULL REFERENCES access.consent_text,
  scope         text NOT NULL CHECK (scope IN ('RECORD_ACCESS','TREATMENT','COMMUNICATION','DATA_EXCHANGE','RESEARCH')),
  sections      text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  signed_name   text NOT NULL CHECK (length(signed_name) BETWEEN 1 AND 200),
  text_sha256   bytea NOT NULL CHECK (length(text_sha256) = 32),
  signed_at     timestamptz NOT NULL,
  -- Signed in by the owner, or on paper or a tablet at the desk before somebody of the clinic; one of both.
  signed_by     uuid REFERENCES access.account,
  witnessed_by  uuid REFERENCES access.account,
  expires_at    timestamptz,
  withdrawn_at  timestamptz,
  withdrawn_by  uuid REFERENCES access.account,
  version       bigint NOT NULL DEFAULT 1,
  CONSTRAINT consent_signed_by_somebody CHECK ((signed_by IS NULL) <> (witnessed_by IS NULL)),
  CONSTRAINT consent_expires_after_signing CHECK (expires_at > signed_at),
  CONSTRAINT consent_withdrawal_complete CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CONSTRAINT consent_withdrawn_after_signing CHECK (withdrawn_at >= signed_at)
);
CREATE INDEX consent_by_patient ON access.consent (patient_id, signed_at DESC, id DESC);
CREATE INDEX consent_by_clinic ON access.consent (clinic_id, signed_at DESC, id DESC);

-- The owner keeps a person or a clinic out, whatever else would let them in.
CREATE TABLE access.access_block (
  id                uuid PRIMARY KEY,
  patient_id        uuid NOT NULL REFERENCES records.patient,
  account_id        uuid REFERENCES access.account,
  clinic_id         uuid REFERENCES access.clinic,
  -- Whether it holds against emergency access as well.
  even_in_emergency boolean NOT NULL,
  since             timestamptz NOT NULL,
  set_by            uuid NOT NULL REFERENCES access.account,
  until             timestamptz,
  lifted_by         uuid REFERENCES access.account,
  version           bigint NOT NULL DEFAULT 1,
  CONSTRAINT access_block_of_a_person_or_a_clinic CHECK ((account_id IS NULL) <> (clinic_id IS NULL)),
  CONSTRAINT access_block_not_of_oneself CHECK (account_id <> set_by),
  CONSTRAINT access_block_lift_complete CHECK ((until IS NULL) = (lifted_by IS NULL)),
  CONSTRAINT access_block_lifted_after_setting CHECK (until >= since)
);
CREATE UNIQUE INDEX access_block_once ON access.access_block (patient_id, coalesce(account_id, clinic_id)) WHERE until IS NULL;
CREATE INDEX access_block_of_account ON access.access_block (account_id) WHERE until IS NULL;
CREATE INDEX access_block_of_clinic ON access.access_block (clinic_id) WHERE until IS NULL;

CREATE TABLE access.access_request (
  id               uuid PRIMARY KEY,
  patient_id       uuid NOT NULL REFERENCES records.patient,
  clinic_id        uuid NOT NULL REFERENCES access.clinic,
  doctor_id        uuid REFERENCES access.account,
  requested_by     uuid NOT NULL REFERENCES access.account,
  -- Who started: the clinic asks; the owner hands a code to a clinic of their choice; a clinic that has access refers.
  origin           text NOT NULL DEFAULT 'CLINIC' CHECK (origin IN ('CLINIC','OWNER','REFERRAL')),
  from_clinic_id   uuid REFERENCES access.clinic,
  purpose          text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  -- Space-separated chart sections; NULL opens the whole chart.
  sections         text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  grant_hours      integer NOT NULL CHECK (grant_hours BETWEEN 1 AND 720),
  status           text NOT NULL CHECK (status IN ('PENDING','GRANTED','CANCELLED','REFUSED')),
  created_at       timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  codes_sent       integer NOT NULL DEFAULT 0 CHECK (codes_sent BETWEEN 0 AND 4),
  last_code_at     timestamptz,
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT access_request_referral_says_from_where CHECK ((origin = 'REFERRAL') = (from_clinic_id IS NOT NULL)),
  CONSTRAINT access_request_refers_elsewhere CHECK (from_clinic_id <> clinic_id),
  CONSTRAINT access_request_waits CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 days')
);
CREATE INDEX access_request_by_clinic ON access.access_request (clinic_id, created_at DESC);
CREATE INDEX access_request_pending ON access.access_request (clinic_id, expires_at) WHERE status = 'PENDING';
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
  consent_id   uuid UNIQUE REFERENCES access.consent,
  basis        text NOT NULL CHECK (basis IN ('ONE_TIME_CODE','OWNER_DECISION','REGISTRATION_CONSENT','EMERGENCY')),
  purpose      text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  sections     text CHECK (sections ~ '^[A-Z_]+( [A-Z_]+)*$' AND length(sections) <= 400),
  granted_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  ended_by     uuid REFERENCES access.account,
  end_reason   text CHECK (end_reason IN ('REVOKED_BY_OWNER','RETURNED_BY_CLINIC','REPLACED','CONSENT_WITHDRAWN','OWNER_CHANGED')),
  version      bigint NOT NULL DEFAULT 1,
  CONSTRAINT access_grant_expires_after_start CHECK (expires_at > granted_at),
  -- A code opens for thirty days at most, a signed consent for a year, an emergency for an hour.
  CONSTRAINT access_grant_at_most_so_long CHECK (expires_at <= granted_at + CASE basis
    WHEN 'EMERGENCY' THEN interval '1 hour' WHEN 'REGISTRATION_CONSENT' THEN interval '366 days' ELSE interval '720 hours' END),
  CONSTRAINT access_grant_says_its_basis CHECK (
    (request_id IS NOT NULL) = (basis IN ('ONE_TIME_CODE','OWNER_DECISION')) AND (consent_id IS NOT NULL) = (basis = 'REGISTRATION_CONSENT')),
  CONSTRAINT access_grant_emergency_of_one_doctor CHECK (basis <> 'EMERGENCY' OR (doctor_id IS NOT NULL AND sections IS NULL)),
  CONSTRAINT access_grant_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
  CONSTRAINT access_grant_ends_after_start CHECK (ended_at >= granted_at),
  CONSTRAINT access_grant_one_at_a_time EXCLUDE USING gist (
    patient_id WITH =, clinic_id WITH =,
    (coalesce(doctor_id, '00000000-0000-0000-0000-000000000000'::uuid)) WITH =, ((basis = 'EMERGENCY')::integer) WITH =,
    tstzrange(granted_at, least(expires_at, coalesce(ended_at, expires_at))) WITH &&)
);
CREATE INDEX access_grant_by_patient ON access.access_grant (patient_id, clinic_id, expires_at);
-- With all that reachability asks of a grant, so that thousands of them are read from the index alone.
CREATE INDEX access_grant_by_clinic ON access.access_grant (clinic_id, expires_at) INCLUDE (patient_id, doctor_id, basis, consent_id, ended_at);
CREATE INDEX access_grant_by_doctor ON access.access_grant (doctor_id, patient_id, expires_at) INCLUDE (clinic_id, basis, consent_id)
  WHERE ended_at IS NULL;

-- Every emergency is looked at afterwards by an administrator of the clinic, who is not the doctor.
CREATE TABLE access.emergency_review (
  grant_id    uuid PRIMARY KEY REFERENCES access.access_grant,
  patient_id  uuid NOT NULL REFERENCES records.patient,
  clinic_id   uuid NOT NULL REFERENCES access.clinic,
  outcome     text NOT NULL CHECK (outcome IN ('JUSTIFIED','NOT_JUSTIFIED')),
  note        text NOT NULL CHECK (length(note) BETWEEN 3 AND 1000),
  reviewed_by uuid NOT NULL REFERENCES access.account,
  reviewed_at timestamptz NOT NULL
);
CREATE INDEX emergency_review_by_clinic ON access.emergency_review (clinic_id, reviewed_at DESC);
CREATE INDEX access_grant_emergencies ON access.access_grant (clinic_id, granted_at DESC) WHERE basis = 'EMERGENCY';

GRANT SELECT, INSERT, UPDATE ON access.patient_owner, access.access_request, access.one_time_code, access.code_tries, access.access_grant,
  access.invitation, access.patient_share, access.family_history_share, access.consent, access.access_block TO chiron_app;
GRANT SELECT, INSERT ON access.consent_text, access.emergency_review TO chiron_app;
GRANT UPDATE (retired_at) ON access.consent_text TO chiron_app;
GRANT SELECT ON access.patient_owner, access.access_request, access.one_time_code, access.access_grant,
  access.invitation, access.patient_share, access.family_history_share, access.consent, access.consent_text, access.access_block TO chiron_policy;
GRANT UPDATE (delivery) ON access.one_time_code TO chiron_policy;
GRANT SELECT, INSERT, UPDATE (ends_at) ON access.registration TO chiron_policy;
