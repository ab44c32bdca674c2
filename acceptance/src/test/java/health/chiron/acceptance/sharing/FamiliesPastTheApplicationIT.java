package health.chiron.acceptance.sharing;

import static health.chiron.acceptance.house.PastTheApplication.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall around families, tried past the first: somebody has the application's own connection (check 9). */
class FamiliesPastTheApplicationIT {
    private static final String JOIN =
            "INSERT INTO access.family_person (id, family_id, account_id, how, invitation_id, since) VALUES (gen_random_uuid(), '%s', '%s', '%s', %s, now())";
    private static final String BRING_IN =
            "INSERT INTO access.family_patient (id, family_id, patient_id, relationship_to_family, label, added_by, since) VALUES (gen_random_uuid(), '%s', '%s', 'PET', 'x', '%s', now())";

    private static Scene.Chart dog;
    private static String owner;
    private static Person inside;
    private static Person asked;
    private static Person stranger;
    private static String family;
    private static String invitation;

    @BeforeAll
    static void a_family() {
        dog = Scene.open().dog();
        owner = Rows.text("SELECT account_id::text FROM access.patient_owner WHERE patient_id = ?::uuid", dog.id());
        inside = People.somebody(dog);
        asked = People.somebody(dog);
        stranger = People.somebody(dog);
        family = Household.found(dog.owner());
        Household.bringIn(dog.owner(), family, dog.id(), "Rex").mustBe(200);
        Household.join(dog.owner(), family, inside);
        invitation =
                Household.invite(dog.owner(), family, asked.mail()).mustBe(201).text("id");
    }

    private static String id(Person person) {
        return Rows.text("SELECT id::text FROM access.account WHERE email = ?", person.mail());
    }

    private static String seen(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT (SELECT count(*) FROM access.family) || ' ' || (SELECT count(*) FROM access.family_person) || ' ' || (SELECT count(*) FROM access.family_patient) || ' ' || (SELECT count(*) FROM records.patient)")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void refused(String account, String statement, String why) throws SQLException {
        as(account, sql -> assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining(why));
    }

    @Test
    void its_people_see_it_who_is_asked_the_name_and_others_nothing_and_nobody_the_patient() throws SQLException {
        as(id(inside), sql -> assertThat(seen(sql)).isEqualTo("1 2 1 0"));
        as(id(asked), sql -> assertThat(seen(sql)).isEqualTo("1 0 0 0"));
        as(id(stranger), sql -> assertThat(seen(sql)).isEqualTo("0 0 0 0"));
    }

    @Test
    void nobody_puts_oneself_or_others_into_a_family() throws SQLException {
        String wall = "row-level security";
        refused(id(stranger), JOIN.formatted(family, id(stranger), "FOUNDED", "NULL"), wall);
        refused(id(stranger), JOIN.formatted(family, id(stranger), "INVITATION", "'" + invitation + "'"), wall);
        // Not accepted yet.
        refused(id(asked), JOIN.formatted(family, id(asked), "INVITATION", "'" + invitation + "'"), wall);
        refused(owner, JOIN.formatted(family, id(stranger), "FOUNDED", "NULL"), wall);
        refused(
                id(stranger),
                "INSERT INTO access.invitation (id, invitation_type, family_id, sent_by, sent_to, addressed_to, title, status, created_at, expires_at) VALUES (gen_random_uuid(), 'FAMILY_JOIN', '%s', '%s', '%s', 'x@example.org', 'x', 'PENDING', now(), now() + interval '1 day')"
                        .formatted(family, id(stranger), id(asked)),
                wall);
        as(
                id(stranger),
                sql -> assertThat(sql.executeUpdate(
                                "UPDATE access.invitation SET status = 'ACCEPTED', responded_at = now() WHERE id = '"
                                        + invitation + "'"))
                        .isZero());
        // Others are not sent away either.
        as(
                id(inside),
                sql -> assertThat(sql.executeUpdate(
                                "UPDATE access.family_person SET until = now() WHERE account_id = '" + owner + "'"))
                        .isZero());
    }

    @Test
    void nobody_brings_in_or_takes_out_what_is_not_the_own() throws SQLException {
        refused(id(inside), BRING_IN.formatted(family, dog.id(), id(inside)), "family_place_rests");
        refused(id(inside), BRING_IN.formatted(family, dog.id(), owner), "row-level security");
        as(
                id(inside),
                sql -> assertThat(sql.executeUpdate(
                                "UPDATE access.family_patient SET until = now(), ended_by = added_by"))
                        .isZero());
        // Two places at once are one too many.
        refused(owner, BRING_IN.formatted(family, dog.id(), owner), "family_patient_once");
    }

    @Test
    void what_is_over_stays_over_and_of_a_place_nothing_changes_but_its_end() throws SQLException {
        as(owner, sql -> {
            sql.execute("UPDATE access.family_patient SET until = now(), ended_by = added_by");
            assertThatThrownBy(() -> sql.execute("UPDATE access.family_patient SET until = NULL, ended_by = NULL"))
                    .hasMessageContaining("stays over");
        });
        refused(owner, "UPDATE access.family_patient SET label = 'y'", "permission denied");
        refused(owner, "UPDATE access.family SET dissolved_at = now()", "permission denied");
    }

    @Test
    void an_animal_or_somebody_elses_is_nobodys_own_record() throws SQLException {
        refused(
                owner,
                "UPDATE access.patient_owner SET is_self_record = true WHERE until IS NULL",
                "the own record is");
    }
}
