package health.chiron.access.internal.audit;

import java.util.UUID;

/** How far a verification has come along the chain, and the first thing that did not hold. */
final class ChainWalk {
    private long number;
    private byte[] hash;
    private String xid;
    private long sealed;
    private long waiting;
    private Long badNumber;
    private UUID badEvent;
    private String finding;

    private ChainWalk(long number, byte[] hash, String xid, long sealed) {
        this.number = number;
        this.hash = hash.clone();
        this.xid = xid;
        this.sealed = sealed;
    }

    /** From where the chain in the database begins. */
    static ChainWalk from(Anchor anchor) {
        return new ChainWalk(anchor.number(), anchor.hash(), anchor.xid(), 0);
    }

    /** From where an earlier part of the same walk ended. */
    static ChainWalk from(long number, byte[] hash, String xid, long sealed) {
        return new ChainWalk(number, hash, xid, sealed);
    }

    /** The next link holds. */
    void step(byte[] linkHash, String rowXid) {
        number++;
        sealed++;
        hash = linkHash.clone();
        xid = rowXid;
    }

    /** A row without a seal holds. */
    void waits() {
        waiting++;
    }

    /** Something does not hold; always false, for the caller to return. */
    boolean bad(Long at, UUID which, String what) {
        badNumber = at;
        badEvent = which;
        finding = what;
        return false;
    }

    long number() {
        return number;
    }

    byte[] hash() {
        return hash.clone();
    }

    String xid() {
        return xid;
    }

    long sealed() {
        return sealed;
    }

    long waiting() {
        return waiting;
    }

    Long badNumber() {
        return badNumber;
    }

    UUID badEvent() {
        return badEvent;
    }

    String finding() {
        return finding;
    }

    boolean holds() {
        return finding == null;
    }
}
