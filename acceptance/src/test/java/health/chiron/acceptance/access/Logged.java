package health.chiron.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.chiron.acceptance.house.Answer;
import health.chiron.acceptance.house.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the access log holds of one call. */
record Logged(
        String account,
        String act,
        String outcome,
        String patient,
        String clinic,
        String relationship,
        String grant,
        String operation) {
    private static final String NOBODY = "-";

    /** The rows under the request id of an answer. */
    static List<Logged> under(Answer answer) {
        String request = answer.headers().firstValue("X-Request-Id").orElseThrow();
        return Rows.texts("""
                        SELECT concat_ws(',', account_id, action || ' ' || category, outcome, coalesce(patient_id::text, '-'),
                                         coalesce(clinic_id::text, '-'), coalesce(relationship, '-'), coalesce(grant_id::text, '-'), operation)
                          FROM audit.event WHERE request_id = ? AND occurred_at > now() - interval '5 minutes'""", request).stream()
                .map(line -> line.split(",", -1))
                .map(c -> new Logged(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
                .toList();
    }

    /** What the matrix and the answer say that it has to hold. */
    record Expected(Cast cast, RoleMatrix.Row row, Cast.Player player, Answer answer) {
        void matches(Collection<? extends Logged> logged) {
            if ("later".equals(row.act())) {
                return; // written after the answer, so that no clock tells what was done
            }
            if (row.act() == null || answer.status() == 401) {
                assertThat(logged).isEmpty();
                return;
            }
            assertThat(logged).extracting(Logged::patient).containsExactlyInAnyOrderElementsOf(patients());
            assertThat(logged).allSatisfy(this::matches);
        }

        private void matches(Logged one) {
            assertThat(one.account()).isEqualTo(account());
            assertThat(one.act()).isEqualTo(row.act());
            // Whom the policy lets in and the second wall or the act itself turns away has failed rather than been
            // denied.
            assertThat(one.outcome()).isIn(outcomes());
            if (row.about().equals("clinic")) {
                assertThat(one.clinic()).isEqualTo(cast.here.clinic);
            }
            if (one.relationship().equals("GRANT")) {
                assertThat(one.clinic()).isEqualTo(cast.here.clinic);
                assertThat(Rows.text(
                                "SELECT clinic_id || '/' || patient_id FROM access.access_grant WHERE id = ?::uuid",
                                one.grant()))
                        .isEqualTo(cast.here.clinic + "/" + one.patient());
            } else {
                assertThat(one.grant()).isEqualTo(NOBODY);
            }
            if (one.outcome().equals("PERMITTED") && row.about().equals("patient")) {
                // A kind of account alone opens nothing of a patient, but to an auditor the log.
                boolean auditor = player.account()
                        .equals(cast.player("auditor", row.state()).account());
                assertThat("ROLE".equals(one.relationship())).isEqualTo(auditor);
                assertThat(one.relationship()).isNotEqualTo(NOBODY);
                if (player.account().equals(cast.player("doctor", row.state()).account())
                        && row.state().equals("treated")) {
                    assertThat(one.grant()).isEqualTo(cast.grant);
                }
            }
        }

        private Set<String> outcomes() {
            if (row.operation().equals("POST /invitations/bulk")) {
                return Set.of("PERMITTED", "DENIED"); // its answer has a result for each patient
            }
            return switch (answer.status()) {
                case 200, 201, 204 -> Set.of("PERMITTED");
                case 403, 404 -> Set.of("DENIED", "FAILED");
                default -> Set.of("FAILED");
            };
        }

        /** Signing in is logged under the account that signs in, whoever's token came along. */
        private String account() {
            return row.operation().equals("POST /auth/token")
                    ? Cast.account(cast.here.username("desk"))
                    : player.account();
        }

        private Collection<String> patients() {
            return switch (row.about()) {
                case "patient" -> List.of(cast.patient(row.state()).id());
                case "shown" -> {
                    Collection<String> shown = shown();
                    yield shown.isEmpty() ? List.of(NOBODY) : shown;
                }
                case "run" -> {
                    List<String> rows = new ArrayList<>(shown());
                    rows.add(NOBODY);
                    yield rows;
                }
                default -> List.of(NOBODY);
            };
        }

        private Collection<String> shown() {
            Set<String> ids = new TreeSet<>();
            if (answer.status() < 300) {
                ids.addAll(answer.json().findValuesAsText("patient_id"));
                List<JsonNode> identities = new ArrayList<>(answer.json().findValues("identity"));
                answer.json().path("matches").forEach(identities::add);
                identities.forEach(identity -> ids.add(identity.path("id").asText()));
                if (row.operation().equals("POST /patients")) {
                    ids.add(answer.text("id"));
                }
                answer.json().path("patients").forEach(patient -> {
                    if (patient.isTextual()) {
                        ids.add(patient.asText());
                    }
                });
            }
            return ids;
        }
    }
}
