package health.chiron.acceptance.sharing;

import static health.chiron.acceptance.house.PastTheApplication.as;
import static health.chiron.acceptance.house.PastTheApplication.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall around shares, tried past the first: somebody has the application's own connection (check 9). */
class SharingPastTheApplicationIT {
    private static Scene scene;
    private static Scene.Chart dog;
    private static Person viewer;
    private static Person full;
    private static Person asked;
    private static String offer;
    private static String owner;

    @BeforeAll
    static void a_shared_dog() {
        scene = Scene.open();
        dog = scene.dog();
        scene.openTo(dog);
        scene.signed(dog);
        viewer = People.somebody(dog);
        full = People.somebody(dog);
        asked = People.somebody(dog);
        People.share(dog, viewer, "view");
        People.share(dog.owner(), dog.id(), full, "full", Map.of("sections", List.of("conditions")));
        offer = People.offer(dog.owner(), dog.id(), asked.mail(), "view", Map.of())
                .mustBe(201)
                .text("id");
        owner = Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", dog.id());
    }

    private static String id(Person person) {
        return Rows.text("SELECT id::text FROM access.account WHERE email = ?", person.mail());
    }

    @Test
    void a_share_opens_its_parts_and_who_is_asked_only_the_name() throws SQLException {
        as(id(viewer), sql -> {
            assertThat(count(sql, "SELECT count(*) FROM records.visit")).isEqualTo(1);
            assertThat(count(sql, "SELECT count(*) FROM access.patient_share")).isEqualTo(1);
            assertThat(count(sql, "SELECT count(*) FROM access.access_grant")).isZero();
        });
        as(
                id(full),
                sql -> assertThat(count(sql, "SELECT count(*) FROM records.visit"))
                        .isZero());
        as(id(asked), sql -> {
            assertThat(count(sql, "SELECT count(*) FROM records.patient")).isEqualTo(1);
            assertThat(count(sql, "SELECT count(*) FROM records.visit")).isZero();
        });
    }

    @Test
    void nobody_gives_oneself_a_share_or_more_than_was_offered() throws SQLException {
        String insert =
                "INSERT INTO access.patient_share (id, patient_id, shared_by, shared_with, permission_level, invitation_id, started_at) VALUES (gen_random_uuid(), '%s', '%s', '%s', '%s', '%s', now())";
        // Not accepted yet.
        as(
                id(asked),
                sql -> assertThatThrownBy(
                                () -> sql.execute(insert.formatted(dog.id(), owner, id(asked), "VIEW", offer)))
                        .hasMessageContaining("row-level security"));
        // Accepted, but for more.
        as(id(asked), sql -> {
            sql.execute("UPDATE access.invitation SET status = 'ACCEPTED', responded_at = now() WHERE id = '" + offer
                    + "'");
            assertThatThrownBy(() -> sql.execute(insert.formatted(dog.id(), owner, id(asked), "FULL", offer)))
                    .hasMessageContaining("row-level security");
        });
        // The sender does not answer in the other's place.
        as(
                owner,
                sql -> assertThatThrownBy(() -> sql.execute(
                                "UPDATE access.invitation SET status = 'ACCEPTED', responded_at = now() WHERE id = '"
                                        + offer + "'"))
                        .hasMessageContaining("answered by whom it was sent to"));
    }

    @Test
    void nobody_gives_what_is_not_the_own() throws SQLException {
        as(
                id(viewer),
                sql -> assertThatThrownBy(() -> sql.execute("""
                        INSERT INTO access.invitation (id, invitation_type, patient_id, sent_by, sent_to, addressed_to, title, permission_level, status, created_at, expires_at)
                        VALUES (gen_random_uuid(), 'PATIENT_SHARE', '%s', '%s', '%s', 'x@example.org', 'x', 'VIEW', 'PENDING', now(), now() + interval '1 day')""".formatted(dog.id(), id(viewer), id(asked))))
                        .hasMessageContaining("row-level security"));
        as(
                id(full),
                sql -> assertThatThrownBy(() -> sql.execute("""
                        INSERT INTO access.invitation (id, invitation_type, patient_id, sent_by, sent_to, addressed_to, title, status, created_at, expires_at)
                        VALUES (gen_random_uuid(), 'OWNERSHIP_TRANSFER', '%s', '%s', '%s', 'x@example.org', 'x', 'PENDING', now(), now() + interval '1 day')""".formatted(dog.id(), id(full), id(asked))))
                        .hasMessageContaining("row-level security"));
        as(
                id(full),
                sql -> assertThatThrownBy(() -> sql.execute(
                                "INSERT INTO access.patient_owner (id, patient_id, account_id, since) VALUES (gen_random_uuid(), '%s', '%s', now())"
                                        .formatted(dog.id(), id(full))))
                        .hasMessageContaining("row-level security"));
    }

