package health.chiron.interop.internal.imports;

import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.records.api.IncomingChart.IncomingVisit;
import health.chiron.records.api.RecordLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;

/** A FHIR Encounter as a visit of ours. */
final class VisitMapping {
    private static final long LONGEST_MINUTES = 525_600;
    private static final List<String> WHO_SAW_THE_PATIENT = List.of("PPRF", "ATND", "SPRF");

    private final DirectoryEntries directory;
    private final Tally tally;
    private final Instant now;

    /** @param now visits may not lie ahead */
    VisitMapping(DirectoryEntries directory, Tally tally, Instant now) {
        this.directory = directory;
        this.tally = tally;
        this.now = now;
    }

    /** The visit, or nothing when it cannot be taken; then the reason is counted. */
    Optional<IncomingVisit> visit(Encounter encounter) {
        if (encounter.getStatus() != EncounterStatus.FINISHED) {
            return refuse("encounter/not_finished");
        }
        Optional<String> id = ResourceIds.of(encounter, encounter.getIdentifier());
        if (id.isEmpty()) {
            return refuse("encounter/no_id");
        }
        Optional<Instant> start = Dates.instant(encounter.getPeriod().getStartElement());
        if (start.isEmpty()) {
            return refuse("encounter/no_start_time");
        }
        if (start.get().isAfter(now)) {
            return refuse("encounter/in_the_future");
        }
        return Optional.of(new IncomingVisit(
                id.get(),
                VisitTypes.type(encounter),
                VisitTypes.priority(encounter),
                start.get(),
                minutes(encounter, start.get()),
                reason(encounter),
                diagnosis(encounter),
                practitioner(encounter),
                organization(encounter)));
    }

    private Integer minutes(Encounter encounter, Instant start) {
        Optional<Instant> end = Dates.instant(encounter.getPeriod().getEndElement());
        if (end.isEmpty()) {
            return null;
        }
        long minutes = Duration.between(start, end.get()).toMinutes();
        if (minutes < 0 || minutes > LONGEST_MINUTES) {
            tally.adjust("encounter/duration_left_out");
            return null;
        }
        return (int) minutes;
    }

    /** What the encounter was: its type in words, such as "Well child visit (procedure)". */
    private String reason(Encounter encounter) {
        return inWords(
                encounter.getType().stream().map(Codes::words), RecordLimits.REASON, "encounter/reason_shortened");
    }

    /** The problem that it was about. */
    private String diagnosis(Encounter encounter) {
        return inWords(
                encounter.getReasonCode().stream().map(Codes::words),
                RecordLimits.FINDINGS,
                "encounter/diagnosis_shortened");
    }

    private String inWords(Stream<Optional<String>> concepts, int most, String reason) {
        String text = Words.line(concepts.flatMap(Optional::stream).distinct().collect(Collectors.joining("; ")));
        if (text != null && text.length() > most) {
            tally.adjust(reason);
            return Words.shortened(text, most);
        }
        return text;
    }

    /** The participant who saw the patient, of a finished encounter. */
    static Optional<Reference> whoSawThePatient(Encounter encounter) {
        return encounter.getParticipant().stream()
                .filter(EncounterParticipantComponent::hasIndividual)
                .min(Comparator.comparingInt(VisitMapping::rank))
                .filter(participant -> encounter.getStatus() == EncounterStatus.FINISHED)
                .map(EncounterParticipantComponent::getIndividual);
    }

    /** The organisation that gave the care, of a finished encounter. */
    static Optional<Reference> whereItWas(Encounter encounter) {
        return encounter.hasServiceProvider() && encounter.getStatus() == EncounterStatus.FINISHED
                ? Optional.of(encounter.getServiceProvider())
                : Optional.empty();
    }

    private PractitionerId practitioner(Encounter encounter) {
        return known(whoSawThePatient(encounter), directory::practitioner, "encounter/practitioner_unknown");
    }

    private OrganizationId organization(Encounter encounter) {
        return known(whereItWas(encounter), directory::organization, "encounter/organization_unknown");
    }

    private <T> T known(Optional<Reference> reference, Function<Reference, Optional<T>> entries, String otherwise) {
        Optional<T> found = reference.flatMap(entries);
        if (reference.isPresent() && found.isEmpty()) {
            tally.adjust(otherwise);
        }
        return found.orElse(null);
    }

    private static int rank(EncounterParticipantComponent participant) {
        return participant.getType().stream()
                .map(type -> Codes.in(Codes.PARTICIPATION, type).orElse(""))
                .mapToInt(WHO_SAW_THE_PATIENT::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(WHO_SAW_THE_PATIENT.size());
    }

    private Optional<IncomingVisit> refuse(String reason) {
        tally.refuse(reason);
        return Optional.empty();
    }
}
