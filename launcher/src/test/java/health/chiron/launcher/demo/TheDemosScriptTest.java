package health.chiron.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheDemosScriptTest {
    private static List<ObjectNode> animals() {
        return Script.Owner.all().stream()
                .flatMap(owner -> owner.animals().stream())
                .toList();
    }

    private static List<Script.Chart> charts() {
        List<Script.Chart> all = new ArrayList<>(Script.Chart.ofAnimals());
        all.addAll(Script.Chart.ofPeople());
        return all;
    }

    @Test
    void has_thirty_animals_of_many_species_with_names_of_their_own() {
        assertThat(animals()).hasSize(30);
        assertThat(animals())
                .extracting(animal -> animal.path("given_name").asText())
                .doesNotHaveDuplicates();
        assertThat(animals())
                .extracting(animal -> animal.path("species").asText())
                .satisfies(species -> assertThat(new HashSet<>(species)).hasSizeGreaterThan(7));
    }

    @Test
    void names_only_doctors_and_animals_that_there_are() {
        Set<String> doctors = new HashSet<>();
        Script.Clinics.read()
                .clinics()
                .forEach(clinic -> clinic.doctors()
                        .forEach(doctor -> doctors.add(doctor.path("username").asText())));

        assertThat(charts()).extracting(Script.Chart::doctor).isSubsetOf(doctors);
        assertThat(Script.Chart.ofAnimals())
                .extracting(Script.Chart::patient)
                .isSubsetOf(animals().stream()
                        .map(animal -> animal.path("given_name").asText())
                        .toList());
    }

    @Test
    void shows_every_type_of_visit_drafts_addenda_and_every_end_of_a_request() {
        List<Script.Visit> visits =
                charts().stream().flatMap(chart -> chart.visits().stream()).toList();

        assertThat(visits.stream()
                        .map(visit -> visit.content().path("visit_type").asText()))
                .contains("routine_checkup", "emergency", "surgery", "vaccination", "follow_up", "other");
        assertThat(visits).anyMatch(visit -> !visit.sign()).anyMatch(visit -> visit.addendum() != null);
        assertThat(charts()).extracting(Script.Chart::outcome).contains("granted", "waiting", "cancelled");
        assertThat(charts()).anyMatch(chart -> "owner".equals(chart.endedBy()));
    }

    @Test
    void lets_only_owners_who_sign_in_end_access() {
        Set<String> whoseOwnerSignsIn = new HashSet<>();
        Script.Owner.all().stream()
                .filter(Script.Owner::signsIn)
                .forEach(owner -> owner.animals()
                        .forEach(animal ->
                                whoseOwnerSignsIn.add(animal.path("given_name").asText())));
        charts().stream().filter(Script.Chart::ownerSignsIn).forEach(chart -> whoseOwnerSignsIn.add(chart.patient()));

        assertThat(charts().stream()
                        .filter(chart -> "owner".equals(chart.endedBy()))
                        .map(Script.Chart::patient))
                .isSubsetOf(whoseOwnerSignsIn);
    }
}
