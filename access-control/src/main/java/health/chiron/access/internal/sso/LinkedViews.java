package health.chiron.access.internal.sso;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SsoLinkView;
import health.chiron.access.api.SsoProvider;
import health.chiron.access.api.SsoView;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** How an account stands with single sign-on, as its holder sees it. */
@ApplicationScoped
public class LinkedViews {
    @Inject
    private Sql sql;

    @Inject
    private Providers providers;

    private record Standing(AccountKind kind, AuthMethod method, LinkingPreference preference) {}

    /** All of it. */
    public SsoView view(AccountId account) {
        Standing standing = sql.first(
                        "SELECT kind, auth_method, sso_linking_preference FROM access.account WHERE id = ?",
                        row -> new Standing(
                                row.word(AccountKind.class, "kind"),
                                row.word(AuthMethod.class, "auth_method"),
                                row.word(LinkingPreference.class, "sso_linking_preference")),
                        account)
                .orElseThrow(Refusal::notFound);
        List<SsoLinkView> links = sql.list("""
                SELECT id, provider, subject, metadata ->> 'email' AS email, linked_at, last_used_at
                  FROM access.sso_link WHERE account_id = ? ORDER BY linked_at, id""", this::link, account);
        List<SsoProvider> available = providers.all().stream()
                .filter(provider ->
                        links.stream().noneMatch(link -> link.ssoProvider().equals(provider.name())))
                .map(provider -> new SsoProvider(provider.name(), provider.label()))
                .toList();
        return new SsoView(
                standing.method(),
                standing.preference(),
                Links.mayBeLinkedUnasked(standing.kind()),
                links.stream()
                        .map(SsoLinkView::lastSsoLogin)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                links,
                available);
    }

    private SsoLinkView link(Sql.Row row) throws java.sql.SQLException {
        String name = row.text("provider");
        return new SsoLinkView(
                new SsoLinkId(row.id("id")),
                name,
                providers.named(name).map(Provider::label).orElse(name),
                providers.named(name).isPresent(),
                row.text("subject"),
                row.text("email"),
                row.instant("linked_at"),
                row.instant("last_used_at"));
    }
}
