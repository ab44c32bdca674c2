package health.chiron.portal.audit;

import health.chiron.access.api.Safeguard;
import health.chiron.access.api.Safeguards;
import health.chiron.access.api.SafeguardsView;
import health.chiron.portal.page.Formats;
import health.chiron.portal.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The safeguards of the installation, what is missing first. */
@Named
@RequestScoped
public class SafeguardList {
    /** Where the paragraphs can be read. */
    private static final String RULES = "https://www.ecfr.gov/current/title-45/section-";

    private static final List<Safeguard.State> WORST_FIRST =
            List.of(Safeguard.State.NOT_HELD, Safeguard.State.UNTOLD, Safeguard.State.HELD);

    private Safeguards door;
    private Words words;
    private Formats formats;
    private SafeguardsView view = new SafeguardsView(Instant.EPOCH, List.of());

    /** For the container. */
    protected SafeguardList() {}

    /**
     * @param door what looks
     * @param words texts
     * @param formats times
     */
    @Inject
    public SafeguardList(Safeguards door, Words words, Formats formats) {
        this.door = door;
        this.words = words;
        this.formats = formats;
    }

    /** Looks. */
    public void load() {
        view = door.look();
    }

    /** When. */
    public Instant getAt() {
        return view.at();
    }

    /** All of them. */
    public List<Safeguard> getAll() {
        return view.safeguards().stream()
                .sorted(Comparator.comparingInt(one -> WORST_FIRST.indexOf(one.state())))
                .toList();
    }

    /** How many are not held. */
    public long getMissing() {
        return count(Safeguard.State.NOT_HELD);
    }

    /** How many are held. */
    public long getHeld() {
        return count(Safeguard.State.HELD);
    }

    /** How many nobody can see from inside. */
    public long getUntold() {
        return count(Safeguard.State.UNTOLD);
    }

    private long count(Safeguard.State state) {
        return view.safeguards().stream().filter(one -> one.state() == state).count();
    }

    /** What it is called, is, or needs. */
    public String text(Safeguard one, String part) {
        return words.code("Safeguard." + one.kind(), part);
    }

    /** What was found, in words; empty where there is nothing to say. */
    public String found(Safeguard one) {
        String names = one.kind() == Safeguard.Kind.SECOND_FACTOR_REQUIRED
                ? one.found().stream()
                        .map(kind -> words.code("AccountKind", kind.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.joining(", "))
                : String.join(", ", one.found());
        if (!names.isEmpty()) {
            return words.fill("safeguards.named", names);
        }
        if (one.kind() == Safeguard.Kind.LOG_RETENTION) {
            return words.fill("safeguards.years", one.count());
        }
        if (one.kind() == Safeguard.Kind.LOG_SHIPPED) {
            return shipped(one);
        }
        if (one.since() != null) {
            return words.fill("safeguards.since." + one.kind(), formats.dateTime(one.since()));
        }
        return one.count() == null || one.count() == 0 ? "" : words.fill("safeguards.count", one.count());
    }

    private String shipped(Safeguard one) {
        if (one.count() == null) {
            return words.text("safeguards.shipment.off");
        }
        return one.since() == null
                ? words.text("safeguards.shipment.upToDate")
                : words.fill("safeguards.shipment.behind", one.count(), formats.dateTime(one.since()));
    }

    /** Where the rule that it answers to can be read. */
    public String rule(Safeguard one) {
        String section = one.rule().substring(one.rule().lastIndexOf(' ') + 1);
        return RULES + section.substring(0, section.indexOf('('));
    }
}
