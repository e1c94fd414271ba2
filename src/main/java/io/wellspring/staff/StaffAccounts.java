package io.wellspring.staff;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffAccounts extends Repository<StaffAccount, Long> {

    StaffAccount saveAndFlush(StaffAccount account);

    void delete(StaffAccount account);

    Optional<StaffAccount> findById(long id);

    Optional<StaffAccount> findByEmail(String email);

    boolean existsByEmail(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from StaffAccount a where a.id = :id")
    Optional<StaffAccount> findForChange(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from StaffAccount a where a.invitationHash = :hash")
    Optional<StaffAccount> findInvitedForChange(String hash);

    Optional<StaffAccount> findByInvitationHash(String hash);

    @Query("select a from StaffAccount a order by lower(a.name), a.id")
    List<StaffAccount> findAllByName();

    @Query("""
            select count(a) from StaffAccount a
            where a.role = io.wellspring.staff.Role.ADMIN and a.state = io.wellspring.staff.StaffState.ACTIVE""")
    long countActiveAdmins();

    long count();
}
