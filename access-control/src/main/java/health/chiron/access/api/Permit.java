package health.chiron.access.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a door's method needs. One interceptor asks the policy with it, lets nobody in whom no rule lets in, and
 * writes the audit row in the same transaction. What the method is about is found in its arguments: a {@code PatientId}, a
 * {@code VisitId} or another id of a patient's row, a {@code ClinicId}, or a command that is {@link AboutClinic}.
 */
@Documented
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permit {
    /** What is done. */
    @Nonbinding
    Action value() default Action.READ;

    /** To what. */
    @Nonbinding
    Category on() default Category.OWN_ACCOUNT;
}
