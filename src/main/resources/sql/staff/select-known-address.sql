-- Whether anyone has logged in to an account from an address.
-- in: email, address_digest
-- out: known
-- safe to repeat: yes, reads only
select exists (
    select 1
    from staff.known_address k
    join staff.account a on a.id = k.account_id
    where a.email = :email
        and k.address_digest = :address_digest
) as known
