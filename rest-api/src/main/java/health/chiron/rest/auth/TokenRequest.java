package health.chiron.rest.auth;

import health.chiron.access.api.Limits;
import health.chiron.domain.shared.Refusal;
import health.chiron.rest.wire.Needed;
import jakarta.validation.constraints.Size;

/**
 * What is exchanged for tokens (RFC 6749, 4.3.2, 4.4.2 and 6).
 *
 * @param grantType {@code password} unless said otherwise
 * @param username the sign-in name; needed for {@code password}
 * @param password the password; needed for {@code password}
 * @param totp a code of the second factor, or a recovery code; needed for {@code password} where the account has a second factor
 * @param refreshToken needed for {@code refresh_token}
 * @param clientId a registered program's id, for {@code client_credentials}; in the header instead, or in the assertion
 * @param clientSecret one of its secrets
 * @param clientAssertionType {@code urn:ietf:params:oauth:client-assertion-type:jwt-bearer} beside an assertion
 * @param clientAssertion a JWT that one of its keys signed, over within five minutes, used once (RFC 7523)
 * @param scope what of its scopes a program's token is to have, with blanks between; all of them if left out
 */
public record TokenRequest(
        GrantType grantType,
        @Size(max = 100) String username,
        @Size(max = 200) String password,
        @Size(max = TokenRequest.TOTP) String totp,
        @Size(max = RefreshToken.MOST) String refreshToken,
        @Size(max = 100) String clientId,
        @Size(max = 200) String clientSecret,
        @Size(max = 100) String clientAssertionType,
        @Size(max = Limits.ASSERTION) String clientAssertion,
        @Size(max = Limits.SCOPES) String scope) {
    /** As long as a code is when people type it with blanks. */
    static final int TOTP = 30;

    /** @throws health.chiron.domain.shared.Refusal naming what is needed and missing */
    public TokenRequest {
        grantType = grantType == null ? GrantType.PASSWORD : grantType;
        if (grantType == GrantType.CLIENT_CREDENTIALS) {
            none("username", username);
            none("password", password);
            none("totp", totp);
        } else {
            // Whoever names a scope expects less than all: passed over in silence it would be all.
            none("scope", scope);
            none("clientId", clientId);
            none("clientSecret", clientSecret);
            none("clientAssertion", clientAssertion);
            none("clientAssertionType", clientAssertionType);
        }
        switch (grantType) {
            case PASSWORD -> {
                Needed.text("username", username, 100);
                Needed.text("password", password, 200);
                if (totp != null && totp.length() > TOTP) {
                    throw Refusal.invalid("totp", "length", "The length must be at most " + TOTP + ".");
                }
            }
            case CLIENT_CREDENTIALS -> {
                // What is missing or too long proves nothing; that is for the door to say.
            }
            case REFRESH_TOKEN -> Needed.text("refreshToken", refreshToken, RefreshToken.MOST);
        }
    }

    private static void none(String field, String value) {
        if (value != null) {
            throw Refusal.invalid(field, "unknown", "This field does not belong to this grant type.");
        }
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "TokenRequest[...]";
    }

    /** What is exchanged. */
    public enum GrantType {
        /** Sign-in name and password. */
        PASSWORD,
        /** A refresh token. */
        REFRESH_TOKEN,
        /** A registered program's own credentials. */
        CLIENT_CREDENTIALS
    }
}
