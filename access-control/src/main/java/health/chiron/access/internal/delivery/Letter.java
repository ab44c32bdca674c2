package health.chiron.access.internal.delivery;

import java.util.Map;
import java.util.Optional;
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
    /** Copies the map. */
    public Letter {
        values = Map.copyOf(values);
    }

    /** The texts there are. */
    public enum Template {
        /** The one-time code that opens access. */
        ACCESS_CODE,
        /** The one-time code of the owner's own offer. */
        OFFERED_CODE,
        /** A clinic sends the patient on to another one. */
        REFERRAL,
        /** A doctor has opened the chart in an emergency. */
        EMERGENCY_ACCESS,
        /** A consent signed at registration has opened the chart. */
        CONSENT_ACCESS,
        /** The code that proves a contact. */
        CONTACT_CODE,
        /** The link to a first password. */
        INVITATION,
        /** Somebody offers a share of a patient, or the ownership. */
        SHARE_OFFER,
        /** The same to somebody who has no password yet. */
        SHARE_OFFER_TO_NEW,
        /** Somebody said yes to such an offer. */
        SHARE_ACCEPTED,
        /** Somebody said no to it. */
        SHARE_DECLINED,
        /** A clinic asks somebody with an account to work there as well. */
        CLINIC_INVITATION,
        /** The link to a new password. */
        PASSWORD_RESET,
        /** That the password was changed. */
        PASSWORD_CHANGED,
        /** That an administrator has removed the second factor. */
        SECOND_FACTOR_REMOVED,
        /** That the second factor was turned on. */
        SECOND_FACTOR_ON,
        /** That the second factor was turned off. */
        SECOND_FACTOR_OFF,
        /** That an identity of a provider of single sign-on opens the account from now on. */
        SSO_LINKED,
        /** That it does not any more. */
        SSO_UNLINKED
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
