package health.chiron.rest.call;

import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Refuses query parameters that a resource does not know, or that come twice. A filter that was misspelt and passed over in
 * silence would show more records than were asked for.
 */
@Provider
@Priority(Priorities.USER)
public class KnownParameters implements ContainerRequestFilter {
    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Context
    private ResourceInfo target;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = target.getResourceMethod();
        if (method == null) {
            return;
        }
        List<Fault> faults = faults(
                KNOWN.computeIfAbsent(method, KnownParameters::of),
                request.getUriInfo().getQueryParameters());
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    static List<Fault> faults(Set<String> known, Map<String, List<String>> sent) {
        List<Fault> faults = new ArrayList<>();
        sent.forEach((name, values) -> {
            String shown = NAME.matcher(name).matches() ? name : "?";
            if (!known.contains(name)) {
                faults.add(new Fault(shown, "unknown", "There is no such query parameter here."));
            } else if (values.size() > 1) {
                faults.add(new Fault(shown, "doubled", "This query parameter is there twice."));
            }
        });
        return faults;
    }

    static Set<String> of(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(names, field);
                }
            }
        }
        return Set.copyOf(names);
    }

    private static void add(Set<String> names, AnnotatedElement element) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            names.add(element.getAnnotation(QueryParam.class).value());
        }
    }
}
