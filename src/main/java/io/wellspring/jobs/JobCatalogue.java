package io.wellspring.jobs;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All jobs there are. Asked late, since jobs belong to modules that themselves submit runs. */
@Component
@RequiredArgsConstructor
class JobCatalogue {

    private final ObjectProvider<Job> jobs;

    List<Job> all() {
        return jobs.orderedStream().toList();
    }

    List<String> names() {
        return jobs.stream().map(Job::name).sorted().toList();
    }

    Optional<Job> find(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    void require(String name) {
        if (find(name).isEmpty()) {
            throw new IllegalArgumentException("There is no job " + name);
        }
    }
}
