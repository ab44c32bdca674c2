package health.chiron.portal.page;

import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;

/**
 * Pages that are nothing but a form, so that no door is asked before it is posted: who has no such work is told at once. It spares
 * people a form that would be refused; what may be done, the doors decide.
 */
@Named("only")
@RequestScoped
public class OnlyFor {
    private static final Set<AccountKind> CLINIC =
            EnumSet.of(AccountKind.STAFF, AccountKind.DOCTOR, AccountKind.CLINIC_ADMIN);
    private static final Set<AccountKind> ADMINISTRATORS =
            EnumSet.of(AccountKind.CLINIC_ADMIN, AccountKind.PLATFORM_ADMIN);

    private CurrentUser me;

    /** For the container. */
    protected OnlyFor() {}

    /** @param me who asks for the page */
    @Inject
    public OnlyFor(CurrentUser me) {
        this.me = me;
    }

    /** Doctors, front desks and administrators who work at a clinic now; forbidden for others. */
    public void clinicPeople() {
        check(CLINIC.contains(me.getKind()) && me.getClinic() != null);
    }

    /** Doctors who work at a clinic now; forbidden for others. */
    public void doctors() {
        check(me.getKind() == AccountKind.DOCTOR && me.getClinic() != null);
    }

    /** Administrators of clinics and of the installation; forbidden for others. */
    public void administrators() {
        check(ADMINISTRATORS.contains(me.getKind()));
    }

    /** Administrators of clinics; forbidden for others. */
    public void clinicAdministrators() {
        check(me.getKind() == AccountKind.CLINIC_ADMIN);
    }

    /** Administrators of the installation; forbidden for others. */
    public void platformAdministrators() {
        check(me.getKind() == AccountKind.PLATFORM_ADMIN);
    }

    private static void check(boolean allowed) {
        if (!allowed) {
            throw notOpen();
        }
    }

    /** Says that a page is not open to the reader. */
    public static Refusal notOpen() {
        return Refusal.forbidden("forbidden", "This is not open to you.");
    }
}
