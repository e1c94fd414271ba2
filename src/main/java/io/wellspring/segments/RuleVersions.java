package io.wellspring.segments;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RuleVersions extends Repository<RuleVersion, RuleVersion.Key> {

    RuleVersion save(RuleVersion version);

    List<RuleVersion> findAllBySegmentIdOrderByRuleVersionDesc(long segmentId);
}
