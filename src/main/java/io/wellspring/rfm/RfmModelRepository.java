package io.wellspring.rfm;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RfmModelRepository extends Repository<RfmModel, Long> {

    RfmModel saveAndFlush(RfmModel model);

    Optional<RfmModel> findByVersion(int version);

    Optional<RfmModel> findFirstByOrderByVersionDesc();

    List<RfmModel> findAllByOrderByVersionDesc();
}
