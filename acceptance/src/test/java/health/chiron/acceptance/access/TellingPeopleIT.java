package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Outbox;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People;
import health.chiron.launcher.DatabaseRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom something concerns that somebody else has done is told: once, on a proven contact, and without the patient's name. */
class TellingPeopleIT {
    private static final Outbox OUTBOX = House.get().outbox();
    private static final String REASON = "Unconscious after an accident";
    private static Scene scene;

    @BeforeAll
    static void a_clinic_whose_people_have_proven_their_mail() {
        scene = Scene.open();
        List.of("doc", "bee", "desk", "boss").forEach(TellingPeopleIT::mail);
    }

    /** Gives somebody a proven mail address. */
    private static String mail(String who) {
        String mail = scene.username(who) + "@example.org";
        Rows.change(
                "UPDATE access.account SET email = ?, email_verified_at = now() WHERE username = ? AND email IS NULL",
                mail,
                scene.username(who));
        return mail;
    }

    private static String named(Scene.Chart chart) {
        return Rows.text("SELECT given_name FROM records.patient WHERE id = ?::uuid", chart.id());
    }

    private static String told(String mail, String subject, Scene.Chart of) {
        String letter = OUTBOX.about(mail, subject);
        assertThat(letter).contains("/portal/").doesNotContain(named(of), "Check of", "{");
        return letter;
    }

    @Test
    void who_lost_an_access_and_who_gave_one_that_was_returned() {
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        // Two clicks at once end it once, and write one letter.
        List<Integer> answers = Race.of(
                2, () -> dog.owner().post("/grants/" + grant + "/revoke", null).status());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        told(mail("doc"), "An access of yours was ended", dog);

        String second = scene.openToClinic(dog);
        dog.owner().post("/grants/" + second + "/revoke", null).mustBe(200);
        told(mail("desk"), "An access of yours was ended", dog);
        assertThat(OUTBOX.allAbout(mail("doc"), "An access of yours was ended")).hasSize(1);

        String third = scene.openTo(dog);
        scene.doctor.post("/grants/" + third + "/revoke", null).mustBe(200);
        assertThat(OUTBOX.about(dog.mail(), "A clinic has given its access back"))
                .contains(named(dog), "Dr doc", "Clinic ");
    }

    @Test
    void who_asked_hears_the_answer() {
        Scene.Chart dog = scene.dog();
        String yes = scene.ask(dog).text("id");
        dog.owner().post("/access-requests/" + yes + "/allow", null).mustBe(201);
        assertThat(told(mail("desk"), "A request was allowed", dog)).contains("Open until: ");
        String no = scene.ask(dog).text("id");
        dog.owner().post("/access-requests/" + no + "/refuse", null).mustBe(200);
        told(mail("desk"), "A request was refused", dog);
        assertThat(OUTBOX.allAbout(mail("doc"), "A request was allowed")).isEmpty();
    }

    @Test
    void an_emergency_waits_for_the_administrators_and_the_owner_reads_that_it_was_judged() {
        Scene.Chart dog = scene.dog();
        String grant = scene.doctor
                .post("/patients/" + dog.id() + "/access/emergency", Map.of("reason", REASON))
                .mustBe(201)
                .text("id");
        assertThat(told(mail("boss"), "An emergency waits for your review", dog))
                .doesNotContain(REASON);
        scene.doctor.post("/grants/" + grant + "/revoke", null).mustBe(200);
        scene.boss
                .post(
                        "/grants/" + grant + "/review",
                        Map.of("outcome", "justified", "note", "It was an accident indeed"))
                .mustBe(200);
        assertThat(OUTBOX.about(dog.mail(), "An emergency access was judged"))
                .contains(named(dog))
                .doesNotContain("accident");
    }

    /** The second wall: somebody has the application's own connection. */
    @Test
    void how_owners_are_reached_is_for_who_may_judge_and_how_many_wait_for_who_oversees() throws SQLException {
        Scene elsewhere = Scene.open();
        Scene.Chart dog = scene.dog();
        String grant = scene.doctor
                .post("/patients/" + dog.id() + "/access/emergency", Map.of("reason", REASON))
                .mustBe(201)
                .text("id");
        String contacts = "SELECT count(*) FROM policy.owner_contacts_of_emergency('" + grant + "')";
        assertThat(asked(scene.username("boss"), contacts)).isEqualTo(1);
        for (String who : List.of(
                scene.username("doc"),
                scene.username("desk"),
                scene.username("audit"),
                elsewhere.username("boss"),
                dog.mail())) {
            assertThat(asked(who, contacts)).as(who).isZero();
        }
        String waiting = "SELECT policy.emergencies_unjudged('infinity')";
        assertThat(asked(scene.username("audit"), waiting)).isPositive();
        for (String who : List.of(scene.username("doc"), scene.username("boss"), dog.mail())) {
            assertThat(asked(who, waiting)).as(who).isZero();
        }
    }

