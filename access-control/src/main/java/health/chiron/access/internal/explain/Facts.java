package health.chiron.access.internal.explain;

import health.chiron.access.api.Actor;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.Sections;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the policy's answer depends on: the person, as an actor, and what joins them to the patient. Null for the actor when there
 * is no such active account.
 */
record Facts(Actor actor, List<Relationship> relationships) {
    Facts {
        relationships = List.copyOf(relationships);
    }

    /** As an example keeps them. What ends by itself is kept as lasting: an example is about the policy, not about the clock. */
    String toJson() {
        JsonObjectBuilder rights = Json.createObjectBuilder();
        actor.rights().forEach((clinic, held) -> rights.add(clinic.toString(), ClinicRight.stored(held)));
        JsonArrayBuilder joined = Json.createArrayBuilder();
        relationships.forEach(relationship -> joined.add(toJson(relationship)));
        return Json.createObjectBuilder()
                .add("kind", actor.kind().name())
                .add("rights", rights)
                .add("scopes", ClientScope.written(actor.scopes()))
                .add("relationships", joined)
                .build()
                .toString();
    }

    private static JsonObjectBuilder toJson(Relationship relationship) {
        JsonObjectBuilder one =
                Json.createObjectBuilder().add("kind", relationship.kind().name());
        if (relationship.clinic() != null) {
            one.add("clinic", relationship.clinic().toString());
        }
        String sections = Sections.stored(relationship.sections());
        if (sections != null) {
            one.add("sections", sections);
        }
        return one;
    }

    /** The facts of a stored example. */
    static Facts read(AccountId account, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject stored = reader.readObject();
            Map<ClinicId, Set<ClinicRight>> rights = new HashMap<>();
            stored.getJsonObject("rights")
                    .forEach((clinic, held) -> rights.put(
                            ClinicId.of(clinic), ClinicRight.read(((jakarta.json.JsonString) held).getString())));
            List<Relationship> relationships = new ArrayList<>();
            for (JsonValue one : stored.getJsonArray("relationships")) {
                relationships.add(relationship(one.asJsonObject()));
            }
            return new Facts(
                    new Actor(
                            account,
                            AccountKind.valueOf(stored.getString("kind")),
                            "",
                            rights,
                            ClientScope.stored(stored.getString("scopes", ""))),
                    relationships);
        }
    }

    private static Relationship relationship(JsonObject stored) {
        String sections = stored.getString("sections", null);
        Set<Section> open = sections == null ? EnumSet.noneOf(Section.class) : Sections.read(sections);
        return new Relationship(
                Relationship.Kind.valueOf(stored.getString("kind")),
                stored.containsKey("clinic") ? ClinicId.of(stored.getString("clinic")) : null,
                null,
                open,
                null,
                null);
    }
}
