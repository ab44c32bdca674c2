package health.chiron.domain.architecture.planted;

import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;

/** An entity with a setter that knows EJB, for seeing the rules fail. */
@Entity
@Stateless
public class KnowsTooMuch {
    private String name;

    /** Lets anybody break every rule. */
    public void setName(String name) {
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }
}
