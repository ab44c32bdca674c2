package health.chiron.portal.page;

import health.chiron.domain.records.Species;
import health.chiron.records.api.PatientIdentity;
import health.chiron.records.api.Quantity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What pages call to show values; {@code fmt} in pages. */
@Named("fmt")
@RequestScoped
public class Formats {
    private ReaderFormat format;
    private Words words;
    private Clock clock;

    /** For the container. */
    protected Formats() {}

    /**
     * @param me whose language and zone
     * @param words the texts
     * @param clock for ages and what is left
     */
    @Inject
    public Formats(CurrentUser me, Words words, Clock clock) {
        this.format = new ReaderFormat(me.getLocale(), me.getZone(), me.getDateFormat(), me.getUnitSystem());
        this.words = words;
        this.clock = clock;
    }

    /** Date and time in the reader's zone. */
    public String dateTime(Instant moment) {
        return format.dateTime(moment);
    }

    /** Time of day in the reader's zone. */
    public String time(Instant moment) {
        return format.time(moment);
    }

    /** The day of a moment in the reader's zone. */
    public String day(Instant moment) {
        return format.date(moment);
    }

    /** A date. */
    public String date(LocalDate date) {
        return format.date(date);
    }

    /** A number. */
    public String number(BigDecimal number) {
        return format.number(number);
    }

    /** A measured value in the reader's units, as people write it. */
    public String quantity(Quantity quantity) {
        if (quantity == null) {
            return "";
        }
        Quantity shown = format.inUnits(quantity);
        return format.number(shown.value()) + " " + unit(shown.unit());
    }

    /** The sign of a UCUM unit. */
    public String unit(String ucum) {
        return switch (ucum) {
            case "Cel" -> "°C";
            case "[degF]" -> "°F";
            default -> ucum;
        };
    }

    /** "3 h 12 min left", or that it is over. */
    public String left(Instant until) {
        if (until == null) {
            return "";
        }
        Instant now = clock.instant();
        return until.isAfter(now) ? words.text("time.left", format.left(now, until)) : words.text("time.over");
    }

    /** The age of a patient, or at death. */
    public String age(PatientIdentity patient) {
        if (patient.birthDate() == null) {
            return words.text("patient.ageUnknown");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), format.zone());
        LocalDate on = patient.deceasedOn() == null ? today : patient.deceasedOn();
        ReaderFormat.Age age = format.age(patient.birthDate(), on);
        return words.text("age." + age.unit() + (age.count() == 1 ? ".one" : ""), age.count());
    }

    /** The icon of a patient's kind and species. */
    public String icon(PatientIdentity patient) {
        Species species = patient.species();
        if (species == null) {
            return "person";
        }
        return switch (species) {
            case DOG -> "dog";
            case CAT -> "cat";
            case HORSE -> "horse";
            case RABBIT, RODENT, FERRET -> "rabbit";
            case BIRD -> "bird";
            case REPTILE -> "reptile";
            default -> "animal";
        };
    }
}