    @Test
    void nobody_makes_the_own_share_longer_or_a_dead_one_live() throws SQLException {
        as(id(viewer), sql -> {
            sql.execute("UPDATE access.patient_share SET expires_at = now() + interval '1 hour'");
            assertThatThrownBy(() -> sql.execute("UPDATE access.patient_share SET expires_at = NULL"))
                    .hasMessageContaining("longer");
        });
        as(id(viewer), sql -> {
            sql.execute(
                    "UPDATE access.patient_share SET ended_at = now(), ended_by = shared_with, end_reason = 'LEFT'");
            assertThatThrownBy(() -> sql.execute(
                            "UPDATE access.patient_share SET ended_at = NULL, ended_by = NULL, end_reason = NULL"))
                    .hasMessageContaining("stays over");
        });
    }

    @Test
    void the_same_holds_for_a_share_of_one_relative() throws SQLException {
        Person cousin = People.somebody(dog);
        String relative = People.aunt(dog.owner(), dog.id());
        String invitation = People.offerRelative(dog.owner(), relative, cousin.mail());
        People.accept(cousin, invitation).mustBe(200);
        String longer = "UPDATE access.family_history_share SET expires_at = NULL";
        as(id(cousin), sql -> {
            sql.execute("UPDATE access.family_history_share SET expires_at = now() + interval '1 hour'");
            assertThatThrownBy(() -> sql.execute(longer)).hasMessageContaining("longer");
        });
        as(owner, sql -> {
            sql.execute("UPDATE access.family_history_share SET expires_at = now() + interval '1 hour'");
            assertThat(sql.executeUpdate(longer)).isEqualTo(1);
            sql.execute(
                    "UPDATE access.family_history_share SET ended_at = now(), ended_by = shared_by, end_reason = 'WITHDRAWN'");
            assertThatThrownBy(() -> sql.execute(longer)).hasMessageContaining("stays over");
        });
        as(id(full), sql -> assertThat(sql.executeUpdate(longer)).isZero());
        as(
                owner,
                sql -> assertThatThrownBy(
                                () -> sql.execute("UPDATE access.family_history_share SET started_at = now()"))
                        .hasMessageContaining("permission denied"));
    }

    @Test
    void what_somebody_gave_does_not_outlast_the_own_share_and_does_not_come_back_when_it_ran_out()
            throws SQLException {
        Scene.Chart cat = scene.dog();
        Person keeper = People.somebody(cat);
        Person friend = People.somebody(cat);
        String end = Instant.now().plus(2, ChronoUnit.DAYS).toString();
        People.share(cat.owner(), cat.id(), keeper, "full", Map.of("share_until", end));
        String given = People.share(
                keeper.api(),
                cat.id(),
                friend,
                "view",
                Map.of("share_until", Instant.now().plus(1, ChronoUnit.HOURS).toString()));
        String until = "UPDATE access.patient_share SET expires_at = %s WHERE id = '" + given + "'";
        as(id(keeper), sql -> {
            assertThat(sql.executeUpdate(until.formatted("now() + interval '1 day'")))
                    .isOne();
            assertThatThrownBy(() -> sql.executeUpdate(until.formatted("now() + interval '3 days'")))
                    .hasMessageContaining("outlast");
        });
        String owns =
                Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", cat.id());
        // Not for an owner either: what somebody gave rests on what that person has.
        as(
                owns,
                sql -> assertThatThrownBy(() -> sql.executeUpdate(until.formatted("NULL")))
                        .hasMessageContaining("outlast"));
        as(owns, sql -> {
            assertThat(sql.executeUpdate(until.formatted("started_at + interval '1 microsecond'")))
                    .isOne();
            assertThatThrownBy(() -> sql.executeUpdate(until.formatted("now() + interval '1 hour'")))
                    .hasMessageContaining("stays over");
        });
    }

    @Test
    void a_patient_is_never_left_without_an_owner() throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + owner + "', true)");
            statement.execute("UPDATE access.patient_owner SET until = now() WHERE patient_id = '" + dog.id() + "'");
            assertThatThrownBy(connection::commit).hasMessageContaining("a patient keeps an owner");
        }
    }
}
