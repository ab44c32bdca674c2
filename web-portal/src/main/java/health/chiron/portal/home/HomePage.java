package health.chiron.portal.home;

import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.Navigation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Sends everybody to the first page of their kind of account. */
@Named("homePage")
@RequestScoped
public class HomePage {
    private CurrentUser me;

    /** For the container. */
    protected HomePage() {}

    /** @param me whose first page */
    @Inject
    public HomePage(CurrentUser me) {
        this.me = me;
    }

    /** The first page. */
    public String go() {
        return Navigation.home(me.getKind()) + "?faces-redirect=true";
    }
}
