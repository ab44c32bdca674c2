package health.chiron.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A number of clients doing the same operation at once, each as fast as it gets answers, for some seconds. */
final class Round {
    /**
     * What a round brought.
     *
     * @param firstError the first error's message, if there was an error
     */
    record Result(Figures figures, Optional<String> firstError) {}

    private Round() {}

    /** Runs one; each client is used by one thread. */
    static Result run(List<Client> clients, Duration duration) throws IOException, InterruptedException {
        for (Client client : clients) {
            client.refresh();
        }
        CountDownLatch go = new CountDownLatch(1);
        List<Worker> workers = new ArrayList<>();
        for (Client client : clients) {
            workers.add(new Worker(client, go, duration.toNanos()));
        }
        List<Thread> threads =
                workers.stream().map(worker -> new Thread(worker, "client")).toList();
        threads.forEach(Thread::start);
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        Figures all = Figures.NONE;
        long longest = 0;
        for (Worker worker : workers) {
            all = all.and(new Figures(worker.latencies(), worker.errors, Duration.ZERO, Cpu.NONE));
            longest = Math.max(longest, worker.elapsed);
        }
        return new Result(
                new Figures(all.latencies(), all.errors(), Duration.ofNanos(longest), Cpu.NONE),
                workers.stream()
                        .flatMap(worker -> Optional.ofNullable(worker.firstError).stream())
                        .findFirst());
    }

    private static final class Worker implements Runnable {
        private final Client client;
        private final CountDownLatch go;
        private final long nanos;
        private long[] latencies = new long[1 << 14];
        private int count;
        private long errors;
        private long elapsed;
        private String firstError;

        Worker(Client client, CountDownLatch go, long nanos) {
            this.client = client;
            this.go = go;
            this.nanos = nanos;
        }

        long[] latencies() {
            return Arrays.copyOf(latencies, count);
        }

        @Override
        public void run() {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            long begin = System.nanoTime();
            long now = begin;
            while (now - begin < nanos) {
                boolean right = attempt();
                long after = System.nanoTime();
                if (right) {
                    note(after - now);
                }
                now = after;
            }
            elapsed = now - begin;
        }

        private boolean attempt() {
            try {
                client.once();
                return true;
            } catch (IOException | SQLException | WrongAnswer e) {
                errors++;
                if (firstError == null) {
                    firstError = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                }
                return false;
            }
        }

        private void note(long latency) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            latencies[count++] = latency;
        }
    }
}
