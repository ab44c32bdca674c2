package health.chiron.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The portal as it goes over the wire, without a browser: the session's cookies, pages, and forms that are posted with what their page brought.
 * For what a browser would not do: an old cookie, another's view state. Follows no redirect.
 */
public final class Portal {
    private static final String COOKIE = "CHIRONPORTAL";
    private static final String KEY = "CHIRONKEY";
    private static final Pattern SET = Pattern.compile("(" + COOKIE + "|" + KEY + ")=([^;]*)");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");
    /** The field that carries the state of the view which a form belongs to. */
    public static final String VIEW = "jakarta.faces.ViewState";

    private static final Pattern OF_THE_VIEW =
            Pattern.compile("name=\"(" + VIEW + "|primefaces\\.nonce)\"[^>]*? value=\"([^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final HttpClient http;
    private String id;
    private String key;

    Portal(URI base) {
        this(base, HTTP);
    }

    private Portal(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** Somebody new at another address of this machine. */
    public Portal from(String address) {
        return new Portal(
                base,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(10))
                        .localAddress(Addresses.of(address))
                        .build());
    }

    /**
     * A page of the portal.
     *
     * @param text the body as it came
     */
    public record Page(int status, String text, HttpHeaders headers) {
        /** What the page's form would post by itself: hidden fields, with the view's state among them. */
        public Map<String, String> form(String id) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(form(text, id));
            while (hidden.find()) {
                fields.put(hidden.group(1), hidden.group(2));
            }
            return fields;
        }

        /** What a browser would post of the page's form: hidden fields and whatever is filled in or chosen, without any button. */
        public Map<String, String> filledForm(String id) {
            return FilledForm.in(form(text, id));
        }

        /**
         * The first button of this name; empty when there is none.
         *
         * @param name with a star for the number of a row
         */
        public Optional<String> button(String name) {
            Matcher found = Pattern.compile(" name=\"(" + Pattern.quote(name).replace("*", "\\E[0-9]+\\Q") + ")\"")
                    .matcher(text);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }

        /** What says which view a form belongs to, by field; empty when the page has no form. */
        public Map<String, String> view() {
            Map<String, String> view = new LinkedHashMap<>();
            Matcher field = OF_THE_VIEW.matcher(text);
            while (field.find()) {
                view.put(field.group(1), field.group(2));
            }
            return view;
        }

        private static String form(String text, String id) {
            int from = text.indexOf("<form id=\"" + id + "\"");
            assertThat(from).as("form " + id + " in " + text).isNotNegative();
            return text.substring(from, text.indexOf("</form>", from));
        }

        /** Where the answer leads; empty when nowhere. */
        public String location() {
            return headers.firstValue("Location").orElse("");
        }

        /** Whether the answer leads to the sign-in page: what was asked for stays closed. */
        public boolean leadsToSignIn() {
            return status == 302 && location().contains("/portal/login");
        }
    }

    /** Signs in; the answer leads to a page of the portal, or is the sign-in page again. */
    public Page signIn(String username, String password) {
        Map<String, String> form = get("login").form("login");
        form.put("login:username", username);
        form.put("login:password", password);
        form.put("login:signIn", "");
        return post("login", form);
    }

    /** Signs in, which must succeed. */
    public Portal mustSignIn(String username, String password) {
        Page answer = signIn(username, password);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
        assertThat(answer.leadsToSignIn()).isFalse();
        return this;
    }

    /** The session's id and key as the browser sends them, to be used by whoever has them. */
    public String cookie() {
        return key == null ? id : id + "; " + KEY + "=" + key;
    }

    /** The session's id alone, as the container made it. */
    public String id() {
        return id;
    }

    /** Somebody else with this cookie. */
    public static Portal with(String stolen) {
        Portal other = House.get().portal();
        String[] both = stolen.split("; " + KEY + "=", -1);
        other.id = both[0];
        other.key = both.length > 1 ? both[1] : null;
        return other;
    }

    /** Opens a page, such as {@code desk}. */
    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Opens a page with further headers. */
    public Page get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    /** Posts a form. */
    public Page post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        return id == null ? request : request.header("Cookie", COOKIE + "=" + cookie());
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .map(SET::matcher)
                    .filter(Matcher::find)
                    .forEach(this::keep);
            return new Page(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(Matcher set) {
        if (set.group(1).equals(COOKIE)) {
            id = set.group(2);
        } else {
            key = set.group(2);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
