package health.chiron.interop.internal.imports;

import health.chiron.access.api.Directory;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.interop.internal.bundle.Entry;
import health.chiron.interop.internal.bundle.ReadBundle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The practitioners and organisations of one file, each asked for once. A chart names them by identifier and display only;
 * that is enough for an entry when their own file was not imported before.
 */
final class DirectoryEntries {
    private static final int DETAIL = 100;
    private static final int PHONE = 50;

    private final Directory directory;
    private final ClinicId clinic;
    private final References references;
    private final Tally tally;
    // In the order of their keys: two files that add the same people at once then wait for one another instead of
    // forever.
    private final Map<SourceKey, Directory.Incoming> namedPractitioners = new TreeMap<>();
    private final Map<SourceKey, Directory.Incoming> namedOrganizations = new TreeMap<>();
    private final Map<SourceKey, PractitionerId> practitioners = new HashMap<>();
    private final Map<SourceKey, OrganizationId> organizations = new HashMap<>();

    DirectoryEntries(Directory directory, ClinicId clinic, References references, Tally tally) {
        this.directory = directory;
        this.clinic = clinic;
        this.references = references;
        this.tally = tally;
    }

    /** Takes all whom the file holds or its visits refer to; what cannot be taken is counted. */
    void take(ReadBundle bundle) {
        bundle.of(Organization.class).forEach(entry -> name(entry.resource()));
        bundle.of(Practitioner.class).forEach(entry -> name(entry.resource()));
        for (Entry<Encounter> entry : bundle.of(Encounter.class)) {
            VisitMapping.whoSawThePatient(entry.resource())
                    .ifPresent(reference -> name(reference, Practitioner.class, namedPractitioners));
            VisitMapping.whereItWas(entry.resource())
                    .ifPresent(reference -> name(reference, Organization.class, namedOrganizations));
        }
        namedOrganizations.forEach((key, incoming) -> {
            Directory.Entry<OrganizationId> entry = directory.organization(incoming);
            tally.directoryEntry("organization", entry.created());
            organizations.put(key, entry.id());
        });
        namedPractitioners.forEach((key, incoming) -> {
            Directory.Entry<PractitionerId> entry = directory.practitioner(incoming);
            tally.directoryEntry("practitioner", entry.created());
            practitioners.put(key, entry.id());
        });
    }

    /** Whom a chart refers to. */
    Optional<PractitionerId> practitioner(Reference reference) {
        return key(reference, Practitioner.class).map(practitioners::get);
    }

    /** Which organisation a chart refers to. */
    Optional<OrganizationId> organization(Reference reference) {
        return key(reference, Organization.class).map(organizations::get);
    }

    private void name(Practitioner practitioner) {
        Optional<SourceKey> key = SourceKey.firstOf(practitioner.getIdentifier());
        String name = People.current(practitioner.getName()).map(People::formal).orElse(null);
        if (isNamed("practitioner", key, name)) {
            namedPractitioners.put(key.get(), incoming(key.get(), name, null, null));
        }
    }

    private void name(Organization organization) {
        Optional<SourceKey> key = SourceKey.firstOf(organization.getIdentifier());
        String name = Words.line(organization.getName());
        if (!isNamed("organization", key, name)) {
            return;
        }
        String phone = organization.getTelecom().stream()
                .map(point -> Words.line(point.getValue()))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        namedOrganizations.put(
                key.get(),
                incoming(
                        key.get(),
                        name,
                        fitting(phone, PHONE, "organization/phone_left_out"),
                        fitting(
                                inOneLine(organization.getAddressFirstRep()),
                                DETAIL,
                                "organization/address_left_out")));
    }

    private <T extends Resource> void name(
            Reference reference, Class<T> type, Map<SourceKey, Directory.Incoming> named) {
        String name = Words.line(reference.getDisplay());
        if (name != null && name.length() <= Limits.NAME) {
            key(reference, type).ifPresent(key -> named.putIfAbsent(key, incoming(key, name, null, null)));
        }
    }

    private <T extends Resource> Optional<SourceKey> key(Reference reference, Class<T> type) {
        return references
                .within(reference, type)
                .flatMap(resource -> SourceKey.firstOf(
                        resource instanceof Practitioner practitioner
                                ? practitioner.getIdentifier()
                                : ((Organization) (Resource) resource).getIdentifier()))
                .or(() -> References.outside(reference));
    }

    private Directory.Incoming incoming(SourceKey key, String name, String phone, String detail) {
        return new Directory.Incoming(clinic, key.system(), key.id(), name, phone, detail);
    }

    private boolean isNamed(String kind, Optional<SourceKey> key, String name) {
        if (key.isEmpty()) {
            tally.refuse(kind + "/no_id");
        } else if (name == null) {
            tally.refuse(kind + "/no_name");
        } else if (name.length() > Limits.NAME) {
            tally.refuse(kind + "/name_too_long");
        } else {
            return true;
        }
        return false;
    }

    private String fitting(String text, int most, String reason) {
        if (text != null && text.length() > most) {
            tally.adjust(reason);
            return null;
        }
        return text;
    }

    private static String inOneLine(Address address) {
        return Words.line(Stream.concat(
                        address.getLine().stream().map(PrimitiveType::getValue),
                        Stream.of(address.getCity(), address.getState(), address.getPostalCode()))
                .map(Words::line)
                .filter(part -> part != null)
                .collect(Collectors.joining(", ")));
    }
}
