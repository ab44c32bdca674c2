package health.chiron.acceptance.sso;

import static health.chiron.acceptance.house.ScriptedProvider.ASK;
import static health.chiron.acceptance.house.ScriptedProvider.AUTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Portal;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.house.ScriptedProvider;
import health.chiron.acceptance.house.ScriptedProvider.Journey;
import health.chiron.acceptance.house.ServerLog;
import health.chiron.launcher.DatabaseRole;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever cheats on the way to a provider and back is signed in nowhere, linked to nothing, told nothing, and logged: state, code,
 * token, issuer, addresses, and a provider that misbehaves itself (check 34).
 */
class CheatingAtSingleSignOnIT {
    private final ScriptedProvider provider = House.get().provider();
    private final Portal browser = House.get().portal();
    private final String subject = "subject-" + Scene.next();
    private Journey journey;

    @BeforeEach
    void a_journey() {
        journey = provider.begin(browser, ASK);
    }

    private JWTClaimsSet.Builder claims() {
        return provider.claims(journey, subject);
    }

    private String honest() {
        return provider.code(journey, provider.signed(claims().build()));
    }

    /** Back at the sign-in page, with one sentence for everything, nothing linked, and the reason in the log. */
    private void assertRefused(Portal.Page answer, String reason) {
        assertThat(answer.leadsToSignIn()).as(reason).isTrue();
        assertThat(browser.get("login").text()).contains("did not work. Try it again.");
        assertThat(browser.get("connect").leadsToSignIn()).isTrue();
        assertThat(browser.get("account").leadsToSignIn()).isTrue();
        assertNothingCame();
        assertThat(
                        Rows.text(
                                "SELECT outcome || ' ' || reason FROM audit.event WHERE operation = 'SingleSignOn.arrive' ORDER BY occurred_at DESC, id DESC LIMIT 1"))
                .isEqualTo("DENIED sso-" + reason);
    }

    private void assertNothingCame() {
        assertThat(Rows.count("SELECT count(*) FROM access.sso_link WHERE subject = ?", subject))
                .isZero();
        assertThat(Rows.count("SELECT count(*) FROM access.sso_arrival WHERE subject = ?", subject))
                .isZero();
    }

