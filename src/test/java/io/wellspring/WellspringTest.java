package io.wellspring;

import io.wellspring.jobs.JobsInTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application on a real PostgreSQL that is empty before each method. The scheduler sleeps: a test that wants
 * background work done says so. {@link FreshData} comes first, so that whoever is logged in survives it; {@link NamedActions} looks at
 * what is on record in the end.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({FreshData.class, NamedActions.class})
@SpringBootTest(properties = "db-scheduler.enabled=false")
@AutoConfigureMockMvc
@Import({TestDatabase.class, JobsInTests.class})
public @interface WellspringTest {}
