-- Outside a clinic's hours: more than half an hour before it opens or after it closes, by its own clock and the hours that held then. A
-- clinic that has named no hours is taken to be closed before six, from ten at night on, and on Sundays.
CREATE FUNCTION audit.outside_hours(p_clinic uuid, p_at timestamptz, p_zone text) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE
    WHEN EXISTS (SELECT FROM access.clinic_hours h WHERE h.clinic_id = p_clinic AND h.valid_from <= p_at AND (h.valid_until IS NULL OR h.valid_until > p_at))
      THEN NOT EXISTS (
        SELECT FROM access.clinic_hours h
          WHERE h.clinic_id = p_clinic AND h.valid_from <= p_at AND (h.valid_until IS NULL OR h.valid_until > p_at)
            AND h.weekday = to_char(p_at AT TIME ZONE p_zone, 'FMDAY')
            AND extract(hour FROM p_at AT TIME ZONE p_zone) * 60 + extract(minute FROM p_at AT TIME ZONE p_zone)
                BETWEEN h.opens_minute - 30 AND h.closes_minute + 30)
    ELSE extract(isodow FROM p_at AT TIME ZONE p_zone) = 7
      OR (p_at AT TIME ZONE p_zone)::time < time '06:00' OR (p_at AT TIME ZONE p_zone)::time >= time '22:00'
  END;
REVOKE EXECUTE ON FUNCTION audit.outside_hours(uuid, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.outside_hours(uuid, timestamptz, text) TO chiron_app;
