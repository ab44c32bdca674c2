package health.chiron.domain.access;

import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * A clinic's words to be signed. Published once and never changed: another wording is another version, and retires the one
 * before. Earlier versions stay, for whoever signed them.
 */
@Entity
@Table(schema = "access", name = "consent_text")
public class ConsentText {
    @Id
    private UUID id;

    @Column(name = "clinic_id")
    private UUID clinicId;

    @Enumerated(EnumType.STRING)
    private ConsentScope scope;

    private String language;
    private int number;
    private String title;
    private String body;
    private byte[] sha256;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private UUID publishedBy;

    @Column(name = "retired_at")
    private Instant retiredAt;

    /** For JPA. */
    protected ConsentText() {}

    /**
     * Publishes a version.
     *
     * @param language {@code en} or {@code de}
     * @param number the version, from 1
     */
    public static ConsentText publish(
            ClinicId clinic,
            ConsentScope scope,
            String language,
            int number,
            String title,
            String body,
            AccountId by,
            Instant at) {
        ConsentText text = new ConsentText();
        text.id = ConsentTextId.next().value();
        text.clinicId = clinic.value();
        text.scope = Objects.requireNonNull(scope, "scope");
        text.language = Objects.requireNonNull(language, "language");
        text.number = number;
        text.title = title.strip();
        text.body = body.replace("\r\n", "\n").replace('\r', '\n').strip();
        text.sha256 = hash(text.scope, language, number, text.title, text.body);
        text.publishedAt = at;
        text.publishedBy = by.value();
        return text;
    }

    /**
     * SHA-256 over the canonical form: scope, language, number, title and body, each on a line of its own, the body last with
     * line feeds only, in UTF-8.
     */
    private static byte[] hash(ConsentScope scope, String language, int number, String title, String body) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", scope.name(), language, Integer.toString(number), title, body)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Nobody signs it any more; what was signed stands.
     *
     * @throws Refusal when it is retired already
     */
    public void retire(Instant at) {
        if (retiredAt != null) {
            throw Refusal.conflict("consent/text-retired", "This text is retired already.");
        }
        retiredAt = at;
    }

    /**
     * That what was shown is what is signed.
     *
     * @param shown the hash of the text that the signer saw
     * @throws Refusal when the text was replaced since, or is another
     */
    public void mustBeAsShown(byte[] shown) {
        if (retiredAt != null || !Arrays.equals(sha256, shown)) {
            throw Refusal.conflict(
                    "consent/text-replaced",
                    "The text was replaced since it was shown. Read the new one and sign that.");
        }
    }

    /** The id. */
    public ConsentTextId id() {
        return new ConsentTextId(id);
    }

    /** Whose text it is. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** What it is about. */
    public ConsentScope scope() {
        return scope;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /** The hash of the canonical text. */
    public byte[] sha256() {
        return sha256.clone();
    }
}
