package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Creates the first admin before the first request can come in. */
@Slf4j
@Component
@RequiredArgsConstructor
class FirstAdminFromSettings implements SmartInitializingSingleton {

    private final Setup setup;
    private final FirstAdminSettings settings;

    @Override
    public void afterSingletonsInstantiated() {
        String email = settings.email() == null ? "" : settings.email();
        String password = settings.password() == null ? "" : settings.password();
        if ((email.isEmpty() && password.isEmpty()) || !setup.isOpen()) {
            return;
        }
        if (email.isEmpty() || password.isEmpty()) {
            throw new BadFirstAdminSettings("only one of the two is given");
        }
        try {
            setup.createFirstAdmin(email, email.strip().replaceFirst("@.*", ""), new NewPassword(password));
            log.info("The first admin was created from the settings");
        } catch (SetupClosed e) {
            log.info("Another instance has just created the first admin");
        } catch (Refusal e) {
            throw new BadFirstAdminSettings(
                    switch (e) {
                        case NotAnEmail bad -> "the first is not an e-mail address";
                        case PasswordTooShort bad -> "the password has fewer than " + NewPassword.LEAST + " characters";
                        case PasswordTooLong bad -> "the password has more than " + NewPassword.MOST + " characters";
                        default -> "the password is too easy to guess";
                    });
        }
    }
}
