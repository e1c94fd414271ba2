package io.wellspring.lifecycle;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ThresholdsRepository extends Repository<ThresholdsRow, Long> {

    ThresholdsRow saveAndFlush(ThresholdsRow row);

    Optional<ThresholdsRow> findFirstByOrderByVersionDesc();

    List<ThresholdsRow> findAllByOrderByVersionDesc();
}
