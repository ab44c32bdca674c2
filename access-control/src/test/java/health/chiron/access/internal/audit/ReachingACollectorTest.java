package health.chiron.access.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages to a collector, over real sockets: they count as sent when the collector has read them to the end, and not before. */
class ReachingACollectorTest {
    private static final char[] PASSWORD = "of-no-use".toCharArray();
    private static final List<byte[]> MESSAGES =
            List.of("<110>1 one".getBytes(StandardCharsets.UTF_8), "<108>1 zwölf".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path folder;

    private static SSLContext collector;
    private static SSLContext elsewhere;
    private static SSLSocketFactory house;
    private static SSLSocketFactory stranger;

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    /** What a collector does with a connection; the result is what it has read. */
    private interface Manners {
        String take(Socket line) throws IOException;
    }

    @BeforeAll
    static void keys_and_certificates() throws Exception {
        KeyStore right = made("right", "dns:localhost");
        KeyStore wrong = made("wrong", "dns:collector.northside.health");
        collector = server(right);
        elsewhere = server(wrong);
        house = trusting(right, wrong);
        stranger = trusting(made("other", "dns:localhost"));
    }

    @AfterEach
    void nothing_runs_on() {
        watch.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void a_load_arrives_by_tls_counted_in_octets(String protocol) throws Exception {
        try (SSLServerSocket door = (SSLServerSocket) open(collector)) {
            door.setEnabledProtocols(new String[] {protocol});
            CompletableFuture<String> read = serving(door, ReachingACollectorTest::toTheEnd);
            line(door, true, house).send(MESSAGES);
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("10 <110>1 one13 <108>1 zwölf");
        }
    }

    @Test
    void it_arrives_by_tcp_where_that_is_asked_for() throws Exception {
        try (ServerSocket door = plain()) {
            CompletableFuture<String> read = serving(door, ReachingACollectorTest::toTheEnd);
            line(door, false, house).send(MESSAGES);
            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("10 <110>1 one13 <108>1 zwölf");
        }
    }

    @Test
    void an_authority_that_is_not_trusted_is_sent_nothing() throws Exception {
        try (ServerSocket door = open(collector)) {
            CompletableFuture<String> read = serving(door, ReachingACollectorTest::toTheEnd);
            assertThat(refusal(line(door, true, stranger))).isEqualTo("certificate");
            assertNothing(read);
        }
    }

    @Test
    void a_certificate_with_somebody_elses_name_is_sent_nothing() throws Exception {
        try (ServerSocket door = open(elsewhere)) {
            CompletableFuture<String> read = serving(door, ReachingACollectorTest::toTheEnd);
            assertThat(refusal(line(door, true, house))).isEqualTo("certificate");
            assertNothing(read);
        }
    }

    @Test
    void a_collector_that_speaks_no_tls_is_sent_nothing() throws Exception {
        try (ServerSocket door = plain()) {
            CompletableFuture<String> read = serving(door, line -> {
                line.getOutputStream().write("220 welcome\r\n".getBytes(StandardCharsets.US_ASCII));
                return toTheEnd(line);
            });
            assertThat(refusal(line(door, true, house))).isEqualTo("tls");
            assertThat(read.get(10, TimeUnit.SECONDS)).doesNotContain("110>1");
        }
    }

    @Test
    void a_collector_that_breaks_off_in_the_middle_has_not_got_it() throws Exception {
        try (ServerSocket door = plain()) {
            serving(door, line -> {
                String half = new String(line.getInputStream().readNBytes(5), StandardCharsets.UTF_8);
                line.setSoLinger(true, 0);
                return half;
            });
            assertThat(refusal(line(door, false, house))).isEqualTo("broken-off");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_collector_that_reads_and_says_nothing_is_waited_for_no_longer_than_the_patience(boolean tls)
            throws Exception {
        try (ServerSocket door = tls ? open(collector) : plain()) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            serving(door, line -> {
                line.getInputStream().readNBytes(20);
                over.join();
                return "";
            });
            assertThat(refusal(line(door, tls, house, Duration.ofMillis(1500)))).isEqualTo("too-slow");
            over.complete(null);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_collector_that_does_not_read_holds_nobody_up(boolean tls) throws Exception {
        try (ServerSocket door = tls ? open(collector) : plain()) {
            CompletableFuture<Void> over = new CompletableFuture<>();
            serving(door, line -> {
                if (line instanceof javax.net.ssl.SSLSocket secured) {
                    secured.startHandshake();
                }
                over.join();
                return "";
            });
            // More than all buffers in between take.
            List<byte[]> much = Collections.nCopies(20_000, new byte[2048]);
            IOException failure = catchThrowableOfType(
                    IOException.class,
                    () -> line(door, tls, house, Duration.ofMillis(1500)).send(much));
            assertThat(CollectorLine.word(failure)).isEqualTo("too-slow");
            over.complete(null);
        }
    }

    @Test
    void nobody_there_and_no_such_name_are_told_apart() throws IOException {
        int free;
        try (ServerSocket door = plain()) {
            free = door.getLocalPort();
        }
        assertThat(refusal(new CollectorLine(
                        new SyslogTarget(true, "localhost", free), house, watch, Duration.ofSeconds(10))))
                .isEqualTo("not-reached");
        assertThat(refusal(new CollectorLine(
                        new SyslogTarget(true, "no-such-host.invalid", 6514), house, watch, Duration.ofSeconds(10))))
                .isEqualTo("unknown-host");
    }

    private static String refusal(CollectorLine line) {
        IOException failure = catchThrowableOfType(IOException.class, () -> line.send(MESSAGES));
        assertThat(failure).as("it counts as sent").isNotNull();
        return CollectorLine.word(failure);
    }

    private static void assertNothing(CompletableFuture<String> read) {
        assertThat(read).failsWithin(Duration.ofSeconds(10));
    }

    private CollectorLine line(ServerSocket door, boolean tls, SSLSocketFactory trust) {
        return line(door, tls, trust, Duration.ofSeconds(20));
    }

    private CollectorLine line(ServerSocket door, boolean tls, SSLSocketFactory trust, Duration patience) {
        return new CollectorLine(new SyslogTarget(tls, "localhost", door.getLocalPort()), trust, watch, patience);
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static ServerSocket open(SSLContext as) throws IOException {
        return as.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static CompletableFuture<String> serving(ServerSocket door, Manners manners) {
        CompletableFuture<String> read = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try (Socket line = door.accept()) {
                read.complete(manners.take(line));
            } catch (IOException e) {
                read.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return read;
    }

    private static String toTheEnd(Socket line) throws IOException {
        InputStream in = line.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static KeyStore made(String name, String san) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + san,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static SSLContext server(KeyStore key) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLSocketFactory trusting(KeyStore... whom) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (KeyStore one : whom) {
            String alias = one.aliases().nextElement();
            trusted.setCertificateEntry(alias, one.getCertificate(alias));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
