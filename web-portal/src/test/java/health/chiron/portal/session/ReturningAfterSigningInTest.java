package health.chiron.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturningAfterSigningInTest {
    @Test
    void goes_to_a_page_of_the_portal_with_its_parameters() {
        assertThat(SafeReturn.of("/portal/chart?patient=01a1fc0b-0714-7ff4-a38f-c0bf7173268a", "/portal"))
                .contains("/portal/chart?patient=01a1fc0b-0714-7ff4-a38f-c0bf7173268a");
        assertThat(SafeReturn.of("/portal/", "/portal")).contains("/portal/");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example/portal/home",
                "/\\evil.example/portal/home",
                "\\\\evil.example",
                "///evil.example",
                "https://evil.example/portal/home",
                "javascript:alert(1)",
                "data:text/html,x",
                "portal/home",
                "/portal",
                "/portalx/home",
                "/api/v1/me",
                "/portal/../api/v1",
                "/portal/%2e%2e/api/v1",
                "/portal/..%2fapi",
                "/portal/%5c%5cevil.example",
                "/portal//evil.example",
                "/portal/./home",
                "/portal/home;jsessionid=1",
                "/portal/home\r\nSet-Cookie: a=b",
                "/portal/home%0d%0aSet-Cookie:a=b",
                "/portal/%252e%252e/x",
                "/portal/ho me",
                "/portal/home#fragment",
                "/portal/\u00e4",
                "@evil.example/portal/home",
                "/portal/login"
            })
    void drops_everything_else(String asked) {
        assertThat(SafeReturn.of(asked, "/portal")).isEmpty();
    }

    @Test
    void drops_what_is_longer_than_any_page_of_the_portal() {
        assertThat(SafeReturn.of("/portal/" + "a".repeat(1000), "/portal")).isEmpty();
    }
}
