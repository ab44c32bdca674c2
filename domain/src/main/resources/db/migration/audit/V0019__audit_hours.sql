-- When a clinic is hardly open: before six, from ten at night on, and on Sundays, by its own clock. The hours of a clinic are a text for
-- people; one rule for all is coarse, and can be stated.
CREATE FUNCTION audit.outside_hours(p_at timestamptz, p_zone text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN extract(isodow FROM p_at AT TIME ZONE p_zone) = 7
      OR (p_at AT TIME ZONE p_zone)::time < time '06:00' OR (p_at AT TIME ZONE p_zone)::time >= time '22:00';
REVOKE EXECUTE ON FUNCTION audit.outside_hours(timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.outside_hours(timestamptz, text) TO chiron_app;
