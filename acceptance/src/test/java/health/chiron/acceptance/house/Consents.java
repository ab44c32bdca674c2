package health.chiron.acceptance.house;

import java.util.Map;

/**
 * Consents of one owner by one text of a clinic.
 *
 * @param chart whose owner signs
 * @param text the published text
 */
public record Consents(Scene.Chart chart, Answer text) {
    /** A text about exchange with others, published by the clinic. */
    public static Consents toExchange(Scene scene, Scene.Chart chart) {
        return new Consents(
                chart,
                scene.boss
                        .post(
                                "/clinics/" + scene.clinic + "/consent-texts",
                                Map.of(
                                        "scope",
                                        "data_exchange",
                                        "language",
                                        "en",
                                        "title",
                                        "Exchange",
                                        "body",
                                        "With others."))
                        .mustBe(201));
    }

    /** The owner signs; the consent's id. */
    public String sign() {
        return chart.owner()
                .post(
                        "/patients/" + chart.id() + "/consents",
                        Map.of(
                                "text_id",
                                text.text("id"),
                                "text_sha256",
                                text.text("sha256"),
                                "signed_name",
                                "Alex Tern"))
                .mustBe(201)
                .text("id");
    }

    /** The owner takes it back. */
    public void takeBack(String consent) {
        chart.owner().post("/consents/" + consent + "/withdraw", null).mustBe(200);
    }
}
