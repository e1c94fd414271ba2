package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whatever a test has put into the audit trail is called something there, in both languages; the trail's own tests make things up. */
public class NamedActions implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getRequiredTestClass().getPackageName().endsWith(".audit")) {
            return;
        }
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        List<String> actions = JdbcClient.create(application.getBean(DataSource.class))
                .sql("select distinct action from audit.entry")
                .query(String.class)
                .list();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (String action : actions) {
                assertThat(application.getMessage("audit.action." + action, null, "", locale))
                        .as("what the audit trail calls " + action + " in " + locale)
                        .isNotEmpty();
            }
        }
    }
}
