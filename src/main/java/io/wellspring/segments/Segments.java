package io.wellspring.segments;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Segments extends Repository<Segment, Long> {

    Segment saveAndFlush(Segment segment);

    Optional<Segment> findById(long id);

    List<Segment> findAllByStateNot(SegmentState state);

    boolean existsByNameIgnoreCaseAndStateNot(String name, SegmentState state);
}
