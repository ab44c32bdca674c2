package health.chiron.rest.wire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The wire's names: snake_case as in the seeds. */
public final class WireNames {
    private WireNames() {}

    /**
     * The wire's path for a Java property path: {@code owner.fullName} is {@code owner.full_name}. A path that is in the
     * wire's words already stays as it is; list places such as {@code identifiers[2]} are kept.
     */
    public static String of(String javaPath) {
        return Arrays.stream(javaPath.split("\\.", -1))
                .map(PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE::translate)
                .collect(Collectors.joining("."));
    }

    /** The wire's word for an enum constant: {@code ROUTINE_CHECKUP} is {@code routine_checkup}. */
    public static String of(Enum<?> constant) {
        return word(constant.name());
    }

    /** The wire's form of a word that the house writes in capitals. */
    static String word(String capitals) {
        return capitals.toLowerCase(java.util.Locale.ROOT);
    }
}
