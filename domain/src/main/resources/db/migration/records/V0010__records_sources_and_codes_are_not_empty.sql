-- Where a row came from, and its codes, are there or not, but never empty: the commands say so already, a test compares both.
ALTER TABLE records.patient
  DROP CONSTRAINT patient_source_system_check,
  DROP CONSTRAINT patient_source_id_check,
  ADD CONSTRAINT patient_source_system_length CHECK (length(source_system) BETWEEN 1 AND 200),
  ADD CONSTRAINT patient_source_id_length CHECK (length(source_id) BETWEEN 1 AND 200);
ALTER TABLE records.visit
  DROP CONSTRAINT visit_source_system_check,
  DROP CONSTRAINT visit_source_id_check,
  ADD CONSTRAINT visit_source_system_length CHECK (length(source_system) BETWEEN 1 AND 200),
  ADD CONSTRAINT visit_source_id_length CHECK (length(source_id) BETWEEN 1 AND 200);
ALTER TABLE records.condition
  DROP CONSTRAINT condition_source_system_check,
  DROP CONSTRAINT condition_source_id_check,
  DROP CONSTRAINT condition_icd10_code_check,
  DROP CONSTRAINT condition_code_description_check,
  ADD CONSTRAINT condition_source_system_length CHECK (length(source_system) BETWEEN 1 AND 200),
  ADD CONSTRAINT condition_source_id_length CHECK (length(source_id) BETWEEN 1 AND 200),
  ADD CONSTRAINT condition_icd10_code_length CHECK (length(icd10_code) BETWEEN 1 AND 10),
  ADD CONSTRAINT condition_code_description_length CHECK (length(code_description) BETWEEN 1 AND 300);
