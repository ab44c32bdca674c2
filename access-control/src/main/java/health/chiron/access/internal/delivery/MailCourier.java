package health.chiron.access.internal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands messages to the operator's mail server (SMTP; TLS required unless switched off). */
@ApplicationScoped
class MailCourier implements Courier {
    @Inject
    @ConfigProperty(name = "chiron.smtp.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "chiron.smtp.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "chiron.smtp.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "chiron.smtp.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "chiron.smtp.from")
    Optional<String> from;

    @Inject
    @ConfigProperty(name = "chiron.smtp.tls", defaultValue = "true")
    boolean tls;

    /** How long each step of the talk with the mail server may take. */
    Duration patience = Duration.ofSeconds(10);

    @Override
    public void carry(Outgoing message) throws CourierFailure {
        if (host.isEmpty() || from.isEmpty()) {
            throw new CourierFailure("CHIRON_SMTP_HOST and CHIRON_SMTP_FROM are not set");
        }
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(settings()));
            mail.setFrom(new InternetAddress(from.get()));
            mail.setRecipient(Message.RecipientType.TO, address(message.target()));
            mail.setSubject(oneLine(message.subject()), StandardCharsets.UTF_8.name());
            mail.setText(message.text(), StandardCharsets.UTF_8.name());
            if (user.isPresent()) {
                Transport.send(mail, user.get(), password.orElse(""));
            } else {
                Transport.send(mail);
            }
        } catch (MessagingException e) {
            throw new CourierFailure(
                    "the mail server did not take it: " + e.getClass().getSimpleName());
        }
    }

    // The parser takes names and comments around an address, and what follows them; a target is an address and nothing
    // else.
    private static InternetAddress address(String target) throws AddressException {
        InternetAddress address = new InternetAddress(target, true);
        if (!address.getAddress().equals(target)) {
            throw new AddressException();
        }
        return address;
    }

    // A line break would begin a header of somebody else's choice.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private Properties settings() {
        Properties settings = new Properties();
        String milliseconds = Long.toString(patience.toMillis());
        settings.put("mail.smtp.host", host.orElseThrow());
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(tls));
        settings.put("mail.smtp.starttls.required", Boolean.toString(tls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.connectiontimeout", milliseconds);
        settings.put("mail.smtp.timeout", milliseconds);
        settings.put("mail.smtp.writetimeout", milliseconds);
        return settings;
    }
}
