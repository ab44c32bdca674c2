package health.chiron.acceptance.limits;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which field of a command is kept in which columns. A line names a command and its table; the fields below it go into the
 * column of the same name unless something else stands behind them. {@code -} means: not kept as it is, for the reason given;
 * {@code +} behind a column: it may take more, because other things are written there as well.
 */
final class FieldsAndColumns {
    private static final String TABLE = """
            ClinicData                access.clinic
              clinicName              access.clinic.name
              openingHours            - commands of their own
              servicesOffered         - a list, in lines
            OpeningInterval           access.clinic_hours
              day                     access.clinic_hours.weekday
              opens                   - kept as minutes
              closes                  - kept as minutes
            Association               access.clinic_member
              rights                  - a set of words
            NewClinicInvitation       access.clinic_invitation
            DoctorData                access.practitioner
            PractitionerData          access.practitioner
              specialty               access.practitioner.specialization+
              rating                  - a number with one digit behind the point
            PharmacyData              access.pharmacy
            NewAccount                access.account
              password                - hashed
              clinicId                access.clinic_member.clinic_id
              employmentType          access.clinic_member.employment_type
            NewDoctor                 access.account
              clinicId                access.clinic_member.clinic_id
              password                - hashed
              licenseNumber           access.practitioner.license_number
              specialization          access.practitioner.specialization
              yearsOfExperience       access.practitioner.years_of_experience
              qualifications          access.practitioner.qualifications
              bio                     access.practitioner.bio
              employmentType          access.clinic_member.employment_type
            NewOwner                  access.account
            Preferences               access.account
            AccountQuery              -
              clinicId                - searched for
              kind                    - searched for
              status                  - searched for
              search                  - searched for
            PeopleQuery               -
              kind                    - searched for
              active                  - searched for
              status                  - searched for
              employmentType          - searched for
              search                  - searched for
            LoggedPeopleQuery         -
              search                  - searched for
            Deactivation              access.account
              reason                  access.account.deactivation_reason
            AccountCorrection         access.account
            OwnName                   access.account
            NewContact                access.account_proof
              email                   access.account_proof.new_email access.account.email
              phone                   access.account_proof.new_phone access.account.phone
              password                - compared by its hash
            ContactCode               -
              code                    - compared by its hash
            ContactRemoval            -
              contact                 - a word
              password                - compared by its hash
            SecondFactorPolicy        -
              kinds                   - a set of words, see the words of columns
            PasswordChange            -
              oldPassword             - compared by its hash
              newPassword             - hashed
            ForgottenPassword         -
              username                - looked up
            PasswordReset             -
              token                   - compared by its hash
              password                - hashed
            RequiredChange            -
              username                - looked up
              password                - compared by its hash
              totp                    - computed
              newPassword             - hashed
            NewPassword               -
              password                - hashed
            PasswordProof             -
              password                - compared by its hash
            SsoPreference             access.account
            FactorCode                -
              code                    - computed
            FactorProof               -
              password                - compared by its hash
              code                    - computed
            Activation                -
              token                   - compared by its hash
              password                - hashed
            Credentials               -
              username                - looked up
              password                - hashed
            RequestAccess             access.access_request
              purpose                 access.access_request.purpose access.access_grant.purpose audit.event.purpose+
              sections                - a set of words, see the words of columns
            OfferShare                access.invitation
              email                   access.invitation.addressed_to
              sections                - a set of words, see the words of columns
              expiresInDays           - becomes the time at which it runs out
            OfferFamilyHistory        access.invitation
              email                   access.invitation.addressed_to
              expiresInDays           - becomes the time at which it runs out
            OfferOwnership            access.invitation
              email                   access.invitation.addressed_to
              expiresInDays           - becomes the time at which it runs out
            InviteToFamily            access.invitation
              email                   access.invitation.addressed_to
              expiresInDays           - becomes the time at which it runs out
            FamilyData                access.family
            BringIntoFamily           access.family_patient
            FamilyMemberData          records.family_member
              deceased                records.family_member.is_deceased
            FamilyConditionData       records.family_condition
            VoidReason                records.family_member
              reason                  records.family_member.void_reason records.family_condition.void_reason
            WishedShare               -
              permissionLevel         - asked about
              sections                - asked about
            OfferAccess               access.access_request
              byLetter                - decides how the digits are told
              sections                - a set of words, see the words of columns
            Referral                  access.access_request
              sections                - a set of words, see the words of columns
            ExtendAccess              access.access_request
            GrantEnd                  access.access_grant
            BreakGlass                access.access_grant
              reason                  access.access_grant.purpose+ audit.event.purpose+
            EmergencyJudgement        access.emergency_review
            NewApiClient              access.api_client
              scopes                  access.api_client.scopes_wanted
            ClientApproval            -
              scopes                  - a part of what was wanted
            ClientReason              access.api_client
            NewClientCredential       access.client_credential
              publicKey               - read as a key, and written anew
              validDays               - becomes the time at which it ends, see its constraint
            ClientProof               -
              clientId                - looked up
              secret                  - compared by its hash
              assertion               - checked
              scope                   - compared with what is allowed
            NewConsentText            access.consent_text
            SignConsent               access.consent
              textSha256              - compared, and kept as bytes
            ConsentAtDesk             access.consent
              textSha256              - compared, and kept as bytes
              sections                - a set of words, see the words of columns
              accessDays              - becomes the end of the grant, see its constraint
            WitnessConsent            access.consent
              consent                 - a command of its own
            NewBlock                  access.access_block
            Incoming                  access.practitioner
              clinicId                - decides whether it may be written
              name                    access.practitioner.name access.organization.name
              sourceSystem            access.practitioner.source_system access.organization.source_system
              sourceId                access.practitioner.source_id access.organization.source_id
              phone                   access.organization.phone
              detail                  access.practitioner.specialization
            RegisterPatient           records.patient
              clinicId                records.patient.registered_clinic_id
              patient                 - a command of its own
              owner                   - a command of its own
              consent                 - a command of its own
            PatientData               records.patient
              address                 - a command of its own
              identifiers             - commands of their own
            Address                   records.patient
              line                    records.patient.address_line
            Identifier                records.patient_identifier
            VisitContent              records.visit
              weight                  - a command of its own
              temperature             - a command of its own
              vitalSigns              - a command of its own
            VitalSigns                records.visit
            Quantity                  -
              value                   - see measured values
              unit                    - see measured values
            NewAddendum               records.visit_addendum
            IncomingChart             records.patient
              clinicId                records.patient.registered_clinic_id
              patient                 - a command of its own
              owner                   - a command of its own
              visits                  - commands of their own
              conditions              - commands of their own
            IncomingVisit             records.visit
              sourceId                records.visit.source_id
              practitioner            records.visit.practitioner_id
              organization            records.visit.organization_id
            IncomingCondition         records.condition
              icd10Code               records.condition.icd10_code
            AuditQuery                -
              patientId               - searched for
              accountId               - searched for
              clinicId                - searched for
              grantId                 - searched for
              action                  - searched for
              category                - searched for
              outcome                 - searched for
              relationship            - searched for
              channel                 - searched for
              requestId               - searched for
              address                 - searched for
              from                    - searched for
              until                   - searched for
              sort                    - searched for
              ascending               - searched for
            ActivityQuery             -
              accountId               - searched for
              clinicId                - searched for
              action                  - searched for
              category                - searched for
              outcome                 - searched for
              from                    - searched for
              until                   - searched for
            DisclosureQuery           -
              patientId               - searched for
              period                  - searched for
            NewPolicyExample          access.policy_example
              action                  - a word
              category                - a word
            Question                  -
              accountId               - asked about
              action                  - asked about
              category                - asked about
            OversightPeriod           -
              from                    - searched for
              until                   - searched for
              zone                    - searched for
            PatientQuery              -
              name                    - searched for
              birthDate               - searched for
              kind                    - searched for
            PatientLookup             -
              microchip               - searched for
              ownerContact            - searched for
              name                    - searched for
            EmergencyLookup           -
              clinicId                - decides whether it may be looked for
              name                    - searched for
              birthDate               - searched for
            ImportFile                interop.import_run
              fileName                interop.import_run.source_name
              content                 - read, not kept
            """;

    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, List<String>> columns = new HashMap<>();
    private final Set<String> wider = new HashSet<>();

