package health.chiron.access.internal.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Notes every committed row of the log in a file outside the database, milliseconds after its commit: between commit and seal a
 * row is in no chain yet, and whoever administers the database could take it away unseen. A row that is not noted, because the
 * process died in between, is simply without a witness. Requests never wait for the file: when the disk cannot follow, rows go
 * unwitnessed, and the log says how many (ADR 7).
 */
@ApplicationScoped
class Witness {
    private static final System.Logger LOG = System.getLogger(Witness.class.getName());
    /** Some twenty seconds of the busiest house that was measured. */
    private static final int ROOM = 32_768;

    private static final int MOST_AT_ONCE = 1_024;

    @Inject
    private AuditKey key;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transactions;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "chiron.audit.witness.dir")
    private Optional<String> directory;

    private final BlockingQueue<WitnessFolder.Seen> committed = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong lost = new AtomicLong();
    private WitnessFolder folder;
    private Thread writer;
    private volatile boolean stopping;

    @PostConstruct
    void begin() {
        if (directory.isEmpty()) {
            return;
        }
        folder = new WitnessFolder(Path.of(directory.get()), key, clock);
        writer = threads.newThread(this::write);
        writer.setDaemon(true);
        writer.setName("chiron-witness");
        writer.start();
    }

    /** Takes rows that the running transaction writes; they are noted when it has committed, and never when it has not. */
    void take(List<WitnessFolder.Seen> rows) {
        if (folder == null) {
            return;
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only what is certain is noted.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    rows.forEach(Witness.this::note);
                }
            }
        });
    }

    private void note(WitnessFolder.Seen row) {
        if (!committed.offer(row)) {
            lost.incrementAndGet();
        }
    }

    /** The files; empty when there is no witness. */
    Optional<WitnessFolder> folder() {
        return Optional.ofNullable(folder);
    }

    private void write() {
        List<WitnessFolder.Seen> rows = new ArrayList<>();
        while (!stopping || !committed.isEmpty()) {
            try {
                WitnessFolder.Seen first = committed.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    rows.add(first);
                    committed.drainTo(rows, MOST_AT_ONCE);
                    keep(rows);
                }
                tellLost();
            } catch (InterruptedException e) {
                stopping = true; // the server goes down; what has been taken is still written
            } finally {
                rows.clear();
            }
        }
        end();
    }

    private void keep(List<WitnessFolder.Seen> rows) {
        try {
            folder.write(rows);
        } catch (IOException e) {
            lost.addAndGet(rows.size());
            end();
        }
    }

    private void tellLost() {
        long rows = lost.getAndSet(0);
        if (rows > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} rows of the audit log have no witness: its folder cannot be written, or not fast enough",
                    rows);
        }
    }

    private void end() {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "a file of the witness was not closed well");
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (writer != null) {
            try {
                writer.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
