package health.chiron.portal.account;

import health.chiron.access.api.Preferences;
import health.chiron.access.api.SignIn;
import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.Theme;
import health.chiron.domain.access.UnitSystem;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;

/** Language and light or dark from the menu of every page; zone, dates, units and the rest of a session from the account page. */
@Named("preferences")
@RequestScoped
public class DisplayPreferences {
    private SignIn door;
    private CurrentUser me;
    private Attempt attempt;
    private Notices notices;

    private String zone;
    private UnitSystem units;
    private DateFormat dates;
    private Integer minutes;

    /** For the container. */
    protected DisplayPreferences() {}

    /**
     * @param door keeps the preferences
     * @param me who prefers
     * @param attempt shows refusals
     * @param notices says that it worked
     */
    @Inject
    public DisplayPreferences(SignIn door, CurrentUser me, Attempt attempt, Notices notices) {
        this.door = door;
        this.me = me;
        this.attempt = attempt;
        this.notices = notices;
        this.zone = me.getZone().getId();
        if (me.isSignedIn()) {
            this.units = me.getAccount().unitSystem();
            this.dates = me.getAccount().dateFormat();
            this.minutes = me.getAccount().sessionMinutes();
        }
    }

    /** Speaks English. */
    public String english() {
        return prefer("en", me.getAccount().theme(), me.getAccount().timeZone());
    }

    /** Speaks German. */
    public String german() {
        return prefer("de", me.getAccount().theme(), me.getAccount().timeZone());
    }

    /** Dark on light. */
    public String light() {
        return prefer(me.getLanguage(), Theme.LIGHT, me.getAccount().timeZone());
    }

    /** Light on dark. */
    public String dark() {
        return prefer(me.getLanguage(), Theme.DARK, me.getAccount().timeZone());
    }

    /** As the device is set. */
    public String auto() {
        return prefer(me.getLanguage(), Theme.AUTO, me.getAccount().timeZone());
    }

    /** Shows times, dates and values as chosen, and lets a session rest as long. */
    public String save() {
        return attempt.to(() -> {
            me.becomes(door.prefer(
                    new Preferences(me.getLanguage(), me.getAccount().theme(), zone, units, dates, minutes)));
            notices.carry("ok", "account.saved");
            return "/account?faces-redirect=true";
        });
    }

    /** The unit systems. */
    public UnitSystem[] getAllUnits() {
        return UnitSystem.values();
    }

    /** The ways to write dates. */
    public DateFormat[] getAllDates() {
        return DateFormat.values();
    }

    /** The chosen units. */
    public UnitSystem getUnits() {
        return units;
    }

    /** Chooses units. */
    public void setUnits(UnitSystem units) {
        this.units = units;
    }

    /** The chosen way to write dates. */
    public DateFormat getDates() {
        return dates;
    }

    /** Chooses a way to write dates. */
    public void setDates(DateFormat dates) {
        this.dates = dates;
    }

    /** How long a session may rest, in minutes. */
    public Integer getMinutes() {
        return minutes;
    }

    /** Chooses how long. */
    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    /** The zones to choose from. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    /** The chosen zone. */
    public String getZone() {
        return zone;
    }

    /** Chooses a zone. */
    public void setZone(String zone) {
        this.zone = zone;
    }

    /** Comes back to the same page by a GET, so that all of it is in the new language. */
    private String prefer(String language, Theme theme, String timeZone) {
        return attempt.to(() -> {
            me.becomes(door.prefer(new Preferences(language, theme, timeZone, null, null, null)));
            return here();
        });
    }

    /** The page that was shown, with what its address named. */
    private static String here() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId()
                + "?faces-redirect=true&includeViewParams=true";
    }
}
