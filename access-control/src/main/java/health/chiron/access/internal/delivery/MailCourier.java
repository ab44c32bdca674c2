package health.chiron.access.internal.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands messages to the operator's mail server (SMTP; TLS required unless switched off). */
@ApplicationScoped
class MailCourier implements Courier {
    private static final String TEN_SECONDS = "10000";

    @Inject
    @ConfigProperty(name = "chiron.smtp.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "chiron.smtp.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "chiron.smtp.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "chiron.smtp.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "chiron.smtp.from")
    private Optional<String> from;

    @Inject
    @ConfigProperty(name = "chiron.smtp.tls", defaultValue = "true")
    private boolean tls;

    @Override
    public void carry(Outgoing message) throws CourierFailure {
        if (host.isEmpty() || from.isEmpty()) {
            throw new CourierFailure("CHIRON_SMTP_HOST and CHIRON_SMTP_FROM are not set");
        }
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(settings()));
            mail.setFrom(new InternetAddress(from.get()));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.target(), true));
            mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
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

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host.orElseThrow());
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(tls));
        settings.put("mail.smtp.starttls.required", Boolean.toString(tls));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.connectiontimeout", TEN_SECONDS);
        settings.put("mail.smtp.timeout", TEN_SECONDS);
        settings.put("mail.smtp.writetimeout", TEN_SECONDS);
        return settings;
    }
}
