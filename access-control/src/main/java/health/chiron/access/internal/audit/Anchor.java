package health.chiron.access.internal.audit;

import java.time.Instant;
import java.util.HexFormat;

/**
 * Up to where the chain was archived and removed. Its code is made with the key of the log: an anchor that somebody else put into
 * the database, to hide what they took away, does not fit.
 *
 * @param number the last number that was archived
 * @param hash its hash
 * @param xid the transaction of its row
 * @param archivedUntil every row that was archived is older
 * @param file the archive's name
 * @param fileHash SHA-256 of the archive
 * @param mac the code
 */
record Anchor(long number, byte[] hash, String xid, Instant archivedUntil, String file, byte[] fileHash, byte[] mac) {
    /** Where a chain begins that was never archived. */
    static final Anchor NONE = new Anchor(0, new byte[32], "0", Instant.EPOCH, "", new byte[0], new byte[0]);

    /** The same with its code. */
    Anchor signedBy(AuditKey key) {
        return new Anchor(number, hash, xid, archivedUntil, file, fileHash, code(key));
    }

    boolean genuine(AuditKey key) {
        return number == 0 || java.security.MessageDigest.isEqual(mac, code(key));
    }

    private byte[] code(AuditKey key) {
        HexFormat hex = HexFormat.of();
        return key.ofRow("anchor", number, hex.formatHex(hash), xid, archivedUntil, file, hex.formatHex(fileHash));
    }
}
