package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.GrantView;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.Section;
import health.chiron.domain.access.UnitSystem;
import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Severity;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitStatus;
import health.chiron.domain.records.VisitType;
import health.chiron.records.api.AddendumAudience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main");
    private static final Pattern IN_PAGES =
            Pattern.compile("text\\['([^']+)'\\]|words\\.(?:fill|list)\\((?:[^'()]+, )?'([^']+)'");
    private static final Pattern IN_BEANS = Pattern.compile(
            "(?:words\\.text|notices\\.carry)\\((?:\"[a-z]+\", )?\"([a-z]+[A-Za-z]*\\.[A-Za-z.]+)\"[,)]");

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                Words.BUNDLE,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    @Test
    void exist_in_every_language_alike() {
        Set<String> english = new TreeSet<>(texts("en").keySet());
        for (String language : Language.ALL) {
            assertThat(new TreeSet<>(texts(language).keySet())).as(language).isEqualTo(english);
        }
        assertThat(english).hasSizeGreaterThan(300);
    }

    @Test
    void are_never_empty_and_have_the_same_places_in_every_language() {
        for (String key : texts("en").keySet()) {
            for (String language : Language.ALL) {
                String text = texts(language).getString(key);
                assertThat(text).as(key).isNotBlank();
                assertThat(places(text))
                        .as(key + " in " + language)
                        .isEqualTo(places(texts("en").getString(key)));
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher place = Pattern.compile("\\{([0-9])").matcher(text);
        while (place.find()) {
            found.add(place.group(1));
        }
        assertThat(new MessageFormat(text)).isNotNull();
        return found;
    }

    @Test
    void exist_for_every_key_that_pages_and_beans_use() throws IOException {
        Set<String> used = new TreeSet<>();
        used.addAll(keys(".xhtml", IN_PAGES));
        used.addAll(keys(".java", IN_BEANS));
        assertThat(used).hasSizeGreaterThan(250);
        assertThat(texts("en").keySet()).containsAll(used);
    }

    @Test
    void exist_for_every_entry_of_the_navigation() {
        for (AccountKind kind : AccountKind.values()) {
            for (Navigation.Item item : Navigation.of(kind)) {
                assertThat(texts("en").containsKey(item.label()))
                        .as(item.label())
                        .isTrue();
            }
        }
    }

    @Test
    void exist_for_every_word_of_the_doors_that_pages_show() {
        Stream.<Enum<?>[]>of(
                        AccountKind.values(),
                        AccountStatus.values(),
                        UnitSystem.values(),
                        DateFormat.values(),
                        Action.values(),
                        Category.values(),
                        Channel.values(),
                        Section.values(),
                        PatientKind.values(),
                        Sex.values(),
                        Species.values(),
                        VisitType.values(),
                        VisitPriority.values(),
                        VisitStatus.values(),
                        ConditionStatus.values(),
                        Severity.values(),
                        AccessRequestView.Status.values(),
                        AccessRequestView.Delivery.values(),
                        AccessRequestView.Origin.values(),
                        GrantView.Basis.values(),
                        GrantView.EndReason.values(),
                        GrantView.Judgement.values(),
                        ConsentScope.values(),
                        AddendumAudience.values(),
                        GrantView.Status.values())
                .flatMap(Stream::of)
                .map(word -> "word." + word.getDeclaringClass().getSimpleName() + "." + word.name())
                .forEach(key -> assertThat(texts("en").containsKey(key)).as(key).isTrue());
    }

    private static Set<String> keys(String suffix, Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                Matcher key = pattern.matcher(Files.readString(file));
                while (key.find()) {
                    found.addAll(Stream.of(key.group(1), key.groupCount() > 1 ? key.group(2) : null)
                            .filter(k -> k != null)
                            .toList());
                }
            }
        }
        return found;
    }

    @Test
    void of_the_search_for_keys_find_what_they_should() {
        Matcher page = IN_PAGES.matcher("#{text['a.b']} #{words.fill('c.d', x.y)} #{words.list(a.b, 'e.f')}");
        List<String> found = page.results()
                .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                .toList();
        assertThat(found).containsExactly("a.b", "c.d", "e.f");
    }
}
