package health.chiron.access.internal.delivery;

/** A message could not be handed over; the text names the way and the kind of fault, never the message or its target. */
class CourierFailure extends Exception {
    private static final long serialVersionUID = 1L;

    CourierFailure(String message) {
        super(message);
    }
}
