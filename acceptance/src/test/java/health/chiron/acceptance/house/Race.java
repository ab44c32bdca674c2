package health.chiron.acceptance.house;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same thing many times at the same moment. */
public final class Race {
    private Race() {}

    /** What each of several acts got, all started from one barrier. */
    public static <T> List<T> of(List<? extends Callable<T>> acts) {
        Iterator<? extends Callable<T>> next = List.copyOf(acts).iterator();
        return of(acts.size(), () -> {
            Callable<T> mine;
            synchronized (next) {
                mine = next.next();
            }
            return mine.call();
        });
    }

    /**
     * Waits until a statement waits for a lock that somebody else holds: the one instant that matters in a race, made to last.
     *
     * @param statement how it begins
     * @param runner who sends it; no longer waited for when it has ended
     */
    public static void untilWaiting(String statement, Future<?> runner) {
        Instant patience = Instant.now().plusSeconds(20);
        while (Rows.count(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE ? || '%'",
                                statement)
                        == 0
                && !runner.isDone()
                && Instant.now().isBefore(patience)) {
            Thread.onSpinWait();
        }
    }

    /** What each runner got, all started from one barrier. */
    public static <T> List<T> of(int runners, Callable<T> what) {
        CyclicBarrier barrier = new CyclicBarrier(runners);
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return what.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
