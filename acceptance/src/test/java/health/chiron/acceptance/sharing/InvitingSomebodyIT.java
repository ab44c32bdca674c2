package health.chiron.acceptance.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.People.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An offer waits for one answer, and tells nothing of who is behind an address (check 14). */
class InvitingSomebodyIT {
    private static Scene scene;
    private static Scene.Chart dog;

    @BeforeAll
    static void somebodys_dog() {
        scene = Scene.open();
        dog = scene.dog();
    }

    @Test
    void an_address_with_and_one_without_an_account_are_answered_alike() {
        Person known = People.somebody(dog);
        Answer toKnown = People.offer(dog.owner(), dog.id(), known.mail(), "view", Map.of())
                .mustBe(201);
        Answer toNew = People.offer(dog.owner(), dog.id(), People.address(), "view", Map.of())
                .mustBe(201);
        assertThat(plain(toKnown)).isEqualTo(plain(toNew));
        assertThat(toKnown.text("sent_to")).isEqualTo(known.mail());
        // An account that can never hold a share is answered alike as well.
        String staff = "boss-" + Scene.next() + "@example.org";
        Rows.change("UPDATE access.account SET email = ? WHERE username = ?", staff, scene.username("audit"));
        assertThat(plain(People.offer(dog.owner(), dog.id(), staff, "view", Map.of())
                        .mustBe(201)))
                .isEqualTo(plain(toNew));
        assertThat(House.get().outbox().to(staff)).isEmpty();
        Answer sent = dog.owner().get("/invitations/sent").mustBe(200);
        assertThat(sent.text()).doesNotContain("account");
    }

    private static ObjectNode plain(Answer answer) {
        ObjectNode body = answer.json().deepCopy();
        body.remove(List.of("id", "sent_to", "created_at", "expires_at"));
        return body;
    }

