-- One row per access per patient, denied ones too. Insert-only for the application: no UPDATE, DELETE or TRUNCATE is granted to it.
CREATE TABLE audit.event (
  id           uuid PRIMARY KEY,
  occurred_at  timestamptz NOT NULL,
  account_id   uuid NOT NULL,
  account_kind text NOT NULL CHECK (length(account_kind) <= 20),
  session_id   uuid,
  channel      text NOT NULL CHECK (channel IN ('PORTAL','API','JOB','COMMAND')),
  clinic_id    uuid,
  patient_id   uuid,
  relationship text CHECK (length(relationship) <= 40),
  grant_id     uuid,
  rule         text CHECK (length(rule) <= 80),
  action       text NOT NULL CHECK (length(action) <= 40),
  category     text NOT NULL CHECK (length(category) <= 40),
  operation    text NOT NULL CHECK (length(operation) <= 100),
  record_id    uuid,
  purpose      text CHECK (length(purpose) <= 200),
  outcome      text NOT NULL CHECK (outcome IN ('PERMITTED','DENIED','FAILED')),
  reason       text CHECK (length(reason) <= 80),
  request_id   text NOT NULL CHECK (length(request_id) <= 64),
  address      text CHECK (length(address) <= 64),
  -- HMAC-SHA-256 over all columns above with the application's audit key: a row nobody but the application wrote.
  mac          bytea NOT NULL CHECK (length(mac) = 32),
  -- The writing transaction: the sealer takes only rows older than every running transaction, in this order.
  written_by_xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX event_by_patient ON audit.event (patient_id, occurred_at DESC, id DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX event_by_clinic ON audit.event (clinic_id, occurred_at DESC, id DESC) WHERE clinic_id IS NOT NULL;
CREATE INDEX event_by_account ON audit.event (account_id, occurred_at DESC);
CREATE INDEX event_by_time ON audit.event (occurred_at DESC, id DESC);
CREATE INDEX event_by_xid ON audit.event (written_by_xid, id);

-- The chain: number n carries SHA-256(hash of n-1 || mac of its event). Written by one sealer, soon after commit.
CREATE TABLE audit.seal (
  number    bigint PRIMARY KEY CHECK (number > 0),
  event_id  uuid NOT NULL UNIQUE,
  xid       xid8 NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  sealed_at timestamptz NOT NULL
);
-- No foreign key to audit.event on purpose: the verifier must be able to say that a sealed event is gone.

GRANT SELECT, INSERT ON audit.event, audit.seal TO chiron_app;
