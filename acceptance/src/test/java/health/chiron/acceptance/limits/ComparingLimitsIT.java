package health.chiron.acceptance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import health.chiron.domain.records.Measured;
import health.chiron.domain.shared.Refusal;
import health.chiron.records.api.Quantity;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands are checked by annotations, rows by constraints. A value that only one of them accepts is either a failure from deep
 * inside or a row that no command could have written.
 */
class ComparingLimitsIT {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static final FieldsAndColumns MAP = new FieldsAndColumns();

    /** Required by a column, not by the command, because the door fills it in. */
    private static final Set<String> FILLED_IN_BY_THE_DOOR = Set.of(
            "NewAccount.clinicId", // kinds that work at no clinic become no member of one
            "NewAccount.employmentType",
            "NewAccount.passwordChangeRequired", // yes, but for programs
            "NewDoctor.passwordChangeRequired",
            "NewDoctor.employmentType",
            "NewClinicInvitation.employmentType",
            "DoctorData.active",
            "PractitionerData.active",
            "PharmacyData.active",
            "PharmacyData.driveThrough",
            "PharmacyData.twentyFourHour",
            "Preferences.unitSystem", // stays as it is
            "Preferences.dateFormat",
            "Preferences.sessionMinutes",
            "NewOwner.language",
            "OfferAccess.grantHours", // the clinic's usual time
            "Referral.grantHours",
            "ExtendAccess.grantHours",
            "BreakGlass.clinicId", // the only clinic of who asks
            "WitnessConsent.clinicId",
            "NewAddendum.audience", // everybody
            "FamilyMemberData.deceased", // alive, unless a year of death is named
            "RequestAccess.clinicId", // the only clinic of who asks
            "RequestAccess.grantHours", // the clinic's usual time
            "NewApiClient.clinicId",
            "RegisterPatient.clinicId",
            "VisitContent.clinicId", // the clinic that the grant let in
            "VisitContent.priority",
            "VisitContent.followUpRequired",
            "ImportFile.clinicId");

    static List<Class<?>> commands() {
        return new ClassFileImporter()
                        .importPackages(
                                "health.chiron.access.api", "health.chiron.records.api", "health.chiron.interop.api")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(ComparingLimitsIT::isChecked)
                        .toList();
    }

    private static boolean isChecked(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(field -> Arrays.stream(field.getAccessor().getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith("jakarta.validation"));
    }

    static Stream<Arguments> fields() {
        return commands().stream()
                .flatMap(command -> Arrays.stream(command.getRecordComponents())
                        .flatMap(field ->
                                MAP.of(command, field).stream().map(column -> Arguments.of(command, field, column))));
    }

    @Test
    void every_command_is_compared() {
        assertThat(commands()).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(MAP.commands());
        Set<String> all = commands().stream()
                .flatMap(command -> Arrays.stream(command.getRecordComponents())
                        .map(field -> command.getSimpleName() + "." + field.getName()))
                .collect(Collectors.toSet());
        assertThat(all).containsAll(MAP.named());
        assertThat(fields()).hasSizeGreaterThan(80);
    }

    @ParameterizedTest(name = "{1} and {2}")
    @MethodSource("fields")
    void field_and_column_accept_the_same(Class<?> command, RecordComponent field, String name) {
        List<?> samples = samples(field);
        List<Boolean> byTheDatabase = Column.of(name).accepts(samples);
        List<String> differences = IntStream.range(0, samples.size())
                .filter(i -> accepts(command, field, samples.get(i)) != byTheDatabase.get(i))
                .filter(i -> !MAP.mayBeWider(name) || !byTheDatabase.get(i))
                .mapToObj(i -> described(samples.get(i)) + " by the " + (byTheDatabase.get(i) ? "database" : "command"))
                .toList();
        assertThat(differences).as("accepted only").isEmpty();
    }

    @Test
    void what_a_column_needs_the_command_or_the_door_gives() {
        List<String> missing = new ArrayList<>();
        for (Class<?> command : commands()) {
            for (RecordComponent field : command.getRecordComponents()) {
                String name = command.getSimpleName() + "." + field.getName();
                boolean given = !accepts(command, field, null) || FILLED_IN_BY_THE_DOOR.contains(name);
                if (!given
                        && MAP.of(command, field).stream()
                                .anyMatch(column -> Column.of(column).required())) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<?> samples(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == String.class) {
            return Samples.texts(field);
        }
        if (type == Integer.class) {
            return Samples.numbers();
        }
        return type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    }

    private static boolean accepts(Class<?> command, RecordComponent field, Object value) {
        if (value == null) {
            return !field.getAccessor().isAnnotationPresent(NotNull.class)
                    && !field.getAccessor().isAnnotationPresent(NotBlank.class);
        }
        return VALIDATOR.validateValue(command, field.getName(), value).isEmpty();
    }

    private static String described(Object value) {
        String text = value.toString();
        return text.length() <= 20 ? "'" + text + "'" : text.length() + " characters";
    }

    static Stream<Arguments> words() {
        return ColumnWords.ALL.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void a_column_takes_exactly_the_words_that_the_program_knows(String column, Set<String> words) {
        assertThat(Column.of(column).words()).isEqualTo(new TreeSet<>(words));
    }

    @Test
    void every_column_of_words_is_compared() {
        assertThat(Column.withWords()).containsExactlyInAnyOrderElementsOf(ColumnWords.ALL.keySet());
    }

    @Test
    void a_weight_is_kept_as_it_was_entered() {
        measured(
                List.of("kg", "g", "lb"), Measured::weight, "records.visit.weight_value", "records.visit.weight_kg", 3);
        assertThat(Column.of("records.visit.weight_unit").words()).containsExactly("g", "kg", "lb");
    }

    @Test
    void a_temperature_is_kept_as_it_was_entered() {
        measured(
                List.of("Cel", "[degF]"),
                Measured::temperature,
                "records.visit.temperature_value",
                "records.visit.temperature_cel",
                3);
        assertThat(Column.of("records.visit.temperature_unit").words()).containsExactly("Cel", "[degF]");
    }

    private interface Measure {
        Measured of(BigDecimal value, String unit);
    }

    private static void measured(List<String> units, Measure measure, String value, String canonical, int digits) {
        Column entered = Column.of(value);
        Column converted = Column.of(canonical);
        List<String> differences = new ArrayList<>();
        int taken = 0;
        for (String unit : units) {
            for (int scale = 0; scale <= digits; scale++) {
                for (long unscaled : new long[] {
                    1, 9, 99, 367, 999, 1015, 3000, 3001, 36_789, 98_765, 999_999, 2_999_999, 999_999_999
                }) {
                    BigDecimal number = BigDecimal.valueOf(unscaled, scale);
                    if (!VALIDATOR.validate(new Quantity(number, unit)).isEmpty()) {
                        continue;
                    }
                    try {
                        Measured measured = measure.of(number, unit);
                        taken++;
                        if (!entered.keeps(measured.value()) || !converted.keeps(measured.canonical())) {
                            differences.add(number + " " + unit);
                        }
                    } catch (Refusal refused) {
                        assertThat(refused.kind()).isEqualTo(Refusal.Kind.INVALID);
                    }
                }
            }
        }
        assertThat(taken).isPositive();
        assertThat(differences).as("taken, but not kept as it was").isEmpty();
    }
}
