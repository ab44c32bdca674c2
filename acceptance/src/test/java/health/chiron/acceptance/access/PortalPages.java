package health.chiron.acceptance.access;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the portal's sources offer: every page, every other address, and every method that a button, a field or a row of them calls.
 * Read from the files, so that nothing is offered that is not found here.
 */
final class PortalPages {
    private static final Path WEBAPP = Path.of("../web-portal/src/main/webapp");

    /** The attributes that bind a method. */
    private static final Set<String> BINDS =
            Set.of("action", "actionListener", "listener", "completeMethod", "valueChangeListener", "validator");

    private static final Pattern CALLED = Pattern.compile("#\\{(\\w+)\\.(\\w+)(?:\\(.*\\))?}");
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern ADDRESS = Pattern.compile("<url-pattern>(/[^*<]+)</url-pattern>");

    private final Map<String, Map<String, String>> ofTags = new HashMap<>();
    private final Set<String> found = new TreeSet<>();
    /** The ids of the elements that call a method, by page and method. */
    private final Map<String, Set<String>> buttons = new HashMap<>();

    private final Map<String, Set<String>> ids = new HashMap<>();

    private PortalPages() {}

    /** All of them, as {@code page} and {@code page bean.method}; parts that several pages share stand under their own name. */
    static Set<String> all() {
        return in(WEBAPP);
    }

    static Set<String> in(Path webapp) {
        return read(webapp).found;
    }

    /** What can be asked about buttons as well. */
    static PortalPages read() {
        return read(WEBAPP);
    }

    /**
     * Whether a page, with what it includes, has an element of this name that calls the method: {@code form:table:*:button}, with a star or
     * a number for a row. Its last part has to be the very element, the others elements around it.
     */
    boolean has(String page, String method, String name) {
        String[] parts = name.split(":", -1);
        Set<String> around = new HashSet<>(ids.getOrDefault(page, Set.of()));
        ids.forEach((file, of) -> {
            if (file.startsWith("WEB-INF/")) {
                around.addAll(of);
            }
        });
        for (int i = 0; i < parts.length - 1; i++) {
            if (!parts[i].matches("[*]|[0-9]+") && !around.contains(parts[i])) {
                return false;
            }
        }
        return buttons.getOrDefault(page + " " + method, Set.of()).contains(parts[parts.length - 1]);
    }

    static PortalPages read(Path webapp) {
        PortalPages pages = new PortalPages();
        try {
            Path tags = webapp.resolve("WEB-INF/tags");
            if (Files.isDirectory(tags)) {
                try (Stream<Path> files = Files.list(tags)) {
                    files.forEach(pages::tag);
                }
            }
            try (Stream<Path> files = Files.walk(webapp)) {
                files.filter(file -> file.toString().endsWith(".xhtml") && !file.startsWith(tags))
                        .forEach(file -> pages.page(
                                webapp.relativize(file)
                                        .toString()
                                        .replace('\\', '/')
                                        .replace(".xhtml", ""),
                                file));
            }
            Path settings = webapp.resolve("WEB-INF/web.xml");
            if (Files.exists(settings)) {
                Matcher address = ADDRESS.matcher(Files.readString(settings));
                while (address.find()) {
                    pages.found.add(address.group(1).substring(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    /** What a tag calls of the bean that it is given, by names that it says itself. */
    private void tag(Path file) {
        Map<String, String> methods = new TreeMap<>();
        elements(file, (element, attributes) -> {
            if ("#{bean}".equals(attributes.get("bean")) && attributes.containsKey("action")) {
                methods.put(attributes.get("action"), attributes.getOrDefault("id", ""));
            }
        });
        ofTags.put(file.getFileName().toString().replace(".xhtml", ""), methods);
    }

    private void page(String name, Path file) {
        String known = name.startsWith("WEB-INF/") ? name.substring(name.lastIndexOf('/') + 1) : name;
        Set<String> here = ids.computeIfAbsent(name, any -> new TreeSet<>());
        elements(file, (element, attributes) -> {
            String id = attributes.getOrDefault("id", "");
            here.add(id);
            Matcher bean = BEAN.matcher(attributes.getOrDefault("bean", ""));
            if (bean.matches()) {
                Map<String, String> methods = attributes.containsKey("action")
                        ? Map.of(attributes.get("action"), id)
                        : ofTags.getOrDefault(element, Map.of());
                methods.forEach((method, button) -> add(known + " " + bean.group(1) + "." + method, button));
            } else if (!element.equals("viewAction")) {
                for (String binds : BINDS) {
                    bound(known, attributes.getOrDefault(binds, ""), id);
                }
            }
        });
        if (known.equals(name) || found.stream().anyMatch(each -> each.startsWith(known + " "))) {
            found.add(known);
        }
    }

    private void add(String act, String button) {
        found.add(act);
        buttons.computeIfAbsent(act, any -> new TreeSet<>()).add(button);
    }

    private void bound(String page, String expression, String id) {
        if (!expression.contains("#{") || expression.startsWith("#{request.contextPath}")) {
            return; // an address, not a method
        }
        Matcher called = CALLED.matcher(expression);
        if (!called.matches()) {
            throw new IllegalStateException(page + " calls something in a way that is not understood: " + expression);
        }
        add(page + " " + called.group(1) + "." + called.group(2), id);
    }

    private interface Element {
        void is(String name, Map<String, String> attributes);
    }

    private static void elements(Path file, Element each) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(Files.readString(file)));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    Map<String, String> attributes = new HashMap<>();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    each.is(reader.getLocalName(), attributes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
