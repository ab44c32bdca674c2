-- The roles (ADR 3). Run as superuser in any database, at every start: passwords are set anew.
--   chiron_owner   owns the schemas and migrates; never serves a request
--   chiron_app     serves requests; owns nothing, row-level security is forced on it
--   chiron_policy  owns the functions that compute reachability; nobody can sign in as it
--   chiron_retention  owns the function that removes rows of the audit log whose time is over; nobody can sign in as it
-- This file does not create the database: CREATE DATABASE cannot run inside a script with others.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chiron_owner') THEN CREATE ROLE chiron_owner; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chiron_app') THEN CREATE ROLE chiron_app; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chiron_policy') THEN CREATE ROLE chiron_policy; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chiron_retention') THEN CREATE ROLE chiron_retention; END IF;
END $$;
ALTER ROLE chiron_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD '${owner_password}';
ALTER ROLE chiron_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION PASSWORD '${app_password}';
ALTER ROLE chiron_policy NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS NOREPLICATION;
GRANT chiron_policy TO chiron_owner WITH INHERIT FALSE, SET TRUE;
ALTER ROLE chiron_retention NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION;
GRANT chiron_retention TO chiron_owner WITH INHERIT FALSE, SET TRUE;
-- Nothing that a request waits for lasts longer: a locked or slow table, the log's above all, ends in an answer.
ALTER ROLE chiron_app SET lock_timeout = '5s';
ALTER ROLE chiron_app SET statement_timeout = '15s';
