package health.chiron.access.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.chiron.domain.shared.AddressRanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnowingTheCallersAddressTest {
    private static final AddressRanges PROXIES = AddressRanges.of("10.0.0.0/8, 192.0.2.7, 2001:db8::/32");

    private static String of(String connection, String... forwarded) {
        return CallerAddress.of(PROXIES, connection, List.of(forwarded));
    }

    @Test
    void nobody_but_a_trusted_proxy_is_believed() {
        assertThat(of("198.51.100.1", "203.0.113.9")).isEqualTo("198.51.100.1");
        assertThat(of("10.1.2.3", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(CallerAddress.of(AddressRanges.NONE, "127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void what_stands_further_left_was_written_by_the_caller() {
        assertThat(of("10.1.2.3", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(of("10.1.2.3", "1.1.1.1", "203.0.113.9, 192.0.2.7")).isEqualTo("203.0.113.9");
        assertThat(of("10.1.2.3", "10.9.9.9, 10.8.8.8")).isEqualTo("10.9.9.9");
    }

    @Test
    void what_is_no_address_ends_the_search() {
        assertThat(of("10.1.2.3", "203.0.113.9, unknown")).isEqualTo("10.1.2.3");
        assertThat(of("10.1.2.3", "")).isEqualTo("10.1.2.3");
        assertThat(of("10.1.2.3", "evil.example")).isEqualTo("10.1.2.3");
        assertThat(of("10.1.2.3", "999.1.1.1")).isEqualTo("10.1.2.3");
    }

    @Test
    void addresses_of_the_longer_kind_are_known_too() {
        assertThat(of("2001:db8::1", "2001:4860::8888")).isEqualTo("2001:4860::8888");
        assertThat(of("2001:db9::1", "2001:4860::8888")).isEqualTo("2001:db9::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0/8", "::/129", "example.org", "10.0.0.0/-1", "/8"})
    void what_is_no_range_is_refused(String setting) {
        assertThatThrownBy(() -> AddressRanges.of(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
