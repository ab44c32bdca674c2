package health.chiron.launcher.payara;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;

/** The two stores that the server opens at each start. No listener speaks TLS, so no key of its own is in them. */
final class KeyStores {
    /** The server's default; it protects nothing secret here. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private KeyStores() {}

    /** A store without keys. */
    static void writeEmpty(Path file) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            write(store, file);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can make a PKCS12 store", e);
        }
    }

    /** The authorities that this JDK trusts, without expired ones: the server warns of each of those at every start. */
    static void writeTrusted(Path file) throws IOException {
        Path ours = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try {
            write(KeyStore.getInstance(ours.toFile(), PASSWORD), file);
        } catch (GeneralSecurityException e) {
            throw new IOException("the JDK's list of trusted authorities " + ours + " is unreadable", e);
        }
    }

    private static void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        KeyStore target = KeyStore.getInstance("PKCS12");
        target.load(null, PASSWORD);
        for (String alias : Collections.list(store.aliases())) {
            if (!isExpired(store.getCertificate(alias))) {
                target.setCertificateEntry(alias, store.getCertificate(alias));
            }
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            target.store(out, PASSWORD);
        }
    }

    private static boolean isExpired(Certificate certificate) {
        return certificate instanceof X509Certificate dated
                && dated.getNotAfter().toInstant().isBefore(Instant.now());
    }
}
