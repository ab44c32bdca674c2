package health.chiron.rest.openapi;

import health.chiron.domain.shared.PageRequest;
import health.chiron.rest.wire.WireNames;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** Gives every operation the failures it can answer, every schema its words and its example. */
final class Dressing implements OASFilter {
    private static final Map<String, String> PATH_PARAMETERS = Map.ofEntries(
            Map.entry("account_id", "The account."),
            Map.entry("doctor_id", "The doctor's account."),
            Map.entry("invitation_id", "The invitation."),
            Map.entry("pharmacy_id", "The pharmacy."),
            Map.entry("practitioner_id", "The practitioner."),
            Map.entry("client_id", "The program."),
            Map.entry("credential_id", "The program's credential."),
            Map.entry("clinic_id", "The clinic."),
            Map.entry("patient_id", "The patient."),
            Map.entry("pet_id", "The animal."),
            Map.entry("record_id", "The visit record."),
            Map.entry("request_id", "The request for access."),
            Map.entry("grant_id", "The grant."),
            Map.entry("text_id", "The text to be signed."),
            Map.entry("consent_id", "The signed consent."),
            Map.entry("example_id", "The example."),
            Map.entry("session_id", "The session."),
            Map.entry("link_id", "The link of the own account to an identity of a provider."),
            Map.entry("share_id", "The share."),
            Map.entry("family_id", "The family."),
            Map.entry("member_id", "The relative."),
            Map.entry("condition_id", "The relative's illness."),
            Map.entry("block_id", "The block."));

    private static final Map<String, String> QUERY_PARAMETERS = Map.ofEntries(
            Map.entry("limit", "How many entries to answer at most."),
            Map.entry("offset", "How many entries to pass over."),
            Map.entry("name", "A part of the name, upper and lower case alike."),
            Map.entry("date_of_birth", "The exact date of birth."),
            Map.entry("kind", "Only entries of this kind."),
            Map.entry("status", "Only entries that stand like this."),
            Map.entry("state", "Only programs that stand like this."),
            Map.entry(
                    "search", "A part of the name, the sign-in name or the mail address, upper and lower case alike."),
            Map.entry("visit_type", "Only visits of this type."),
            Map.entry("record_type", "The same as `visit_type`, under its other name."),
            Map.entry("start_date", "The earliest visit, included."),
            Map.entry("end_date", "The latest visit: a day is included as a whole, a time is excluded."),
            Map.entry("follow_up_due", "Only visits that want a follow-up."),
            Map.entry("professional_only", "Leaves out what owners wrote."),
            Map.entry("invitation_type", "Only invitations of this kind."),
            Map.entry("origin", "Only those started by a clinic, by the owner, or by a referral."),
            Map.entry("basis", "Only grants opened by this."),
            Map.entry("waiting", "Only emergencies that wait for a judgement, or only the others."),
            Map.entry("in_force", "Only texts that can be signed."),
            Map.entry("clinic_id", "Only what belongs to this clinic."),
            Map.entry("patient_id", "Only what concerns this patient."),
            Map.entry("account_id", "Only what this account did."),
            Map.entry("grant_id", "Only what was done under this grant."),
            Map.entry("action", "Only acts of this kind."),
            Map.entry("category", "Only acts on things of this kind."),
            Map.entry("relationship", "Only acts by this right, such as `grant` or `owner`."),
            Map.entry("channel", "Only acts through this face."),
            Map.entry("request_id", "Only acts of this request."),
            Map.entry("address", "Only acts from this network address."),
            Map.entry("sort", "By which column; by time when left out."),
            Map.entry("order", "Which way; the largest or newest first when left out."),
            Map.entry("language", "The language of a paper."),
            Map.entry("time_zone", "The zone in which times are told and days begin; UTC when left out."),
            Map.entry("outcome", "Only acts that ended like this."),
            Map.entry("text", "A part of the name or of a service, upper and lower case alike."),
            Map.entry("account_kind", "Only accounts of this kind."),
            Map.entry("active", "Only what is active, or only what is not."),
            Map.entry("verified", "Only licences that were checked, or only the others."),
            Map.entry("doctor_id", "Only those bound to this doctor."),
            Map.entry("employment_type", "Only people who belong to the clinic like this."),
            Map.entry("license_number", "The exact licence number."),
            Map.entry("specialization", "A part of the field, upper and lower case alike."),
            Map.entry("specialty", "A part of the field, upper and lower case alike."),
            Map.entry("practice", "A part of the practice's name, upper and lower case alike."),
            Map.entry("city", "The place, upper and lower case alike."),
            Map.entry("zip_code", "How the postal code begins."),
            Map.entry("twenty_four_hour", "Only pharmacies open day and night, or only the others."),
            Map.entry("drive_through", "Only pharmacies with a drive-through, or only the others."),
            Map.entry("file_name", "What the file is called, for the report."),
            Map.entry("from", "The earliest act, included."),
            Map.entry("until", "The latest act: a day is included as a whole, a time is excluded."));