    FieldsAndColumns() {
        String command = null;
        for (String line : TABLE.lines().toList()) {
            String[] words = line.strip().split("\\s+");
            List<String> targets = Arrays.asList(words).subList(1, words.length);
            if (line.startsWith(" ")) {
                targets.stream()
                        .filter(t -> t.endsWith("+"))
                        .map(FieldsAndColumns::plain)
                        .forEach(wider::add);
                columns.put(
                        command + "." + words[0],
                        targets.stream().map(FieldsAndColumns::plain).toList());
            } else {
                command = words[0];
                tables.put(command, targets.get(0));
            }
        }
    }

    /** The commands that are named. */
    Set<String> commands() {
        return tables.keySet();
    }

    /** The fields that are named, as {@code Command.field}. */
    Set<String> named() {
        return columns.keySet();
    }

    /** The columns, as {@code schema.table.column}; empty when the field is not kept as it is. */
    List<String> of(Class<?> command, RecordComponent field) {
        List<String> named = columns.get(command.getSimpleName() + "." + field.getName());
        if (named != null) {
            return named.get(0).equals("-") ? List.of() : named;
        }
        String words = field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return List.of(tables.get(command.getSimpleName()) + "." + words);
    }

    /** Whether a column takes more than this one command writes. */
    boolean mayBeWider(String column) {
        return wider.contains(column);
    }

    private static String plain(String column) {
        return column.endsWith("+") ? column.substring(0, column.length() - 1) : column;
    }
}