    @Test
    void an_honest_journey_arrives() {
        assertThat(journey.query())
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", House.get().stack().portal() + "sso-return/ask");
        assertThat(journey.of("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(journey.of("nonce")).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(journey.of("state"));
        assertThat(browser.get(journey.back(honest())).location()).endsWith("/portal/connect");
    }

    @Test
    void without_a_state_or_with_another_it_does_not() {
        String code = honest();
        assertRefused(browser.get("sso-return/ask?code=" + code), "state-of-no-journey");
        assertRefused(browser.get("sso-return/ask?code=" + code + "&state="), "state-of-no-journey");
        assertRefused(browser.get("sso-return/ask?code=" + code + "&state=" + "A".repeat(43)), "state-of-no-journey");
        assertRefused(browser.get(journey.back(code) + "&state=" + journey.of("state")), "state-of-no-journey");
        // The true one still stands.
        assertThat(browser.get(journey.back(code)).location()).endsWith("/portal/connect");
    }

    @Test
    void in_another_browser_it_does_not() {
        String code = honest();
        Portal other = House.get().portal();
        other.get("login");
        assertThat(other.get(journey.back(code)).leadsToSignIn()).isTrue();
        assertThat(other.get("connect").leadsToSignIn()).isTrue();
        Portal stranger = House.get().portal();
        assertThat(stranger.get(journey.back(code)).leadsToSignIn()).isTrue();
        assertNothingCame();
    }

    /** The provider takes its code again: it is the house that has to see to it. */
    @Test
    void a_second_time_it_does_not() {
        String back = journey.back(provider.lasting(honest()));
        assertThat(browser.get(back).location()).endsWith("/portal/connect");
        Portal.Page again = browser.get(back);
        assertThat(again.leadsToSignIn()).isTrue();
        assertThat(reason(again)).isEqualTo("sso-state-of-no-journey");
        assertThat(Rows.count("SELECT count(*) FROM access.sso_arrival WHERE subject = ?", subject))
                .isOne();
    }

    /** Again with a code that lasts. Whoever comes a moment later finds the journey forgotten by the browser's session already. */
    @Test
    void twenty_times_at_once_it_does_once() {
        String back = journey.back(provider.lasting(honest()));
        String cookie = browser.cookie();
        List<Portal.Page> ends = Race.of(20, () -> Portal.with(cookie).get(back));
        assertThat(ends)
                .filteredOn(end -> end.location().endsWith("/portal/connect"))
                .hasSize(1);
        assertThat(Rows.count("SELECT count(*) FROM access.sso_arrival WHERE subject = ?", subject))
                .isOne();
        assertThat(ends)
                .filteredOn(Portal.Page::leadsToSignIn)
                .extracting(CheatingAtSingleSignOnIT::reason)
                .hasSize(19)
                .isSubsetOf("sso-state-used", "sso-state-of-no-journey");
    }

    /** The one who came a moment too late for the race above, but early enough to be known to the session: the database turns it away. */
    @Test
    void the_second_waits_until_the_first_is_done_and_is_turned_away() throws Exception {
        String back = journey.back(honest());
        try (Connection first = House.get().connect(DatabaseRole.SUPERUSER);
                PreparedStatement use = first.prepareStatement(
                        "UPDATE access.sso_attempt SET used_at = now() WHERE state_hash = sha256(?::bytea)");
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            use.setString(1, journey.of("state"));
            assertThat(use.executeUpdate()).isOne();
            Future<Portal.Page> second = thread.submit(() -> browser.get(back));
            Race.untilWaiting("UPDATE access.sso_attempt", second);
            assertThat(second.isDone()).as("came through beside the first").isFalse();
            first.commit();
            assertRefused(second.get(20, TimeUnit.SECONDS), "state-used");
        }
    }

    private static String reason(Portal.Page answer) {
        return Rows.text(
                "SELECT reason FROM audit.event WHERE request_id = ? AND operation = 'SingleSignOn.arrive'",
                answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void after_ten_minutes_it_does_not() {
        Rows.change(
                "UPDATE access.sso_attempt SET begun_at = begun_at - interval '11 minutes', expires_at = expires_at - interval '11 minutes'");
        assertRefused(browser.get(journey.back(honest())), "state-used");
    }

    @Test
    void a_code_of_another_journey_or_used_before_is_nothing() {
        Journey other = provider.begin(House.get().portal(), ASK);
        String stolen = provider.code(
                other, provider.signed(provider.claims(other, subject).build()));
        assertRefused(browser.get(journey.back(stolen)), "answer-400");
        journey = provider.begin(browser, ASK);
        assertRefused(browser.get(journey.back("no-such-code")), "answer-400");
        journey = provider.begin(browser, ASK);
        assertRefused(browser.get("sso-return/ask?state=" + journey.of("state")), "code-missing");
    }

    /** A way to falsify an ID token. */
    private interface Forgery extends BiFunction<CheatingAtSingleSignOnIT, JWTClaimsSet.Builder, String> {}

    private static Arguments forgery(String reason, String name, Forgery forgery) {
        return Arguments.of(reason, name, forgery);
    }

    private static Arguments claims(
            String reason, String name, BiFunction<JWTClaimsSet.Builder, Journey, JWTClaimsSet.Builder> change) {
        return forgery(
                reason,
                name,
                (test, claims) ->
                        test.provider.signed(change.apply(claims, test.journey).build()));
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static JWSHeader.Builder header(ScriptedProvider provider) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(provider.present().getKeyID());
    }

    private static String mac(JWSHeader.Builder header, byte[] secret, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header.build(), claims);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                claims("id-token-audience", "for somebody else", (c, j) -> c.audience("another")),
                claims("id-token-audience", "for others too", (c, j) -> c.audience(List.of("chiron", "another"))),
                claims("id-token-audience", "for nobody", (c, j) -> c.audience((String) null)),
                claims("id-token-party", "asked for by somebody else", (c, j) -> c.claim("azp", "another")),
                claims("id-token-issuer", "another issuer", (c, j) -> c.issuer("https://evil.example")),
                claims(
                        "id-token-issuer",
                        "a neighbour",
                        (c, j) -> c.issuer(House.get().provider().issuer(AUTO))),
                claims(
                        "id-token-issuer",
                        "with a slash",
                        (c, j) -> c.issuer(House.get().provider().issuer(ASK) + "/")),
                claims("id-token-nonce", "another nonce", (c, j) -> c.claim("nonce", "A".repeat(43))),
                claims("id-token-nonce", "no nonce", (c, j) -> c.claim("nonce", null)),
                claims("id-token-nonce", "the state as nonce", (c, j) -> c.claim("nonce", j.of("state"))),
                claims("id-token-expired", "over", (c, j) -> c.expirationTime(in(Duration.ofSeconds(-31)))),
                claims("id-token-expired", "without an end", (c, j) -> c.expirationTime(null)),
                claims("id-token-issued-at", "of tomorrow", (c, j) -> c.issueTime(in(Duration.ofSeconds(60)))),
                claims("id-token-issued-at", "of an hour ago", (c, j) -> c.issueTime(in(Duration.ofHours(-1)))),
                claims("id-token-issued-at", "of no time", (c, j) -> c.issueTime(null)),
                claims("id-token-not-yet", "for later", (c, j) -> c.notBeforeTime(in(Duration.ofSeconds(60)))),
                claims("id-token-subject", "of nobody", (c, j) -> c.subject(null)),
                claims("id-token-subject", "of a novel", (c, j) -> c.subject("x".repeat(256))),
                claims("id-token-claims", "a number as nonce", (c, j) -> c.claim("nonce", 7)),
                forgery("id-token-unsigned", "no signature", (t, c) -> new PlainJWT(c.build()).serialize()),
                forgery("id-token-unreadable", "a signature cut off", (t, c) -> {
                    String token = t.provider.signed(c.build());
                    return token.substring(0, token.lastIndexOf('.') + 1);
                }),
                forgery("id-token-signature", "a changed letter", (t, c) -> {
                    String[] parts = t.provider.signed(c.build()).split("\\.");
                    String forged = t.provider.signed(c.subject("somebody-else").build())
                            .split("\\.")[1];
                    return parts[0] + "." + forged + "." + parts[2];
                }),
                forgery(
                        "id-token-algorithm",
                        "the client's secret as key",
                        (t, c) -> mac(
                                new JWSHeader.Builder(JWSAlgorithm.HS256),
                                ScriptedProvider.SECRET.getBytes(StandardCharsets.UTF_8),
                                c.build())),
                forgery("id-token-algorithm", "the public key as secret", (t, c) -> {
                    try {
                        return mac(
                                new JWSHeader.Builder(JWSAlgorithm.HS256)
                                        .keyID(t.provider.present().getKeyID()),
                                t.provider.present().toRSAPublicKey().getEncoded(),
                                c.build());
                    } catch (JOSEException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                forgery(
                        "id-token-signature",
                        "a foreign key under a known name",
                        (t, c) ->
                                ScriptedProvider.signed(header(t.provider).build(), ScriptedProvider.key(), c.build())),
                forgery("id-token-key", "a key that nobody has published", (t, c) -> {
                    RSAKey own = ScriptedProvider.key();
                    return ScriptedProvider.signed(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(own.getKeyID())
                                    .build(),
                            own,
                            c.build());
                }),
                forgery("id-token-signature", "a key that it brings along", (t, c) -> {
                    RSAKey own = ScriptedProvider.key();
                    return ScriptedProvider.signed(
                            header(t.provider).jwk(own.toPublicJWK()).build(), own, c.build());
                }),
                forgery(
                        "id-token-type",
                        "an access token",
                        (t, c) -> ScriptedProvider.signed(
                                header(t.provider)
                                        .type(new JOSEObjectType("at+jwt"))
                                        .build(),
                                t.provider.present(),
                                c.build())),
                forgery(
                        "id-token-signature",
                        "a header to be understood",
                        (t, c) -> ScriptedProvider.signed(
                                header(t.provider)
                                        .criticalParams(java.util.Set.of("b42"))
                                        .customParam("b42", true)
                                        .build(),
                                t.provider.present(),
                                c.build())),
                forgery(
                        "id-token-too-long",
                        "a megabyte",
                        (t, c) -> t.provider.signed(
                                c.claim("more", "x".repeat(20_000)).build())),
                forgery("id-token-unreadable", "no token", (t, c) -> "none"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("forgeries")
    void a_false_token_is_believed_nowhere(String reason, String name, Forgery forgery) {
        String code = provider.code(journey, forgery.apply(this, claims()));
        assertRefused(browser.get(journey.back(code)), reason);
    }

    @Test
    void a_new_key_of_the_provider_is_found_and_the_old_one_is_none_any_more() {
        RSAKey old = provider.present();
        assertThat(browser.get(journey.back(honest())).location()).endsWith("/portal/connect");
        provider.rotate();
        Instant end = Instant.now().plusSeconds(20);
        boolean arrived = false;
        // Keys are asked for again every few seconds at most.
        while (!arrived && Instant.now().isBefore(end)) {
            journey = provider.begin(browser, ASK);
            arrived = browser.get(journey.back(honest())).location().endsWith("/portal/connect");
        }
        assertThat(arrived).isTrue();
        journey = provider.begin(browser, ASK);
        String withdrawn = ScriptedProvider.signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(old.getKeyID()).build(), old, claims().build());
        assertThat(browser.get(journey.back(provider.code(journey, withdrawn))).leadsToSignIn())
                .isTrue();
    }

    @Test
    void a_token_endpoint_that_sends_elsewhere_is_not_followed() {
        int before = provider.strayed();
        for (int status : List.of(301, 302, 303, 307, 308)) {
            String code = provider.code((call, form) -> {
                call.getResponseHeaders().set("Location", provider.issuer(ASK) + "/elsewhere");
                ScriptedProvider.json(call, status, "");
            });
            assertRefused(browser.get(journey.back(code)), "answer-" + status);
            journey = provider.begin(browser, ASK);
        }
        assertThat(provider.strayed()).isEqualTo(before);
    }

    @Test
    void a_token_endpoint_that_fails_lets_nobody_in() {
        Map<String, ScriptedProvider.Reply> replies = Map.of(
                "answer-500", (call, form) -> ScriptedProvider.json(call, 500, "{}"),
                "answer-201", (call, form) -> ScriptedProvider.json(call, 201, "{\"id_token\":\"x\"}"),
                "id-token-missing", (call, form) -> ScriptedProvider.json(call, 200, "{\"access_token\":\"x\"}"),
                "answer-no-json", (call, form) -> ScriptedProvider.json(call, 200, "[1]"),
                "answer-too-long",
                        (call, form) ->
                                ScriptedProvider.json(call, 200, "{\"id_token\":\"" + "x".repeat(300_000) + "\"}"),
                "not-reached", (call, form) -> call.close());
        replies.forEach((reason, reply) -> {
            assertRefused(browser.get(journey.back(provider.code(reply))), reason);
            journey = provider.begin(browser, ASK);
        });
    }

    @Test
    void a_token_endpoint_that_never_ends_is_left_after_some_seconds() {
        String code = provider.code((call, form) -> {
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write('{');
            call.getResponseBody().flush();
        });
        Instant before = Instant.now();
        assertRefused(browser.get(journey.back(code)), "answer-too-slow");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void an_answer_in_the_name_of_another_provider_is_none() {
        String neighbour = java.net.URLEncoder.encode(provider.issuer(AUTO), StandardCharsets.UTF_8);
        assertRefused(browser.get(journey.back(honest()) + "&iss=" + neighbour), "answer-issuer");
        journey = provider.begin(browser, ASK);
        // At the address of another provider: there is no such journey.
        assertRefused(
                browser.get(journey.back(honest()).replace("sso-return/ask", "sso-return/auto")),
                "state-of-no-journey");
        String own = java.net.URLEncoder.encode(provider.issuer(ASK), StandardCharsets.UTF_8);
        assertThat(browser.get(journey.back(honest()) + "&iss=" + own).location())
                .endsWith("/portal/connect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso-return/", "sso-return/none", "sso-return/ask/", "sso-return/ask/x", "sso-return/ASK"})
    void no_other_address_takes_an_answer(String path) {
        Portal.Page answer = browser.get(journey.back(honest()).replace("sso-return/ask", path));
        assertThat(answer.status() == 404 || answer.leadsToSignIn())
                .as(path + " " + answer.status())
                .isTrue();
        assertNothingCame();
    }

    @Test
    void where_the_answer_goes_is_the_houses_own_address_whatever_is_asked() {
        Portal.Page sent = browser.get("sso?provider=ask&redirect_uri=https://evil.example/&return=//evil.example/");
        assertThat(sent.location())
                .contains("redirect_uri="
                        + java.net.URLEncoder.encode(
                                House.get().stack().portal() + "sso-return/ask", StandardCharsets.UTF_8))
                .doesNotContain("evil");
        assertThat(browser.get("sso?provider=none").status()).isEqualTo(404);
        assertThat(browser.get("sso").status()).isEqualTo(404);
    }

    @Test
    void a_provider_that_says_no_is_believed() {
        Portal.Page answer = browser.get(
                "sso-return/ask?error=access_denied&error_description=%3Cscript%3E&state=" + journey.of("state"));
        assertThat(answer.leadsToSignIn()).isTrue();
        assertThat(browser.get("login").text())
                .contains("The provider did not sign you in")
                .doesNotContain("<script>");
    }

    @Test
    void no_code_no_token_and_no_state_stands_in_the_servers_log() {
        ServerLog log = ServerLog.fromHere();
        List<String> secrets = new ArrayList<>();
        Portal other = House.get().portal();
        Journey arriving = provider.begin(other, ASK);
        String honest = provider.signed(
                provider.claims(arriving, "subject-" + Scene.next()).build());
        String used = provider.code(arriving, honest);
        secrets.addAll(List.of(used, honest, arriving.of("state"), arriving.of("nonce")));
        assertThat(other.get(arriving.back(used)).location()).endsWith("/portal/connect");
        String token = provider.signed(claims().claim("nonce", "other").build());
        String code = provider.code(journey, token);
        secrets.addAll(List.of(code, token, journey.of("state"), journey.of("nonce"), subject));
        assertRefused(browser.get(journey.back(code)), "id-token-nonce");
        log.await("id-token-nonce");
        assertThat(log.text()).doesNotContain(secrets).doesNotContain(ScriptedProvider.SECRET, "access-of-");
        assertThat(Rows.count(
                        "SELECT count(*) FROM access.sso_attempt a WHERE a::text LIKE ? OR a::text LIKE ?",
                        "%" + journey.of("state") + "%",
                        "%" + journey.of("nonce") + "%"))
                .isZero();
    }

    @Test
    void one_address_begins_so_many_journeys_and_no_more() {
        Portal far =
                House.get().portal().from("127.0.0." + (100 + UUID.randomUUID().hashCode() % 50 + 50) % 250);
        int begun = 0;
        while (far.get("sso?provider=ask").location().contains("/authorize?") && begun <= 130) {
            begun++;
        }
        assertThat(begun).isBetween(120, 122);
        assertThat(far.get("login").text()).contains("Too many tries in a short time");
    }
}