    private static long asked(String username, String sql) throws SQLException {
        try (Connection connection = House.get().connect(DatabaseRole.APP);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('chiron.account_id', '" + Cast.account(username) + "', true)");
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void who_loses_a_share_or_is_left() {
        Scene.Chart dog = scene.dog();
        People.Person full = People.somebody(dog);
        People.Person below = People.somebody(dog);
        String share = People.share(dog.owner(), dog.id(), full, "full", Map.of());
        People.share(full.api(), dog.id(), below, "view", Map.of());
        String relative = People.aunt(full.api(), dog.id());
        String offer = People.offerRelative(full.api(), relative, below.mail());
        People.accept(below, offer).mustBe(200);

        Instant sooner = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        dog.owner()
                .put(
                        "/shares/" + share,
                        Map.of("expires_at", sooner.toString()),
                        '"' + SharedThings.version("access.patient_share", share) + '"')
                .mustBe(200);
        told(full.mail(), "Something is shared with you for a shorter time", dog);
        told(below.mail(), "Something is shared with you for a shorter time", dog);

        String waiting = People.address();
        People.offer(full.api(), dog.id(), waiting, "view", Map.of()).mustBe(201);
        dog.owner().delete("/shares/" + share).mustBe(200);
        told(full.mail(), "Something is no longer shared with you", dog);
        told(below.mail(), "Something is no longer shared with you", dog);
        // Two of below's shares ended and were shortened, with one letter each time; whoever has no account hears
        // nothing.
        assertThat(OUTBOX.allAbout(below.mail(), "Something is no longer shared with you"))
                .hasSize(1);
        assertThat(OUTBOX.allAbout(below.mail(), "Something is shared with you for a shorter time"))
                .hasSize(1);
        assertThat(OUTBOX.allAbout(waiting, "An offer was called off")).isEmpty();

        String viewer = People.share(dog, below, "view");
        below.api().post("/shares/" + viewer + "/leave", null).mustBe(200);
        assertThat(told(dog.mail(), "Somebody has left what you shared", dog)).contains(below.mail());

        String called = People.offer(dog.owner(), dog.id(), below.mail(), "view", Map.of())
                .mustBe(201)
                .text("id");
        dog.owner().post("/invitations/" + called + "/cancel", null).mustBe(200);
        told(below.mail(), "An offer was called off", dog);
    }

    @Test
    void a_change_of_owner_reaches_co_owners_sharers_and_doctors() {
        Scene.Chart dog = scene.dog();
        Scene.Chart other = scene.dog();
        Rows.change(
                "INSERT INTO access.patient_owner (id, patient_id, account_id, since) SELECT gen_random_uuid(), ?::uuid, account_id, now() FROM access.patient_owner WHERE patient_id = ?::uuid",
                dog.id(),
                other.id());
        scene.openTo(dog, scene.otherDoctorId, List.of());
        People.Person viewer = People.somebody(dog);
        People.Person heir = People.somebody(dog);
        People.share(dog, viewer, "view");
        People.accept(
                        heir,
                        dog.owner()
                                .post(
                                        "/patients/" + dog.id() + "/owners/transfer",
                                        Map.of("email", heir.mail(), "title", "Yours now"))
                                .mustBe(201)
                                .text("id"))
                .mustBe(200);
        told(mail("bee"), "An access of yours has ended", dog);
        told(viewer.mail(), "Something is no longer shared with you", dog);
        told(other.mail(), "Another owner beside you", dog);
    }

    @Test
    void programs_and_their_state() {
        String admin = "admin-" + Scene.next() + "@example.org";
        String before = Rows.text(
                "SELECT concat_ws('|', id, email) FROM access.account WHERE kind = 'PLATFORM_ADMIN' AND username = ?",
                House.get().stack().firstAdministrator().username());
        String id = before.split("\\|", -1)[0];
        Rows.change("UPDATE access.account SET email = ?, email_verified_at = now() WHERE id = ?::uuid", admin, id);
        try {
            Programs.Program program = Programs.registered(scene, "system/Patient.r");
            assertThat(OUTBOX.about(admin, "A program waits to be let in")).contains("Bridge ", "Clinic ");
            program.approve();
            assertThat(OUTBOX.about(mail("boss"), "Your program was let in")).contains("Bridge ");
        } finally {
            Rows.change(
                    "UPDATE access.account SET email = NULL, email_verified_at = NULL WHERE id = ?::uuid AND email = ?",
                    id,
                    admin);
        }
    }

    @Test
    void the_holder_of_an_account_and_whoever_invited_somebody() {
        scene.another("staff", "temp");
        String id = Rows.text("SELECT id::text FROM access.account WHERE username = ?", scene.username("temp"));
        mail("temp");
        scene.boss.post("/accounts/" + id + "/unlock", null).mustBe(200);
        Rows.change("UPDATE access.account SET locked_until = now() + interval '10 minutes' WHERE id = ?::uuid", id);
        scene.boss.post("/accounts/" + id + "/unlock", null).mustBe(200);
        OUTBOX.about(mail("temp"), "Your account was unlocked");
        scene.boss
                .post("/accounts/" + id + "/deactivate", Map.of("reason", "On leave"))
                .mustBe(200);
        assertThat(OUTBOX.about(mail("temp"), "Your account is not in use any more"))
                .doesNotContain("leave");
        scene.boss.post("/accounts/" + id + "/reactivate", null).mustBe(200);
        OUTBOX.about(mail("temp"), "Your account is in use again");
        // The first time there was nothing to unlock.
        assertThat(OUTBOX.allAbout(mail("temp"), "Your account was unlocked")).hasSize(1);

        Scene other = Scene.open();
        String invitations = "/clinics/" + scene.clinic + "/invitations";
        for (int turn = 0; turn < 2; turn++) {
            scene.boss
                    .post(invitations, Map.of("addressed_to", other.username("doc")))
                    .mustBe(201);
            String waiting = other.doctor.get("/clinic-invitations").mustBe(200).text("invitations/0/id");
            String verb = turn == 0 ? "decline" : "accept";
            other.doctor
                    .post("/clinic-invitations/" + waiting + "/" + verb, null)
                    .mustBe(204);
        }
        assertThat(OUTBOX.about(mail("boss"), "Your invitation was accepted")).contains(other.username("doc"));
        assertThat(OUTBOX.allAbout(mail("boss"), "Your invitation was accepted"))
                .hasSize(1);
    }
}
