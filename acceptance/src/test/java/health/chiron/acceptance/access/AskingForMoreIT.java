package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Api;
import health.chiron.acceptance.house.Fingerprint;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.rest.ApiDescription;
import health.chiron.acceptance.rest.ApiDescription.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Fields that nobody was asked for are refused by every operation, and fields that are hidden are in no answer (checks 8 and 9). */
class AskingForMoreIT {
    private static final RoleMatrix MATRIX = RoleMatrix.read();

    /** What somebody would like to set who has read the database's columns or another program's documents. */
    private static final List<String> WISHES = List.of(
            "id",
            "role",
            "kind",
            "owner_user_id",
            "account_id",
            "patient_id",
            "created_by_role",
            "status",
            "verified",
            "access_expires_at",
            "version",
            "amount_paid",
            "permission_level",
            "password_hash");

    private static Cast cast;
    private static Errands errands;

    @BeforeAll
    static void everybody_is_there() {
        cast = new Cast();
        errands = new Errands(cast);
        errands.setBack();
    }

    @TestFactory
    Stream<DynamicTest> no_operation_takes_a_field_that_it_does_not_name() {
        return ApiDescription.operations().stream()
                .filter(operation -> "application/json".equals(operation.body()))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> assertRefused(operation)));
    }

    private static void assertRefused(Operation operation) {
        RoleMatrix.Row row = MATRIX.rows().stream()
                .filter(one -> one.operation().equals(operation.toString()))
                .max(Comparator.comparing(one -> mayDo(one).size()))
                .orElseThrow();
        String actor = mayDo(row).stream().findFirst().orElse("doctor");
        Errands.Call call = errands.of(operation.toString(), row.state());
        assertThat(call.body()).as("a valid body").isInstanceOf(Map.class);
        JsonNode schema = resolved(operation.json().at("/requestBody/content/application~1json/schema"));
        Map<String, Object> bodies = new LinkedHashMap<>();
        plant((Map<?, ?>) call.body(), schema, wishes(operation), "", body -> body, bodies);
        assertThat(bodies).hasSizeGreaterThan(8);
        Api who = cast.player(actor, row.state()).api();
        String before = Fingerprint.now();
        bodies.forEach((field, body) -> {
            Answer answer = who.send(call.method(), call.path(), body, call.headers());
            assertThat(answer.status()).as(field + " " + answer.text()).isEqualTo(400);
            assertThat(answer.fields()).as(actor).contains(field);
        });
        assertThat(Fingerprint.now()).isEqualTo(before);
    }

    private static List<String> mayDo(RoleMatrix.Row row) {
        return row.statuses().entrySet().stream()
                .filter(cell -> cell.getValue() < 300)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The wishes, and whatever a change shows: nobody writes what was only shown. */
    private static Set<String> wishes(Operation operation) {
        Set<String> wishes = new TreeSet<>(WISHES);
        if (!operation.method().equals("PUT")) {
            return wishes;
        }
        for (JsonNode response : operation.json().path("responses")) {
            resolved(response.at("/content/application~1json/schema"))
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(wishes::add);
        }
        return wishes;
    }

    /** A body for each wish and each object within the body, by the field's name as the answer has to say it. */
    private static void plant(
            Map<?, ?> part,
            JsonNode schema,
            Set<String> wishes,
            String prefix,
            UnaryOperator<Object> whole,
            Map<String, Object> bodies) {
        for (String wish : wishes) {
            if (!schema.path("properties").has(wish)) {
                bodies.put(prefix + wish, whole.apply(with(part, wish, "planted")));
            }
        }
        part.forEach((name, value) -> {
            JsonNode field = resolved(schema.path("properties").path((String) name));
            if (value instanceof Map<?, ?> nested && field.path("properties").isObject()) {
                plant(
                        nested,
                        field,
                        wishes,
                        prefix + name + ".",
                        inner -> whole.apply(with(part, (String) name, inner)),
                        bodies);
            }
        });
    }

    private static Map<String, Object> with(Map<?, ?> part, String name, Object value) {
        Map<String, Object> all = new HashMap<>();
        part.forEach((key, old) -> all.put((String) key, old));
        all.put(name, value);
        return all;
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        if (found.path("allOf").size() == 1) {
            found = found.path("allOf").get(0);
        }
        String reference = found.path("$ref").asText("");
        return reference.isEmpty() ? found : resolved(ApiDescription.json().at(reference.substring(1)));
    }

    /**
     * The matrices look for the remark in every answer (Cast). Here the second wall is down: whoever shares the patient has only the
     * application's own judgment between him and the remark.
     */
    @Test
    void a_remark_among_professionals_is_kept_back_by_the_first_wall_alone() {
        String remark = cast.texts().get("remark").getFirst();
        String policy = Rows.text(
                "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname = 'visit_addendum_read' AND polrelid = 'records.visit_addendum'::regclass");
        Rows.change("ALTER POLICY visit_addendum_read ON records.visit_addendum USING (true)");
        try {
            assertThat(cast.here
                            .doctor
                            .get("/medical-records/" + cast.signed)
                            .mustBe(200)
                            .text())
                    .contains(remark, cast.addendum);
            for (String level : List.of("full share", "edit share", "view share")) {
                Api who = cast.player(level, "treated").api();
                assertThat(who.get("/medical-records/" + cast.signed)
                                .mustBe(200)
                                .text())
                        .as(level)
                        .contains(cast.addendum)
                        .doesNotContain(remark);
                assertThat(answersWith(remark, who)).as(level).isEmpty();
            }
        } finally {
            Rows.change("ALTER POLICY visit_addendum_read ON records.visit_addendum USING (" + policy + ")");
        }
    }

    /** Whatever can be read, files to take along in each of their forms among it. */
    private static List<String> answersWith(String text, Api who) {
        List<String> with = new ArrayList<>();
        int open = 0;
        for (Operation operation : ApiDescription.operations()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            Errands.Call call = errands.of(operation.toString(), "signed");
            List<String> forms = call.path().matches(".*(export|disclosures).*")
                    ? List.of("application/json", "text/csv", "application/fhir+ndjson")
                    : List.of("application/json");
            for (String form : forms) {
                Answer answer = who.send("GET", call.path(), null, Map.of("Accept", form));
                open += answer.status() == 200 ? 1 : 0;
                if (answer.text().contains(text)) {
                    with.add(operation + " as " + form);
                }
            }
        }
        assertThat(open).as("operations that are open at all").isGreaterThan(15);
        return with;
    }
}