    @Test
    void an_address_with_and_one_without_an_account_take_as_long() {
        Scene.Chart own = scene.dog();
        List<Person> known = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            known.add(People.somebody(own));
        }
        List<Long> old = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            // Alternating, so that what else the machine does falls on both.
            String to = known.get(round % 4).mail();
            old.add(timed(own, to));
            fresh.add(timed(own, People.address()));
        }
        // Far below what a password hash or a letter within the request would add.
        assertThat(median(fresh) - median(old)).isBetween(-10_000_000L, 10_000_000L);
    }

    private static long timed(Scene.Chart chart, String mail) {
        long start = System.nanoTime();
        String id = People.offer(chart.owner(), chart.id(), mail, "view", Map.of())
                .mustBe(201)
                .text("id");
        long took = System.nanoTime() - start;
        Rows.change(
                "UPDATE access.invitation SET status = 'CANCELLED', responded_at = created_at WHERE id = ?::uuid", id);
        return took;
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    @Test
    void a_new_address_gets_a_link_to_a_first_password_and_then_finds_the_offer() {
        String mail = People.address();
        String invitation = People.offer(dog.owner(), dog.id(), mail, "view", Map.of())
                .mustBe(201)
                .text("id");
        String letter = House.get().outbox().message(mail, 1);
        assertThat(letter).contains("/portal/activate?token=").doesNotContain("Rex");
        Person person = People.activate(mail);
        Answer received = person.api().get("/invitations/received").mustBe(200);
        assertThat(received.json().at("/invitations/0/id").asText()).isEqualTo(invitation);
        assertThat(received.json().at("/invitations/0/patient_name").asText()).startsWith("Rex");
        // Who is asked sees who it is, and nothing more.
        person.api().get("/patients/" + dog.id() + "/banner").mustBe(200);
        person.api().get("/patients/" + dog.id() + "/chart").mustBe(403);
        person.api().get("/patients/" + dog.id()).mustBe(403);
        assertThat(People.listed(person)).isEmpty();
        People.accept(person, invitation).mustBe(200);
        person.api().get("/patients/" + dog.id() + "/chart").mustBe(200);
        assertThat(House.get()
                        .outbox()
                        .message(dog.mail(), House.get().outbox().to(dog.mail()).size()))
                .isNotEmpty();
    }

    @Test
    void nobody_shares_with_oneself_or_an_owner_or_twice_at_once() {
        assertThat(People.offer(dog.owner(), dog.id(), dog.mail(), "view", Map.of())
                        .mustBe(400)
                        .text("errors/0/code"))
                .isEqualTo("access/share-with-oneself");
        String mail = People.address();
        People.offer(dog.owner(), dog.id(), mail, "view", Map.of()).mustBe(201);
        assertThat(People.offer(dog.owner(), dog.id(), mail.toUpperCase(java.util.Locale.ROOT), "full", Map.of())
                        .mustBe(409)
                        .text("type"))
                .endsWith("access/invitation-waits");
        Person full = People.somebody(dog);
        People.share(dog, full, "full");
        assertThat(People.offer(full.api(), dog.id(), dog.mail(), "view", Map.of())
                        .mustBe(409)
                        .text("type"))
                .endsWith("access/already-owner");
    }

    @Test
    void twenty_equal_offers_at_once_leave_one() {
        String mail = People.address();
        List<Integer> answers = Race.of(
                20,
                () -> People.offer(dog.owner(), dog.id(), mail, "view", Map.of())
                        .status());
        assertThat(answers).filteredOn(s -> s == 201).hasSize(1);
        assertThat(answers).filteredOn(s -> s != 201).allMatch(s -> s == 409);
        assertThat(Rows.count("SELECT count(*) FROM access.account WHERE email = ?", mail))
                .isEqualTo(1);
    }

    @Test
    void accepting_rejecting_and_cancelling_at_once_have_one_outcome() {
        Person person = People.somebody(dog);
        for (int round = 0; round < 8; round++) {
            String invitation = People.offer(dog.owner(), dog.id(), person.mail(), "view", Map.of())
                    .mustBe(201)
                    .text("id");
            AtomicInteger turn = new AtomicInteger();
            List<Integer> answers = Race.of(9, () -> switch (turn.getAndIncrement() % 3) {
                case 0 -> People.accept(person, invitation).status();
                case 1 ->
                    person.api()
                            .post("/invitations/" + invitation + "/reject", Map.of())
                            .status();
                default ->
                    dog.owner()
                            .post("/invitations/" + invitation + "/cancel", null)
                            .status();
            });
            assertThat(answers).filteredOn(s -> s == 200).hasSize(1);
            assertThat(answers).allMatch(s -> List.of(200, 403, 404, 409).contains(s));
            boolean accepted = Rows.text("SELECT status FROM access.invitation WHERE id = ?::uuid", invitation)
                    .equals("ACCEPTED");
            assertThat(Rows.count(
                            "SELECT count(*) FROM access.patient_share WHERE invitation_id = ?::uuid", invitation))
                    .isEqualTo(accepted ? 1 : 0);
            if (accepted) {
                String share = Rows.text(
                        "SELECT id::text FROM access.patient_share WHERE invitation_id = ?::uuid", invitation);
                dog.owner().delete("/shares/" + share).mustBe(200);
            }
        }
    }

    @Test
    void one_that_has_run_out_is_expired_by_the_clock_and_can_be_sent_anew() {
        Person person = People.somebody(dog);
        String invitation = People.offer(dog.owner(), dog.id(), person.mail(), "view", Map.of())
                .mustBe(201)
                .text("id");
        Rows.change(
                "UPDATE access.invitation SET created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days' WHERE id = ?::uuid",
                invitation);
        assertThat(dog.owner().get("/invitations/" + invitation).mustBe(200).text("status"))
                .isEqualTo("expired");
        People.accept(person, invitation).mustBe(404);
        assertThat(People.listed(person)).isEmpty();
        People.offer(dog.owner(), dog.id(), person.mail(), "view", Map.of()).mustBe(201);
    }

    /** Offers in every state: of one owner, and to one person who answers. */
    private record Offers(
            Scene.Chart of, Person to, String rejected, String accepted, String relative, Map<String, String> others) {
        static Offers sent() {
            Scene.Chart own = scene.dog();
            Person to = People.somebody(own);
            String rejected = Rows.text(
                    "SELECT id::text FROM access.invitation WHERE patient_id = ?::uuid AND status = 'REJECTED'",
                    own.id());
            String accepted = offer(own, to.mail());
            People.accept(to, accepted).mustBe(200);
            String member = People.aunt(own.owner(), own.id());
            String relative = People.offerRelative(own.owner(), member, to.mail());
            String waiting = People.address();
            String cancelled = offer(own, People.address());
            own.owner().post("/invitations/" + cancelled + "/cancel", null).mustBe(200);
            String late = offer(own, People.address());
            Rows.change(
                    "UPDATE access.invitation SET created_at = created_at - interval '8 days', expires_at = expires_at - interval '8 days' WHERE id = ?::uuid",
                    late);
            return new Offers(
                    own,
                    to,
                    rejected,
                    accepted,
                    relative,
                    Map.of(
                            "waiting",
                            offer(own, waiting),
                            "cancelled",
                            cancelled,
                            "late",
                            late,
                            "owner",
                            own.owner()
                                    .post(
                                            "/patients/" + own.id() + "/owners/transfer",
                                            Map.of("email", People.address(), "title", "Yours"))
                                    .mustBe(201)
                                    .text("id")));
        }

        private static String offer(Scene.Chart own, String mail) {
            return People.offer(own.owner(), own.id(), mail, "view", Map.of())
                    .mustBe(201)
                    .text("id");
        }
    }

    private static void assertListed(Answer list, String... ids) {
        assertThat(list.mustBe(200).json().path("invitations").findValuesAsText("id"))
                .containsExactlyInAnyOrder(ids);
        assertThat(list.json().path("total").asInt()).isEqualTo(ids.length);
    }

    @Test
    void lists_of_invitations_are_narrowed_by_how_far_they_have_come_and_what_they_offer() {
        Offers offers = Offers.sent();
        Api owner = offers.of().owner();
        String waiting = offers.others().get("waiting");
        String ownership = offers.others().get("owner");
        assertListed(owner.get("/invitations/sent?status=pending"), waiting, offers.relative(), ownership);
        assertListed(owner.get("/invitations/sent?status=accepted"), offers.accepted());
        assertListed(owner.get("/invitations/sent?status=rejected"), offers.rejected());
        assertListed(
                owner.get("/invitations/sent?status=cancelled"), offers.others().get("cancelled"));
        // Nobody wrote this down: the end says so, and it is not among those that wait.
        Answer late = owner.get("/invitations/sent?status=expired");
        assertListed(late, offers.others().get("late"));
        assertThat(late.text("invitations/0/status")).isEqualTo("expired");
        assertListed(owner.get("/invitations/sent?invitation_type=family_history_share"), offers.relative());
        assertListed(owner.get("/invitations/sent?invitation_type=ownership_transfer"), ownership);
        assertListed(owner.get("/invitations/sent?invitation_type=family_join"));
        assertListed(owner.get("/invitations/sent?status=pending&invitation_type=patient_share"), waiting);
        Answer part = owner.get("/invitations/sent?status=pending&limit=1").mustBe(200);
        assertThat(part.json().path("invitations")).hasSize(1);
        assertThat(part.json().path("total").asInt()).isEqualTo(3);

        Api asked = offers.to().api();
        assertListed(asked.get("/invitations/received"), offers.rejected(), offers.accepted(), offers.relative());
        assertListed(asked.get("/invitations/received?status=pending"), offers.relative());
        assertListed(asked.get("/invitations/received?status=accepted"), offers.accepted());
        assertListed(
                asked.get("/invitations/received?invitation_type=patient_share"), offers.rejected(), offers.accepted());
        assertListed(asked.get("/invitations/received?status=rejected&invitation_type=family_history_share"));
        assertListed(asked.get("/invitations/sent?status=pending"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "invitation_type"})
    void a_filter_that_is_no_word_is_named(String parameter) {
        for (String list : List.of("sent", "received")) {
            for (String value : List.of("lost", "PENDING", "PATIENT_SHARE")) {
                assertThat(dog.owner()
                                .get("/invitations/" + list + "?" + parameter + "=" + value)
                                .mustBe(400)
                                .fields())
                        .containsExactly(parameter);
            }
        }
    }

    @Test
    void the_page_narrows_what_was_sent_keeps_its_filter_and_says_when_nothing_fits() {
        Offers offers = Offers.sent();
        String late = offers.others().get("late");
        String address = Rows.text("SELECT addressed_to FROM access.invitation WHERE id = ?::uuid", late);
        var portal = House.get().portal().mustSignIn(offers.of().mail(), Scene.PASSWORD);
        String all = portal.get("invitations").text();
        assertThat(all).contains(address, offers.to().mail()).doesNotContain("No invitation fits");
        String narrowed =
                portal.get("invitations?status=EXPIRED&type=PATIENT_SHARE").text();
        assertThat(narrowed)
                .contains(address, "<option value=\"EXPIRED\" selected=\"selected\">")
                .contains("<option value=\"PATIENT_SHARE\" selected=\"selected\">")
                .doesNotContain(offers.to().mail());
        String none = portal.get("invitations?status=EXPIRED&type=FAMILY_JOIN").text();
        assertThat(none).contains("No invitation fits").doesNotContain(address, "You have sent no invitation");
        // What is no word of a filter narrows nothing.
        assertThat(portal.get("invitations?status=LOST").text())
                .contains(address, offers.to().mail());
    }

    @Test
    void an_offer_is_nobody_elses_to_answer_or_to_see() {
        Person asked = People.somebody(dog);
        Person other = People.somebody(dog);
        String invitation = People.offer(dog.owner(), dog.id(), asked.mail(), "full", Map.of())
                .mustBe(201)
                .text("id");
        People.offer(dog.owner(), dog.id(), other.mail(), "view", Map.of()).mustBe(201);
        People.accept(other, invitation).mustBe(404);
        other.api().get("/invitations/" + invitation).mustBe(404);
        other.api().post("/invitations/" + invitation + "/cancel", null).mustBe(403);
        // The clinic registered the patient today: it is no stranger, and sees no offer.
        scene.doctor.get("/invitations/" + invitation).mustBe(403);
        asked.api().post("/invitations/" + invitation + "/cancel", null).mustBe(403);
        People.accept(asked, invitation).mustBe(200);
    }
}
