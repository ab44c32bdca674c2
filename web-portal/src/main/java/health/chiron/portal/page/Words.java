package health.chiron.portal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The portal's texts in the reader's language. */
@Named
@RequestScoped
public class Words {
    /** The base name of the bundles; there is one for each language, and no default to fall back to by accident. */
    public static final String BUNDLE = "health.chiron.portal.text.Text";

    private ResourceBundle bundle;
    private CurrentUser me;

    /** For the container. */
    protected Words() {}

    /** @param me whose language */
    @Inject
    public Words(CurrentUser me) {
        this.me = me;
        this.bundle = ResourceBundle.getBundle(BUNDLE, me.getLocale());
    }

    /**
     * A text with its places filled.
     *
     * @throws MissingResourceException if there is no such text: a fault of the page, found by a test
     */
    public String text(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, me.getLocale()).format(values);
    }

    /** A text, if there is one of that name. */
    public Optional<String> maybe(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The word for a constant, such as {@code VisitType.SURGERY}; empty for none. */
    public String of(Enum<?> constant) {
        return constant == null
                ? ""
                : bundle.getString("word." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The word for a code that comes as a plain string, such as a relationship; the code itself where there is none. */
    public String code(String group, String code) {
        return code == null || code.isEmpty()
                ? ""
                : maybe("word." + group + "." + code).orElse(code);
    }

    /** The words for some constants, with commas; the text {@code none} for no constants. */
    public String list(Collection<? extends Enum<?>> constants, String none) {
        return constants == null || constants.isEmpty()
                ? bundle.getString(none)
                : constants.stream().sorted().map(this::of).collect(Collectors.joining(", "));
    }

    /** One text filled with one value, for pages. */
    public String fill(String key, Object value) {
        return text(key, value);
    }

    /** One text filled with two values, for pages. */
    public String fill(String key, Object first, Object second) {
        return text(key, first, second);
    }

    /** One text filled with three values, for pages. */
    public String fill(String key, Object first, Object second, Object third) {
        return text(key, first, second, third);
    }
}
