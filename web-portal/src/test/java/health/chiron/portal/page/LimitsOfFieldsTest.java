package health.chiron.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.AccountQuery;
import health.chiron.access.api.BreakGlass;
import health.chiron.access.api.BringIntoFamily;
import health.chiron.access.api.ClientReason;
import health.chiron.access.api.ClinicData;
import health.chiron.access.api.Deactivation;
import health.chiron.access.api.DoctorData;
import health.chiron.access.api.EmergencyJudgement;
import health.chiron.access.api.FactorCode;
import health.chiron.access.api.FamilyData;
import health.chiron.access.api.ForgottenPassword;
import health.chiron.access.api.InviteToFamily;
import health.chiron.access.api.NewAccount;
import health.chiron.access.api.NewApiClient;
import health.chiron.access.api.NewClientCredential;
import health.chiron.access.api.NewClinicInvitation;
import health.chiron.access.api.NewConsentText;
import health.chiron.access.api.NewDoctor;
import health.chiron.access.api.NewOwner;
import health.chiron.access.api.OfferAccess;
import health.chiron.access.api.PharmacyData;
import health.chiron.access.api.PractitionerData;
import health.chiron.access.api.Referral;
import health.chiron.access.api.RequestAccess;
import health.chiron.access.api.SignConsent;
import health.chiron.records.api.Address;
import health.chiron.records.api.EmergencyLookup;
import health.chiron.records.api.FamilyConditionData;
import health.chiron.records.api.FamilyMemberData;
import health.chiron.records.api.NewAddendum;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.PatientQuery;
import health.chiron.records.api.VisitContent;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a browser lets somebody type is as long as what the command behind the page takes: no more, no less. */
class LimitsOfFieldsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern FIELD =
            Pattern.compile("<ch:(field|area) id=\"(?:owner_)?(\\w+)\"((?:[^>\"]|\"[^\"]*\")*)/>");
    private static final Pattern MOST = Pattern.compile(" max=\"(\\d+)\"");

    static List<Arguments> pages() {
        return List.of(
                Arguments.of("register.xhtml", List.of(PatientData.class, Address.class, NewOwner.class), 10),
                Arguments.of("write.xhtml", List.of(VisitContent.class), 8),
                Arguments.of("visit.xhtml", List.of(NewAddendum.class), 1),
                Arguments.of("invite.xhtml", List.of(NewAccount.class, NewDoctor.class), 4),
                Arguments.of("accounts.xhtml", List.of(AccountQuery.class), 1),
                Arguments.of("person.xhtml", List.of(Deactivation.class), 1),
                Arguments.of("second-factor.xhtml", List.of(FactorCode.class), 2),
                Arguments.of("forgotten.xhtml", List.of(ForgottenPassword.class), 1),
                Arguments.of("patients.xhtml", List.of(PatientQuery.class), 1),
                Arguments.of("ask.xhtml", List.of(RequestAccess.class), 1),
                Arguments.of("offer.xhtml", List.of(OfferAccess.class), 1),
                Arguments.of("refer.xhtml", List.of(Referral.class), 1),
                Arguments.of("emergency.xhtml", List.of(BreakGlass.class, EmergencyLookup.class), 2),
                Arguments.of("emergencies.xhtml", List.of(EmergencyJudgement.class), 1),
                Arguments.of("consent-texts.xhtml", List.of(NewConsentText.class), 2),
                Arguments.of("programs.xhtml", List.of(NewApiClient.class), 3),
                Arguments.of("WEB-INF/parts/program-acts.xhtml", List.of(ClientReason.class), 1),
                Arguments.of("WEB-INF/parts/program-keys.xhtml", List.of(NewClientCredential.class), 2),
                Arguments.of("families.xhtml", List.of(FamilyData.class), 1),
                Arguments.of("household.xhtml", List.of(FamilyData.class), 1),
                Arguments.of("family-add.xhtml", List.of(BringIntoFamily.class), 1),
                Arguments.of("family-invite.xhtml", List.of(InviteToFamily.class), 3),
                Arguments.of("consents.xhtml", List.of(SignConsent.class), 1),
                Arguments.of("WEB-INF/parts/profile.xhtml", List.of(ClinicData.class), 5),
                Arguments.of("people.xhtml", List.of(NewClinicInvitation.class), 1),
                Arguments.of("correct-relative.xhtml", List.of(FamilyMemberData.class), 2),
                Arguments.of("correct-illness.xhtml", List.of(FamilyConditionData.class), 2),
                Arguments.of("profile.xhtml", List.of(DoctorData.class), 4),
                Arguments.of("practitioner.xhtml", List.of(PractitionerData.class), 5),
                Arguments.of("pharmacy.xhtml", List.of(PharmacyData.class), 14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void a_field_takes_as_much_as_the_command(String page, List<Class<?>> commands, int fields) throws IOException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        Matcher field = FIELD.matcher(Files.readString(PAGES.resolve(page)));
        while (field.find()) {
            Optional<Integer> most = most(commands, field.group(2));
            if (most.isPresent()) {
                compared++;
                if (most.get() != typed(field)) {
                    differences.add(field.group(2) + ": " + typed(field) + " instead of " + most.get());
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isEqualTo(fields);
    }

    @Test
    void a_difference_is_seen() {
        Matcher planted = FIELD.matcher("<ch:field id=\"breed\" label=\"a > b\" max=\"99\"/>");
        assertThat(planted.find()).isTrue();
        assertThat(typed(planted)).isEqualTo(99);
        assertThat(most(List.of(PatientData.class), "breed")).contains(100);
    }

    private static int typed(Matcher field) {
        Matcher most = MOST.matcher(field.group(3));
        return most.find() ? Integer.parseInt(most.group(1)) : field.group(1).equals("field") ? 200 : 4000;
    }

    private static Optional<Integer> most(List<Class<?>> commands, String name) {
        return commands.stream()
                .flatMap(command -> Arrays.stream(command.getRecordComponents()))
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getAccessor)
                .filter(accessor -> accessor.isAnnotationPresent(Size.class))
                .map(accessor -> accessor.getAnnotation(Size.class).max())
                .findFirst();
    }
}
