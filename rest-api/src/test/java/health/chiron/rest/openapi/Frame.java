package health.chiron.rest.openapi;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** What the document says before the first path: who speaks, how to sign in, which answers every operation shares. */
final class Frame {
    /** The name of the one way to sign in. */
    static final String BEARER = "bearer";

    private Frame() {}

    static OpenAPI model() {
        return OASFactory.createOpenAPI()
                .openapi("3.1.0")
                .info(OASFactory.createInfo()
                        .title("Chiron")
                        .version("1.0.0")
                        .summary("Medical records of people and animals, opened by their owners.")
                        .description("""
                                A clinic asks for access, the owner receives a one-time code, the code opens the chart for a time, \
                                and every look stands in the access log.

                                Names are snake_case, ids are UUIDs, times are ISO 8601 in UTC. What is unknown is left out. \
                                Unknown fields and query parameters are refused by name. \
                                A list takes `limit` and `offset` and says its `total`. \
                                A change says in `If-Match` which version it is based on. \
                                Every failure is a problem (RFC 9457); its `type` leads to an explanation. \
                                Every answer carries `X-Request-Id`, which the access log knows too.""")
                        .contact(OASFactory.createContact()
                                .name("The operator of this installation")
                                .url("https://chiron.example/")
                                .email("operator@chiron.example"))
                        .license(OASFactory.createLicense()
                                .name("All rights reserved")
                                .url("https://chiron.example/license")))
                .servers(List.of(OASFactory.createServer().url("/api/v1").description("This installation")))
                .tags(List.of(
                        tag(
                                "Access",
                                "Requests, one-time codes and grants: how a clinic gets into a chart and out of it."),
                        tag("Accounts", "Accounts of other people, through their whole life."),
                        tag("Audit", "The access log as a whole, and the proof that it was not changed."),
                        tag("Clinics", "Clinics and the people who work there."),
                        tag("Consents", "What clinics let owners sign, what was signed, and what was withdrawn."),
                        tag("Directories", "What everybody who is signed in may look up."),
                        tag("Family history", "Relatives and their illnesses."),
                        tag("Health", "Whether the installation answers."),
                        tag("Imports", "Records of other systems, brought in."),
                        tag("Integrations", "Programs of integrators: registered by a clinic, let in by the platform."),
                        tag("Medical records", "Visits: drafted, signed, added to."),
                        tag("Own account", "Password, second factor, sessions and preferences of whoever asks."),
                        tag("Patients", "People and animals, their owners, the head of the chart."),
                        tag(
                                "Pets",
                                "The veterinary addresses: patients, narrowed to animals. A person's id is not found here."),
                        tag("Sharing", "Invitations, shares with people, families, and handing a patient over."),
                        tag("Sign-in", "Tokens for programs, and the account behind them.")))
                .security(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)))
                .components(components());
    }

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }

    private static Components components() {
        Components components = OASFactory.createComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token from `POST /auth/token`. It lives for minutes; the session behind it"
                                                + " is checked at every call."));
        headers().forEach(components::addHeader);
        Problems.ALL.forEach((name, problem) -> components.addResponse(name, response(problem)));
        return components;
    }

    private static SortedMap<String, Header> headers() {
        // Sorted: Map.of iterates in another order in every run, and the document must not.
        return new TreeMap<>(Map.of(
                "ETag", header("The version of what was answered; a change says it in `If-Match`.", "\"3\""),
                "Location",
                        header(
                                "Where the new thing is.",
                                "/api/v1/medical-records/019ab3c5-7e10-7cc3-98c4-dc0c0c07398f"),
                "Request-Id",
                        header(
                                "The id of this call, in the answer, the access log and the server's log.",
                                "019ab3c5-7e10-7cc3-98c4-dc0c0c07398f"),
                "Retry-After", header("How many seconds to wait.", "30"),
                "RateLimit",
                        header("Where the call stands: what is left of a limit, and seconds.", "\"look-ups\";r=0;t=30"),
                "RateLimit-Policy", header("The limits that the call was counted against.", "\"look-ups\";q=60;w=600"),
                "WWW-Authenticate", header("How to sign in (RFC 6750).", "Bearer realm=\"chiron\"")));
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(example);
    }

    private static APIResponse response(Problems.Described problem) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(problem.description())
                .addHeader("X-Request-Id", OASFactory.createHeader().ref("Request-Id"))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(problem.example())));
        problem.headers()
                .forEach((name, component) ->
                        response.addHeader(name, OASFactory.createHeader().ref(component)));
        return response;
    }
}
