package io.wellspring.staff;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokens extends Repository<ApiToken, Long> {

    ApiToken saveAndFlush(ApiToken token);

    @Query("select t from ApiToken t join fetch t.createdBy where t.secretHash = :hash")
    Optional<ApiToken> findBySecretHash(String hash);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from ApiToken t where t.id = :id")
    Optional<ApiToken> findForChange(long id);

    @Query("select t from ApiToken t join fetch t.createdBy order by t.revokedAt desc nulls first, t.id desc")
    List<ApiToken> findAllNewestFirst();

    @Query("select count(t) > 0 from ApiToken t where lower(t.name) = lower(:name) and t.revokedAt is null")
    boolean isNameTaken(String name);

    /** Remembers a use, unless one was remembered after {@code before}. */
    @Modifying
    @Query("""
            update ApiToken t set t.lastUsedAt = :now
            where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt <= :before)""")
    int used(long id, Instant now, Instant before);
}
