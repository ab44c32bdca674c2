package health.chiron.portal.programs;

import health.chiron.access.api.ApiClients;
import health.chiron.access.api.ClientCredentialView;
import health.chiron.access.api.IssuedCredential;
import health.chiron.access.api.NewClientCredential;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.CredentialKind;
import health.chiron.portal.page.Addressed;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A program's credentials: those there are, a new one, and the end of an old one. In view scope, because rows carry buttons. */
@Named("programKeys")
@ViewScoped
public class ProgramKeys implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ApiClients door;

    @Inject
    private ProgramPage page;

    @Inject
    private SecretOnce once;

    @Inject
    private Attempt attempt;

    @Inject
    private Notices notices;

    private List<Row> rows = List.of();
    private CredentialKind kind = CredentialKind.SECRET;
    private String label;
    private String publicKey;
    private Integer validDays = 365;

    /** A credential as it is listed. */
    public record Row(
            UUID id,
            CredentialKind kind,
            String label,
            String hint,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant retiredAt,
            boolean holds)
            implements Serializable {
        static Row of(ClientCredentialView one) {
            return new Row(
                    one.id().value(),
                    one.kind(),
                    one.label(),
                    one.hint(),
                    one.expiresAt(),
                    one.lastUsedAt(),
                    one.retiredAt(),
                    one.holds());
        }
    }

    /** Loads the list of the program that the page shows. */
    public void load() {
        rows = page.getView().credentials().stream().map(Row::of).toList();
    }

    /** Adds a credential; a secret is shown on the next page, and there only. */
    public String add() {
        return attempt.to(() -> {
            ApiClientId program = program();
            String key = kind == CredentialKind.PUBLIC_KEY ? publicKey : null;
            IssuedCredential issued = door.addCredential(program, new NewClientCredential(kind, label, key, validDays));
            if (issued.secret() == null) {
                notices.carry("ok", "program.keyAdded");
                return "/program?faces-redirect=true&id=" + program;
            }
            once.keep(program, issued.secret());
            return "/program-secret?faces-redirect=true&id=" + program;
        });
    }

    /** Ends one. */
    public String retire(UUID credential) {
        return attempt.to(() -> {
            door.retireCredential(program(), new CredentialId(credential));
            notices.carry("ok", "program.credentialRetired");
            return "/program?faces-redirect=true&id=" + program();
        });
    }

    private ApiClientId program() {
        return Addressed.id(page.getId(), ApiClientId::of);
    }

    /** The credentials, the newest first. */
    public List<Row> getRows() {
        return rows;
    }

    /** The kinds that there are. */
    public CredentialKind[] getKinds() {
        return CredentialKind.values();
    }

    /** A secret, or a key. */
    public CredentialKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(CredentialKind kind) {
        this.kind = kind;
    }

    /** By what people tell it from the others. */
    public String getLabel() {
        return label;
    }

    /** Sets it. */
    public void setLabel(String label) {
        this.label = label;
    }

    /** The public key, for a key. */
    public String getPublicKey() {
        return publicKey;
    }

    /** Sets it. */
    public void setPublicKey(String publicKey) {
        this.publicKey = publicKey;
    }

    /** For how many days it holds. */
    public Integer getValidDays() {
        return validDays;
    }

    /** Sets it. */
    public void setValidDays(Integer validDays) {
        this.validDays = validDays;
    }
}
