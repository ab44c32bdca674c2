package health.chiron.portal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;

/** The message area: what was said in this request, or left for it by the one that redirected here. */
@Named
@RequestScoped
public class Notices {
    private static final String KEY = Notices.class.getName();
    private final List<Notice> now = new ArrayList<>();
    private HttpServletRequest request;
    private Words words;

    /** For the container. */
    protected Notices() {}

    /**
     * @param request whose session carries notices over a redirect
     * @param words the texts
     */
    @Inject
    public Notices(HttpServletRequest request, Words words) {
        this.request = request;
        this.words = words;
    }

    @PostConstruct
    void takeCarried() {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEY) instanceof ArrayList<?> carried) {
            session.removeAttribute(KEY);
            carried.forEach(notice -> now.add((Notice) notice));
        }
    }

    /** Says it on the page that this request renders. */
    public void say(String kind, String text) {
        now.add(new Notice(kind, text));
    }

    /** Says it on the page that the reader is redirected to. */
    public void carry(String kind, String key, Object... values) {
        carry(request, new Notice(kind, words.text(key, values)));
    }

    /** The same from places without injection. */
    public static void carry(HttpServletRequest request, Notice notice) {
        ArrayList<Notice> carried = new ArrayList<>();
        carried.add(notice);
        request.getSession(true).setAttribute(KEY, carried);
    }

    /** All that is to be shown now. */
    public List<Notice> getAll() {
        return List.copyOf(now);
    }
}
