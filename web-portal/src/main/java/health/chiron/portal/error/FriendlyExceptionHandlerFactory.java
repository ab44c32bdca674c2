package health.chiron.portal.error;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link FriendlyExceptionHandler} around the one Faces brings. */
public class FriendlyExceptionHandlerFactory extends ExceptionHandlerFactory {
    /** @param wrapped the factory Faces brings */
    public FriendlyExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new FriendlyExceptionHandler(getWrapped().getExceptionHandler());
    }
}
