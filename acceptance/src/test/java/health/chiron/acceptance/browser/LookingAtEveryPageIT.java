package health.chiron.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.acceptance.house.Authenticator;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.Household;
import health.chiron.acceptance.sharing.People;
import health.chiron.launcher.Credentials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page of every kind of account, as it looks: light and dark, wide and on a phone; see target/screenshots. */
class LookingAtEveryPageIT {
    private static Scene scene;
    private static Scene.Chart chart;
    private static String visit;
    private static final ExecutorService LOOKERS = Executors.newFixedThreadPool(2);

    @BeforeAll
    static void a_clinic_with_a_chart() {
        scene = Scene.open();
        chart = scene.dog();
        scene.openTo(chart);
        visit = scene.signed(chart);
        scene.draft(chart);
    }

    @AfterAll
    static void nobody_looks_any_more() {
        LOOKERS.shutdownNow();
    }

    /** Two look at the same time: each waits for the other half of the machine most of the time. */
    @TestFactory
    Stream<DynamicTest> every_page_looks_well() {
        Map<String, Runnable> looks = new LinkedHashMap<>();
        looks.put("of_the_front_desk", LookingAtEveryPageIT::of_the_front_desk);
        looks.put("of_the_directories", LookingAtEveryPageIT::of_the_directories);
        looks.put("of_a_code_to_be_entered", LookingAtEveryPageIT::of_a_code_to_be_entered);
        looks.put("of_an_owners_contact_to_be_proven", LookingAtEveryPageIT::of_an_owners_contact_to_be_proven);
        looks.put("of_a_doctor", LookingAtEveryPageIT::of_a_doctor);
        looks.put("of_a_clinics_administrator", LookingAtEveryPageIT::of_a_clinics_administrator);
        looks.put("of_the_owners_side_of_access", LookingAtEveryPageIT::of_the_owners_side_of_access);
        looks.put("of_an_auditor", LookingAtEveryPageIT::of_an_auditor);
        looks.put("of_a_platform_administrator", LookingAtEveryPageIT::of_a_platform_administrator);
        looks.put("of_an_owner", LookingAtEveryPageIT::of_an_owner);
        looks.put(
                "of_who_shares_and_with_whom_it_is_shared",
                LookingAtEveryPageIT::of_who_shares_and_with_whom_it_is_shared);
        looks.put("of_somebody_who_is_not_signed_in", LookingAtEveryPageIT::of_somebody_who_is_not_signed_in);
        looks.put("of_a_sign_in_in_steps", LookingAtEveryPageIT::of_a_sign_in_in_steps);
        looks.put("that_does_not_exist", LookingAtEveryPageIT::that_does_not_exist);
        Map<String, Future<?>> waiting = new LinkedHashMap<>();
        looks.forEach((name, look) -> waiting.put(name, LOOKERS.submit(look)));
        return waiting.entrySet().stream()
                .map(look -> DynamicTest.dynamicTest(look.getKey(), () -> {
                    try {
                        look.getValue().get();
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static void look(String who, List<String> pages) {
        try (Visitor visitor = Chromium.visitor(who).signIn(scene.username(who), Scene.PASSWORD)) {
            look(visitor, pages);
        }
    }

    private static void look(Visitor visitor, List<String> pages) {
        for (String page : pages) {
            assertThat(visitor.open(page)).as(page).isEqualTo(200);
            visitor.inspect("page-" + visitor + "-" + page.replaceAll("\\?.*", ""));
        }
    }

    private static void of_the_front_desk() {
        look(
                "desk",
                List.of(
                        "desk",
                        "patients",
                        "find",
                        "register",
                        "accesses",
                        "account",
                        "password",
                        "contacts",
                        "second-factor",
                        "recovery-codes",
                        "sessions",
                        "single-sign-on",
                        "ask?patient=" + chart.id()));
    }

    private static void of_the_directories() {
        look(
                "desk",
                List.of(
                        "directory?text=" + scene.username("doc").substring(4),
                        "clinic-card?id=" + scene.clinic,
                        "doctor?id=" + scene.doctorId,
                        "invited"));
        look("doc", List.of("profile"));
    }

    private static void of_a_code_to_be_entered() {
        String request = scene.ask(scene.dog()).text("id");
        look("desk", List.of("code?request=" + request));
    }

    private static void of_an_owners_contact_to_be_proven() {
        try (Visitor desk = Chromium.visitor("desk").signIn(scene.username("desk"), Scene.PASSWORD)) {
            desk.open("register");
            desk.fill("register:givenName", "Mimi").choose("register:species", "Cat");
            desk.fill("register:owner_fullName", "Sam Otter");
            desk.fill("register:owner_email", "sam-" + Scene.next() + "@example.org")
                    .press("register:save");
            desk.inspect("page-desk-contact");
        }
    }

    private static void of_a_doctor() {
        String patient = "?patient=" + chart.id();
        look(
                "doc",
                List.of(
                        "practice",
                        "chart" + patient,
                        "visits" + patient,
                        "conditions" + patient,
                        "write" + patient,
                        "visit?id=" + visit));
    }

    private static void of_a_clinics_administrator() {
        look(
                "boss",
                List.of(
                        "records",
                        "activity",
                        "oversight",
                        "clinic",
                        "people",
                        "invite",
                        "person?id=" + scene.doctorId,
                        "visit?id=" + visit));
        look("boss", List.of("association?person=" + scene.doctorId, "practitioner", "pharmacy"));
        Programs.Program program = Programs.letIn(scene, "system/Patient.rs");
        program.signIn(program.secret());
        look("boss", List.of("program?id=" + program.id(), "program-sessions?id=" + program.id()));
    }

    /** What the owner decides, and what a clinic has for it: requests, offers, emergencies, consents, referrals, blocks. */
    private static void of_the_owners_side_of_access() {
        Scene other = Scene.open();
        Scene.Chart dog = scene.dog();
        String grant = scene.openTo(dog);
        String emergency = other.doctor
                .post(
                        "/patients/" + dog.id() + "/access/emergency",
                        Map.of("reason", "Brought in unconscious by a neighbour"))
                .mustBe(201)
                .text("id");
        Rows.change(
                "UPDATE access.access_grant SET granted_at = granted_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes' WHERE id = ?::uuid",
                emergency);
        other.desk
                .post("/patients/" + dog.id() + "/access/request", Map.of("purpose", "Check of the hip"))
                .mustBe(201);
        for (String scope : List.of("treatment", "record_access")) {
            scene.boss
                    .post(
                            "/clinics/" + scene.clinic + "/consent-texts",
                            Map.of(
                                    "scope",
                                    scope,
                                    "language",
                                    "en",
                                    "title",
                                    "Agreement to " + scope.replace('_', ' '),
                                    "body",
                                    "I have read this.\n\nI can withdraw it at any time."))
                    .mustBe(201);
        }
        dog.owner()
                .post(
                        "/patients/" + dog.id() + "/blocks",
                        Map.of("account_id", scene.otherDoctorId, "even_in_emergency", true))
                .mustBe(201);
        String patient = "?patient=" + dog.id();
        try (Visitor owner = Chromium.visitor("decider").signIn(dog.mail(), Scene.PASSWORD)) {
            look(
                    owner,
                    List.of(
                            "mine",
                            "access" + patient,
                            "offer" + patient + "&clinic=" + other.clinic,
                            "keep-out" + patient,
                            "consents" + patient));
        }
        look("desk", List.of("register"));
        look("doc", List.of("accesses", "emergency" + patient, "refer" + patient, "extend?grant=" + grant));
        look("boss", List.of("consent-texts"));
        try (Visitor boss = Chromium.visitor("reviewer").signIn(other.username("boss"), Scene.PASSWORD)) {
            look(boss, List.of("records", "emergencies?grant=" + emergency));
        }
    }

    private static void of_an_auditor() {
        look(
                "audit",
                List.of(
                        "audit",
                        "audit?outcome=DENIED&relationship=GRANT",
                        "narrow?log=audit",
                        "oversight",
                        "proof",
                        "log",
                        "safeguards",
                        "my-activity",
                        "examples",
                        "explain?patient=" + chart.id() + "&person=" + scene.doctorId));
    }

    private static void of_a_platform_administrator() {
        Credentials first = House.get().stack().firstAdministrator();
        try (Visitor admin = Chromium.visitor("admin").signIn(first.username(), first.password())) {
            look(
                    admin,
                    List.of(
                            "clinics",
                            "accounts",
                            "people?clinic=" + scene.clinic,
                            "invite",
                            "person?id=" + scene.doctorId,
                            "person-sessions?id=" + scene.doctorId,
                            "person-correct?id=" + scene.doctorId,
                            "sign-in-rules",
                            "log"));
            look(admin, List.of("clinic-admin?clinic=" + scene.clinic, "doctor?id=" + scene.doctorId));
        }
    }

    private static void of_an_owner() {
        String patient = "?patient=" + chart.id();
        try (Visitor owner = Chromium.visitor("owner").signIn(chart.mail(), Scene.PASSWORD)) {
            look(owner, List.of("mine", "chart" + patient, "access" + patient, "reads" + patient, "visit?id=" + visit));
        }
    }

    private static void of_who_shares_and_with_whom_it_is_shared() {
        People.Person friend = People.somebody(chart);
        String share = People.share(
                chart.owner(), chart.id(), friend, "full", Map.of("sections", List.of("visits", "family_history")));
        People.share(chart, People.somebody(chart), "view");
        People.offer(chart.owner(), chart.id(), People.address(), "edit", Map.of())
                .mustBe(201);
        Map<String, Object> ada = Map.of(
                "name", "Ada Winter", "relationship", "maternal_grandmother", "birth_year", 1931, "death_year", 2010);
        String relative = chart.owner()
                .post("/patients/" + chart.id() + "/family-members", ada)
                .mustBe(201)
                .text("id");
        String illness = chart.owner()
                .post(
                        "/family-members/" + relative + "/conditions",
                        Map.of(
                                "condition_name",
                                "Type 2 diabetes",
                                "condition_type",
                                "diabetes",
                                "severity",
                                "severe",
                                "diagnosis_age",
                                54))
                .mustBe(201)
                .text("conditions/0/id");
        String shown = chart.owner()
                .post(
                        "/family-members/" + relative + "/invitations",
                        Map.of("email", friend.mail(), "title", "What grandmother had", "message", "She is yours too."))
                .mustBe(201)
                .text("id");
        String family = Household.found(chart.owner());
        Household.bringIn(chart.owner(), family, chart.id(), "The one in the middle")
                .mustBe(200);
        Household.join(chart.owner(), family, friend);
        Scene.Chart hidden = scene.dog();
        Household.join(chart.owner(), family, new People.Person(hidden.mail(), hidden.owner()));
        Household.bringIn(hidden.owner(), family, hidden.id(), "Our old lady").mustBe(200);
        Household.invite(hidden.owner(), Household.found(hidden.owner()), chart.mail())
                .mustBe(201);
        String patient = "?patient=" + chart.id();
        try (Visitor owner = Chromium.visitor("sharer").signIn(chart.mail(), Scene.PASSWORD)) {
            look(
                    owner,
                    List.of(
                            "shares" + patient,
                            "share" + patient,
                            "transfer" + patient,
                            "family" + patient,
                            "relative?id=" + relative,
                            "correct-relative?id=" + relative,
                            "correct-illness?id=" + relative + "&illness=" + illness,
                            "share-end" + patient + "&share=" + share,
                            "show-relative" + patient + "&relative=" + relative,
                            "families",
                            "household?family=" + family,
                            "family-add?family=" + family,
                            "family-invite?family=" + family,
                            "invitations",
                            "invitations?status=EXPIRED&type=FAMILY_JOIN"));
        }
        try (Visitor guest = Chromium.visitor("guest").signIn(friend.mail(), Scene.PASSWORD)) {
            look(guest, List.of("mine", "invitations", "patients", "chart" + patient, "shares" + patient));
        }
        friend.api().post("/invitations/" + shown + "/accept", Map.of()).mustBe(200);
        try (Visitor guest = Chromium.visitor("cousin").signIn(friend.mail(), Scene.PASSWORD)) {
            look(guest, List.of("invitations", "relative?id=" + relative));
        }
        String seen = friend.api().get("/family-history-shares").mustBe(200).text("family_history_shares/0/id");
        try (Visitor owner = Chromium.visitor("keeper").signIn(chart.mail(), Scene.PASSWORD)) {
            look(owner, List.of("shares" + patient, "relative-end" + patient + "&share=" + seen));
        }
    }

    private static void of_somebody_who_is_not_signed_in() {
        try (Visitor visitor = Chromium.visitor("anybody")) {
            look(
                    visitor,
                    List.of("login", "login?lang=de", "activate?token=unknown", "forgotten", "reset?token=unknown"));
        }
    }

    private static void of_a_sign_in_in_steps() {
        Scene own = Scene.open();
        Authenticator app = Authenticator.enrol(own.desk, Scene.PASSWORD).app();
        try (Visitor visitor = Chromium.visitor("desk").signIn(own.username("desk"), Scene.PASSWORD)) {
            visitor.inspect("page-second-step");
            visitor.fill("second:code", app.code(0)).press("second:give");
            assertThat(visitor.heading()).isEqualTo("Front desk");
            look(visitor, List.of("second-factor"));
        }
        Rows.change(
                "UPDATE access.account SET password_change_required = true WHERE username = ?", own.username("bee"));
        try (Visitor visitor = Chromium.visitor("bee").signIn(own.username("bee"), Scene.PASSWORD)) {
            visitor.inspect("page-new-password");
        }
        try (Visitor visitor = Chromium.visitor("boss").signIn(own.username("boss"), Scene.PASSWORD)) {
            visitor.open("second-factor");
            visitor.fill("begin:password", Scene.PASSWORD).press("begin:go");
            visitor.inspect("page-factor-to-confirm");
            Authenticator own2 =
                    new Authenticator(visitor.page().locator(".secret-text").innerText());
            visitor.fill("confirm:code", own2.code(0)).press("confirm:go");
            visitor.inspect("page-codes-once");
            visitor.open("person?id=" + own.doctorId);
            visitor.fill("person:reason", "Has left the clinic").pressAndConfirm(visitor.field("person:deactivate"));
            visitor.inspect("page-person-deactivated");
            assertThat(visitor.messages()).contains("The account is deactivated");
        }
    }

    private static void that_does_not_exist() {
        try (Visitor visitor = Chromium.visitor("desk").signIn(scene.username("desk"), Scene.PASSWORD)) {
            assertThat(visitor.open("no-such-page")).isEqualTo(404);
            visitor.inspect("page-missing");
            assertThat(visitor.heading()).isEqualTo("Nothing here");
        }
    }
}
