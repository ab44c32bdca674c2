package health.chiron.access.internal.delivery;

/** A way out of the house. */
interface Courier {
    /** @throws CourierFailure when the message could not be handed over */
    void carry(Outgoing message) throws CourierFailure;
}
