package health.chiron.access.internal.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.chiron.access.api.PublishedHead;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.signin.AccessTokens;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The heads of the chain, kept outside the database as signed statements: «at this time, number n had this hash». Whoever cuts
 * rows off the end, or writes the whole chain anew, cannot make an earlier head fit again. An outsider checks the signature
 * with the published keys.
 */
@Stateless
public class ChainHeads {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    private Sql sql;

    @Inject
    private Sealing sealing;

    @Inject
    private AccessTokens signer;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "chiron.audit.head.dir")
    private Optional<String> folder;

    /**
     * Publishes the present head, unless it is the one that was published last.
     *
     * @return its number: up to there the chain is covered. Without a folder for heads, the chain's own last number
     */
    public long publish() {
        sealing.enter();
        Instant now = clock.instant();
        Optional<PublishedHead> head = sql.first(
                "SELECT number, hash FROM audit.seal ORDER BY number DESC LIMIT 1",
                row -> new PublishedHead(
                        now, row.number("number"), HexFormat.of().formatHex(row.bytes("hash")), true));
        if (folder.isPresent()
                && head.isPresent()
                && latest().filter(last -> last.number() == head.get().number()
                                && last.hash().equals(head.get().hash()))
                        .isEmpty()) {
            write(head.get(), now);
        }
        return head.map(PublishedHead::number).orElse(0L);
    }

    private void write(PublishedHead head, Instant now) {
        String statement = signer.signed(
                new JWTClaimsSet.Builder()
                        .issuer(signer.issuer())
                        .issueTime(Date.from(now))
                        .claim("audit_number", head.number())
                        .claim("audit_hash", head.hash())
                        .build(),
                "audit-head+jwt");
        try {
            Path heads = Files.createDirectories(Path.of(folder.orElseThrow()));
            Path target = heads.resolve("head-" + MINUTE.format(now) + ".jwt");
            Path part = Files.createTempFile(heads, ".part", null);
            Files.writeString(part, statement);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for audit heads cannot be written", e);
        }
    }

    /** The heads that were published, oldest first; one that is not ours or was changed says so. */
    public List<PublishedHead> published() {
        List<PublishedHead> heads = new ArrayList<>();
        for (Path file : files()) {
            heads.add(read(file));
        }
        return heads;
    }

    /** The one that was published last. */
    public Optional<PublishedHead> latest() {
        List<Path> files = files();
        return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(files.size() - 1)));
    }

    private List<Path> files() {
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder.get()))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.get()))) {
            return files.filter(f -> f.toString().endsWith(".jwt")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for audit heads cannot be read", e);
        }
    }

    private PublishedHead read(Path file) {
        PublishedHead forged = new PublishedHead(null, 0, "", false);
        try {
            SignedJWT statement = SignedJWT.parse(Files.readString(file));
            JWK by = signer.keys().getKeyByKeyId(statement.getHeader().getKeyID());
            if (!(by instanceof RSAKey rsa) || !statement.verify(new RSASSAVerifier(rsa))) {
                return forged;
            }
            JWTClaimsSet claims = statement.getJWTClaimsSet();
            return new PublishedHead(
                    claims.getIssueTime() == null ? null : claims.getIssueTime().toInstant(),
                    claims.getLongClaim("audit_number"),
                    claims.getStringClaim("audit_hash"),
                    true);
        } catch (ParseException | JOSEException e) {
            return forged; // whatever it is, it is not what we signed; the report says so
        } catch (IOException e) {
            throw new UncheckedIOException("an audit head cannot be read", e);
        }
    }
}
