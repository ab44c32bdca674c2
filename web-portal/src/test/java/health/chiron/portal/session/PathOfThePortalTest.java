package health.chiron.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathOfThePortalTest {
    @ParameterizedTest
    @ValueSource(strings = {"/login", "/activate", "/error"})
    void is_open_only_where_it_is_named(String path) {
        assertThat(PortalPath.of(path)).isEqualTo(PortalPath.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/tokens.css", "/jakarta.faces.resource/core.js.xhtml"})
    void is_static_in_the_two_folders_of_files(String path) {
        assertThat(PortalPath.of(path)).isEqualTo(PortalPath.STATIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home",
                "/chart",
                "/no-such-page",
                "/login/",
                "/login/x",
                "/assets",
                "/assetsx/a.css",
                "/x/assets/a.css",
                "/LOGIN",
                ""
            })
    void is_guarded_everywhere_else(String path) {
        assertThat(PortalPath.of(path)).isEqualTo(PortalPath.GUARDED);
    }

    @Test
    void is_never_a_pages_source() {
        assertThat(PortalPath.of("/login.xhtml")).isEqualTo(PortalPath.SOURCE);
        assertThat(PortalPath.of("/chart.xhtml")).isEqualTo(PortalPath.SOURCE);
    }
}
