-- Programs of integrators (ADR 28): registered by a clinic, let in by the platform, proven by credentials of their own. Each acts
-- under an account with its own id, so that policy, log and explanations know it as they know everybody.

-- A program's account has no password; whoever of this kind has one came before there were registered programs.
ALTER TABLE access.account DROP CONSTRAINT account_active_can_sign_in;
ALTER TABLE access.account ADD CONSTRAINT account_active_can_sign_in CHECK (
  status <> 'ACTIVE' OR password_hash IS NOT NULL OR kind IN ('SYSTEM','INTEGRATOR') OR auth_method = 'SSO');

-- One more right, for administrators; those who are there already have it.
ALTER TABLE access.clinic_member DROP CONSTRAINT clinic_member_rights_known;
UPDATE access.clinic_member m SET rights = m.rights || ' INTEGRATIONS'
  FROM access.account a WHERE a.id = m.account_id AND a.kind = 'CLINIC_ADMIN' AND m.rights <> '';
UPDATE access.clinic_member m SET rights = 'INTEGRATIONS'
  FROM access.account a WHERE a.id = m.account_id AND a.kind = 'CLINIC_ADMIN' AND m.rights = '';
ALTER TABLE access.clinic_member ADD CONSTRAINT clinic_member_rights_known CHECK (
  string_to_array(rights, ' ') <@ ARRAY['REQUEST_ACCESS','REGISTER_PATIENTS','BILLING','EMERGENCY','INTEGRATIONS']);

CREATE TABLE access.api_client (
  id               uuid PRIMARY KEY REFERENCES access.account,
  clinic_id        uuid NOT NULL REFERENCES access.clinic,
  name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  contact          text NOT NULL CHECK (length(contact) BETWEEN 3 AND 254),
  purpose          text NOT NULL CHECK (length(purpose) BETWEEN 3 AND 200),
  state            text NOT NULL CHECK (state IN ('REQUESTED','APPROVED','REFUSED','SUSPENDED','REVOKED')),
  scopes_wanted    text NOT NULL CHECK (length(scopes_wanted) BETWEEN 1 AND 1000),
  scopes_allowed   text CHECK (length(scopes_allowed) BETWEEN 1 AND 1000),
  registered_at    timestamptz NOT NULL,
  registered_by    uuid NOT NULL REFERENCES access.account,
  decided_at       timestamptz,
  decided_by       uuid REFERENCES access.account,
  held_by_platform boolean NOT NULL DEFAULT false,
  changed_at       timestamptz NOT NULL,
  changed_by       uuid NOT NULL REFERENCES access.account,
  reason           text CHECK (length(reason) BETWEEN 3 AND 200),
  version          bigint NOT NULL DEFAULT 1,
  CONSTRAINT api_client_decided_by_another CHECK (decided_by <> registered_by),
  CONSTRAINT api_client_decision_complete CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CONSTRAINT api_client_let_in_by_decision CHECK (state NOT IN ('APPROVED','SUSPENDED') OR (decided_by IS NOT NULL AND scopes_allowed IS NOT NULL)),
  CONSTRAINT api_client_refused_by_decision CHECK (state <> 'REFUSED' OR (decided_by IS NOT NULL AND reason IS NOT NULL)),
  CONSTRAINT api_client_held_while_suspended CHECK (NOT held_by_platform OR state IN ('SUSPENDED','REVOKED'))
);
CREATE INDEX api_client_by_clinic ON access.api_client (clinic_id, registered_at DESC);
CREATE INDEX api_client_waiting ON access.api_client (registered_at) WHERE state = 'REQUESTED';
CREATE UNIQUE INDEX api_client_name_once ON access.api_client (clinic_id, lower(name)) WHERE state NOT IN ('REFUSED','REVOKED');

CREATE TABLE access.client_credential (
  id           uuid PRIMARY KEY,
  client_id    uuid NOT NULL REFERENCES access.api_client,
  kind         text NOT NULL CHECK (kind IN ('SECRET','PUBLIC_KEY')),
  label        text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  secret_hash  bytea CHECK (length(secret_hash) = 32),
  hint         text NOT NULL CHECK (length(hint) BETWEEN 1 AND 100),
  public_key   text CHECK (length(public_key) BETWEEN 20 AND 4000),
  created_at   timestamptz NOT NULL,
  created_by   uuid NOT NULL REFERENCES access.account,
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  retired_at   timestamptz,
  retired_by   uuid REFERENCES access.account,
  version      bigint NOT NULL DEFAULT 1,
  CONSTRAINT client_credential_is_one_kind CHECK (
    (kind = 'SECRET') = (secret_hash IS NOT NULL) AND (kind = 'PUBLIC_KEY') = (public_key IS NOT NULL)),
  CONSTRAINT client_credential_ends CHECK (expires_at > created_at AND expires_at <= created_at + interval '730 days'),
  CONSTRAINT client_credential_retirement_complete CHECK ((retired_at IS NULL) = (retired_by IS NULL))
);
CREATE INDEX client_credential_of_client ON access.client_credential (client_id);
CREATE UNIQUE INDEX client_credential_key_once ON access.client_credential (client_id, hint) WHERE kind = 'PUBLIC_KEY' AND retired_at IS NULL;

