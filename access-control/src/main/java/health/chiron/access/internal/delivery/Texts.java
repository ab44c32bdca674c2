package health.chiron.access.internal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes letters in the recipient's language, from the bundle {@code Letters}. */
@ApplicationScoped
class Texts {
    @Inject
    @ConfigProperty(name = "chiron.public.url")
    private String publicUrl;

    Outgoing write(Letter letter) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "health.chiron.access.internal.delivery.Letters",
                Locale.forLanguageTag(letter.language()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String name = letter.template().name().toLowerCase(Locale.ROOT);
        String text = filled(bundle.getString(name + ".text"), letter.values());
        return new Outgoing(
                letter.channel(), letter.target(), filled(bundle.getString(name + ".subject"), letter.values()), text);
    }

    // Not MessageFormat: a clinic's name may hold braces and quotes, and numbers must stay as they are.
    private String filled(String text, Map<String, String> values) {
        String result = text.replace("{url}", publicUrl);
        for (Map.Entry<String, String> value : values.entrySet()) {
            result = result.replace("{" + value.getKey() + "}", value.getValue());
        }
        return result;
    }
}
