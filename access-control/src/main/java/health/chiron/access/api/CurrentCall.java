package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.shared.Ids;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the present call comes from. The portal's filter, the API's filter and jobs fill it once at the start of a request;
 * the door's guard reads it. It holds what the caller claims; what the account may do is read afresh at each door.
 */
@RequestScoped
public class CurrentCall {
    private AccountId account;
    private SessionId session;
    private Channel channel = Channel.API;
    private String requestId = Ids.next().toString();
    private String address;
    private boolean aboutAnimals;
    private final List<LimitState> limits = new ArrayList<>();

    /** The call has been received, and nobody is known yet. The request id stands in the answer, the audit row and the log. */
    public void received(Channel over, String id, String fromAddress) {
        this.channel = over;
        this.requestId = id;
        this.address = fromAddress;
    }

    /** The caller has shown a session of this account. */
    public void of(AccountId who, SessionId within) {
        this.account = who;
        this.session = within;
    }

    /** The call came to an address of animals: a person's id leads nowhere there, whoever asks. */
    public void onlyAnimals() {
        this.aboutAnimals = true;
    }

    /** Whether a person's id leads nowhere in this call. */
    public boolean isAboutAnimals() {
        return aboutAnimals;
    }

    /** The call was counted against a limit; the last count of a limit is what the answer tells. */
    public void counted(LimitState state) {
        limits.removeIf(known -> known.name().equals(state.name()));
        limits.add(state);
    }

    /** The limits that the call was counted against, in their order. */
    public List<LimitState> limits() {
        return List.copyOf(limits);
    }

    /** The account whose session was shown. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    /** The session that was shown. */
    public Optional<SessionId> session() {
        return Optional.ofNullable(session);
    }

    /** The face used. */
    public Channel channel() {
        return channel;
    }

    /** The request's id. */
    public String requestId() {
        return requestId;
    }

    /** The network address, where there is one. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }
}
