package health.chiron.access.internal.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be told to somebody once the present transaction has committed. The secret in it lives in memory only: the
 * database keeps hashes, so a letter that is lost with the process is asked for anew.
 *
 * @param template which text
 * @param language in which language
 * @param values what stands in the text
 * @param codeId the one-time code whose delivery is to be noted
 */
public record Letter(
        Template template,
        Outgoing.Channel channel,
        String target,
        String language,
        Map<String, String> values,
        Optional<UUID> codeId) {
    /** @throws IllegalArgumentException when a value is missing: nobody gets a text with a hole in it */
    public Letter {
        values = Map.copyOf(values);
        if (!values.keySet().containsAll(template.needs())) {
            throw new IllegalArgumentException("a value is missing in a letter of kind " + template);
        }
    }

    /** The texts there are. */
    public enum Template {
        /** The one-time code that opens access. */
        ACCESS_CODE("clinic", "patient", "doctor", "purpose", "sections", "end", "code"),
        /** The one-time code of the owner's own offer. */
        OFFERED_CODE("clinic", "patient", "doctor", "purpose", "sections", "end", "code"),
        /** A clinic sends the patient on to another one. */
        REFERRAL("patient", "doctor", "from_clinic", "clinic", "purpose", "sections", "end"),
        /** A doctor has opened the chart in an emergency. */
        EMERGENCY_ACCESS("doctor", "clinic", "patient", "purpose", "end"),
        /** A consent signed at registration has opened the chart. */
        CONSENT_ACCESS("clinic", "patient", "purpose", "sections", "end"),
        /** The code that proves a contact. */
        CONTACT_CODE("clinic", "code"),
        /** The code that proves a new contact, which the holder of an account has chosen. */
        NEW_CONTACT_CODE("code"),
        /** That a contact was changed or removed; to the old one. */
        CONTACT_CHANGED("username"),
        /** The link to a first password. */
        INVITATION("username", "token"),
        /** Somebody offers a share of a patient, or the ownership. */
        SHARE_OFFER("sender"),
        /** The same to somebody who has no password yet. */
        SHARE_OFFER_TO_NEW("sender", "username", "token"),
        /** Somebody said yes to such an offer. */
        SHARE_ACCEPTED("who"),
        /** Somebody said no to it. */
        SHARE_DECLINED("who"),
        /** A clinic asks somebody with an account to work there as well. */
        CLINIC_INVITATION("clinic"),
        /** The link to a new password. */
        PASSWORD_RESET("username", "token"),
        /** That the password was changed. */
        PASSWORD_CHANGED("username"),
        /** That an administrator has removed the second factor. */
        SECOND_FACTOR_REMOVED("username"),
        /** That the second factor was turned on. */
        SECOND_FACTOR_ON("username"),
        /** That the second factor was turned off. */
        SECOND_FACTOR_OFF("username"),
        /** That an identity of a provider of single sign-on opens the account from now on. */
        SSO_LINKED("username"),
        /** That it does not any more. */
        SSO_UNLINKED("username"),
        /** The owner has ended an access; to the doctor whose it was, or whoever asked for it or opened it. */
        GRANT_ENDED("clinic"),
        /** An access has ended with the change of the owner; to the same. */
        GRANT_OVER(),
        /** A clinic has given its access back; to the owners. */
        GRANT_RETURNED("clinic", "patient", "doctor", "purpose"),
        /** The owner has allowed a request; to whoever asked. */
        REQUEST_ALLOWED("clinic", "end"),
        /** The owner has refused it. */
        REQUEST_REFUSED("clinic"),
        /** An emergency has to be judged; to the clinic's administrators. */
        EMERGENCY_TO_REVIEW("clinic", "end"),
        /** It was judged; to the owners. */
        EMERGENCY_JUDGED("clinic", "patient"),
        /** A share is over, taken back or because what it stood on is over; to who had it. */
        SHARE_ENDED(),
        /** A share ends sooner; to who has it. */
        SHARE_SHORTENED("end"),
        /** Somebody has left a share; to who gave it. */
        SHARE_LEFT("who"),
        /** An offer was called off; to whom it was made. */
        INVITATION_CANCELLED(),
        /** One of several owners has handed over; to the others. */
        OWNER_CHANGED(),
        /** Somebody has accepted a clinic's invitation; to who sent it. */
        CLINIC_INVITATION_ACCEPTED("who", "clinic"),
        /** A clinic's invitation was called off; to whom it was sent. */
        CLINIC_INVITATION_CANCELLED("clinic"),
        /** A program waits for a decision; to the platform administrators. */
        PROGRAM_REQUESTED("clinic", "program"),
        /** A program was let in; to who registered it. */
        PROGRAM_APPROVED("program", "clinic"),
        /** A program was not let in. */
        PROGRAM_REFUSED("program", "clinic"),
        /** A program is held back. */
        PROGRAM_SUSPENDED("program", "clinic"),
        /** A program goes on. */
        PROGRAM_RESUMED("program", "clinic"),
        /** A program was ended. */
        PROGRAM_REVOKED("program", "clinic"),
        /** That the account is not in use any more. */
        ACCOUNT_DEACTIVATED("username"),
        /** That it is in use again. */
        ACCOUNT_REACTIVATED("username"),
        /** That it was unlocked after too many wrong passwords. */
        ACCOUNT_UNLOCKED("username"),
        /** The verification that runs by itself has found the log broken, or could not run; to the auditors. */
        AUDIT_ALARM();

        private final Set<String> needs;

        Template(String... needs) {
            this.needs = Set.of(needs);
        }

        /** The names of the values that stand in its text, in every language; {@code url} stands in any. */
        public Set<String> needs() {
            return needs;
        }
    }

    /** The link to a first password. */
    public static Letter invitation(
            Outgoing.Channel channel, String target, String language, String username, String token) {
        return new Letter(
                Template.INVITATION,
                channel,
                target,
                language,
                Map.of("username", username, "token", token),
                Optional.empty());
    }

    /** Somebody offers a share or an ownership. Of the patient and of the sender's words nothing is said: mail is read by many. */
    public static Letter shareOffer(String mail, String language, String sender) {
        return new Letter(
                Template.SHARE_OFFER,
                Outgoing.Channel.EMAIL,
                mail,
                language,
                Map.of("sender", sender),
                Optional.empty());
    }

    /** The same with the link to a first password. */
    public static Letter shareOfferToNew(String mail, String language, String sender, String username, String token) {
        return new Letter(
                Template.SHARE_OFFER_TO_NEW,
                Outgoing.Channel.EMAIL,
                mail,
                language,
                Map.of("sender", sender, "username", username, "token", token),
                Optional.empty());
    }

    /** The answer to an offer; names the address that the sender typed. */
    public static Letter shareAnswer(
            Outgoing.Channel channel, String target, String language, String addressedTo, boolean yes) {
        return new Letter(
                yes ? Template.SHARE_ACCEPTED : Template.SHARE_DECLINED,
                channel,
                target,
                language,
                Map.of("who", addressedTo),
                Optional.empty());
    }

    /** A clinic asks somebody with an account to work there as well; the answer is given after signing in. */
    public static Letter clinicInvitation(Outgoing.Channel channel, String target, String language, String clinic) {
        return new Letter(
                Template.CLINIC_INVITATION, channel, target, language, Map.of("clinic", clinic), Optional.empty());
    }

    /** Something that concerns the holder's account: a link, or what has happened to it. */
    public static Letter aboutAccount(
            Template template, Outgoing.Channel channel, String target, String language, Map<String, String> values) {
        return new Letter(template, channel, target, language, values, Optional.empty());
    }

    /** The code that proves a contact. */
    public static Letter contactCode(
            Outgoing.Channel channel, String target, String language, String clinic, String code) {
        return new Letter(
                Template.CONTACT_CODE,
                channel,
                target,
                language,
                Map.of("clinic", clinic, "code", code),
                Optional.empty());
    }

    /** Says nothing of the letter. */
    @Override
    public String toString() {
        return "Letter[" + template + "]";
    }
}
