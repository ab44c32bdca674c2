package health.chiron.interop.internal.imports;

import health.chiron.access.api.Directory;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
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
    private final Map<SourceKey, PractitionerId> practitioners = new HashMap<>();
    private final Map<SourceKey, OrganizationId> organizations = new HashMap<>();

    DirectoryEntries(Directory directory, ClinicId clinic, References references, Tally tally) {
        this.directory = directory;
        this.clinic = clinic;
        this.references = references;
        this.tally = tally;
    }

    /** Takes a practitioner of the file; what cannot be taken is counted. */
    Optional<PractitionerId> take(Practitioner practitioner) {
        Optional<SourceKey> key = SourceKey.firstOf(practitioner.getIdentifier());
        String name = People.current(practitioner.getName()).map(People::formal).orElse(null);
        if (!isNamed("practitioner", key, name)) {
            return Optional.empty();
        }
        return Optional.of(practitioner(key.get(), name));
    }

    /** Takes an organisation of the file; what cannot be taken is counted. */
    Optional<OrganizationId> take(Organization organization) {
        Optional<SourceKey> key = SourceKey.firstOf(organization.getIdentifier());
        String name = Words.line(organization.getName());
        if (!isNamed("organization", key, name)) {
            return Optional.empty();
        }
        String phone = organization.getTelecom().stream()
                .map(point -> Words.line(point.getValue()))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        return Optional.of(organization(
                key.get(),
                name,
                fitting(phone, PHONE, "organization/phone_left_out"),
                fitting(inOneLine(organization.getAddressFirstRep()), DETAIL, "organization/address_left_out")));
    }

    /** Whom a chart refers to. */
    Optional<PractitionerId> practitioner(Reference reference) {
        return key(reference, Practitioner.class)
                .flatMap(key -> Optional.ofNullable(practitioners.get(key))
                        .or(() -> name(reference).map(name -> practitioner(key, name))));
    }

    /** Which organisation a chart refers to. */
    Optional<OrganizationId> organization(Reference reference) {
        return key(reference, Organization.class)
                .flatMap(key -> Optional.ofNullable(organizations.get(key))
                        .or(() -> name(reference).map(name -> organization(key, name, null, null))));
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

    private static Optional<String> name(Reference reference) {
        return Optional.ofNullable(Words.line(reference.getDisplay())).filter(name -> name.length() <= Limits.NAME);
    }

    private PractitionerId practitioner(SourceKey key, String name) {
        return practitioners.computeIfAbsent(key, any -> {
            Directory.Entry<PractitionerId> entry =
                    directory.practitioner(new Directory.Incoming(clinic, key.system(), key.id(), name, null, null));
            tally.directoryEntry("practitioner", entry.created());
            return entry.id();
        });
    }

    private OrganizationId organization(SourceKey key, String name, String phone, String address) {
        return organizations.computeIfAbsent(key, any -> {
            Directory.Entry<OrganizationId> entry = directory.organization(
                    new Directory.Incoming(clinic, key.system(), key.id(), name, phone, address));
            tally.directoryEntry("organization", entry.created());
            return entry.id();
        });
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
