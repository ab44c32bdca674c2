package health.chiron.acceptance.access;

import health.chiron.acceptance.house.House;
import health.chiron.acceptance.house.Rows;
import health.chiron.acceptance.house.Scene;
import health.chiron.acceptance.sharing.Household;
import health.chiron.acceptance.sharing.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is shared of the treated patient: with three people at three levels, one relative with a fourth, and an offer that waits. */
final class SharedThings {
    private final Map<String, Cast.Player> players = new LinkedHashMap<>();
    /** The table of each row. */
    private final Map<String, String> asTheyWere = new LinkedHashMap<>();

    /** The share to look at. */
    final String share;

    /** An offer to somebody else, which waits. */
    final String invitation;

    /** A relative whom the owner entered. */
    final String relative;

    /** The relative's illness. */
    final String illness;

    /** The share of the relative with somebody else. */
    final String relativesShare;

    /** A family of the owner's that holds the patient, and one that holds nobody. */
    final String family;

    final String emptyFamily;

    private final String patient;

    SharedThings(Scene.Chart chart) {
        patient = chart.id();
        for (String level : List.of("full", "edit", "view")) {
            People.Person person = People.somebody(chart);
            People.share(chart, person, level);
            players.put(
                    level + " share",
                    new Cast.Player(
                            person.api(),
                            Cast.account(person.mail()),
                            () -> House.get().signIn(person.mail(), Scene.PASSWORD)));
        }
        share = Rows.text(
                "SELECT id::text FROM access.patient_share WHERE patient_id = ?::uuid AND permission_level = 'VIEW'",
                chart.id());
        invitation = People.offer(chart.owner(), chart.id(), People.address(), "view", Map.of())
                .mustBe(201)
                .text("id");
        relative = People.aunt(chart.owner(), chart.id());
        illness = chart.owner()
                .post("/family-members/" + relative + "/conditions", Map.of("condition_name", "Gout"))
                .mustBe(201)
                .text("conditions/0/id");
        People.Person cousin = People.somebody(chart);
        String offer = People.offerRelative(chart.owner(), relative, cousin.mail());
        People.accept(cousin, offer).mustBe(200);
        relativesShare = cousin.api().get("/family-history-shares").text("family_history_shares/0/id");
        family = Household.found(chart.owner());
        emptyFamily = Household.found(chart.owner());
        Household.bringIn(chart.owner(), family, chart.id(), "Our dog").mustBe(200);
        for (String table : List.of("access.family_person", "access.family_patient")) {
            Rows.texts("SELECT id::text FROM " + table + " WHERE family_id IN (?::uuid, ?::uuid)", family, emptyFamily)
                    .forEach(each -> keep(table, each));
        }
        Rows.texts("SELECT id::text FROM access.patient_share WHERE patient_id = ?::uuid", chart.id())
                .forEach(each -> keep("access.patient_share", each));
        keep("access.family_history_share", relativesShare);
        keep("access.invitation", invitation);
    }

    /** Who shares the patient, by level. */
    Map<String, Cast.Player> players() {
        return players;
    }

    /** The version of a relative or an illness. */
    static String version(String table, String id) {
        return Rows.text("SELECT version::text FROM " + table + " WHERE id = ?::uuid", id);
    }

    private void keep(String table, String id) {
        asTheyWere.put(Rows.text("SELECT to_jsonb(t)::text FROM " + table + " t WHERE id = ?::uuid", id), table);
    }

    private void setBackFamilies() {
        Rows.change(
                "UPDATE access.family SET dissolved_at = NULL WHERE id IN (?::uuid, ?::uuid) AND dissolved_at IS NOT NULL",
                family,
                emptyFamily);
        Rows.change("DELETE FROM access.family_patient WHERE family_id = ?::uuid", emptyFamily);
        Rows.change("DELETE FROM access.invitation WHERE family_id = ?::uuid AND status = 'PENDING'", family);
    }

    /** Whatever was answered or ended is as it was. */
    void setBack() {
        setBackFamilies();
        Rows.change(
                "DELETE FROM access.invitation WHERE patient_id = ?::uuid AND id <> ?::uuid AND status = 'PENDING'",
                patient,
                invitation);
        asTheyWere.forEach((row, table) -> {
            if (Rows.count("SELECT count(*) FROM " + table + " t WHERE to_jsonb(t) = ?::jsonb", row) == 0) {
                Rows.change("DELETE FROM " + table + " WHERE id = ((?::jsonb)->>'id')::uuid", row);
                Rows.change(
                        "INSERT INTO " + table + " SELECT * FROM jsonb_populate_record(NULL::" + table + ", ?::jsonb)",
                        row);
            }
        });
        for (String table : List.of("records.family_member", "records.family_condition")) {
            Rows.change(
                    "UPDATE " + table
                            + " SET voided_at = NULL, voided_by = NULL, void_reason = NULL WHERE id IN (?::uuid, ?::uuid) AND voided_at IS NOT NULL",
                    relative,
                    illness);
        }
    }
}
