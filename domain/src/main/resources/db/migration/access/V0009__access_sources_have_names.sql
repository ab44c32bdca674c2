-- Where an entry came from is named, never empty: the commands say so already, a test compares both.
ALTER TABLE access.practitioner
  DROP CONSTRAINT practitioner_source_system_check,
  DROP CONSTRAINT practitioner_source_id_check,
  ADD CONSTRAINT practitioner_source_system_length CHECK (length(source_system) BETWEEN 1 AND 200),
  ADD CONSTRAINT practitioner_source_id_length CHECK (length(source_id) BETWEEN 1 AND 200);
ALTER TABLE access.organization
  DROP CONSTRAINT organization_source_system_check,
  DROP CONSTRAINT organization_source_id_check,
  ADD CONSTRAINT organization_source_system_length CHECK (length(source_system) BETWEEN 1 AND 200),
  ADD CONSTRAINT organization_source_id_length CHECK (length(source_id) BETWEEN 1 AND 200);
