package health.chiron.access.api;

import java.time.Instant;

/**
 * A head of the chain that was published outside the database.
 *
 * @param publishedAt when it was signed; null when the statement is not genuine
 * @param number the number of the last row that it covers
 * @param hash its hash, in hex
 * @param genuine whether it is ours, unchanged; without it the rest means nothing
 */
public record PublishedHead(Instant publishedAt, long number, String hash, boolean genuine) {}