-- Every signed assertion proves its program once: of any number of copies that come at once, after a restart or to another node, one
-- row is written. A row may go when its assertion is over by itself.
CREATE TABLE access.client_assertion (
  client_id  uuid NOT NULL REFERENCES access.api_client,
  jti_hash   bytea NOT NULL CHECK (length(jti_hash) = 32),
  expires_at timestamptz NOT NULL,
  CONSTRAINT client_assertion_once PRIMARY KEY (client_id, jti_hash)
);

-- A program's session is one token long; it knows which scopes the token has and which credential it was got with.
ALTER TABLE access.session
  ADD COLUMN scopes text CHECK (length(scopes) BETWEEN 1 AND 1000),
  ADD COLUMN credential_id uuid REFERENCES access.client_credential,
  ADD CONSTRAINT session_of_a_program_complete CHECK ((scopes IS NULL) = (credential_id IS NULL));
CREATE INDEX session_by_credential ON access.session (credential_id) WHERE credential_id IS NOT NULL AND ended_at IS NULL;

GRANT SELECT, INSERT ON access.api_client, access.client_credential TO chiron_app;
GRANT UPDATE (state, scopes_allowed, decided_at, decided_by, held_by_platform, changed_at, changed_by, reason, version) ON access.api_client TO chiron_app;
GRANT UPDATE (last_used_at, retired_at, retired_by, version) ON access.client_credential TO chiron_app;
GRANT SELECT, INSERT, DELETE ON access.client_assertion TO chiron_app;
GRANT SELECT ON access.api_client, access.client_credential TO chiron_policy;

SET ROLE chiron_policy;

