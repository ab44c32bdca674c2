package health.chiron.portal.planted;

import health.chiron.neighbour.api.Unguarded;

/** Breaks: faces call guarded doors. */
public class CallsPastTheGuard {
    /** Calls what no guard stands before. */
    public void call(Unguarded helper) {
        helper.act();
    }
}
