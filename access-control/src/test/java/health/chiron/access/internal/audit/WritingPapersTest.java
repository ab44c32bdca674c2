package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.DisclosureAccount;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.records.PatientId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingPapersTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private final PaperMill mill = new PaperMill();

    WritingPapersTest() {
        mill.load();
    }

    private static DisclosureAccount account(String name, int lines) {
        List<DisclosureAccount.Disclosure> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(new DisclosureAccount.Disclosure(
                    NOON,
                    name,
                    AccountKind.DOCTOR,
                    "Clinic",
                    null,
                    Action.READ,
                    Category.VISITS,
                    null,
                    "Check",
                    "GRANT",
                    "rule",
                    null));
        }
        return new DisclosureAccount(new PatientId(new UUID(7, 1)), name, null, NOON, NOON, all);
    }

    @Test
    void a_name_stays_text_whatever_it_is() {
        String page = new DisclosurePage(
                        account("<img src=\"http://evil.example/x\"/>&\u0001", 1),
                        ResourceBundle.getBundle("health.chiron.access.internal.audit.Papers", Locale.ENGLISH),
                        new PaperMill.Times(Locale.ENGLISH, ZoneOffset.UTC))
                .text();

        assertThat(page).doesNotContain("<img").contains("&lt;img src=&quot;http://evil.example/x&quot;/&gt;&amp;?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void a_paper_is_tagged_names_its_language_and_carries_its_fonts(String language) throws IOException {
        byte[] pdf = mill.disclosures(account("Rex \u00e4\u00df", 3), language, ZoneOffset.UTC);

        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(paper.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language);
            var resources = paper.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
            assertThat(resources.getFontNames()).isNotEmpty();
        }
    }

    @Test
    void every_word_of_a_paper_is_there_in_both_languages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            ResourceBundle words = ResourceBundle.getBundle(
                    "health.chiron.access.internal.audit.Papers",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            for (Action action : Action.values()) {
                assertThat(words.containsKey("action." + action.name()))
                        .as(action.name())
                        .isTrue();
            }
            for (Category category : Category.values()) {
                assertThat(words.containsKey("category." + category.name()))
                        .as(category.name())
                        .isTrue();
            }
            for (AccountKind kind : AccountKind.values()) {
                assertThat(words.containsKey("kind." + kind.name()))
                        .as(kind.name())
                        .isTrue();
            }
        }
    }

    @Test
    void a_long_account_is_made_in_seconds() {
        Instant begin = java.time.Clock.systemUTC().instant();
        byte[] pdf = mill.disclosures(account("Dr. Robin Hale", 2_000), "en", ZoneOffset.UTC);

        assertThat(pdf.length).isGreaterThan(10_000);
        assertThat(Duration.between(begin, java.time.Clock.systemUTC().instant()))
                .isLessThan(Duration.ofSeconds(30));
    }
}
