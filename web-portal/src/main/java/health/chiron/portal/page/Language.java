package health.chiron.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages of the portal, and which of them a person who is not signed in reads. */
public final class Language {
    /** The languages there are, the first being the default. */
    public static final List<String> ALL = List.of("en", "de");

    /** Where a request without a page of its own keeps the language of the page that it comes from. */
    private static final String KEPT = Language.class.getName();

    private Language() {}

    /** Speaks as the page did that this request comes from. */
    public static void keep(HttpServletRequest request, String language) {
        request.setAttribute(KEPT, language);
    }

    /** The language of a request: the one asked for by {@code lang}, else the first of the browser's that there is. */
    public static String of(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked != null && ALL.contains(asked)) {
            return asked;
        }
        if (request.getAttribute(KEPT) instanceof String kept && ALL.contains(kept)) {
            return kept;
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            if (ALL.contains(locale.getLanguage())) {
                return locale.getLanguage();
            }
        }
        return ALL.getFirst();
    }
}
