package health.chiron.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Programs;
import health.chiron.acceptance.house.Programs.Program;
import health.chiron.acceptance.house.Race;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A program proves itself by what its key signed: once, for this house, for minutes (checks 18, 22 and 24 for programs). */
class ProvingByKeyIT {
    private static Scene scene;
    private static Program program;
    private static RSAKey rsa;

    @BeforeAll
    static void a_program_with_a_key() throws JOSEException {
        scene = Scene.open();
        program = Programs.letIn(scene, "system/Patient.rs");
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        program.register(rsa).mustBe(201);
    }

    private static String good(UnaryOperator<JWTClaimsSet.Builder> change) {
        return program.assertion(rsa, JWSAlgorithm.RS256, change);
    }

    @Test
    void with_each_kind_of_key_and_either_name_of_the_house() throws JOSEException {
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        program.register(ec).mustBe(201);
        for (String assertion : List.of(
                good(c -> c),
                program.assertion(rsa, JWSAlgorithm.PS256, c -> c),
                program.assertion(ec, JWSAlgorithm.ES256, c -> c),
                good(c -> c.audience(Programs.endpoint().replace("/api/v1/auth/token", ""))))) {
            String token = Programs.askAsserting(assertion).mustBe(200).text("access_token");
            House.get().anybody().with(token).get("/patients").mustBe(200);
        }
        assertThat(program.seen().json().findValuesAsText("last_used_at")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void an_assertion_proves_once_however_many_copies_come_at_once() {
        String assertion = good(c -> c);
        List<Integer> answers =
                Race.of(20, () -> Programs.askAsserting(assertion).status());
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 401).hasSize(19);
    }

    @Test
    void the_same_id_in_another_assertion_is_used_too() {
        Programs.askAsserting(good(c -> c.jwtID("again-" + program.id()))).mustBe(200);
        Programs.askAsserting(good(c -> c.jwtID("again-" + program.id()))).mustBe(401);
    }

    @Test
    void after_a_kill_what_was_used_stays_used() {
        String used = good(c -> c);
        String fresh = good(c -> c);
        Programs.askAsserting(used).mustBe(200);

        House.get().stack().server().kill();
        House.get().stack().startServer();

        Programs.askAsserting(used).mustBe(401);
        Programs.askAsserting(fresh).mustBe(200);
    }

    @Test
    void a_forged_or_misdirected_one_proves_nothing() throws JOSEException {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("rsa").generate();
        Program other = Programs.letIn(scene, "system/Patient.rs");
        Map<String, String> table = new LinkedHashMap<>();
        table.put("not signed", new PlainJWT(claims()).serialize());
        SignedJWT mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims());
        mac.sign(new MACSigner(rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        table.put("HS256 with the public key", mac.serialize());
        table.put("a foreign key", program.assertion(foreign, JWSAlgorithm.RS256, c -> c));
        table.put("an algorithm that is not taken", program.assertion(rsa, JWSAlgorithm.RS512, c -> c));
        table.put("another program's key", other.assertion(rsa, JWSAlgorithm.RS256, c -> c));
        table.put("another audience", good(c -> c.audience("https://elsewhere.example/api/v1/auth/token")));
        table.put("over", good(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(1)))));
        table.put(
                "over in an hour",
                good(c -> c.expirationTime(Date.from(Instant.now().plusSeconds(3600)))));
        table.put("no end", good(c -> c.expirationTime(null)));
        table.put("no id", good(c -> c.jwtID(null)));
        table.put("another subject", good(c -> c.subject(other.id())));
        table.put("another issuer", good(c -> c.issuer(other.id())));
        table.put("no JWT", "a.b.c");
        table.put("an id that is none", good(c -> c.subject("nobody").issuer("nobody")));
        table.forEach((what, assertion) -> {
            Answer refused = Programs.askAsserting(assertion);
            assertThat(refused.status()).as(what).isEqualTo(401);
            assertThat(refused.text("error")).as(what).isEqualTo("invalid_client");
            assertThat(refused.text("code")).as(what).isEqualTo("client/not-recognised");
        });
        assertThat(Rows.texts(
                        "SELECT DISTINCT reason FROM audit.event WHERE account_id = ?::uuid AND operation = 'ClientSignIn.open' AND outcome = 'DENIED'",
                        program.id()))
                .contains(
                        "assertion-signature",
                        "assertion-audience",
                        "assertion-over",
                        "assertion-times",
                        "assertion-id");
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(program.id())
                .subject(program.id())
                .audience(Programs.endpoint())
                .expirationTime(Date.from(Instant.now().plusSeconds(100)))
                .jwtID("x-" + Scene.next())
                .build();
    }

    @Test
    void one_way_of_proving_at_a_time() {
        Programs.Secret secret = program.secret();
        Answer both = Programs.askBasic(
                program.id(),
                secret.value(),
                Map.of("client_assertion_type", Programs.ASSERTION_TYPE, "client_assertion", good(c -> c)));
        assertThat(both.mustBe(400).text("error")).isEqualTo("invalid_request");
        Answer inBody = Programs.ask(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", program.id(),
                        "client_secret", secret.value()),
                Map.of());
        inBody.mustBe(200);
        Answer otherType = Programs.ask(
                Map.of(
                        "grant_type", "client_credentials",
                        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer",
                        "client_assertion", good(c -> c)),
                Map.of());
        assertThat(otherType.mustBe(400).text("error")).isEqualTo("invalid_request");
    }

    @Test
    void unknown_and_wrong_answer_alike() {
        Answer wrong =
                Programs.askBasic(program.id(), "chiron_secret_wrong", Map.of()).mustBe(401);
        Answer unknown = Programs.askBasic("019ab3c5-7e10-7cc3-98c4-dc0c0c07398f", "chiron_secret_wrong", Map.of())
                .mustBe(401);
        Answer nothing = Programs.ask(Map.of("grant_type", "client_credentials"), Map.of())
                .mustBe(401);
        for (Answer answer : List.of(wrong, unknown, nothing)) {
            assertThat(answer.text("code")).isEqualTo("client/not-recognised");
            assertThat(answer.text("error")).isEqualTo("invalid_client");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"chiron\"");
        }
        assertThat(unknown.text().replace(unknown.text("request_id"), ""))
                .isEqualTo(wrong.text().replace(wrong.text("request_id"), ""));
    }
}
