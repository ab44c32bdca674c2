package health.chiron.interop.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.VisitType;
import health.chiron.interop.api.ImportReport;
import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingChart.IncomingVisit;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parts of files as Synthea 3.3.0 wrote them. */
class FilesOfSyntheaTest {
    private static final String SYNTHEA = "https://github.com/synthetichealth/synthea";

    private final House house = new House();

    private ImportReport takes(String file) throws IOException {
        try (InputStream content = FilesOfSyntheaTest.class.getResourceAsStream(file)) {
            return house.takes(content);
        }
    }

    @Test
    void a_patient_comes_in_with_visits_and_conditions() throws IOException {
        ImportReport report = takes("synthea-patient.json");

        IncomingChart chart = house.chart();
        assertThat(chart.sourceSystem()).isEqualTo(SYNTHEA);
        assertThat(chart.sourceId()).isEqualTo("4ca3dbf8-bfd7-b1b9-d1e1-1a4d243c277f");
        assertThat(chart.patient().givenName()).isEqualTo("Chance908 Marshall526");
        assertThat(chart.patient().familyName()).isEqualTo("Buckridge80");
        assertThat(chart.patient().birthDate()).isEqualTo(LocalDate.of(1982, 12, 29));
        assertThat(chart.owner().phone()).isEqualTo("+15554967523");
        assertThat(chart.visits())
                .hasSize(4)
                .extracting(IncomingVisit::visitType)
                .containsOnly(VisitType.ROUTINE_CHECKUP);
        assertThat(chart.visits()).allSatisfy(visit -> {
            assertThat(visit.practitioner()).isNotNull();
            assertThat(visit.organization()).isNotNull();
        });
        assertThat(chart.conditions())
                .hasSize(6)
                .filteredOn(condition -> condition.status() == ConditionStatus.RESOLVED)
                .hasSize(2)
                .allSatisfy(condition -> assertThat(condition.endDate()).isEqualTo(LocalDate.of(2025, 1, 8)));
        assertThat(report.notTaken()).isEqualTo(Map.of("Observation", 2, "Procedure", 1, "Immunization", 1));
        assertThat(report.refused()).isEmpty();
    }

    @Test
    void no_number_of_the_state_comes_in() throws IOException {
        ImportReport report = takes("synthea-patient.json");

        assertThat(house.chart().patient().identifiers())
                .extracting(identifier -> identifier.system())
                .containsExactly(SYNTHEA, "http://hospital.smarthealthit.org");
        assertThat(report.adjusted()).isEqualTo(Map.of("patient/identifier_left_out", 3));
    }

    @Test
    void hospitals_and_practitioners_fill_the_directory() throws IOException {
        ImportReport hospitals = takes("synthea-hospitals.json");
        ImportReport practitioners = takes("synthea-practitioners.json");

        assertThat(hospitals.created()).isEqualTo(Map.of("organization", 2));
        assertThat(hospitals.notTaken()).isEqualTo(Map.of("Location", 2));
        assertThat(practitioners.created()).isEqualTo(Map.of("practitioner", 2));
        assertThat(practitioners.notTaken()).isEqualTo(Map.of("PractitionerRole", 2));
        assertThat(house.charts()).isEmpty();
    }

    @Test
    void the_same_file_hands_over_the_same_chart_again() throws IOException {
        takes("synthea-patient.json");
        takes("synthea-patient.json");

        assertThat(house.charts()).hasSize(2);
        assertThat(house.charts().get(0)).isEqualTo(house.charts().get(1));
    }
}