    private static final Map<String, String> TIMES = Map.of(
            "Instant", "A time (RFC 3339); answers are in UTC.",
            "LocalDate", "A date (RFC 3339, full-date).");

    private static final Pattern CAPITALS = Pattern.compile("`[A-Z][A-Z_]+`");

    private final SourceDocs docs;
    private final Map<String, ClassInfo> types;

    Dressing(SourceDocs docs, Map<String, ClassInfo> types) {
        this.docs = docs;
        this.types = types;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().forEach(this::dressPath);
        Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
        schemas.forEach(this::dressSchema);
        document.getComponents().setSchemas(schemas);
        document.getPaths().setPathItems(new TreeMap<>(document.getPaths().getPathItems()));
    }

    private void dressPath(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            parameters(operation).forEach(Dressing::dressParameter);
            dressAnswers(operation);
            addFailures(operation);
        });
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private static void dressParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.QUERY) {
            dressQuery(parameter);
        }
        if (parameter.getIn() == Parameter.In.PATH) {
            parameter.setDescription(PATH_PARAMETERS.get(parameter.getName()));
            parameter.setExample("019ab3c5-7e10-7cc3-98c4-dc0c0c07398f");
        }
        if (parameter.getIn() == Parameter.In.HEADER) {
            parameter.setRequired(true);
            parameter.setDescription("The `ETag` of the answer that the change is based on.");
            parameter.setExample("\"3\"");
        }
    }

    private static void dressQuery(Parameter parameter) {
        String words = QUERY_PARAMETERS.get(parameter.getName());
        if (words == null) {
            throw new IllegalStateException("no words for the query parameter " + parameter.getName());
        }
        parameter.setDescription(words);
        Schema schema = parameter.getSchema();
        if (schema.getDefaultValue() instanceof String text) {
            schema.setDefaultValue(
                    schema.getType().contains(Schema.SchemaType.INTEGER)
                            ? (Object) Integer.valueOf(text)
                            : Boolean.valueOf(text));
        }
        if (parameter.getName().equals("limit")) {
            schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MOST));
        } else if (parameter.getName().equals("offset")) {
            schema.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(PageRequest.DEEPEST));
        }
    }

    private void dressAnswers(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (List.of("OK", "Created").contains(response.getDescription())) {
                response.setDescription(status.equals("201") ? "Made." : "The answer.");
            }
            response.addHeader("X-Request-Id", ref("Request-Id"));
            boolean versioned = Optional.ofNullable(response.getContent())
                    .map(content -> content.getMediaType("application/json"))
                    .map(media -> media.getSchema().getRef())
                    .filter(ref -> List.of(
                                    "ClinicView",
                                    "DoctorProfile",
                                    "PatientView",
                                    "PersonView",
                                    "PharmacyView",
                                    "PractitionerView",
                                    "VisitView")
                            .contains(ref.substring(ref.lastIndexOf('/') + 1)))
                    .isPresent();
            if (versioned) {
                response.addHeader("ETag", ref("ETag"));
            }
            if (status.equals("201") && !operation.getOperationId().equals("addAccount")) {
                response.addHeader("Location", ref("Location"));
            }
        });
        if (operation.getOperationId().equals("getPublicKeys")) {
            APIResponse keys = operation.getResponses().getAPIResponse("200");
            keys.getContent().getMediaType("application/json").setSchema(jwkSet());
        }
    }

    private static Schema jwkSet() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A JWK set (RFC 7517).")
                .addRequired("keys")
                .addProperty(
                        "keys",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The keys, the current one first.")
                                .items(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)));
    }

    private static Header ref(String component) {
        return OASFactory.createHeader().ref(component);
    }

    private static void addFailures(Operation operation) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        boolean body = operation.getRequestBody() != null;
        boolean path = parameters(operation).stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
        boolean version = parameters(operation).stream().anyMatch(p -> p.getIn() == Parameter.In.HEADER);
        boolean query = parameters(operation).stream().anyMatch(p -> p.getIn() == Parameter.In.QUERY);
        boolean signsIn = open && body;
        add(operation, body || version || query, "Invalid");
        add(operation, !open || signsIn, "Unauthenticated");
        add(operation, !open, "Forbidden");
        add(operation, path || operation.getOperationId().equals("activateAccount"), "NotFound");
        add(operation, true, "NotAcceptable");
        add(operation, !open && (body || path), "Conflict");
        add(operation, version, "Stale");
        add(operation, body, "TooLarge");
        add(operation, body, "UnsupportedMediaType");
        add(operation, version, "VersionRequired");
        add(operation, body || path, "TooMany");
        add(operation, true, "Unexpected");
        add(operation, true, "Unavailable");
    }

    private static void add(Operation operation, boolean possible, String problem) {
        if (possible) {
            APIResponses responses = operation.getResponses();
            responses.addAPIResponse(
                    Integer.toString(Problems.ALL.get(problem).status()),
                    OASFactory.createAPIResponse().ref(problem));
        }
    }

    private void dressSchema(String name, Schema schema) {
        ClassInfo type = types.get(name);
        if (TIMES.containsKey(name)) {
            schema.setDescription(TIMES.get(name));
            return;
        }
        if (type == null) {
            throw new IllegalStateException("no class for the schema " + name);
        }
        String className = type.name().toString();
        String words = docs.of(className).orElseThrow(() -> new IllegalStateException("no comment on " + className));
        if (type.isEnum()) {
            schema.setDescription(words + "\n\n" + constants(type));
            schema.setEnumeration(schema.getEnumeration().stream()
                    .map(each -> (Object) each.toString().toLowerCase(Locale.ROOT))
                    .toList());
            return;
        }
        schema.setDescription(words);
        if (schema.getProperties() == null) {
            schema.setExamples(List.of(name.endsWith("Id") ? "019ab3c5-7e10-7cc3-98c4-dc0c0c07398f" : "2026-11-21"));
            return;
        }
        for (RecordComponentInfo component : type.recordComponents()) {
            String field = WireNames.of(component.name());
            Schema property = schema.getProperties().get(field);
            docs.of(className, component.name()).map(Dressing::inWireWords).ifPresent(property::setDescription);
            if (isAlwaysThere(component)
                    && !Optional.ofNullable(schema.getRequired())
                            .orElse(List.of())
                            .contains(field)) {
                schema.addRequired(field);
            }
            asInJavaScript(property);
        }
        example(name).ifPresent(example -> schema.setExamples(List.of(example)));
    }

    private static boolean isAlwaysThere(RecordComponentInfo component) {
        return component.type().kind() == Type.Kind.PRIMITIVE
                || component.hasAnnotation(DotName.createSimple(NotNull.class)) && !isInside(component)
                || component.hasAnnotation(DotName.createSimple(NotBlank.class));
    }

    /** {@code List<@NotNull X>} says something of the entries, not of the list. */
    private static boolean isInside(RecordComponentInfo component) {
        return component
                        .annotation(DotName.createSimple(NotNull.class))
                        .target()
                        .kind()
                == AnnotationTarget.Kind.TYPE;
    }

    /** The doors' words in capitals are in lower case on the wire. */
    private static String inWireWords(String text) {
        return CAPITALS.matcher(text).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
    }

    /** Bean Validation matches the whole text and knows POSIX classes; JSON Schema searches, and does not. */
    private static void asInJavaScript(Schema property) {
        String pattern = property.getPattern();
        if (pattern != null && !pattern.equals("\\S") && property.getFormat() == null) {
            property.setPattern("^(?:" + pattern.replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f") + ")$");
        }
    }

    private String constants(ClassInfo type) {
        return type.enumConstants().stream()
                .map(constant -> "- `" + constant.name().toLowerCase(Locale.ROOT) + "`: "
                        + docs.of(type.name().toString(), constant.name()).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<Object> example(String schema) {
        try (InputStream file = Dressing.class.getResourceAsStream("/examples/" + schema + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(Problems.tree(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
