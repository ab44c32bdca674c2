package health.chiron.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Addresses of the portal's own files, with a mark of their content, so that browsers may keep them until they change. */
@Named
@ApplicationScoped
public class Assets {
    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private ServletContext context;

    /** For the container. */
    protected Assets() {}

    /** @param context where the files lie */
    @Inject
    public Assets(ServletContext context) {
        this.context = context;
    }

    /**
     * The address of a file in {@code /assets}.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String url(String file) {
        return urls.computeIfAbsent(file, this::marked);
    }

    private String marked(String file) {
        try (InputStream content = context.getResourceAsStream("/assets/" + file)) {
            if (content == null) {
                throw new IllegalArgumentException("no asset " + file);
            }
            CRC32 mark = new CRC32();
            mark.update(content.readAllBytes());
            return context.getContextPath() + "/assets/" + file + "?v=" + Long.toHexString(mark.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
