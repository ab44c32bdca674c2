package health.chiron.access.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every letter has its text in both languages, with the values that are given to it and no other. */
class WritingLettersTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    /** What is read by people who must not learn the patient, or in a clinic's mail box, names none. */
    private static final Set<Letter.Template> MAY_NAME_THE_PATIENT = Set.of(
            Letter.Template.ACCESS_CODE,
            Letter.Template.OFFERED_CODE,
            Letter.Template.REFERRAL,
            Letter.Template.EMERGENCY_ACCESS,
            Letter.Template.CONSENT_ACCESS,
            Letter.Template.GRANT_RETURNED,
            Letter.Template.EMERGENCY_JUDGED);

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "health.chiron.access.internal.delivery.Letters",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> valuesIn(ResourceBundle texts, Letter.Template template) {
        String name = template.name().toLowerCase(Locale.ROOT);
        Set<String> found = VALUE.matcher(texts.getString(name + ".subject") + texts.getString(name + ".text"))
                .results()
                .map(value -> value.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        found.remove("url");
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void a_text_stands_for_each_with_exactly_the_values_it_is_given(String language) {
        for (Letter.Template template : Letter.Template.values()) {
            assertThat(valuesIn(bundle(language), template))
                    .as("%s in %s", template, language)
                    .isEqualTo(new TreeSet<>(template.needs()));
        }
    }

    @Test
    void german_is_not_the_english_text_again() {
        ResourceBundle english = bundle("en");
        ResourceBundle german = bundle("de");
        for (Letter.Template template : Letter.Template.values()) {
            String key = template.name().toLowerCase(Locale.ROOT) + ".text";
            assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
        }
    }

    @Test
    void only_letters_to_owners_name_the_patient() {
        assertThat(Arrays.stream(Letter.Template.values())
                        .filter(template -> template.needs().contains("patient"))
                        .collect(Collectors.toSet()))
                .isEqualTo(MAY_NAME_THE_PATIENT);
    }

    @Test
    void a_letter_with_a_hole_is_not_written() {
        assertThatThrownBy(() -> new Letter(
                        Letter.Template.SHARE_LEFT,
                        Outgoing.Channel.EMAIL,
                        "a@example.org",
                        "en",
                        Map.of(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
