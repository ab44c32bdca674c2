package health.chiron.interop.internal.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.StringType;

/** Names of people. */
final class People {
    private static final EnumSet<NameUse> NEVER = EnumSet.of(NameUse.OLD, NameUse.MAIDEN, NameUse.TEMP);

    private People() {}

    /** The name to use now: the official one, else the usual one, else the first that is not an old one. */
    static Optional<HumanName> current(List<HumanName> names) {
        return names.stream()
                .filter(name -> !NEVER.contains(name.getUse()))
                .min((one, other) -> Integer.compare(rank(one), rank(other)));
    }

    /** All given names. */
    static String given(HumanName name) {
        return Words.line(name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" ")));
    }

    /** The whole name with its prefix, as it is spoken to. */
    static String formal(HumanName name) {
        return Words.line(name.getPrefix().stream().map(StringType::getValue).collect(Collectors.joining(" "))
                + " "
                + (given(name) == null ? "" : given(name) + " ")
                + (name.hasFamily() ? name.getFamily() : ""));
    }

    private static int rank(HumanName name) {
        NameUse use = name.getUse();
        return use == NameUse.OFFICIAL ? 0 : use == NameUse.USUAL ? 1 : 2;
    }
}