-- What the token endpoint needs to know of a program before anybody is known: its state and the credentials that hold.
CREATE FUNCTION policy.client_at_the_door(p_client uuid)
  RETURNS TABLE (id uuid, clinic_id uuid, account_name text, lets_in boolean, scopes_allowed text,
                 credential_id uuid, kind text, secret_hash bytea, public_key text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
BEGIN ATOMIC
  SELECT k.id, k.clinic_id, a.username, k.state = 'APPROVED' AND a.status = 'ACTIVE' AND c.active, k.scopes_allowed,
         d.id, d.kind, d.secret_hash, d.public_key
    FROM access.api_client k
      JOIN access.account a ON a.id = k.id
      JOIN access.clinic c ON c.id = k.clinic_id
      LEFT JOIN access.client_credential d ON d.client_id = k.id AND d.retired_at IS NULL AND d.expires_at > statement_timestamp()
    WHERE k.id = p_client
    ORDER BY d.created_at DESC, d.id;
END;

-- For which clinic a program acts, seen or not: a refused attempt stands in that clinic's log.
CREATE FUNCTION policy.clinic_of_client(p_client uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (SELECT k.clinic_id FROM access.api_client k WHERE k.id = p_client);

-- Is this account a registered program? Where people are listed and managed, programs are not.
CREATE FUNCTION policy.is_program(p_account uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN EXISTS (SELECT FROM access.api_client k WHERE k.id = p_account);

-- What a program is allowed at the most, for whoever asks why it may something.
CREATE FUNCTION policy.scopes_of(p_account uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (SELECT k.scopes_allowed FROM access.api_client k WHERE k.id = p_account);

-- Who may keep programs: an administrator of the clinic who holds the right; and the platform.
CREATE FUNCTION policy.keeps_programs(p_clinic uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (policy.works_at(p_clinic, ARRAY['CLINIC_ADMIN']) AND policy.has_right(p_clinic, 'INTEGRATIONS')) OR policy.actor_is(ARRAY['PLATFORM_ADMIN']);

-- A program's account follows its registration, whoever changes it: active while it is let in, without a password.
CREATE FUNCTION policy.keep_program_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM access.api_client k JOIN access.account a ON a.id = k.id
      WHERE k.id = NEW.id AND ((k.state = 'APPROVED') <> (a.status = 'ACTIVE') OR a.password_hash IS NOT NULL OR a.kind <> 'INTEGRATOR')) THEN
    RAISE EXCEPTION 'a program''s account follows its registration' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'program_account_follows';
  END IF;
  RETURN NULL;
END $$;

REVOKE EXECUTE ON FUNCTION policy.client_at_the_door, policy.clinic_of_client, policy.is_program, policy.scopes_of, policy.keeps_programs, policy.keep_program_account FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.client_at_the_door, policy.clinic_of_client, policy.is_program, policy.scopes_of, policy.keeps_programs, policy.keep_program_account TO chiron_app, chiron_owner;
RESET ROLE;

CREATE CONSTRAINT TRIGGER program_account_follows AFTER UPDATE OF status, password_hash, kind ON access.account DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.kind = 'INTEGRATOR') EXECUTE FUNCTION policy.keep_program_account();
CREATE CONSTRAINT TRIGGER program_account_follows AFTER INSERT OR UPDATE OF state ON access.api_client DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION policy.keep_program_account();

-- What the aggregate promises, for whoever comes past it: over is over, only the platform lets in, allows scopes, and lets go on what
-- it holds itself; and only scopes that were asked for are allowed.
CREATE FUNCTION access.keep_program_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  platform boolean := policy.actor_is(ARRAY['PLATFORM_ADMIN']);
BEGIN
  IF OLD.state IN ('REFUSED','REVOKED') AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'a program that is over stays over' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'api_client_over_stays_over';
  END IF;
  IF NOT platform AND (NEW.scopes_allowed IS DISTINCT FROM OLD.scopes_allowed OR (OLD.state = 'REQUESTED' AND NEW.state <> 'REVOKED')
      OR (OLD.held_by_platform AND NEW.state = 'APPROVED')) THEN
    RAISE EXCEPTION 'the platform decides on programs' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'api_client_decided_by_platform';
  END IF;
  IF NEW.state = 'APPROVED' AND OLD.state NOT IN ('REQUESTED','SUSPENDED','APPROVED') THEN
    RAISE EXCEPTION 'a program is let in by a decision' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'api_client_let_in_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_client_keeps_rules BEFORE UPDATE ON access.api_client FOR EACH ROW EXECUTE FUNCTION access.keep_program_rules();

-- At most five credentials hold; the program's row is locked first, so that two who add one at the same moment queue. And a credential
-- that is retired stays so.
CREATE FUNCTION access.keep_credential_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.retired_at IS NOT NULL AND NEW.retired_at IS DISTINCT FROM OLD.retired_at THEN
      RAISE EXCEPTION 'a credential that is retired stays so' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'client_credential_over_stays_over';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM FROM access.api_client k WHERE k.id = NEW.client_id FOR UPDATE;
  IF (SELECT count(*) FROM access.client_credential d WHERE d.client_id = NEW.client_id AND d.retired_at IS NULL AND d.expires_at > statement_timestamp()) >= 5 THEN
    RAISE EXCEPTION 'five credentials hold already' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'client_credential_five_at_most';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER client_credential_keeps_rules BEFORE INSERT OR UPDATE ON access.client_credential FOR EACH ROW EXECUTE FUNCTION access.keep_credential_rules();

ALTER TABLE access.api_client ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.api_client FORCE ROW LEVEL SECURITY;
CREATE POLICY api_client_read ON access.api_client FOR SELECT
  USING (id = policy.actor() OR policy.works_at(clinic_id, ARRAY['CLINIC_ADMIN']) OR policy.actor_is(ARRAY['PLATFORM_ADMIN']));
CREATE POLICY api_client_register ON access.api_client FOR INSERT
  WITH CHECK (registered_by = policy.actor() AND state = 'REQUESTED' AND scopes_allowed IS NULL AND decided_by IS NULL
    AND policy.works_at(clinic_id, ARRAY['CLINIC_ADMIN']) AND policy.has_right(clinic_id, 'INTEGRATIONS'));
CREATE POLICY api_client_change ON access.api_client FOR UPDATE USING (policy.keeps_programs(clinic_id));

ALTER TABLE access.client_credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.client_credential FORCE ROW LEVEL SECURITY;
CREATE POLICY client_credential_read ON access.client_credential FOR SELECT
  USING (client_id IN (SELECT k.id FROM access.api_client k));
CREATE POLICY client_credential_add ON access.client_credential FOR INSERT
  WITH CHECK (created_by = policy.actor() AND policy.keeps_programs(policy.clinic_of_client(client_id)) AND NOT policy.actor_is(ARRAY['PLATFORM_ADMIN']));
-- Its keepers retire it, and the program itself notes the use.
CREATE POLICY client_credential_change ON access.client_credential FOR UPDATE
  USING (client_id = policy.actor() OR policy.keeps_programs(policy.clinic_of_client(client_id)));

ALTER TABLE access.client_assertion ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.client_assertion FORCE ROW LEVEL SECURITY;
CREATE POLICY client_assertion_own ON access.client_assertion USING (client_id = policy.actor()) WITH CHECK (client_id = policy.actor());
