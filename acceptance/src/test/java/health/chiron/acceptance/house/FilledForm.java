package health.chiron.acceptance.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser would post of a form as it came: texts, what is chosen, hidden fields; no buttons, nothing that is switched off. Of
 * several boxes with one name it keeps the last that is ticked. Reads what the portal's own tags write, not any HTML.
 */
final class FilledForm {
    private static final Pattern CONTROL = Pattern.compile(
            "<(input|textarea|select)\\b((?:[^>\"]|\"[^\"]*\")*)>(?:(.*?)</(?:textarea|select)>)?", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b((?:[^>\"]|\"[^\"]*\")*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"([^\"]*)\")?");

    private FilledForm() {}

    /** The fields by name. */
    static Map<String, String> in(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        // An input has no end: nothing may be taken for its content.
        Matcher control = CONTROL.matcher(html.replaceAll("(<input\\b(?:[^>\"]|\"[^\"]*\")*)>", "$1></select>"));
        while (control.find()) {
            Map<String, String> is = attributes(control.group(2));
            if (!is.containsKey("name") || is.containsKey("disabled")) {
                continue;
            }
            switch (control.group(1)) {
                case "textarea" ->
                    fields.put(is.get("name"), plain(control.group(3).replaceFirst("^\\r?\\n", "")));
                case "select" -> fields.put(is.get("name"), chosen(control.group(3)));
                default -> {
                    boolean box = is.getOrDefault("type", "text").matches("checkbox|radio");
                    boolean button = is.getOrDefault("type", "text").matches("submit|button|image|reset");
                    if (!button && (!box || is.containsKey("checked"))) {
                        fields.put(is.get("name"), is.getOrDefault("value", box ? "on" : ""));
                    }
                }
            }
        }
        return fields;
    }

    private static String chosen(String options) {
        Matcher option = OPTION.matcher(options);
        String first = null;
        while (option.find()) {
            Map<String, String> is = attributes(option.group(1));
            if (is.containsKey("selected")) {
                return is.getOrDefault("value", "");
            }
            first = first == null ? is.getOrDefault("value", "") : first;
        }
        return first == null ? "" : first;
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            found.put(attribute.group(1), attribute.group(2) == null ? "" : plain(attribute.group(2)));
        }
        return found;
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
