package health.chiron.acceptance.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.Category;
import health.chiron.access.api.Credentials;
import health.chiron.access.api.PortalSession;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.records.VisitType;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.VisitContent;
import health.chiron.records.api.VisitQuery;
import health.chiron.records.api.VisitView;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Doors without REST or pages in front: the guard, the transaction and the audit log are the container's work. */
@ArquillianTest
class CallingDoorsInsideTheServerIT {
    private static final PageRequest PAGE = PageRequest.first(200);

    @Deployment
    static EnterpriseArchive application() {
        return InnerHouse.with(CallingDoorsInsideTheServerIT.class);
    }

    private void be(String who) {
        PortalSession session = Inside.get()
                .signIn()
                .openPortal(new Credentials(Known.read().get(who), Known.read().get("password")))
                .session()
                .orElseThrow();
        Inside.get().call().of(session.account().id(), session.id());
    }

    private PatientId patient(String name) {
        return new PatientId(UUID.fromString(Known.read().get(name)));
    }

    private VisitId visit() {
        return new VisitId(UUID.fromString(Known.read().get("visit")));
    }

    private static Refusal refused(ThrowingCallable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act);
        assertThat(refusal).as("a refusal, not an exception of the container's").isNotNull();
        return refusal;
    }

    /** Acts on visits; that somebody reads the log about the patient stands there as well. */
    private long logged(PatientId patient, String outcome) {
        be("auditor");
        return Inside.get().trail().search(AuditQuery.ALL.about(patient).that(outcome), PAGE).entries().stream()
                .filter(entry -> entry.category() == Category.VISITS)
                .count();
    }

    private static VisitContent content(String complaint) {
        return new VisitContent(
                null,
                VisitType.OTHER,
                null,
                Instant.parse("2026-11-20T10:00:00Z"),
                null,
                null,
                null,
                complaint,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void nobody_gets_past_the_guard() {
        assertThat(refused(() -> Inside.get().patients().get(patient("dog"))).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void a_session_of_somebody_else_gets_nobody_past_the_guard() {
        be("doctor");
        SessionId doctors = Inside.get().call().session().orElseThrow();
        be("desk");
        Inside.get().call().of(Inside.get().call().account().orElseThrow(), doctors);
        assertThat(refused(() -> Inside.get().patients().get(patient("dog"))).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void a_role_that_does_not_include_it_is_refused_and_logged() {
        long before = logged(patient("dog"), "DENIED");
        be("desk");
        assertThat(refused(() -> Inside.get().visits().get(visit())).kind())
                .isIn(Refusal.Kind.FORBIDDEN, Refusal.Kind.NOT_FOUND);
        assertThat(logged(patient("dog"), "DENIED")).isEqualTo(before + 1);
    }

    @Test
    void the_guard_comes_before_the_fields_are_looked_at() {
        be("doctor");
        VisitContent invalid = content("x".repeat(5000));
        assertThat(refused(() -> Inside.get().visits().draft(patient("stranger"), invalid))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refused(() -> Inside.get().visits().draft(patient("dog"), invalid))
                        .kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void a_refusal_rolls_the_whole_transaction_back_and_leaves_its_row_in_the_log() throws Exception {
        long failed = logged(patient("dog"), "FAILED");
        long permitted = logged(patient("dog"), "PERMITTED");
        be("doctor");
        Inside.get().transaction().begin();
        VisitView draft = Inside.get().visits().draft(patient("dog"), content("Rolled back"));
        assertThat(refused(() -> Inside.get().visits().sign(draft.id(), draft.version() + 7))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        assertThat(Inside.get().transaction().getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        Inside.get().transaction().rollback();

        be("doctor");
        assertThat(refused(() -> Inside.get().visits().get(draft.id())).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(logged(patient("dog"), "FAILED")).isEqualTo(failed + 1);
        // The row of the draft was written in the act's own transaction, and went with it.
        assertThat(logged(patient("dog"), "PERMITTED")).isEqualTo(permitted);
    }

    @Test
    void no_connection_of_the_pool_carries_an_actor() throws SQLException {
        be("doctor");
        assertThat(Inside.get()
                        .visits()
                        .ofPatient(patient("dog"), VisitQuery.ALL, PAGE)
                        .page()
                        .items())
                .isNotEmpty();
        refused(() -> Inside.get().visits().get(new VisitId(UUID.randomUUID())));

        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                Connection connection = Inside.get().pool().getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery(
                                "SELECT coalesce(current_setting('chiron.account_id', true), ''), (SELECT count(*) FROM records.visit)")) {
                    row.next();
                    assertThat(row.getString(1)).isEmpty();
                    assertThat(row.getLong(2)).isZero();
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }
}
