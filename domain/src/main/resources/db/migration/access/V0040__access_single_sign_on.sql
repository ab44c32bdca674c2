-- Single sign-on (ADR 27): which identity of which provider opens which account, and what is under way.
ALTER TABLE access.account
  ADD COLUMN auth_method text NOT NULL DEFAULT 'LOCAL' CHECK (auth_method IN ('LOCAL','SSO','HYBRID')),
  ADD COLUMN sso_linking_preference text CHECK (sso_linking_preference IN ('AUTO_LINK','CREATE_SEPARATE','ALWAYS_ASK')),
  DROP CONSTRAINT account_active_has_password,
  ADD CONSTRAINT account_active_can_sign_in CHECK (
    status <> 'ACTIVE' OR password_hash IS NOT NULL OR kind = 'SYSTEM' OR auth_method = 'SSO'),
  ADD CONSTRAINT account_sso_has_no_password CHECK (auth_method <> 'SSO' OR password_hash IS NULL);

-- The provider's name is the operator's and may change; the issuer and its subject are the identity.
CREATE TABLE access.sso_link (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES access.account,
  provider     text NOT NULL CHECK (provider ~ '^[a-z][a-z0-9]{0,19}$'),
  issuer       text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 300),
  subject      text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  metadata     jsonb NOT NULL CHECK (jsonb_typeof(metadata) = 'object' AND length(metadata::text) <= 2000),
  linked_at    timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  CONSTRAINT sso_link_identity_once UNIQUE (issuer, subject),
  CONSTRAINT sso_link_provider_once UNIQUE (account_id, provider)
);

-- A journey to a provider; the browser's session holds what makes it its own, this row makes it be used once.
CREATE TABLE access.sso_attempt (
  state_hash bytea PRIMARY KEY CHECK (length(state_hash) = 32),
  provider   text NOT NULL CHECK (length(provider) <= 20),
  begun_at   timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT sso_attempt_lives_ten_minutes CHECK (expires_at <= begun_at + interval '10 minutes')
);
CREATE INDEX sso_attempt_over ON access.sso_attempt (expires_at);

-- Somebody whom a provider has signed in and whom no account is linked to yet. It opens nothing.
CREATE TABLE access.sso_arrival (
  id         uuid PRIMARY KEY,
  provider   text NOT NULL CHECK (length(provider) <= 20),
  issuer     text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 300),
  subject    text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  -- Only one that the provider calls verified.
  email      text CHECK (length(email) <= 254 AND email = lower(email)),
  full_name  text CHECK (length(full_name) BETWEEN 1 AND 200),
  begun_at   timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT sso_arrival_lives_ten_minutes CHECK (expires_at <= begun_at + interval '10 minutes')
);
CREATE INDEX sso_arrival_over ON access.sso_arrival (expires_at);

ALTER TABLE access.sign_in_step
  ADD COLUMN sso_provider text CHECK (length(sso_provider) <= 20),
  ADD COLUMN sso_arrival  uuid REFERENCES access.sso_arrival ON DELETE CASCADE,
  ADD CONSTRAINT sign_in_step_arrival_has_provider CHECK (sso_arrival IS NULL OR sso_provider IS NOT NULL);
CREATE INDEX sign_in_step_by_arrival ON access.sign_in_step (sso_arrival) WHERE sso_arrival IS NOT NULL;
ALTER TABLE access.session ADD COLUMN sso_provider text CHECK (length(sso_provider) <= 20);

-- How an account signs in follows from its password and its links, whoever changes them. The last link of an account without a
-- password cannot go: account_active_can_sign_in refuses it. Two changes at once wait for one another at the account's row.
CREATE FUNCTION access.keep_auth_method() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  whose uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
BEGIN
  PERFORM FROM access.account WHERE id = whose FOR UPDATE;
  UPDATE access.account a
     SET auth_method = CASE WHEN NOT EXISTS (SELECT FROM access.sso_link l WHERE l.account_id = a.id) THEN 'LOCAL'
                            WHEN a.password_hash IS NULL THEN 'SSO' ELSE 'HYBRID' END
   WHERE a.id = whose;
  RETURN NULL;
END $$;
CREATE TRIGGER sso_link_keeps_auth_method AFTER INSERT OR DELETE ON access.sso_link FOR EACH ROW EXECUTE FUNCTION access.keep_auth_method();

CREATE FUNCTION access.password_makes_hybrid() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.auth_method := 'HYBRID';
  RETURN NEW;
END $$;
CREATE TRIGGER account_password_makes_hybrid BEFORE UPDATE OF password_hash ON access.account FOR EACH ROW
  WHEN (NEW.auth_method = 'SSO' AND NEW.password_hash IS NOT NULL) EXECUTE FUNCTION access.password_makes_hybrid();

GRANT SELECT, INSERT, DELETE ON access.sso_link TO chiron_app;
GRANT UPDATE (last_used_at) ON access.sso_link TO chiron_app;
-- What is over is deleted: it holds names of people who have come in vain.
GRANT SELECT, INSERT, UPDATE, DELETE ON access.sso_attempt, access.sso_arrival TO chiron_app;
