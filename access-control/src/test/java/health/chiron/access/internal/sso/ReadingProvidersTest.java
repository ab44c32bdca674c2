package health.chiron.access.internal.sso;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.access.LinkingPreference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingProvidersTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void one_provider() throws IOException {
        environment.put("CHIRON_SSO_PROVIDERS", "north");
        provider("NORTH", "https://login.north.health/realms/clinic");
    }

    private void provider(String name, String issuer) throws IOException {
        environment.put("CHIRON_SSO_" + name + "_ISSUER", issuer);
        environment.put("CHIRON_SSO_" + name + "_CLIENT_ID", "chiron");
        environment.put("CHIRON_SSO_" + name + "_LABEL", "North");
        environment.put("CHIRON_SSO_" + name + "_CLIENT_SECRET_FILE", secret("k3Vd0-91xPq_ZrT7"));
    }

    private String secret(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content + "\n")
                .toString();
    }

    private ProviderSettings read(boolean demo) {
        return ProviderSettings.of(name -> Optional.ofNullable(environment.get(name)), demo);
    }

    @Test
    void it_is_careful_where_nothing_is_said() {
        ProviderSettings settings = read(false);
        assertThat(settings.faults()).isEmpty();
        Provider north = settings.providers().getFirst();
        assertThat(north.linking()).isEqualTo(LinkingPreference.ALWAYS_ASK);
        assertThat(north.newAccounts()).isFalse();
        assertThat(north.scopes()).containsExactly("openid", "email", "profile");
        assertThat(north.secret()).isEqualTo("k3Vd0-91xPq_ZrT7");
        assertThat(north.toString()).doesNotContain("k3Vd0");
    }

    @Test
    void none_is_fine() {
        environment.clear();
        assertThat(read(false).faults()).isEmpty();
        assertThat(read(false).providers()).isEmpty();
    }

    @Test
    void several_stand_in_their_order_and_each_has_an_issuer_of_its_own() throws IOException {
        environment.put("CHIRON_SSO_PROVIDERS", "south, north");
        provider("SOUTH", "https://login.south.health");
        assertThat(read(false).providers()).extracting(Provider::name).containsExactly("south", "north");
        provider("SOUTH", "https://login.north.health/realms/clinic");
        assertThat(read(false).faults()).anyMatch(fault -> fault.contains("two providers with one issuer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHIRON_SSO_PROVIDERS                | North
            CHIRON_SSO_PROVIDERS                | north,north
            CHIRON_SSO_PROVIDERS                | north,
            CHIRON_SSO_PROVIDERS                | a,b,c,d,e,f,g,h,i
            CHIRON_SSO_NORTH_ISSUER             |
            CHIRON_SSO_NORTH_ISSUER             | http://login.north.health
            CHIRON_SSO_NORTH_ISSUER             | https://user@login.north.health
            CHIRON_SSO_NORTH_ISSUER             | https://login.north.health/?x=1
            CHIRON_SSO_NORTH_ISSUER             | login.north.health
            CHIRON_SSO_NORTH_CLIENT_ID          |
            CHIRON_SSO_NORTH_LABEL              |
            CHIRON_SSO_NORTH_LABEL              | A label that is much too long for any button here
            CHIRON_SSO_NORTH_CLIENT_SECRET_FILE |
            CHIRON_SSO_NORTH_CLIENT_SECRET_FILE | /no/such/file
            CHIRON_SSO_NORTH_DOMAINS            | Clinic.health
            CHIRON_SSO_NORTH_DOMAINS            | clinic.health,,other.health
            CHIRON_SSO_NORTH_DOMAINS            | localhost
            CHIRON_SSO_NORTH_DOMAINS            | @clinic.health
            CHIRON_SSO_NORTH_SCOPES             | email profile
            CHIRON_SSO_NORTH_LINKING            | always
            CHIRON_SSO_NORTH_NEW_ACCOUNTS       | doctor
            """)
    void what_is_wrong_is_named_by_its_variable_and_never_by_its_value(String name, String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
        assertThat(read(false).faults()).hasSize(1).allMatch(fault -> fault.startsWith(name + " "));
        if (value != null && value.length() > 6) {
            assertThat(read(false).faults()).noneMatch(fault -> fault.contains(value));
        }
        assertThat(read(false).providers()).isEmpty();
    }

    @Test
    void a_secret_that_is_a_placeholder_or_short_is_none_in_production() throws IOException {
        for (String bad : List.of("", "short", "your-client-secret", "changeit-changeit")) {
            environment.put("CHIRON_SSO_NORTH_CLIENT_SECRET_FILE", secret(bad));
            assertThat(read(false).faults()).as(bad).hasSize(1);
        }
        environment.put("CHIRON_SSO_NORTH_CLIENT_SECRET_FILE", secret("short"));
        environment.put("CHIRON_SSO_NORTH_ISSUER", "http://localhost:8180/realms/clinic");
        assertThat(read(true).faults()).isEmpty();
    }

    @Test
    void a_domain_admits_itself_and_nothing_that_looks_alike() {
        environment.put("CHIRON_SSO_NORTH_DOMAINS", "clinic.health, other.health");
        Provider north = read(false).providers().getFirst();
        assertThat(north.admits("a@clinic.health")).isTrue();
        assertThat(north.admits("a@other.health")).isTrue();
        assertThat(north.admits("a@sub.clinic.health")).isFalse();
        assertThat(north.admits("a@evilclinic.health")).isFalse();
        assertThat(north.admits("clinic.health@evil.test")).isFalse();
        assertThat(north.admits(null)).isFalse();
    }
}
