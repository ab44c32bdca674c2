package health.chiron.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingScopesTest {
    @Test
    void letters_of_one_resource_stand_together() {
        Set<ClientScope> scopes =
                EnumSet.of(ClientScope.PATIENT_READ, ClientScope.PATIENT_SEARCH, ClientScope.BUNDLE_CREATE);
        assertThat(ClientScope.written(scopes)).isEqualTo("system/Patient.rs system/Bundle.c");
        assertThat(ClientScope.read("system/Patient.rs system/Bundle.c")).contains(scopes);
        assertThat(ClientScope.read("system/Bundle.c  system/Patient.s system/Patient.r"))
                .contains(scopes);
    }

    @ParameterizedTest
    @EnumSource(ClientScope.class)
    void each_is_read_as_it_is_written(ClientScope scope) {
        assertThat(ClientScope.read(scope.written())).contains(Set.of(scope));
    }

    @Test
    void all_of_them_fit_into_their_column() {
        assertThat(ClientScope.written(EnumSet.allOf(ClientScope.class)).length())
                .isLessThan(ClientScope.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "system/Patient",
                "system/Patient.",
                "system/Patient.sr",
                "system/Patient.rr",
                "system/Patient.R",
                "system/patient.r",
                "system/*.r",
                "system/Patient.*",
                "system/Patient.read",
                "user/Patient.r",
                "patient/Patient.r",
                "system/Patient.d",
                "system/Encounter.c",
                "system/Patient.r,system/Patient.s",
                "system/Patient.r openid",
                "system/Patient.r?category=x"
            })
    void what_there_is_not_is_refused_as_a_whole(String list) {
        assertThat(ClientScope.read(list)).isEmpty();
        assertThat(ClientScope.stored(list)).isEmpty();
    }

    @Test
    void a_long_list_is_not_even_looked_at() {
        assertThat(ClientScope.read("system/Patient.r ".repeat(100))).isEmpty();
    }
}
