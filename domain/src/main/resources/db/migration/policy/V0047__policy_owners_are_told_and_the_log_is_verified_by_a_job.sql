-- What letters, the nightly verification of the log and the page of safeguards need of the database beside V0030 and V0017.

-- The job that verifies the log; its rows in the log bear this name.
INSERT INTO access.account (id, kind, username, full_name, status, created_at) VALUES
  ('00000000-0000-7000-8000-000000000047', 'SYSTEM', 'job-audit-verify', 'Audit verification', 'ACTIVE', now());

GRANT SELECT ON access.emergency_review TO chiron_policy;

SET ROLE chiron_policy;

-- The owners of a patient whose chart was opened in an emergency, for whoever may judge that emergency: the owners read the judgement,
-- and whoever judges may not be joined to the patient in any other way.
CREATE FUNCTION policy.owner_contacts_of_emergency(p_grant uuid)
  RETURNS TABLE (account_id uuid, email text, phone text, language text, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER ROWS 2
BEGIN ATOMIC
  SELECT a.id,
         CASE WHEN a.email_verified_at IS NOT NULL THEN a.email END,
         CASE WHEN a.phone_verified_at IS NOT NULL THEN a.phone END,
         a.language, a.time_zone
    FROM access.access_grant g
      JOIN access.patient_owner o ON o.patient_id = g.patient_id AND o.until IS NULL
      JOIN access.account a ON a.id = o.account_id AND a.status <> 'DEACTIVATED'
    WHERE g.id = p_grant AND policy.may_review(g.id, g.patient_id, g.clinic_id)
      AND (a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL)
    ORDER BY o.since, a.id;
END;

-- How many emergencies that began before a time nobody has judged: a number, and nothing of whom or where.
CREATE FUNCTION policy.emergencies_unjudged(p_before timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER
  RETURN (
    SELECT count(*) FROM access.access_grant g
      WHERE g.basis = 'EMERGENCY' AND g.granted_at < p_before AND policy.actor_is(ARRAY['PLATFORM_ADMIN','AUDITOR'])
        AND NOT EXISTS (SELECT FROM access.emergency_review v WHERE v.grant_id = g.id));

REVOKE EXECUTE ON FUNCTION policy.owner_contacts_of_emergency(uuid), policy.emergencies_unjudged(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy.owner_contacts_of_emergency(uuid), policy.emergencies_unjudged(timestamptz) TO chiron_app, chiron_owner;
RESET ROLE;
