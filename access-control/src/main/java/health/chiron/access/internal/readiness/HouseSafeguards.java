package health.chiron.access.internal.readiness;

import static health.chiron.access.api.Safeguard.Kind.APPLICATION_ROLE;
import static health.chiron.access.api.Safeguard.Kind.CLOCKS_AGREE;
import static health.chiron.access.api.Safeguard.Kind.DELIVERY;
import static health.chiron.access.api.Safeguard.Kind.ENCRYPTED_STORAGE;
import static health.chiron.access.api.Safeguard.Kind.HTTPS;
import static health.chiron.access.api.Safeguard.Kind.LOG_APPEND_ONLY;
import static health.chiron.access.api.Safeguard.Kind.ROW_LEVEL_SECURITY;

import health.chiron.access.api.Safeguard;
import health.chiron.access.api.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** What the settings and the database's own catalogue tell. The catalogue is asked, and no list kept here: a new table is in it. */
@ApplicationScoped
class HouseSafeguards {
    @Inject
    private Config config;

    @Inject
    private DatabaseState database;

    @Inject
    private Sql sql;

    List<Safeguard> look() {
        Settings settings = new Settings(
                name -> config.getOptionalValue(name.toLowerCase(Locale.ROOT).replace('_', '.'), String.class));
        List<String> open = tablesOpenToAll();
        return List.of(
                Safeguard.of(HTTPS, settings.publicIsHttps()),
                Safeguard.of(DELIVERY, settings.delivers()),
                Safeguard.untold(ENCRYPTED_STORAGE),
                Safeguard.of(ROW_LEVEL_SECURITY, open.isEmpty()).naming(open).counting(open.size()),
                Safeguard.of(APPLICATION_ROLE, isOrdinary()),
                Safeguard.of(LOG_APPEND_ONLY, appendsOnly()),
                Safeguard.of(CLOCKS_AGREE, database.clocks().isEmpty()));
    }

    /** Tables that hold patients, or name one, and on which row-level security is not on, or not for their owner as well. */
    private List<String> tablesOpenToAll() {
        return sql.list("""
                SELECT n.nspname || '.' || c.relname AS name
                  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r','p') AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
                   AND ((n.nspname = 'records' AND c.relname = 'patient')
                        OR EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'patient_id' AND NOT a.attisdropped))
                   AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                 ORDER BY 1""", row -> row.text("name"));
    }

    private boolean isOrdinary() {
        return sql.count("""
                SELECT count(*) FROM pg_catalog.pg_roles r
                 WHERE r.rolname = current_user AND NOT (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication)
                   AND NOT EXISTS (
                     SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                      WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND pg_has_role(r.oid, c.relowner, 'MEMBER'))""") > 0;
    }

    private boolean appendsOnly() {
        return sql.count("""
                SELECT count(*) FROM unnest(ARRAY[to_regclass('audit.event')::oid, to_regclass('audit.seal')::oid, to_regclass('audit.anchor')::oid]) AS log(t)
                 WHERE t IS NULL OR has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(t, 'UPDATE')""") == 0;
    }
}
