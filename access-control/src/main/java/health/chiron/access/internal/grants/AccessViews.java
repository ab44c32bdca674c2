package health.chiron.access.internal.grants;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.Sections;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests and grants as they are shown. Row-level security leaves out what the actor does not reach. */
@ApplicationScoped
class AccessViews {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    AccessRequestView request(RequestId request) {
        return sql.first("""
                        SELECT r.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                               k.masked_target, k.delivery, k.expires_at AS code_expires_at, g.id AS grant_id,
                               CASE WHEN t.window_start > ? THEN t.tries ELSE 0 END AS tries
                          FROM access.access_request r
                          JOIN access.clinic c ON c.id = r.clinic_id
                          LEFT JOIN access.account d ON d.id = r.doctor_id
                          LEFT JOIN records.patient p ON p.id = r.patient_id
                          LEFT JOIN access.access_grant g ON g.request_id = r.id
                          LEFT JOIN access.code_tries t ON t.patient_id = r.patient_id AND t.clinic_id = r.clinic_id
                          LEFT JOIN LATERAL (SELECT * FROM access.one_time_code o WHERE o.request_id = r.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1) k ON true
                         WHERE r.id = ?""", this::request, clock.instant().minus(Codes.WINDOW), request)
                .orElseThrow(Refusal::notFound);
    }

    Page<AccessRequestView> requestsOf(ClinicId clinic, PageRequest page) {
        List<AccessRequestView> items =
                sql.list("""
                SELECT r.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name,
                       k.masked_target, k.delivery, k.expires_at AS code_expires_at, g.id AS grant_id,
                       CASE WHEN t.window_start > ? THEN t.tries ELSE 0 END AS tries
                  FROM (SELECT * FROM access.access_request WHERE clinic_id = ? ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?) r
                  JOIN access.clinic c ON c.id = r.clinic_id
                  LEFT JOIN access.account d ON d.id = r.doctor_id
                  LEFT JOIN records.patient p ON p.id = r.patient_id
                  LEFT JOIN access.access_grant g ON g.request_id = r.id
                  LEFT JOIN access.code_tries t ON t.patient_id = r.patient_id AND t.clinic_id = r.clinic_id
                  LEFT JOIN LATERAL (SELECT * FROM access.one_time_code o WHERE o.request_id = r.id ORDER BY o.created_at DESC, o.id DESC LIMIT 1) k ON true
                 ORDER BY r.created_at DESC, r.id DESC""", this::request, clock.instant().minus(Codes.WINDOW), clinic, page.limit(), page.offset());
        long total = sql.count("SELECT count(*) FROM access.access_request WHERE clinic_id = ?", clinic);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    GrantView grant(GrantId grant) {
        return sql.first("""
                        SELECT g.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name
                          FROM access.access_grant g
                          JOIN access.clinic c ON c.id = g.clinic_id
                          LEFT JOIN access.account d ON d.id = g.doctor_id
                          LEFT JOIN records.patient p ON p.id = g.patient_id
                         WHERE g.id = ?""", this::grant, grant).orElseThrow(Refusal::notFound);
    }

    Page<GrantView> grantsOf(PatientId patient, PageRequest page) {
        List<GrantView> items = sql.list("""
                SELECT g.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name
                  FROM access.access_grant g
                  JOIN access.clinic c ON c.id = g.clinic_id
                  LEFT JOIN access.account d ON d.id = g.doctor_id
                  LEFT JOIN records.patient p ON p.id = g.patient_id
                 WHERE g.patient_id = ?
                 ORDER BY (g.ended_at IS NULL AND g.expires_at > statement_timestamp()) DESC, g.granted_at DESC, g.id DESC LIMIT ? OFFSET ?""", this::grant, patient, page.limit(), page.offset());
        long total = sql.count("SELECT count(*) FROM access.access_grant WHERE patient_id = ?", patient);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    Page<GrantView> grantsOf(ClinicId clinic, boolean activeOnly, PageRequest page) {
        List<GrantView> items = sql.list("""
                SELECT g.*, c.name AS clinic_name, d.full_name AS doctor_name, coalesce(p.family_name || ', ', '') || p.given_name AS patient_name
                  FROM access.access_grant g
                  JOIN access.clinic c ON c.id = g.clinic_id
                  LEFT JOIN access.account d ON d.id = g.doctor_id
                  LEFT JOIN records.patient p ON p.id = g.patient_id
                 WHERE g.clinic_id = ? AND (NOT ? OR (g.ended_at IS NULL AND g.expires_at > statement_timestamp()))
                 ORDER BY (g.ended_at IS NULL AND g.expires_at > statement_timestamp()) DESC, g.granted_at DESC, g.id DESC LIMIT ? OFFSET ?""", this::grant, clinic, activeOnly, page.limit(), page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.access_grant g WHERE g.clinic_id = ? AND (NOT ? OR (g.ended_at IS NULL AND g.expires_at > statement_timestamp()))",
                clinic,
                activeOnly);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    private AccessRequestView request(Sql.Row row) throws SQLException {
        Instant expires = row.instant("expires_at");
        AccessRequestView.Status status = row.word(AccessRequestView.Status.class, "status");
        if (status == AccessRequestView.Status.PENDING && !expires.isAfter(clock.instant())) {
            status = AccessRequestView.Status.EXPIRED;
        }
        UUID doctor = row.id("doctor_id");
        UUID grant = row.id("grant_id");
        return new AccessRequestView(
                new RequestId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("patient_name"),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                doctor == null ? null : new AccountId(doctor),
                row.text("doctor_name"),
                row.text("purpose"),
                Sections.read(row.text("sections")),
                row.integer("grant_hours"),
                status,
                row.instant("created_at"),
                expires,
                row.text("masked_target"),
                row.word(AccessRequestView.Delivery.class, "delivery"),
                row.instant("code_expires_at"),
                AccessRequest.CODES - row.integer("codes_sent"),
                Codes.TRIES - (int) row.number("tries"),
                grant == null ? null : new GrantId(grant));
    }

    private GrantView grant(Sql.Row row) throws SQLException {
        Instant ended = row.instant("ended_at");
        Instant expires = row.instant("expires_at");
        UUID doctor = row.id("doctor_id");
        GrantView.Status status = ended != null
                ? GrantView.Status.REVOKED
                : expires.isAfter(clock.instant()) ? GrantView.Status.ACTIVE : GrantView.Status.EXPIRED;
        return new GrantView(
                new GrantId(row.id("id")),
                new PatientId(row.id("patient_id")),
                row.text("patient_name"),
                new ClinicId(row.id("clinic_id")),
                row.text("clinic_name"),
                doctor == null ? null : new AccountId(doctor),
                row.text("doctor_name"),
                row.text("purpose"),
                Sections.read(row.text("sections")),
                row.instant("granted_at"),
                expires,
                ended,
                status);
    }
}
